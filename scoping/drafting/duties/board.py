"""The board: the duties of one lane as rows that are read as text, by area, each with what it lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible, Severity
from scoping.engagements.models import Duty as DutyRow
from scoping.press import phrases
from scoping.press.reading import LETTERS, Reading

from ..draft import Draft
from ..lanes import lane_titles
from ..places import Observation
from .choices import area_names

RESPONSIBLE = dict(DutyRow.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One duty as the board shows it. `quantity` and `often` are as the document prints them; both are empty
    where it is excluded, since nothing is delivered then."""

    duty: Duty
    who: str
    person: str
    quantity: str
    often: str
    observations: tuple[Observation, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class BoardArea:
    """The duties of one area, in their order; without a name where none of them is of an area."""

    name: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class BoardTab:
    """One lane as a tab: how many duties the studio does, how many are excluded, how much blocks there."""

    lane: Lane
    letter: str
    title: str
    url: str
    ours: int
    excluded: int
    blocks: int
    current: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The page's content: the tabs, and the areas of the lane that is looked at."""

    tabs: tuple[BoardTab, ...]
    tab: BoardTab
    areas: tuple[BoardArea, ...]
    count: int


def board_url(number: str, lane: Lane | str, key: str = "") -> str:
    """The board at one lane, and at one duty's row."""
    address = f"{reverse('drafting:duties', kwargs={'number': number})}?lane={lane}"
    return f"{address}#duty-{key}" if key else address


def board_of(draft: Draft, lane: Lane) -> Board:
    """The board of a draft, opened at one lane."""
    tabs = tuple(_tab(draft, one, current=one == lane) for one in Lane)
    areas = _areas(draft, lane)
    return Board(
        tabs=tabs,
        tab=next(tab for tab in tabs if tab.current),
        areas=areas,
        count=sum(len(area.rows) for area in areas),
    )


def _tab(draft: Draft, lane: Lane, *, current: bool) -> BoardTab:
    described = draft.described
    blocking = [one for one in draft.observations if one.lane == lane and one.severity == Severity.BLOCKS]
    return BoardTab(
        lane=lane,
        letter=LETTERS[lane],
        title=lane_titles()[lane],
        url=board_url(described.number, lane),
        ours=len(described.duties_of(lane, Responsible.STUDIO)),
        excluded=len(described.duties_of(lane, Responsible.EXCLUDED)),
        blocks=len(blocking),
        current=current,
    )


def _areas(draft: Draft, lane: Lane) -> tuple[BoardArea, ...]:
    """The lane's duties by area, in the catalogue's order of areas; those of no known area come last."""
    reading = Reading.of(draft.described, None)
    observations = _by_duty(draft.observations)
    duties = draft.described.duties_of(lane)
    names = area_names(lane)
    if not any(duty.area in names for duty in duties):
        return (BoardArea("", _rows(reading, list(duties), observations)),) if duties else ()
    groups = [(name, [duty for duty in duties if duty.area == code]) for code, name in names.items()]
    groups.append((_("Other duties"), [duty for duty in duties if duty.area not in names]))
    return tuple(BoardArea(name, _rows(reading, group, observations)) for name, group in groups if group)


def _by_duty(observations: Iterable[Observation]) -> dict[str, tuple[Observation, ...]]:
    found: dict[str, tuple[Observation, ...]] = {}
    for observation in observations:
        if observation.key:
            found[observation.key] = (*found.get(observation.key, ()), observation)
    return found


def _rows(
    reading: Reading, duties: list[Duty], observations: Mapping[str, tuple[Observation, ...]]
) -> tuple[BoardRow, ...]:
    rows = []
    for place, duty in enumerate(duties):
        done = duty.responsible != Responsible.EXCLUDED
        rows.append(
            BoardRow(
                duty=duty,
                who=str(RESPONSIBLE[duty.responsible]) if duty.responsible else _("To be decided"),
                person=reading.name(duty.person),
                quantity=phrases.quantity(reading, duty) if done else "",
                often=phrases.often(reading, duty) if done else "",
                observations=observations.get(duty.key, ()),
                first=place == 0,
                last=place == len(duties) - 1,
            )
        )
    return tuple(rows)
