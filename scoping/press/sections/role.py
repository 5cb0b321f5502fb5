"""The section of a role, and of adjacent work: who, objectives, duties in full, what others give and do."""

from dataclasses import dataclass

from scoping.domain.words import FeeLane, Holder, Lane, Responsible

from ..reading import Fact, Reading
from .autonomy import AutonomyLine, autonomy_lines
from .duties import DutyRow, duty_rows
from .facts import role_facts
from .given import GivenTable, given_tables, owed_by_marketing
from .objectives import ObjectiveRow, objective_rows


@dataclass(frozen=True, slots=True)
class Role:
    """A role's section; `kind` is its lane, for colour; `letter` that of its dots."""

    kind: str
    title: str
    lead: str
    facts: tuple[Fact, ...]
    objectives: tuple[ObjectiveRow, ...]
    duties: tuple[DutyRow, ...]
    nothing: tuple[str, ...]
    given: tuple[GivenTable, ...]
    autonomy: tuple[AutonomyLine, ...] = ()

    @property
    def bar(self) -> str:
        """The colour of the section's bar: its lane's; adjacent work wears none."""
        return self.kind if self.kind in ("marketing", "social") else ""

    @property
    def serving(self) -> bool:
        """Whether objectives name what they serve."""
        return any(row.serves for row in self.objectives)


def role(reading: Reading, lane: Lane) -> Role:
    """The section of one of the two roles, whoever holds it."""
    words, held_by = reading.words, reading.scope.role(lane).held_by
    objectives, duties = objective_rows(reading, lane), duty_rows(reading, lane)
    nothing = []
    if held_by == Holder.STUDIO:
        nothing += [] if duties else [words.no_duties]
        nothing += [] if objectives else [words.no_objectives]
        lead = words.role_lead[lane]
    else:
        lead = (words.nobody_lead if held_by == Holder.NOBODY else words.elsewhere_lead)[lane]
    given = given_tables(reading, lane)
    owed = owed_by_marketing(reading) if lane == Lane.MARKETING else None
    if owed and held_by == Holder.NOBODY:
        lead = f"{lead} {words.guidelines_from}"
    return Role(
        kind=lane.value,
        title=words.sections[lane.value],
        lead=lead,
        facts=role_facts(reading, lane),
        objectives=objectives,
        duties=duties,
        nothing=tuple(nothing),
        given=(*given, owed) if owed else given,
        autonomy=autonomy_lines(reading) if lane == Lane.SOCIAL else (),
    )


def adjacent(reading: Reading) -> Role | None:
    """The section of adjacent work that somebody does; None where there is none."""
    words, lane = reading.words, Lane.ADJACENT
    given = given_tables(reading, lane)
    included = (
        bool(reading.rows.of_lane(lane, Responsible.STUDIO))
        or reading.fees.lane(FeeLane.ADJACENT) is not None
    )
    if not (included or given):
        return None
    return Role(
        kind=lane.value,
        title=words.sections["adjacent" if included else "others"],
        lead=words.adjacent_lead if included else words.others_lead,
        facts=role_facts(reading, lane) if included else (),
        objectives=objective_rows(reading, lane),
        duties=duty_rows(reading, lane),
        nothing=(),
        given=given,
    )
