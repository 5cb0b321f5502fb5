"""The objectives as rows that are read as text, and what the catalogue still has."""

from dataclasses import dataclass
from decimal import Decimal

from scoping.catalogue.models import CatalogueObjective
from scoping.catalogue.offers import objective_offer
from scoping.domain.scope import Objective
from scoping.domain.words import ROLE_LANES, Lane
from scoping.engagements.models import Objective as ObjectiveRow
from scoping.press import figures
from scoping.press.reading import LETTERS, Reading

from ..draft import Draft
from ..guard import state_of
from ..lanes import lane_titles
from ..places import Observation

HORIZONS, CONTROLS = dict(ObjectiveRow.HORIZONS), dict(ObjectiveRow.CONTROLS)


@dataclass(frozen=True, slots=True)
class Link:
    """A marketing objective that a social one may serve: its key, mark and name, and whether it does."""

    key: str
    mark: str
    name: str
    serves: bool


@dataclass(frozen=True, slots=True)
class ListedObjective:
    """One objective: its mark (M1), its figures as the document prints them; a social one's links; `state`
    tells what the row was when it was drawn; `opened`: the focus comes back to what opens it."""

    objective: Objective
    mark: str
    today: str
    target: str
    horizon: str
    control: str
    links: tuple[Link, ...]
    state: str
    opened: bool
    observations: tuple[Observation, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class RoleObjectives:
    """The objectives of one role."""

    lane: Lane
    letter: str
    title: str
    rows: tuple[ListedObjective, ...]


def objectives_of(draft: Draft, opened: str = "") -> tuple[RoleObjectives, ...]:
    """Both roles with their objectives, in their order; `opened` is the row to which the focus comes back."""
    reading = Reading.of(draft.described, None)
    marked = {objective.key: mark for lane in ROLE_LANES for mark, objective in reading.objectives(lane)}
    roles = []
    for lane in ROLE_LANES:
        own = [objective for _mark, objective in reading.objectives(lane)]
        rows = tuple(
            _row(
                draft,
                reading,
                objective,
                marked,
                opened=objective.key == opened,
                first=place == 0,
                last=place == len(own) - 1,
            )
            for place, objective in enumerate(own)
        )
        roles.append(RoleObjectives(lane, LETTERS[lane], lane_titles()[lane], rows))
    return tuple(roles)


def _row(
    draft: Draft,
    reading: Reading,
    objective: Objective,
    marked: dict[str, str],
    *,
    opened: bool,
    first: bool,
    last: bool,
) -> ListedObjective:
    marketing = [one for _mark, one in reading.objectives(Lane.MARKETING)]
    offered = marketing if objective.lane == Lane.SOCIAL else []
    currency, language = draft.described.currency, draft.described.language

    def measured(value: Decimal | None) -> str:
        return figures.measure(value, objective.unit, currency, language) if value is not None else ""

    return ListedObjective(
        objective=objective,
        mark=marked[objective.key],
        today=measured(objective.baseline),
        target=measured(objective.target),
        horizon=str(HORIZONS[objective.horizon]),
        control=str(CONTROLS[objective.control]),
        links=tuple(Link(one.key, marked[one.key], one.name, one.key in objective.serves) for one in offered),
        state=state_of(objective),
        opened=opened,
        observations=draft.observations_of(objective.key),
        first=first,
        last=last,
    )


@dataclass(frozen=True, slots=True)
class ObjectiveOffers:
    """What the catalogue has for a role; `shown` are those that the engagement lacks."""

    shown: tuple[Objective, ...]
    codes: tuple[str, ...]

    @property
    def here(self) -> int:
        """How many the engagement has already."""
        return len(self.codes) - len(self.shown)


def offers(draft: Draft, lane: Lane) -> ObjectiveOffers:
    """The catalogue's objectives of a role, worded in the engagement's language."""
    rows = list(CatalogueObjective.objects.filter(lane=lane))
    taken = {objective.code for objective in draft.described.objectives}
    shown = tuple(objective_offer(row, draft.described.language) for row in rows if row.code not in taken)
    return ObjectiveOffers(shown, tuple(row.code for row in rows))
