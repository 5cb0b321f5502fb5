"""The board: the duties of one lane as rows, by area, each with who does it, how much, and what it lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible, Severity
from scoping.engagements.models import Duty as DutyRow
from scoping.press import phrases
from scoping.press.reading import LETTERS, Reading

from ..draft import Draft
from ..figures import BoundedField
from ..guard import state_of
from ..lanes import lane_titles
from ..places import Observation
from .choices import area_names
from .filters import NO_FILTER, Filter
from .missing import missing_of

RESPONSIBLE = dict(DutyRow.RESPONSIBLE)
QUANTITY = BoundedField(Duty, "quantity")


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One duty as the board shows it.

    `url` is its own page; `state` what it is like, for whoever saves it; `amount` its quantity as it is
    typed, `unit` and `rhythm` what it counts and how often, as the document prints; `apart` where a comma
    stands between. Where it is excluded nothing is delivered: `counted` is false, and none is shown.
    """

    duty: Duty
    url: str
    state: str
    who: str
    person: str
    amount: str
    unit: str
    apart: bool
    rhythm: str
    counted: bool
    observations: tuple[Observation, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class BoardArea:
    """The duties of one area, in their order; without a name where none of them is of an area. `rest` counts
    what could be excluded at once: its undecided duties, and those that the catalogue has beside them."""

    code: str
    name: str
    rows: tuple[BoardRow, ...]
    rest: int = 0


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
    """The page's content: the tabs, and the areas of the lane that is looked at, filtered. `count` is how
    many duties are shown, `whole` how many there are."""

    tabs: tuple[BoardTab, ...]
    tab: BoardTab
    areas: tuple[BoardArea, ...]
    count: int
    whole: int
    filter: Filter


def board_url(number: str, lane: Lane | str, key: str = "") -> str:
    """The board at one lane, and at one duty's row."""
    address = f"{reverse('drafting:duties', kwargs={'number': number})}?lane={lane}"
    return f"{address}#duty-{key}" if key else address


def board_of(draft: Draft, lane: Lane, wanted: Filter = NO_FILTER) -> Board:
    """The board of a draft, opened at one lane."""
    tabs = tabs_of(draft, lane)
    areas = _areas(draft, lane, wanted)
    return Board(
        tabs=tabs,
        tab=next(tab for tab in tabs if tab.current),
        areas=areas,
        count=sum(len(area.rows) for area in areas),
        whole=len(draft.described.duties_of(lane)),
        filter=wanted,
    )


def tabs_of(draft: Draft, lane: Lane) -> tuple[BoardTab, ...]:
    """The lanes as tabs, one of them open."""
    return tuple(_tab(draft, one, current=one == lane) for one in Lane)


def row_of_board(draft: Draft, key: str) -> BoardRow:
    """One duty's row. Raises StopIteration where the draft has no such duty."""
    duty = next(duty for duty in draft.described.duties if duty.key == key)
    alike = [one for one in draft.described.duties_of(duty.lane) if one.area == duty.area]
    reading = Reading.of(draft.described, None)
    return _row(draft, reading, duty, draft.observations_of(key), alike)


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


def _areas(draft: Draft, lane: Lane, wanted: Filter) -> tuple[BoardArea, ...]:
    """The lane's duties by area, in the catalogue's order of areas; those of no known area come last."""
    observations = _by_duty(draft.observations)
    duties = draft.described.duties_of(lane)
    names = area_names(lane)
    groups = {code: [duty for duty in duties if duty.area == code] for code in names}
    groups[""] = [duty for duty in duties if duty.area not in names]
    rest = missing_of(draft.described, lane)
    reading = Reading.of(draft.described, None)
    keywords = wanted.keywords(lane)
    found = []
    for code, group in groups.items():
        rows = tuple(
            _row(draft, reading, duty, observations.get(duty.key, ()), group)
            for duty in group
            if wanted.takes(duty, keywords)
        )
        if rows:
            undecided = sum(duty.responsible is None for duty in group)
            unnamed = "" if len(groups[""]) == len(duties) else _("Other duties")
            found.append(BoardArea(code, names.get(code, unnamed), rows, undecided + len(rest.get(code, ()))))
    return tuple(found)


def _by_duty(observations: Iterable[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    found: dict[str, tuple[Observation, ...]] = {}
    for observation in observations:
        if observation.key:
            found[observation.key] = (*found.get(observation.key, ()), observation)
    return found


def _row(
    draft: Draft,
    reading: Reading,
    duty: Duty,
    observations: tuple[Observation, ...],
    alike: Sequence[Duty],
) -> BoardRow:
    done = duty.responsible != Responsible.EXCLUDED
    unit = phrases.unit_of(duty) if done else ""
    rhythm = phrases.often(reading, duty).removeprefix(unit) if done else ""
    return BoardRow(
        duty=duty,
        url=reverse("drafting:duty", kwargs={"number": draft.engagement.number, "key": duty.key}),
        state=state_of(duty),
        who=str(RESPONSIBLE[duty.responsible]) if duty.responsible else _("To be decided"),
        person=reading.name(duty.person),
        amount=QUANTITY.prepare_value(duty.quantity) or "",
        unit=unit,
        apart=rhythm.startswith(","),
        rhythm=rhythm.lstrip(", "),
        counted=done and (duty.quantity is not None or duty.responsible in (Responsible.STUDIO, None)),
        observations=observations,
        first=duty is alike[0],
        last=duty is alike[-1],
    )
