"""The clauses in their order, the form of one, the library beside them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from scoping.engagements.models import Clause
from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, sent_before
from ..draft import Draft, draft_view
from ..guard import Guard, row_guard
from ..live import details_answer, saved_word
from ..steps import StepName
from .answers import clauses_page, list_answer, list_url
from .changing import add_from_library, clause_of, library_order, save
from .forms import ClauseForm, LibraryForm, NewClauseForm
from .listing import library_offers, why_onerous
from .parameters import filled_by_fields


@require_safe
@draft_view(StepName.CLAUSES)
def clauses(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The chosen clauses."""
    return clauses_page(request, draft)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def clause(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One clause's form. One that was removed since it was opened can be put back with what was typed."""
    guard = row_guard(request, draft, "clauses", key)
    row = clause_of(draft, key, removed=request.method == "POST")
    form = ClauseForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid() and not guard.conflict:
        row.parameters = form.parameters()
        save(draft, row)
        if not wants_part(request):
            messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return list_answer(request, draft, saved_word(draft), opened=key)
    if guard.conflict and not guard.is_gone:
        guard.compare(form, ClauseForm(instance=clause_of(draft, key)))
    return form_page(request, draft, form, guard)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def new(request: StudioRequest, draft: Draft) -> HttpResponse:
    """A clause of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.clause_rows, request.POST.get("key")):
        return list_answer(request, draft, "")
    row = Clause(studio=engagement.studio, engagement=engagement, key=fresh_key())
    form = NewClauseForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        row.parameters = form.parameters()
        with draft.saving():
            insert(engagement.clause_rows.all(), [row], rank=library_order())
        said = _("“%(name)s” is added.") % {"name": row.name}
        if not wants_part(request):
            messages.success(request, said)
        return list_answer(request, draft, said, opened=row.key)
    return form_page(request, draft, form, row_guard(request, draft, "clauses", row.key))


def form_page(request: StudioRequest, draft: Draft, form: ClauseForm, guard: Guard) -> HttpResponse:
    """The form of one clause: a page, or to htmx the window in place."""
    row, number = form.instance, draft.engagement.number
    fresh = isinstance(form, NewClauseForm)
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "observations": () if wants_part(request) else draft.observations_of(row.key),
        "clause": row,
        "named": row.name if guard.value is None else guard.value.name,
        "why": why_onerous().get(row.code, ""),
        "fields": filled_by_fields(form.typed_text(), draft.described),
        "action": reverse("drafting:clauses_new", args=[number])
        if fresh
        else reverse("drafting:clause", args=[number, row.key]),
        "list": list_url(number, "" if fresh else row.key),
    }
    page, window = "drafting/clauses/form.html", "drafting/clauses/_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def library(request: StudioRequest, draft: Draft) -> HttpResponse:
    """What the library has; a POST adds the clauses that are chosen."""
    offers = library_offers(draft)
    codes = [offer.clause.code for offer in offers] + [one.code for one in draft.described.clauses]
    form = LibraryForm(
        request.POST if request.method == "POST" else None, codes=codes, here=len(draft.described.clauses)
    )
    if form.is_bound and form.is_valid():
        with draft.saving():
            added = add_from_library(draft.engagement, form.cleaned_data["clauses"])
        said = ngettext("%(count)d clause added.", "%(count)d clauses added.", len(added))
        messages.success(request, said % {"count": len(added)})
        return redirect(list_url(draft.engagement.number, added[0].key if added else ""))
    context = {
        "draft": draft,
        "offers": offers,
        "form": form,
        "chosen": request.POST.getlist("clauses"),
        "list": list_url(draft.engagement.number),
    }
    return render(request, "drafting/clauses/library.html", context, status=422 if form.is_bound else 200)
