"""How the fees answer: the whole page, or to htmx the lines, one row, or what lives beside them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.engagements.models import FeeLine
from scoping.kit.partials import page, parts_alone, wants_part
from scoping.studios.access import StudioRequest

from .. import kept
from ..draft import Draft
from ..guard import Guard, fields_guard
from ..live import LIVE, live, staying_answer
from .forms import FeeRowForm, TermsForm
from .listing import LANES, PostedRow, lanes_of, listed_fee, sums_of

PAGE, LINES, PAYS = "drafting/fees/list.html", "drafting/fees/_lines.html", "drafting/fees/_pays.html"
ROW = ["drafting/fees/_row_text.html", "drafting/fees/_row_missing.html", "drafting/fees/_lane_total.html"]
TERMS = ("hourly_rate", "payment_days", "rounds", "approve_possible_apart")


def list_url(number: str, key: str = "") -> str:
    """The page of the fees, at one line."""
    address = reverse("drafting:fees", kwargs={"number": number})
    return f"{address}#fee-{key}" if key else address


def terms_guard(request: StudioRequest, draft: Draft) -> Guard:
    """The guard of the terms."""
    return fields_guard(request, draft, *(f"terms.{name}" for name in TERMS))


def fees_page(
    request: StudioRequest,
    draft: Draft,
    *,
    row: PostedRow | None = None,
    terms: TermsForm | None = None,
    guard: Guard | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page: with a row's form, or that of the terms and its guard, as it was posted."""
    form = terms or TermsForm(instance=draft.engagement)
    context = {
        **_lines(draft, row),
        "draft": draft,
        "form": form,
        "guard": guard or terms_guard(request, draft),
        "sums": sums_of(draft.described),
    }
    return page(request, PAGE, [LINES], context, status=status)


def lines_answer(
    request: StudioRequest, draft: Draft, said: str, *, opened: str = "", word: str = ""
) -> HttpResponse:
    """The lines behind a change of more than one row's fields; without htmx, back to the page.

    `said` is said to whoever listens, `opened` the row to which the focus comes back, `word` what everybody
    has to read.
    """
    number = draft.engagement.number
    if not wants_part(request):
        return redirect(list_url(number, opened))
    draft.address = list_url(number, opened)
    context = {
        **live(draft, said),
        **_lines(draft),
        "sums": sums_of(draft.described),
        "opened": opened or "lines",
        "word": word,
    }
    return parts_alone(request, [LINES, PAYS, *LIVE], context)


def gone_answer(request: StudioRequest, draft: Draft, key: str, guard: Guard) -> HttpResponse:
    """The line that was to be removed or divided is gone: where somebody else was faster, that is said; one's
    own second click is no news."""
    value = kept.removed(draft.engagement, "fees", key)
    if value is None or guard.is_own:
        return lines_answer(request, draft, "")
    word = _("“%(name)s” was removed in the meantime.") % {"name": value.label or LANES[value.lane]}
    if not wants_part(request):
        messages.error(request, word)
    return lines_answer(request, draft, "", word=word)


def row_answer(
    request: StudioRequest, draft: Draft, key: str, form: FeeRowForm, guard: Guard, *, saved: bool
) -> HttpResponse:
    """One row that was posted; it stays as it was typed. Without htmx, the page at that row."""
    number, posted = draft.engagement.number, PostedRow(key, form, guard)
    draft.address = list_url(number, key)
    if not wants_part(request):
        if form.is_valid() and not guard.conflict:
            return redirect(draft.address)
        return fees_page(request, draft, row=posted, status=guard.status(form))
    context: dict[str, Any] = {"keep": list_url(number, key)}
    if saved:
        lane, row = listed_fee(draft, posted)
        context |= {"lane": lane, "row": row, "sums": sums_of(draft.described)}
    return staying_answer(request, form, guard, [*ROW, PAYS], context, saved=saved)


def _lines(draft: Draft, posted: PostedRow | None = None) -> dict[str, Any]:
    return {
        "lanes": lanes_of(draft, posted),
        "paid": FeeLine.LANES,
        "keep": list_url(draft.engagement.number),
    }
