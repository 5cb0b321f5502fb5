"""What rows of a Scope name: persons, and the marketing objectives that social ones serve."""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from ..scope import Scope
from ..words import Lane, Party


class Link(NamedTuple):
    """A row (empty key: the frame) that names another one by its key."""

    part: str
    key: str
    names: str


def person_links(scope: Scope) -> Iterator[Link]:
    """Everything that names a person."""
    if scope.signed_for_studio:
        yield Link("signed_for_studio", "", scope.signed_for_studio)
    for function in scope.functions:
        yield Link("functions", f"{function.kind.value}:{function.person}", function.person)
    for role in scope.roles:
        for person in (role.lead, *role.others):
            if person:
                yield Link("roles", role.lane.value, person)
    for part in ("guidelines", "autonomy", "duties"):
        for row in getattr(scope, part):
            if row.person:
                yield Link(part, row.key, row.person)


def named_persons(scope: Scope) -> set[str]:
    """The keys of those whom something names."""
    return {link.names for link in person_links(scope)}


def loose_links(scope: Scope) -> set[Link]:
    """The links that lead nowhere. What a duty needs may be missing: that is a gap in the work, no fault."""
    persons = {person.key for person in scope.persons}
    marketing = {one.key for one in scope.objectives if one.lane == Lane.MARKETING}
    loose = {link for link in person_links(scope) if link.names not in persons}
    return loose | {
        Link("objectives", objective.key, key)
        for objective in scope.objectives
        for key in objective.serves
        if key not in marketing
    }


def without_idle(before: Scope, after: Scope) -> Scope:
    """The Scope without persons of the studio or the client who were named before and are no longer: it names
    nobody in vain. A third party's person stays, since nobody else knows who that is."""
    idle = named_persons(before) - named_persons(after)
    if not idle:
        return after
    staying = (one for one in after.persons if one.key not in idle or one.party == Party.THIRD)
    return dataclasses.replace(after, persons=tuple(staying))
