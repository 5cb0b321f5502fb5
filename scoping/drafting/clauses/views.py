"""The clauses in their order, the form of one, the library beside them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.engagements.models import Clause
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, is_gone, move, sent_before
from ..draft import Draft, draft_view
from ..moving import MoveForm
from ..steps import StepName
from .changing import add_from_library, library_order
from .forms import ClauseForm, LibraryForm, NewClauseForm
from .listing import clauses_of, library_offers, why_onerous
from .parameters import filled_by_fields


def list_url(number: str, key: str = "") -> str:
    """The list of clauses, at one of them."""
    address = reverse("drafting:clauses", kwargs={"number": number})
    return f"{address}#clause-{key}" if key else address


@require_safe
@draft_view(StepName.CLAUSES)
def clauses(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The chosen clauses."""
    rows = clauses_of(draft)
    context = {"draft": draft, "rows": rows, "apart": [row.number for row in rows if row.apart]}
    return render(request, "drafting/clauses/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def clause(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One clause's form."""
    row = get_object_or_404(draft.engagement.clause_rows, key=key)
    form = ClauseForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        row.parameters = form.parameters()
        with draft.saving():
            row.save(update_fields=["name", "text", "onerous", "parameters"])
        messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return redirect(list_url(draft.engagement.number, key))
    return _form_page(request, draft, form)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def new(request: StudioRequest, draft: Draft) -> HttpResponse:
    """A clause of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.clause_rows, request.POST.get("key")):
        return redirect(list_url(engagement.number))
    row = Clause(studio=engagement.studio, engagement=engagement, key=fresh_key())
    form = NewClauseForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        row.parameters = form.parameters()
        with draft.saving():
            insert(engagement.clause_rows.all(), [row], rank=library_order())
        messages.success(request, _("“%(name)s” is added.") % {"name": row.name})
        return redirect(list_url(engagement.number, row.key))
    return _form_page(request, draft, form)


def _form_page(request: StudioRequest, draft: Draft, form: ClauseForm) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "observations": draft.observations_of(form.instance.key),
        "clause": form.instance,
        "why": why_onerous().get(form.instance.code, ""),
        "fields": filled_by_fields(form.typed_text(), draft.described),
        "list": list_url(draft.engagement.number, form.instance.key),
    }
    return render(request, "drafting/clauses/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@draft_view(StepName.CLAUSES)
def place(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A clause moves up or down."""
    rows = draft.engagement.clause_rows
    get_object_or_404(rows, key=key)
    form = MoveForm(request.POST)
    if form.is_valid():
        with draft.saving():
            move(rows.all(), key, up=form.is_up)
    return redirect(list_url(draft.engagement.number, key))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether a clause is to be removed, and removes it. Who asks twice is led back to the list."""
    rows = draft.engagement.clause_rows
    if request.method == "POST" and is_gone(rows, key):
        return redirect(list_url(draft.engagement.number))
    row = get_object_or_404(rows, key=key)
    if request.method == "POST":
        with draft.saving():
            row.delete()
        messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
        return redirect(list_url(draft.engagement.number))
    context = {
        "draft": draft,
        "clause": row,
        "why": why_onerous().get(row.code, ""),
        "list": list_url(draft.engagement.number, key),
    }
    return render(request, "drafting/clauses/removal.html", context)


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
