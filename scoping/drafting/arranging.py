"""The reading order of a draft's rows: where a new one goes, and how one moves."""

import re
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from django import forms
from django.core.validators import RegexValidator
from django.db import models

from scoping.engagements.models.rows import EngagementRow

Row = TypeVar("Row", bound=EngagementRow)

Rows = models.QuerySet[Any] | models.Manager[Any]

FRESH = r"own-[0-9a-f]{12}"


def arrange(rows: Sequence[EngagementRow]) -> None:
    """Write down the order in which these rows stand: all those of one kind that an engagement has."""
    moved = []
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
            moved.append(row)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["position"])


def all_alike(_row: EngagementRow) -> int:
    """The group and rank of rows among which there are none."""
    return 0


def move(rows: Iterable[Row], key: str, *, up: bool, group: Callable[[Row], Any] = all_alike) -> None:
    """Let a row change places with the nearest one above it (or below) of the same group; an outermost one
    stays."""
    ordered = list(rows)
    place = next(place for place, row in enumerate(ordered) if row.key == key)
    way = range(place - 1, -1, -1) if up else range(place + 1, len(ordered))
    own = group(ordered[place])
    other = next((there for there in way if group(ordered[there]) == own), None)
    if other is not None:
        ordered[place], ordered[other] = ordered[other], ordered[place]
        arrange(ordered)


def insert(rows: Iterable[Row], new: Sequence[Row], *, rank: Callable[[Row], Any] = all_alike) -> None:
    """Save new rows, each behind the last one that ranks with it or before it; the others make room."""
    ordered = list(rows)
    for one in new:
        above = [place + 1 for place, row in enumerate(ordered) if rank(row) <= rank(one)]
        ordered.insert(max(above, default=0), one)
    for one in new:
        one.position = ordered.index(one)
        one.save()
    arrange(ordered)


def unused(key: str, taken: Collection[str]) -> str:
    """The key itself, or with the first number behind it that makes it the only one ("MKT-STR-01-2")."""
    candidate, count = key, 1
    while candidate in taken:
        count += 1
        candidate = f"{key}-{count}"
    return candidate


def fresh_key() -> str:
    """The key of a row of the engagement's own: random, so that no later row ever bears it again."""
    return f"own-{secrets.token_hex(6)}"


class FreshKeyField(forms.CharField):
    """Carries a new row's key through its form, so that the same form sent twice makes one row."""

    def __init__(self) -> None:
        super().__init__(
            widget=forms.HiddenInput, initial=fresh_key, validators=[RegexValidator(rf"\A{FRESH}\Z")]
        )


def sent_before(rows: Rows, key: str | None) -> bool:
    """Whether the form that carries this fresh key was sent and saved already (a second click, a reload)."""
    return key is not None and re.fullmatch(FRESH, key) is not None and rows.filter(key=key).exists()


def is_gone(rows: Rows, key: str) -> bool:
    """Whether no row has this key (any more)."""
    return not rows.filter(key=key).exists()
