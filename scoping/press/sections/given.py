"""What a role receives and what others do for it: guidelines, and duties of the client or of third
parties."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoping.domain.scope import Guideline
from scoping.domain.words import Holder, Lane, Party, Responsible

from .. import phrases
from ..reading import NOTHING, Reading
from ..rows import Row
from ..typography import decapitalised, is_tall, ranges, typeset, unbroken

ON_ONE_LINE = 30  # characters: a third of the column
_PARTIES = {Holder.STUDIO: Party.STUDIO, Holder.CLIENT: Party.CLIENT, Holder.THIRD: Party.THIRD}


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One line that somebody owes: what, what for, who, by when. `number` is empty for a guideline."""

    number: str
    name: str
    detail: str
    who: str
    due: str

    @property
    def tall(self) -> bool:
        """Whether the row may break over pages."""
        return is_tall(self.name, self.detail)


@dataclass(frozen=True, slots=True)
class GivenTable:
    """What the client, or others, give and do for a role."""

    title: str
    who_head: str
    due_head: str
    rows: tuple[GivenRow, ...]


def given_tables(reading: Reading, lane: Lane) -> tuple[GivenTable, ...]:
    """What a lane needs from the client, then from others; each guideline and each such duty once."""
    names, rows = reading.words.names, reading.rows
    guidelines = [guideline for guideline in reading.scope.guidelines if guideline.lane == lane]
    from_client = [line for line in guidelines if line.source == Party.CLIENT]
    from_others = [line for line in guidelines if line.source != Party.CLIENT]
    tables = []
    for title, lines, duties in (
        (names.from_you, from_client, rows.of_lane(lane, Responsible.CLIENT)),
        (names.from_others, from_others, rows.of_lane(lane, Responsible.THIRD)),
    ):
        if lines or duties:
            tables.append(
                GivenTable(
                    title,
                    names.giver if lines else names.doer,
                    names.when,
                    (*_guidelines(reading, lines), *(_duty(reading, row) for row in duties)),
                )
            )
    return tuple(tables)


def owed_by_marketing(reading: Reading) -> GivenTable | None:
    """What marketing owes to social media, where the studio does not lead it; None where nothing is owed."""
    held_by = reading.scope.role(Lane.MARKETING).held_by
    if held_by == Holder.STUDIO:
        return None
    party = _PARTIES.get(held_by)
    lines = [
        line
        for line in reading.scope.guidelines
        if line.lane == Lane.SOCIAL and (party is None or line.source == party)
    ]
    names = reading.words.names
    return GivenTable(names.owed, names.giver, names.when, _guidelines(reading, lines)) if lines else None


def _guidelines(reading: Reading, lines: Iterable[Guideline]) -> tuple[GivenRow, ...]:
    return tuple(_guideline(reading, line) for line in lines)


def _guideline(reading: Reading, line: Guideline) -> GivenRow:
    needing = reading.rows.needing(line.key)
    details = [decapitalised(typeset(line.description)).rstrip(".")]
    if needing:
        details.append(_together(reading.words.rows(ranges(needing))))
    return GivenRow(
        number="",
        name=typeset(line.name),
        detail=", ".join(detail for detail in details if detail),
        who=_who(reading, line),
        due=phrases.due(reading, line.when),
    )


def _together(rows: str) -> str:
    """Rows on one line, so that no number stands alone on the next; many of them may break."""
    return unbroken(rows) if len(rows) <= ON_ONE_LINE else rows


def _who(reading: Reading, line: Guideline) -> str:
    names = reading.words.names
    parties = {
        Party.STUDIO: typeset(reading.scope.studio.name),
        Party.CLIENT: names.client,
        Party.THIRD: names.third,
        None: names.undecided,
    }
    return reading.name(line.person) or parties[line.source]


def _duty(reading: Reading, row: Row) -> GivenRow:
    duty = row.duty
    person = reading.scope.person(duty.person)
    party = (
        reading.words.names.client if duty.responsible == Responsible.CLIENT else reading.words.names.third
    )
    who = typeset(person.name) if person else party
    if person and person.organisation:
        who = f"{who}, {typeset(person.organisation)}"
    quantity = phrases.quantity(reading, duty)
    often = phrases.often_set(reading, duty)
    return GivenRow(
        number=str(row.number),
        name=typeset(duty.name),
        detail=decapitalised(typeset(duty.deliverable)),
        who=who,
        due=" ".join(part for part in (quantity, often) if part) or NOTHING,
    )
