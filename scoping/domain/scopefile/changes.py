"""Changes as JSON: kept for undo, carried by what proposes them. Read with the types and limits of scope
files."""

import typing
from collections.abc import Iterable
from typing import Any

from ..changes import Change
from ..changes.change import PARTED, ROWS
from ..limits import LIMITS
from ..scope import Scope
from ..snapshot import plain
from .building import Builder, hints_of
from .faults import ScopeFileErrors


def plain_changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as JSON knows them (`canonical_json` makes a text of it)."""
    return [plain(change) for change in changes]


def read_changes(kept: Iterable[dict[str, Any]]) -> tuple[Change, ...]:
    """The changes again. Raises ScopeFileErrors where a value is none that a Scope can hold."""
    builder = Builder()
    found = []
    for place, one in enumerate(kept):
        values = {
            name: _value(builder, one["part"], one.get("key", ""), one.get(name), f"$[{place}].{name}")
            for name in ("before", "after")
        }
        found.append(Change(**{**one, **values}))
    if builder.faults:
        raise ScopeFileErrors(builder.faults)
    return tuple(found)


def _value(builder: Builder, part: str, key: str, raw: Any, path: str) -> Any:
    hint = hints_of(Scope)[part]
    if raw is None:
        return None
    if part in ROWS:
        return builder.record(typing.get_args(hint)[0], raw, path)
    if part in PARTED:
        return builder.value(hints_of(hint)[key], raw, path, LIMITS.get(hint, {}).get(key))
    return builder.value(hint, raw, path, LIMITS[Scope].get(part))
