"""What changed from one Scope to the next: as values that can be applied and taken back (`change`), and told
in the document's language for its first page (`sentences`).

Phrases without a capital or a full stop, most telling first: money, hands, what is in and out, then the rest.
"""

from itertools import chain

from ..scope import Scope
from ..wording import either
from .applying import applied
from .between import changes_between
from .change import Change, ChangedSince, inverse, key_of, row_of
from .frame import other_changes, role_changes, time_changes
from .links import without_idle
from .money import fee_changes, term_changes
from .rows import clause_changes, duty_changes, objective_changes

__all__ = [
    "MOST_TOLD",
    "Change",
    "ChangedSince",
    "applied",
    "changes_between",
    "inverse",
    "key_of",
    "row_of",
    "sentences",
    "without_idle",
]

MOST_TOLD = 6

_FAMILIES = (
    fee_changes,
    role_changes,
    duty_changes,
    time_changes,
    objective_changes,
    term_changes,
    clause_changes,
    other_changes,
)


def sentences(before: Scope, after: Scope, most: int = MOST_TOLD) -> tuple[str, ...]:
    """The differences, at most so many; the last of many says how many more there are.

    Empty exactly where both say the same, whatever their dates (`snapshot.same_content`).
    """
    language = after.language
    told = tuple(chain.from_iterable(family(before, after, language) for family in _FAMILIES))
    if len(told) <= most:
        return told
    more = len(told) - most + 1
    return (*told[: most - 1], either(language, f"altre {more} modifiche", f"{more} more changes"))
