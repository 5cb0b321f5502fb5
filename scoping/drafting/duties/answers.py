"""How the board answers: the whole page, or to htmx one row and what lives beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from scoping.domain.words import Lane
from scoping.engagements.models import Duty
from scoping.kit.forms import PlainForm
from scoping.kit.partials import page, wants_part
from scoping.studios.access import StudioRequest

from .. import kept
from ..draft import Draft
from ..guard import Guard, shown
from ..live import LIVE, live, saved_word
from .board import board_of, board_url, row_of_board, tabs_of
from .drawing import ROW, drawn
from .filters import NO_FILTER, WHO_CHOICES, Filter

PAGE, TABS = "drafting/duties/board.html", "drafting/duties/_tabs.html"
LIST = ["drafting/duties/_areas.html", "drafting/duties/_count.html"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why one answer of a row was not saved: the field, what was typed (as sent, and in words), what is wrong
    with it (empty: nothing), and the guard that saw another's change."""

    field: str
    typed: str
    said: str
    refused: str
    guard: Guard

    @classmethod
    def of(cls, form: PlainForm, guard: Guard) -> "Trouble":
        """The trouble of a posted form of one field."""
        (field,) = form
        refused = " ".join(str(error) for error in field.errors)
        return cls(field.name, str(field.value() or ""), shown(field), refused, guard)

    @property
    def status(self) -> int:
        """422 for what was refused, 409 for what somebody else changed."""
        return 422 if self.refused else 409


def board_page(request: StudioRequest, draft: Draft, lane: Lane, wanted: Filter) -> HttpResponse:
    """The board; to htmx, which filters as one types, the rows that are found."""
    draft.address = board_url(draft.engagement.number, lane)
    context = {**live(draft, ""), **_board(request, draft, lane, wanted)}
    return page(request, PAGE, LIST, context)


def row_answer(
    request: StudioRequest, draft: Draft, key: str, trouble: Trouble | None = None, *, opened: bool = False
) -> HttpResponse:
    """One row behind a save: itself and what lives beside it; without htmx the board, at that row.

    With `trouble` nothing was saved, and the row says why. `opened`: the focus goes back to what opened it.
    """
    lane = next(duty.lane for duty in draft.described.duties if duty.key == key)
    number = draft.engagement.number
    if trouble is None and not wants_part(request):
        return redirect(board_url(number, lane, key))
    draft.address = board_url(number, lane, key)
    said = saved_word(draft) if trouble is None else ""
    context = {
        **live(draft, said),
        "responsible": Duty.RESPONSIBLE,
        "language": draft.engagement.language,
        "trouble": trouble,
        "keep": board_url(number, lane, key),
        "opened": opened,
    }
    context["row"] = row_of_board(draft, key)
    if wants_part(request):
        context["tabs"] = tabs_of(draft, lane)
    else:
        instead = {key: render_to_string(ROW, context, request=request)}
        context |= _board(request, draft, lane, NO_FILTER, instead)
    parts = [ROW] if trouble else [ROW, TABS, *LIVE]
    return page(request, PAGE, parts, context, status=trouble.status if trouble else 200)


def _board(
    request: StudioRequest,
    draft: Draft,
    lane: Lane,
    wanted: Filter,
    instead: Mapping[str, SafeString] = MappingProxyType({}),
) -> dict[str, Any]:
    """What the whole page wants: the board, and its areas with their rows as HTML. `instead` are rows that
    are drawn already, by key."""
    board = board_of(draft, lane, wanted)
    language = draft.engagement.language
    areas = [
        (area, [instead.get(row.duty.key) or drawn(request, row, language) for row in area.rows])
        for area in board.areas
    ]
    return {"board": board, "areas": areas, "who": WHO_CHOICES}


def gone_answer(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """The row was removed elsewhere: the word for it stands in its place."""
    value = kept.removed(draft.engagement, "duties", key)
    if value is None:
        raise Http404
    if not wants_part(request):
        messages.error(request, _("“%(name)s” was removed in the meantime.") % {"name": value.name})
        return redirect(board_url(draft.engagement.number, value.lane))
    context = {
        **live(draft, ""),
        "key": key,
        "name": value.name,
        "last": kept.last_of_row(draft.engagement, "duties", key),
        "board": board_url(draft.engagement.number, value.lane),
    }
    return page(request, PAGE, ["drafting/duties/_row_gone.html", *LIVE], context, status=409)
