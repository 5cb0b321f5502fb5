"""Two windows, one row: a form tells what the row was when it was read, and never overwrites unknowingly."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from scoping.domain.canonical import canonical_hash
from scoping.domain.changes import row_of
from scoping.domain.scope import Scope
from scoping.domain.snapshot import plain
from scoping.kit.days import day_text
from scoping.studios.access import StudioRequest

from . import kept
from .draft import Draft
from .models import DraftChange

SIGNS = 16  # of a hash: enough to tell two states of one row apart


@lru_cache(maxsize=4096)
def state_of(value: Any) -> str:
    """What a row is like, in a few signs: equal for equal values; empty for a row that is not there."""
    return "" if value is None else canonical_hash(plain(value))[:SIGNS]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which what was typed is not what is there now."""

    label: str
    now: str


@dataclass
class Guard:
    """What a form was read upon, against what is there now.

    `rows` are the rows that it changes, as "duties:posts"; `look` finds in a Scope what they are, and `value`
    is what is there now (None: the row is gone); `read` and `overwritten` are the states that were posted:
    the one that the page was made of, and the one that its reader agreed to overwrite.
    """

    draft: Draft
    rows: tuple[str, ...]
    look: Callable[[Scope], Any]
    value: Any
    read: str = ""
    overwritten: str = ""
    differences: tuple[Difference, ...] = ()

    @cached_property
    def state(self) -> str:
        """The state that is there now."""
        return state_of(self.value)

    @property
    def carried(self) -> str:
        """What the form carries along: what it was read upon, also through a conflict."""
        return self.read or self.state

    @property
    def is_gone(self) -> bool:
        """Whether the row is there no more."""
        return self.value is None

    @property
    def conflict(self) -> bool:
        """Whether what is there now is not what the form was read upon, and nobody agreed to overwrite it."""
        return bool(self.read) and self.state != self.read and self.overwritten != self.agreed

    @property
    def agreed(self) -> str:
        """What the button that overwrites says: exactly the state that its reader sees; "gone" for none."""
        return self.state or "gone"

    @cached_property
    def last(self) -> DraftChange | None:
        """The save that changed it, where it is still known."""
        found = [kept.last_of_row(self.draft.engagement, *row.split(":", 1)) for row in self.rows]
        return max((one for one in found if one is not None), key=lambda one: one.pk, default=None)

    @property
    def is_own(self) -> bool:
        """Whether its reader changed it too, in another window."""
        return self.last is not None and self.last.user == self.draft.author.user

    def compare(self, form: forms.BaseForm, fresh: forms.BaseForm) -> None:
        """Remember in which fields what was typed is not what is there: `fresh` is the unbound form of it."""
        self.differences = tuple(
            Difference(str(field.label), shown(fresh[field.name]))
            for field in form
            if field.name in fresh.fields and shown(field) != shown(fresh[field.name])
        )

    def renewed(self) -> "Guard":
        """The guard of the same rows behind a save: what is there now is what one goes on from."""
        value = self.look(self.draft.described)
        return replace(self, value=value, read="", overwritten="", differences=())

    def status(self, form: forms.BaseForm) -> int:
        """The answer's status when the form is shown: 409 in a conflict, 422 where input was refused."""
        return 409 if self.conflict else 422 if form.is_bound else 200


def guard_of(draft: Draft, part: str, key: str) -> Guard:
    """The guard of one row, of which nothing is posted: `part` is the Scope's list ("fees", "roles", ...)."""
    rows, look = (f"{part}:{key}",), partial(row_of, part=part, key=key)
    return Guard(draft, rows, look, look(draft.described))


def row_guard(request: StudioRequest, draft: Draft, part: str, key: str) -> Guard:
    """The guard of one row, against what was posted."""
    return _posted(request, guard_of(draft, part, key))


def fields_guard(request: StudioRequest, draft: Draft, *names: str) -> Guard:
    """The guard of fields of the frame: "title", "months", or members such as "terms.rounds"."""
    parted = [name.partition(".") for name in names]
    rows = tuple(f"{part}:{member}" for part, _dot, member in parted)

    def look(described: Scope) -> tuple[Any, ...]:
        return tuple(
            getattr(getattr(described, part), member) if member else getattr(described, part)
            for part, _dot, member in parted
        )

    return _posted(request, Guard(draft, rows, look, look(draft.described)))


def _posted(request: StudioRequest, guard: Guard) -> Guard:
    sent = request.POST
    return replace(guard, read=sent.get("state", ""), overwritten=sent.get("overwrite", ""))


def shown(field: BoundField) -> str:
    """What a field holds, in the words that its form has for it."""
    value, choices = field.value(), dict(_flat(getattr(field.field, "choices", ())))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list | tuple):
        return ", ".join(choices.get(str(one), str(one)) for one in value) or _("nothing")
    if value is None or value == "":
        return choices.get("", _("nothing"))
    return day_text(value) if isinstance(value, dt.date) else choices.get(str(value), str(value))


def _flat(choices: Any) -> Iterator[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
