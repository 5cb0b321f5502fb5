"""The objectives of both roles, the form of one, the catalogue beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from scoping.domain.words import Lane
from scoping.engagements.models import Objective
from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, sent_before
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..lanes import lane_titles
from ..live import saved_word
from ..returning import row_or_removed
from ..steps import StepName
from .answers import form_answer, list_url, lists_answer, lists_page
from .changing import add_from_catalogue, rank_of, save
from .forms import CatalogueForm, NewObjectiveForm, ObjectiveForm
from .listing import offers

EDIT = ["GET", "HEAD", "POST"]


@require_safe
@draft_view(StepName.OBJECTIVES)
def objectives(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The objectives of both roles."""
    return lists_page(request, draft)


@require_http_methods(EDIT)
@draft_view(StepName.OBJECTIVES)
def objective(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One objective's form. One that was removed since the form was opened can be put back with what was
    typed."""
    rows, posted = draft.engagement.objective_rows, request.method == "POST"
    guard = row_guard(request, draft, "objectives", key)
    row = row_or_removed(draft, "objectives", rows, key, removed=posted)
    form = ObjectiveForm(request.POST if posted else None, instance=row, draft=draft)
    if form.is_bound and form.is_valid() and not guard.conflict:
        save(draft, row, list(form.fields))
        if not wants_part(request):
            messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return lists_answer(request, draft, saved_word(draft), opened=key)
    if guard.conflict and not guard.is_gone:
        guard.compare(form, ObjectiveForm(instance=rows.get(key=key), draft=draft))
    return form_answer(request, draft, form, guard)


@require_http_methods(EDIT)
@draft_view(StepName.OBJECTIVES)
def new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """An objective of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.objective_rows, request.POST.get("key")):
        return lists_answer(request, draft, "")
    row = Objective(studio=engagement.studio, engagement=engagement, key=fresh_key(), lane=lane)
    form = NewObjectiveForm(request.POST if request.method == "POST" else None, instance=row, draft=draft)
    if form.is_bound and form.is_valid():
        with draft.saving():
            insert(engagement.objective_rows.all(), [row], rank=rank_of)
        if not wants_part(request):
            messages.success(request, _("“%(name)s” is added.") % {"name": row.name})
        return lists_answer(request, draft, saved_word(draft), opened=row.key)
    return form_answer(request, draft, form, row_guard(request, draft, "objectives", row.key))


@require_http_methods(EDIT)
@draft_view(StepName.OBJECTIVES)
def catalogue(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """What the catalogue has for a role; a POST adds those that are chosen."""
    found = offers(draft, Lane(lane))
    form = CatalogueForm(
        request.POST if request.method == "POST" else None,
        codes=found.codes,
        here=len(draft.described.objectives),
    )
    if form.is_bound and form.is_valid():
        with draft.saving():
            added = add_from_catalogue(draft.engagement, form.cleaned_data["objectives"], Lane(lane))
        said = ngettext("%(count)d objective added.", "%(count)d objectives added.", len(added))
        messages.success(request, said % {"count": len(added)})
        return redirect(list_url(draft.engagement.number, added[0].key if added else ""))
    context = {
        "draft": draft,
        "lane": lane,
        "title": lane_titles()[Lane(lane)],
        "offers": found,
        "form": form,
        "chosen": request.POST.getlist("objectives"),
        "list": list_url(draft.engagement.number),
    }
    return render(
        request, "drafting/objectives/catalogue.html", context, status=422 if form.is_bound else 200
    )
