"""How much social media decides alone: one dot a row."""

from dataclasses import dataclass

from scoping.domain.words import Decision

from ..reading import NOTHING, Reading
from ..typography import decapitalised, typeset

_PLACES = tuple(Decision)


@dataclass(frozen=True, slots=True)
class AutonomyLine:
    """One row: what it is about, where its dot stands and what it says, and whose word is asked."""

    name: str
    detail: str
    place: int
    decision: str
    whom: str


def autonomy_lines(reading: Reading) -> tuple[AutonomyLine, ...]:
    """The rows of the autonomy matrix; a row that nobody decided stands in the first column, undecided."""
    words, lines = reading.words, []
    for row in reading.scope.autonomy:
        whom = reading.name(row.person)
        within = words.within_days(row.days) if row.days is not None else ""
        detail = ", ".join(part for part in (decapitalised(typeset(row.detail)).rstrip("."), within) if part)
        lines.append(
            AutonomyLine(
                name=typeset(row.name),
                detail=detail,
                place=_PLACES.index(row.decision) if row.decision else 0,
                decision=words.decisions[row.decision] if row.decision else words.names.undecided,
                whom=whom or NOTHING,
            )
        )
    return tuple(lines)
