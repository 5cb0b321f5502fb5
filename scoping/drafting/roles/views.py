"""The page of step roles, who holds one of them, and third parties' persons."""

from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.domain.words import Lane, Party
from scoping.engagements.models import Participant
from scoping.studios.access import StudioRequest

from ..arranging import is_gone, sent_before
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..persons import People
from ..steps import StepName
from .answers import jersey_answer, jersey_of, roles_page, roles_url, rows_answer
from .forms import ThirdPersonForm, role_form

EDIT = ["GET", "HEAD", "POST"]


@require_safe
@draft_view(StepName.ROLES)
def roles(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Who holds marketing and who holds social media, what they receive, how much social decides."""
    return roles_page(request, draft)


@require_POST
@draft_view(StepName.ROLES)
def role(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """Who holds one role, saved as it is made."""
    engagement, people = draft.engagement, People(draft.engagement)
    guard = row_guard(request, draft, "roles", lane)
    form = role_form(engagement, Lane(lane), people, request.POST)
    right = form.is_valid() and not guard.conflict
    if saved := right and form.has_changed():
        with draft.saving():
            form.save()
    if guard.conflict:
        guard.compare(form, role_form(engagement, Lane(lane), people))
    return jersey_answer(request, draft, jersey_of(draft, people, Lane(lane), form, guard), saved=saved)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def third_parties(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Add a third party's person."""
    engagement = draft.engagement
    if sent_before(engagement.participant_rows.all(), request.POST.get("key")):
        return rows_answer(request, draft, "")
    row = Participant(studio=engagement.studio, engagement=engagement, party=Party.THIRD.value)
    return _third_person(request, draft, row)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def third_party(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Edit a third party's person."""
    return _third_person(request, draft, _third(draft, key))


def _third(draft: Draft, key: str) -> Participant:
    return get_object_or_404(draft.engagement.participant_rows.all(), key=key, party=Party.THIRD)


def _third_person(request: StudioRequest, draft: Draft, row: Participant) -> HttpResponse:
    number, guard = draft.engagement.number, row_guard(request, draft, "persons", row.key)
    form = ThirdPersonForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid() and not guard.conflict:
        with draft.saving():
            form.save()
        return rows_answer(request, draft, saved_word(draft), f"person-{row.key}")
    if guard.conflict:
        guard.compare(form, ThirdPersonForm(instance=_third(draft, row.key)))
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "person": row,
        "action": request.path,
        "list": roles_url(number, f"person-{row.key}" if row.key else ""),
    }
    window = "drafting/_third_details.html"
    return details_answer(request, "drafting/roles_third.html", window, context, status=guard.status(form))


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def third_party_removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Remove a third party's person, after asking; whom the draft names somewhere stays."""
    if request.method == "POST" and is_gone(draft.engagement.participant_rows, key):
        return rows_answer(request, draft, "")
    row, guard = _third(draft, key), row_guard(request, draft, "persons", key)
    context = {
        "draft": draft,
        "person": row,
        "name": row.name,
        "guard": guard,
        "action": request.path,
        "list": roles_url(draft.engagement.number, f"person-{key}"),
    }
    if request.method == "POST" and not guard.conflict:
        try:
            with draft.saving():
                row.delete()
            return rows_answer(request, draft, saved_word(draft))
        except ProtectedError:
            context["needed"] = True
    page, window = "drafting/roles_third_removal.html", "drafting/_third_removal.html"
    status = 409 if guard.conflict or "needed" in context else 200
    return details_answer(request, page, window, context, status=status)
