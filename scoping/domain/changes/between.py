"""The Changes that lie between two Scopes."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from ..scope import Scope
from .change import PARTED, PLAIN, ROWS, Change, key_of


def changes_between(before: Scope, after: Scope) -> tuple[Change, ...]:
    """What makes the second Scope of the first; nothing where they are equal."""
    found: list[Change] = []
    for name in PLAIN:
        found += _field_change(name, "", getattr(before, name), getattr(after, name))
    for name in PARTED:
        old, new = getattr(before, name), getattr(after, name)
        for member in dataclasses.fields(old):
            found += _field_change(name, member.name, getattr(old, member.name), getattr(new, member.name))
    for name in ROWS:
        found += _row_changes(name, getattr(before, name), getattr(after, name))
    return tuple(found)


def _field_change(part: str, key: str, before: Any, after: Any) -> Iterator[Change]:
    if before != after:
        yield Change(part=part, key=key, before=before, after=after)


def _row_changes(part: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = {key_of(row): row for row in before}, {key_of(row): row for row in after}
    under_old, under_new = _above(list(old)), _above(list(new))
    staying = _staying(list(old), list(new))
    for key, row in new.items():
        moved = key not in staying
        if old.get(key) != row or moved:
            yield Change(
                part=part,
                key=key,
                before=old.get(key),
                after=row,
                above_before=under_old.get(key) if moved else None,
                above_after=under_new[key] if moved else None,
            )
    for key, row in old.items():
        if key not in new:
            yield Change(part=part, key=key, before=row, above_before=under_old[key])


def _above(keys: Sequence[str]) -> dict[str, str]:
    return dict(zip(keys, ["", *keys], strict=False))


def _staying(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """As many as possible of those in both that stand in the same order: the others came, or moved."""
    places = {key: place for place, key in enumerate(old)}
    common = [key for key in new if key in places]
    ends: list[int] = []  # of the rising runs of each length, the one with the lowest last place
    keys: list[str] = []
    before: dict[str, str | None] = {}
    for key in common:
        length = bisect_left(ends, places[key])
        before[key] = keys[length - 1] if length else None
        ends[length : length + 1] = [places[key]]
        keys[length : length + 1] = [key]
    staying: set[str] = set()
    last = keys[-1] if keys else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return staying
