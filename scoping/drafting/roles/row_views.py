"""Pages of step roles: one guideline, one row of the autonomy matrix."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from scoping.engagements.models import AutonomyRow, Guideline
from scoping.studios.access import StudioRequest

from ..arranging import sent_before
from ..draft import Draft, draft_view
from ..persons import People
from ..steps import StepName
from .autonomy import AutonomyRowForm
from .forms import GuidelineForm
from .removing import duties_that_need, remove_guideline
from .views import EDIT, to_roles


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guidelines(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """Add a guideline of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.guideline_rows.all(), request.POST.get("key")):
        return to_roles(request, draft)
    return _guideline(request, draft, Guideline(studio=engagement.studio, engagement=engagement, lane=lane))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guideline(request: StudioRequest, draft: Draft, lane: str, key: str) -> HttpResponse:
    """Edit a guideline."""
    row = get_object_or_404(draft.engagement.guideline_rows.all(), lane=lane, key=key)
    return _guideline(request, draft, row)


def _guideline(request: StudioRequest, draft: Draft, row: Guideline) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = GuidelineForm(data, instance=row, people=People(draft.engagement))
    if form.is_valid():
        with draft.saving():
            form.save()
        return to_roles(request, draft)
    context = {"draft": draft, "form": form, "guideline": row}
    return render(request, "drafting/roles_guideline.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guideline_removal(request: StudioRequest, draft: Draft, lane: str, key: str) -> HttpResponse:
    """Remove a guideline, after asking; duties that need it no longer do."""
    row = get_object_or_404(draft.engagement.guideline_rows.all(), lane=lane, key=key)
    if request.method != "POST":
        context = {"draft": draft, "guideline": row, "duties": duties_that_need(row)}
        return render(request, "drafting/roles_guideline_removal.html", context)
    with draft.saving():
        remove_guideline(row)
    return to_roles(request, draft)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_rows(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Add a row to the autonomy matrix."""
    engagement = draft.engagement
    if sent_before(engagement.autonomyrow_rows.all(), request.POST.get("key")):
        return to_roles(request, draft)
    return _autonomy_row(request, draft, AutonomyRow(studio=engagement.studio, engagement=engagement))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_row(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Edit a row of the autonomy matrix."""
    return _autonomy_row(request, draft, get_object_or_404(draft.engagement.autonomyrow_rows.all(), key=key))


def _autonomy_row(request: StudioRequest, draft: Draft, row: AutonomyRow) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = AutonomyRowForm(data, instance=row, people=People(draft.engagement))
    if form.is_valid():
        with draft.saving():
            form.save()
        return to_roles(request, draft)
    context = {"draft": draft, "form": form, "row": row}
    return render(request, "drafting/roles_autonomy_row.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_row_removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Remove a row of the autonomy matrix, after asking."""
    row = get_object_or_404(draft.engagement.autonomyrow_rows.all(), key=key)
    if request.method != "POST":
        return render(request, "drafting/roles_autonomy_removal.html", {"draft": draft, "row": row})
    with draft.saving():
        row.delete()
    return to_roles(request, draft)
