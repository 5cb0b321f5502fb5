"""Changes applied to a Scope."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..scope import Person, Scope
from ..words import Party
from .change import PARTED, ROWS, Change, ChangedSince, key_of, row_of
from .links import Link, loose_links, named_persons


def applied(scope: Scope, changes: Iterable[Change]) -> Scope:
    """The Scope with these changes. Raises ChangedSince where what one of them changes is not what it was, or
    where a row would be left that names somebody or something that is not there.

    Two things are forgiven. A row whose neighbour is gone goes to the end of its list. Who a person of the
    studio or the client is, is said outside the draft, so that only whether they are named in it matters; one
    whom something else still names stays.
    """
    of_part: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        of_part[change.part].append(change)
    values: dict[str, Any] = {}
    for part, asked in of_part.items():
        if part in ROWS:
            values[part] = _changed_rows(getattr(scope, part), asked)
        elif part in PARTED:
            values[part] = _changed_members(getattr(scope, part), asked)
        else:
            values[part] = _changed_field(getattr(scope, part), asked)
    done = _still_named(scope, dataclasses.replace(scope, **values))
    _check_links(scope, done, of_part)
    return done


def _changed_field(value: Any, changes: Sequence[Change]) -> Any:
    for change in changes:
        if value != change.before:
            raise ChangedSince(change, value)
        value = change.after
    return value


def _changed_members(whole: Any, changes: Sequence[Change]) -> Any:
    for change in changes:
        value = _changed_field(getattr(whole, change.key), [change])
        whole = dataclasses.replace(whole, **{change.key: value})
    return whole


def _changed_rows(rows: Sequence[Any], changes: Sequence[Change]) -> tuple[Any, ...]:
    values = {key_of(row): row for row in rows}
    order = list(values)
    placed: dict[str, str] = {}
    for change in changes:
        found = values.get(change.key)
        if not _is_as_it_was(change, found):
            raise ChangedSince(change, found)
        if change.after is None:
            values.pop(change.key, None)
        elif found is None or change.before is not None:
            values[change.key] = change.after
            if change.above_after is not None or found is None:
                placed[change.key] = change.above_after or ""
    order = [key for key in order if key in values and key not in placed]
    _place(order, placed)
    return tuple(values[key] for key in order)


def _is_as_it_was(change: Change, found: Any) -> bool:
    if found == change.before:
        return True
    person = change.before or change.after
    if not isinstance(person, Person) or person.party == Party.THIRD:
        return False
    if change.before is None:
        return bool(found.party == person.party and found.name == person.name)
    return change.after is None


def _place(order: list[str], placed: dict[str, str]) -> None:
    """Put each key behind the one it stands under, as soon as that one has its place."""
    waiting = dict(placed)
    while waiting:
        key = next((key for key, above in waiting.items() if not above or above in order), None)
        if key is None:  # their neighbours are gone
            key = next(iter(waiting))
            order.append(key)
            del waiting[key]
            continue
        above = waiting.pop(key)
        order.insert(order.index(above) + 1 if above else 0, key)


def _still_named(before: Scope, after: Scope) -> Scope:
    """With those of the studio and of the client who were to go but are named by something else."""
    here = {person.key for person in after.persons}
    missing = named_persons(after) - here
    kept = [one for one in before.persons if one.key in missing and one.party != Party.THIRD]
    return dataclasses.replace(after, persons=(*after.persons, *kept)) if kept else after


def _check_links(before: Scope, after: Scope, of_part: dict[str, list[Change]]) -> None:
    loose: set[Link] = loose_links(after) - loose_links(before)
    if not loose:
        return
    blamed = min(loose)
    asked = [change for changes in of_part.values() for change in changes]
    own = [one for one in asked if one.part == blamed.part and one.key in ("", blamed.key)]
    cause = [one for one in asked if one.key == blamed.names and one.after is None]
    raise ChangedSince((cause or own or asked)[0], row_of(after, blamed.part, blamed.key))
