"""The fees and the terms, the form of one fee line, the division of one that pays both roles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.domain.money import money_text
from scoping.domain.words import FeeLane
from scoping.engagements.models import FeeLine
from scoping.kit.forms import screen_language
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, is_gone, move, sent_before
from ..draft import Draft, draft_view
from ..moving import MoveForm
from ..steps import StepName
from .changing import divide, lane_of, rank_of
from .forms import DivisionForm, FeeForm, NewFeeForm, TermsForm
from .listing import LANES, fees_page


def list_url(number: str, key: str = "") -> str:
    """The page of the fees, at one line."""
    address = reverse("drafting:fees", kwargs={"number": number})
    return f"{address}#fee-{key}" if key else address


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def fees(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The fee lines, what they come to, and the terms; a POST saves the terms."""
    posted = request.POST if request.method == "POST" else None
    form = TermsForm(posted, instance=draft.engagement)
    if posted is not None and form.is_valid():
        with draft.saving():
            draft.engagement.save(update_fields=list(form.fields))
        messages.success(request, _("The terms are saved."))
        return redirect("drafting:fees", number=draft.engagement.number)
    if form.is_bound:
        draft.engagement.refresh_from_db(fields=list(form.fields))
    context = {"draft": draft, "page": fees_page(draft), "form": form, "lanes": FeeLine.LANES}
    return render(request, "drafting/fees/list.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def fee(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One fee line's form."""
    row = get_object_or_404(draft.engagement.feeline_rows, key=key)
    form = FeeForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        with draft.saving():
            row.save(update_fields=list(form.fields))
        messages.success(request, _("The fee is saved."))
        return redirect(list_url(draft.engagement.number, key))
    return _form_page(request, draft, form)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """A new fee line."""
    engagement = draft.engagement
    if sent_before(engagement.feeline_rows, request.POST.get("key")):
        return redirect(list_url(engagement.number))
    row = FeeLine(studio=engagement.studio, engagement=engagement, key=fresh_key(), lane=lane)
    form = NewFeeForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        with draft.saving():
            insert(engagement.feeline_rows.all(), [row], rank=rank_of)
        messages.success(request, _("The fee is added."))
        return redirect(list_url(engagement.number, row.key))
    return _form_page(request, draft, form)


def _form_page(request: StudioRequest, draft: Draft, form: FeeForm) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "observations": draft.observations_of(form.instance.key),
        "fee": form.instance,
        "title": LANES.get(form.instance.lane, ""),
        "list": list_url(draft.engagement.number, form.instance.key),
    }
    return render(request, "drafting/fees/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def division(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """An undivided fee becomes one for marketing and one for social media."""
    number, currency = draft.engagement.number, draft.engagement.currency
    rows = draft.engagement.feeline_rows
    if request.method == "POST" and is_gone(rows, key):
        return redirect(list_url(number))
    line = get_object_or_404(rows, key=key, lane=FeeLane.UNDIVIDED.value)
    form = DivisionForm(request.POST if request.method == "POST" else None, line=line, currency=currency)
    if form.is_bound and form.is_valid():
        parts = {name: form.cleaned_data[name] for name in ("marketing", "social")}
        with draft.saving():
            divide(draft.engagement, line, **parts)
        messages.success(request, _("The fee is divided: each role has its own."))
        return redirect(list_url(number))
    context = {
        "draft": draft,
        "form": form,
        "fee": line,
        "whole": money_text(line.amount, currency, screen_language()),
        "list": list_url(number, key),
    }
    return render(request, "drafting/fees/division.html", context, status=422 if form.is_bound else 200)


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
    return redirect(list_url(draft.engagement.number, key))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether a fee line is to be removed, and removes it. Who asks twice is led back to the fees."""
    rows = draft.engagement.feeline_rows
    if request.method == "POST" and is_gone(rows, key):
        return redirect(list_url(draft.engagement.number))
    row = get_object_or_404(rows, key=key)
    if request.method == "POST":
        with draft.saving():
            row.delete()
        messages.success(request, _("The fee is removed."))
        return redirect(list_url(draft.engagement.number))
    context = {
        "draft": draft,
        "fee": row,
        "amount": money_text(row.amount, draft.engagement.currency, screen_language()),
        "list": list_url(draft.engagement.number, key),
    }
    return render(request, "drafting/fees/removal.html", context)
