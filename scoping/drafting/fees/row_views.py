"""What is done to a fee line in its row: how much it is, where it stands, whether it stays, its division."""

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.domain.money import money_text
from scoping.domain.words import FeeLane
from scoping.kit.forms import screen_language
from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import move
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..moving import MoveForm
from ..steps import StepName
from .answers import gone_answer, lines_answer, list_url, row_answer
from .changing import divide, lane_of, line_of, save
from .forms import DivisionForm, FeeForm, FeeRowForm
from .listing import sums_of
from .views import fee_page


@require_POST
@draft_view(StepName.FEES)
def amount(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """How much a fee line is and how it is paid. One that was removed meanwhile can be put back."""
    guard, row = row_guard(request, draft, "fees", key), line_of(draft, key, removed=True)
    form = FeeRowForm(request.POST, instance=row)
    right = form.is_valid() and not guard.conflict
    if saved := right and (guard.is_gone or form.has_changed()):
        save(draft, row, [*form.fields, "last_month"])
    if guard.conflict and not guard.is_gone:
        guard.compare(form, FeeRowForm(instance=line_of(draft, key)))
    if guard.is_gone and not right and not wants_part(request):  # it has no row: its own page says so
        kept = line_of(draft, key, removed=True)
        whole = FeeForm(model_to_dict(kept) | request.POST.dict(), instance=kept)
        return fee_page(request, draft, whole, guard)
    return row_answer(request, draft, key, form, guard, saved=saved)


@require_POST
@draft_view(StepName.FEES)
def place(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A fee line moves up or down within its lane."""
    rows = draft.engagement.feeline_rows
    get_object_or_404(rows, key=key)
    form = MoveForm(request.POST)
    if form.is_valid():
        with draft.saving():
            move(rows.all(), key, up=form.is_up, group=lane_of)
    return lines_answer(request, draft, saved_word(draft), opened=key)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether a fee line is to be removed, and removes it. Who asks twice is led back to the fees."""
    number, rows = draft.engagement.number, draft.engagement.feeline_rows
    guard = row_guard(request, draft, "fees", key)
    if request.method == "POST" and guard.is_gone:
        return gone_answer(request, draft, key, guard)
    row = get_object_or_404(rows, key=key)
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            row.delete()
        if not wants_part(request):
            messages.success(request, _("The fee is removed."))
        return lines_answer(request, draft, _("The fee is removed."))
    context = {
        "draft": draft,
        "fee": row,
        "guard": guard,
        "amount": money_text(row.amount, draft.engagement.currency, screen_language()),
        "action": request.path,
        "list": list_url(number, key),
    }
    page, window = "drafting/fees/removal.html", "drafting/fees/_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def division(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """An undivided fee becomes one for marketing and one for social media."""
    number, currency = draft.engagement.number, draft.engagement.currency
    rows, guard = draft.engagement.feeline_rows, row_guard(request, draft, "fees", key)
    if request.method == "POST" and guard.is_gone:
        return gone_answer(request, draft, key, guard)
    line = get_object_or_404(rows, key=key, lane=FeeLane.UNDIVIDED.value)
    form = DivisionForm(request.POST if request.method == "POST" else None, line=line, currency=currency)
    if form.is_bound and form.is_valid() and not guard.conflict:
        parts = {name: form.cleaned_data[name] for name in ("marketing", "social")}
        with draft.saving():
            divide(draft.engagement, line, **parts)
        said = _("The fee is divided: each role has its own.")
        if not wants_part(request):
            messages.success(request, said)
        return lines_answer(request, draft, said)
    context = {
        "draft": draft,
        "form": form,
        "fee": line,
        "guard": guard,
        "whole": money_text(line.amount, currency, screen_language()),
        "sums": sums_of(draft.described),
        "action": request.path,
        "list": list_url(number, key),
    }
    page, window = "drafting/fees/division.html", "drafting/fees/_division.html"
    return details_answer(request, page, window, context, status=guard.status(form))
