"""The fees and the terms, the form of one fee line, a new one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.engagements.models import FeeLine
from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, sent_before
from ..draft import Draft, draft_view
from ..guard import Guard, row_guard
from ..live import details_answer, saved_word, staying_answer
from ..steps import StepName
from .answers import fees_page, lines_answer, list_url, terms_guard
from .changing import line_of, rank_of, save
from .forms import FeeForm, NewFeeForm, TermsForm
from .listing import LANES, sums_of


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def fees(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The fee lines, what they come to, and the terms; a POST saves the terms."""
    if request.method != "POST":
        return fees_page(request, draft)
    form, guard = TermsForm(request.POST, instance=draft.engagement), terms_guard(request, draft)
    right = form.is_valid() and not guard.conflict
    if saved := right and form.has_changed():
        with draft.saving():
            draft.engagement.save(update_fields=list(form.fields))
    else:
        draft.engagement.refresh_from_db(fields=list(form.fields))
    if guard.conflict:
        guard.compare(form, TermsForm(instance=draft.engagement))
    if wants_part(request):
        keep = {"keep": list_url(draft.engagement.number)}
        return staying_answer(request, form, guard, [], keep, saved=saved)
    if not right:
        return fees_page(request, draft, terms=form, guard=guard, status=guard.status(form))
    messages.success(request, _("The terms are saved."))
    return lines_answer(request, draft, "")


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def fee(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One fee line's form. One that was removed since the form was opened can be put back with what was
    typed."""
    guard, row = row_guard(request, draft, "fees", key), line_of(draft, key, removed=request.method == "POST")
    form = FeeForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid() and not guard.conflict:
        save(draft, row, list(form.fields))
        if not wants_part(request):
            messages.success(request, _("The fee is saved."))
        return lines_answer(request, draft, saved_word(draft), opened=key)
    if guard.conflict and not guard.is_gone:
        guard.compare(form, FeeForm(instance=line_of(draft, key)))
    return fee_page(request, draft, form, guard)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.FEES)
def new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """A new fee line."""
    engagement = draft.engagement
    if sent_before(engagement.feeline_rows, request.POST.get("key")):
        return lines_answer(request, draft, "")
    row = FeeLine(studio=engagement.studio, engagement=engagement, key=fresh_key(), lane=lane)
    form = NewFeeForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        with draft.saving():
            insert(engagement.feeline_rows.all(), [row], rank=rank_of)
        if not wants_part(request):
            messages.success(request, _("The fee is added."))
        return lines_answer(request, draft, _("The fee is added."), opened=row.key)
    return fee_page(request, draft, form, row_guard(request, draft, "fees", row.key))


def fee_page(request: StudioRequest, draft: Draft, form: FeeForm, guard: Guard) -> HttpResponse:
    """The form of one line: a page, or to htmx the window in place."""
    line, number = form.instance, draft.engagement.number
    typed = isinstance(form, NewFeeForm)
    names: dict[str, Any] = (
        {"number": number, "lane": line.lane} if typed else {"number": number, "key": line.key}
    )
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "observations": () if wants_part(request) else draft.observations_of(line.key),
        "fee": line,
        "title": LANES.get(line.lane, ""),
        "action": reverse("drafting:fees_new" if typed else "drafting:fee", kwargs=names),
        "list": list_url(number, "" if typed else line.key),
        "sums": sums_of(draft.described),
    }
    page, window = "drafting/fees/form.html", "drafting/fees/_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))
