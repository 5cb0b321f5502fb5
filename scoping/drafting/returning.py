"""A row of a draft by its key, also one that was removed a short while ago: its form can put it back."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404

from scoping.engagements.rows import autonomy_row, guideline_row, objective_row

from . import kept
from .arranging import Rows
from .draft import Draft

_MADE: Mapping[str, Callable[..., Any]] = {
    "objectives": objective_row,
    "guidelines": guideline_row,
    "autonomy": autonomy_row,
}


def row_or_removed(draft: Draft, part: str, rows: Rows, key: str, *, removed: bool) -> Any:
    """The row of that key in one of the Scope's lists (`part`); with `removed`, of one that was removed a
    short while ago the unsaved row that it was. Raises Http404 where there is none."""
    row = rows.filter(key=key).first()
    if row is not None:
        return row
    value = kept.removed(draft.engagement, part, key) if removed else None
    if value is None:
        raise Http404
    people = {one.key: one for one in draft.engagement.participant_rows.all()}
    return _MADE[part](draft.engagement, 0, value, people)
