"""The rows of the whole document: which duty has which number, everywhere the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoping.domain.scope import Duty, Scope
from scoping.domain.words import Lane, Responsible

LANES = (Lane.MARKETING, Lane.SOCIAL, Lane.ADJACENT)
_ORDER: tuple[Responsible | None, ...] = (
    Responsible.STUDIO,
    Responsible.CLIENT,
    Responsible.THIRD,
    None,
    Responsible.EXCLUDED,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A duty with its number, the same in every section."""

    number: int
    duty: Duty


@dataclass(frozen=True, slots=True)
class Rows:
    """Every duty, numbered: by lane, within a lane by who does it, then in reading order."""

    all: tuple[Row, ...]

    @classmethod
    def of(cls, scope: Scope) -> "Rows":
        """Number the duties of a scope."""
        ordered = sorted(
            scope.duties, key=lambda duty: (LANES.index(duty.lane), _ORDER.index(duty.responsible))
        )
        return cls(tuple(Row(number, duty) for number, duty in enumerate(ordered, start=1)))

    def of_lane(self, lane: Lane, *responsible: Responsible | None) -> tuple[Row, ...]:
        """The rows of one lane, all or those of some responsible parties."""
        return tuple(
            row
            for row in self.all
            if row.duty.lane == lane and (not responsible or row.duty.responsible in responsible)
        )

    def of_party(self, responsible: Responsible) -> tuple[Row, ...]:
        """The rows of one responsible party, over all lanes."""
        return tuple(row for row in self.all if row.duty.responsible == responsible)

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The numbers of the duties with these keys; a key that names nothing is left out."""
        wanted = set(keys)
        return [row.number for row in self.all if row.duty.key in wanted]

    def needing(self, guideline: str) -> list[int]:
        """The numbers of the duties that need a guideline and that somebody does."""
        nobody = (None, Responsible.EXCLUDED)
        return [
            row.number
            for row in self.all
            if guideline in row.duty.needs and row.duty.responsible not in nobody
        ]
