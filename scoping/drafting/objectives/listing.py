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
from ..lanes import lane_titles
from ..places import Observation

HORIZONS, CONTROLS = dict(ObjectiveRow.HORIZONS), dict(ObjectiveRow.CONTROLS)


@dataclass(frozen=True, slots=True)
class ListedObjective:
    """One objective: its mark (M1), its figures as the document prints them, what it serves by name."""

    objective: Objective
    mark: str
    today: str
    target: str
    horizon: str
    control: str
    serves: tuple[str, ...]
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


def objectives_of(draft: Draft) -> tuple[RoleObjectives, ...]:
    """Both roles with their objectives, in their order."""
    reading = Reading.of(draft.described, None)
    marked = {objective.key: mark for lane in ROLE_LANES for mark, objective in reading.objectives(lane)}
    roles = []
    for lane in ROLE_LANES:
        own = [objective for _mark, objective in reading.objectives(lane)]
        rows = tuple(
            _row(draft, reading, objective, marked, first=place == 0, last=place == len(own) - 1)
            for place, objective in enumerate(own)
        )
        roles.append(RoleObjectives(lane, LETTERS[lane], lane_titles()[lane], rows))
    return tuple(roles)


def _row(
    draft: Draft, reading: Reading, objective: Objective, marked: dict[str, str], *, first: bool, last: bool
) -> ListedObjective:
    names = {one.key: one.name for one in draft.described.objectives}
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
        serves=tuple(f"{marked[key]} {names[key]}" for key in objective.serves if key in marked),
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
