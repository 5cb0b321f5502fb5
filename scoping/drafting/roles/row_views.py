"""What each role receives: one guideline, opened in place or on its own page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from scoping.engagements.models import Guideline
from scoping.studios.access import StudioRequest

from ..arranging import is_gone, sent_before
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..persons import People
from ..returning import row_or_removed
from ..steps import StepName
from .answers import roles_url, rows_answer
from .forms import GuidelineForm
from .removing import duties_that_need, remove_guideline
from .views import EDIT


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guidelines(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """Add a guideline of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.guideline_rows.all(), request.POST.get("key")):
        return rows_answer(request, draft, "")
    return _guideline(request, draft, Guideline(studio=engagement.studio, engagement=engagement, lane=lane))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guideline(request: StudioRequest, draft: Draft, lane: str, key: str) -> HttpResponse:
    """Edit a guideline. One that was removed since the form was opened can be put back."""
    rows = draft.engagement.guideline_rows.filter(lane=lane)
    posted = request.method == "POST"
    return _guideline(request, draft, row_or_removed(draft, "guidelines", rows, key, removed=posted))


def _guideline(request: StudioRequest, draft: Draft, row: Guideline) -> HttpResponse:
    posted, people = request.POST if request.method == "POST" else None, People(draft.engagement)
    guard = row_guard(request, draft, "guidelines", row.key)
    form = GuidelineForm(posted, instance=row, people=people)
    if form.is_valid() and not guard.conflict:
        with draft.saving():
            form.save()
        return rows_answer(request, draft, saved_word(draft), f"guideline-{row.key}")
    if guard.conflict and not guard.is_gone:
        now = draft.engagement.guideline_rows.get(key=row.key)
        guard.compare(form, GuidelineForm(instance=now, people=people))
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "guideline": row,
        "named": guard.value.name if guard.value else row.name,
        "action": request.path,
        "list": roles_url(draft.engagement.number, f"guideline-{row.key}" if row.key else ""),
    }
    page, window = "drafting/roles_guideline.html", "drafting/_guideline_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def guideline_removal(request: StudioRequest, draft: Draft, lane: str, key: str) -> HttpResponse:
    """Remove a guideline, after asking; duties that need it no longer do."""
    rows = draft.engagement.guideline_rows
    if request.method == "POST" and is_gone(rows, key):
        return rows_answer(request, draft, "")
    row, guard = get_object_or_404(rows, lane=lane, key=key), row_guard(request, draft, "guidelines", key)
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            remove_guideline(row)
        return rows_answer(request, draft, saved_word(draft))
    context = {
        "draft": draft,
        "guideline": row,
        "name": row.name,
        "guard": guard,
        "duties": duties_that_need(row),
        "action": request.path,
        "list": roles_url(draft.engagement.number, f"guideline-{key}"),
    }
    page, window = "drafting/roles_guideline_removal.html", "drafting/_guideline_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)
