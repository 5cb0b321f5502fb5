"""Changes as values: what one Scope must undergo to become another, applied by one function, undone by its
inverse.

A suggestion, a proposal, an update of the catalogue, an amendment, a step of undo: all are tuples of Changes.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..scope import Function, RoleAssignment, Scope

# The lists of rows, whom they name before those who name them.
ROWS = (
    "persons", "functions", "roles", "guidelines", "autonomy", "duties", "objectives", "fees", "clauses",
)  # fmt: skip
PARTED = ("studio", "client", "terms")  # fields of the frame that change member by member
PLAIN = tuple(
    field.name for field in dataclasses.fields(Scope) if field.name not in ROWS and field.name not in PARTED
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two Scopes: a row that came, went, changed or moved, or a field of the frame.

    `part` is the Scope's field. Of a row, `key` is its key, and the value before it came and after it went is
    None; where its place matters, `above_before` and `above_after` are the keys of the rows it stands under
    ("" for the first place; None: it stays where it is, or is not there). Of the frame, `key` names a member
    of studio, client or terms, and is empty elsewhere.
    """

    part: str
    key: str = ""
    before: Any = None
    after: Any = None
    above_before: str | None = None
    above_after: str | None = None

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(
            part=self.part,
            key=self.key,
            before=self.after,
            after=self.before,
            above_before=self.above_after,
            above_after=self.above_before,
        )

    @property
    def is_row(self) -> bool:
        """Whether it is about a row, not a field of the frame."""
        return self.part in ROWS


class ChangedSince(Exception):
    """What a Change would change is no longer what it was: somebody changed it since. `change` says which
    one, `found` what is there now."""

    def __init__(self, change: Change, found: Any) -> None:
        super().__init__(f"{change.part} {change.key}".strip())
        self.change, self.found = change, found


def key_of(row: Any) -> str:
    """What a row is known by in its list; functions and role assignments have no key of their own."""
    if isinstance(row, Function):
        return f"{row.kind.value}:{row.person}"
    if isinstance(row, RoleAssignment):
        return row.lane.value
    return str(row.key)


def row_of(scope: Scope, part: str, key: str) -> Any:
    """The row of that key in one of the lists; None where it is not there."""
    return next((row for row in getattr(scope, part) if key_of(row) == key), None)


def inverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """What takes all of them back, the last one first."""
    return tuple(change.inverse for change in reversed(changes))
