"""Not included: one row each, with a reason of its own and what to do if it is needed; then how a line is
added."""

from dataclasses import dataclass

from scoping.domain.scope import Duty
from scoping.domain.words import IfNeeded, Responsible

from ..reading import NOTHING, Reading
from ..typography import is_tall, sentence, typeset


@dataclass(frozen=True, slots=True)
class ExcludedRow:
    """One duty that is not included."""

    number: int
    name: str
    reason: str
    needed: str

    @property
    def tall(self) -> bool:
        """Whether the row may break over pages."""
        return is_tall(self.name, self.reason)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how a line is added."""

    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """The section; without rows it says that nothing was left out, and still how a line is added."""

    title: str
    lead: str
    rows: tuple[ExcludedRow, ...]
    steps_title: str
    steps: tuple[Step, ...]
    kind: str = "excluded"
    bar: str = "excluded"


def excluded(reading: Reading) -> Excluded:
    """The section of this scope."""
    words = reading.words
    rows = tuple(
        ExcludedRow(
            row.number,
            typeset(row.duty.name),
            sentence(typeset(row.duty.reason)) or words.no_reason,
            _needed(reading, row.duty),
        )
        for row in reading.rows.of_party(Responsible.EXCLUDED)
    )
    return Excluded(
        title=words.sections["excluded"],
        lead=words.excluded_lead if rows else words.nothing_excluded,
        rows=rows,
        steps_title=words.names.adding,
        steps=tuple(Step(number, title, text) for number, (title, text) in enumerate(words.adding, start=1)),
    )


def _needed(reading: Reading, duty: Duty) -> str:
    if duty.if_needed is None:
        return NOTHING
    rate = reading.scope.terms.hourly_rate
    if duty.if_needed == IfNeeded.HOURLY and rate is not None:
        return reading.words.hourly_if_needed(reading.money(rate))
    return reading.words.if_needed[duty.if_needed]
