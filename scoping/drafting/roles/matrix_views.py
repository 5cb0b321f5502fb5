"""The autonomy matrix: a row's decision, saved as it is made; the whole of a row, in place or on its page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from scoping.engagements.models import AutonomyRow
from scoping.studios.access import StudioRequest

from ..arranging import is_gone, sent_before
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..persons import People
from ..returning import row_or_removed
from ..steps import StepName
from .answers import MatrixRow, roles_url, row_answer, rows_answer
from .autonomy import AutonomyRowForm, DecisionForm
from .views import EDIT


@require_POST
@draft_view(StepName.ROLES)
def decision(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """How much social media decides in one row, whose word is asked, within how many days."""
    row = get_object_or_404(draft.engagement.autonomyrow_rows.all(), key=key)
    guard, people = row_guard(request, draft, "autonomy", key), People(draft.engagement)

    def form_of(posted: Any, instance: AutonomyRow) -> DecisionForm:
        return DecisionForm(posted, instance=instance, prefix=key, people=people)

    form = form_of(request.POST, row)
    right = form.is_valid() and not guard.conflict
    if saved := right and form.has_changed():
        with draft.saving():
            form.save()
    if guard.conflict:
        guard.compare(form, form_of(None, draft.engagement.autonomyrow_rows.get(key=key)))
    posted = MatrixRow(form, guard, draft.observations_of(key), opened=False)
    return row_answer(request, draft, posted, saved=saved)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_rows(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Add a row to the autonomy matrix."""
    engagement = draft.engagement
    if sent_before(engagement.autonomyrow_rows.all(), request.POST.get("key")):
        return rows_answer(request, draft, "")
    return _autonomy_row(request, draft, AutonomyRow(studio=engagement.studio, engagement=engagement))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_row(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Edit a row of the autonomy matrix. One that was removed since the form was opened can be put back."""
    rows, posted = draft.engagement.autonomyrow_rows, request.method == "POST"
    return _autonomy_row(request, draft, row_or_removed(draft, "autonomy", rows, key, removed=posted))


def _autonomy_row(request: StudioRequest, draft: Draft, row: AutonomyRow) -> HttpResponse:
    posted, people = request.POST if request.method == "POST" else None, People(draft.engagement)
    guard = row_guard(request, draft, "autonomy", row.key)
    form = AutonomyRowForm(posted, instance=row, people=people)
    if form.is_valid() and not guard.conflict:
        with draft.saving():
            form.save()
        return rows_answer(request, draft, saved_word(draft), f"row-{row.key}")
    if guard.conflict and not guard.is_gone:
        now = draft.engagement.autonomyrow_rows.get(key=row.key)
        guard.compare(form, AutonomyRowForm(instance=now, people=people))
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "row": row,
        "named": guard.value.name if guard.value else row.name,
        "action": request.path,
        "list": roles_url(draft.engagement.number, f"row-{row.key}" if row.key else "autonomy"),
    }
    page, window = "drafting/roles_autonomy_row.html", "drafting/_matrix_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy_row_removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Remove a row of the autonomy matrix, after asking."""
    rows = draft.engagement.autonomyrow_rows
    if request.method == "POST" and is_gone(rows, key):
        return rows_answer(request, draft, "")
    row, guard = get_object_or_404(rows, key=key), row_guard(request, draft, "autonomy", key)
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            row.delete()
        return rows_answer(request, draft, saved_word(draft))
    context = {
        "draft": draft,
        "row": row,
        "name": row.name,
        "guard": guard,
        "action": request.path,
        "list": roles_url(draft.engagement.number, f"row-{key}"),
    }
    page, window = "drafting/roles_autonomy_removal.html", "drafting/_matrix_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)
