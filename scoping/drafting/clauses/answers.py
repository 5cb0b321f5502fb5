"""How the clauses answer: the whole page, or to htmx all of them, or one and what lives beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.kit.partials import page, parts_alone, wants_part
from scoping.studios.access import StudioRequest

from .. import kept
from ..draft import Draft
from ..guard import Guard
from ..live import LIVE, live, staying_answer
from .forms import ClauseValuesForm
from .listing import PostedValues, clauses_of

PAGE, LIST, LEAD = "drafting/clauses/list.html", "drafting/clauses/_list.html", "drafting/clauses/_lead.html"
ROW = ["drafting/clauses/_row_text.html", "drafting/clauses/_row_missing.html"]


def list_url(number: str, key: str = "") -> str:
    """The list of clauses, at one of them."""
    address = reverse("drafting:clauses", kwargs={"number": number})
    return f"{address}#clause-{key}" if key else address


def clauses_page(
    request: StudioRequest, draft: Draft, posted: PostedValues | None = None, *, status: int = 200
) -> HttpResponse:
    """The whole page, with the values of one clause as they were posted."""
    return page(request, PAGE, [LIST], {"draft": draft, **_list(draft, posted)}, status=status)


def list_answer(
    request: StudioRequest, draft: Draft, said: str, *, opened: str = "", word: str = ""
) -> HttpResponse:
    """All clauses behind a change; without htmx, back to the page.

    `said` is said to whoever listens, `opened` the clause to which the focus comes back, `word` what all have
    to read.
    """
    number = draft.engagement.number
    if not wants_part(request):
        return redirect(list_url(number, opened))
    draft.address = list_url(number, opened)
    context = {**live(draft, said), **_list(draft), "opened": opened or "list", "word": word}
    return parts_alone(request, [LIST, LEAD, *LIVE], context)


def gone_answer(request: StudioRequest, draft: Draft, key: str, guard: Guard) -> HttpResponse:
    """The clause that was to be removed is gone: where somebody else was faster, that is said; one's own
    second click is no news."""
    value = kept.removed(draft.engagement, "clauses", key)
    if value is None or guard.is_own:
        return list_answer(request, draft, "")
    word = _("“%(name)s” was removed in the meantime.") % {"name": value.name}
    if not wants_part(request):
        messages.error(request, word)
    return list_answer(request, draft, "", word=word)


def values_answer(
    request: StudioRequest, draft: Draft, form: ClauseValuesForm, guard: Guard, *, saved: bool
) -> HttpResponse:
    """One clause whose values were posted; they stay as they were typed. Without htmx, the page at that
    clause."""
    number, key = draft.engagement.number, form.instance.key
    posted = PostedValues(key, form, guard)
    draft.address = list_url(number, key)
    if not wants_part(request):
        if form.is_valid() and not guard.conflict:
            return redirect(draft.address)
        return clauses_page(request, draft, posted, status=guard.status(form))
    context: dict[str, Any] = {"keep": list_url(number, key)}
    if saved:
        context["row"] = next(row for row in clauses_of(draft, posted) if row.clause.key == key)
    return staying_answer(request, form, guard, ROW, context, saved=saved)


def _list(draft: Draft, posted: PostedValues | None = None) -> dict[str, Any]:
    rows = clauses_of(draft, posted)
    apart = [row.number for row in rows if row.apart]
    return {"rows": rows, "apart": apart, "keep": list_url(draft.engagement.number)}
