"""Pages of step roles: who holds the roles, and third parties' persons."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.domain.words import ROLE_LANES, Lane, Party
from scoping.engagements.models import Participant, RoleAssignment
from scoping.studios.access import StudioRequest

from ..arranging import sent_before
from ..draft import Draft, draft_view
from ..persons import People
from ..steps import StepName
from .autonomy import Matrix
from .forms import RoleForm, ThirdPersonForm
from .jerseys import both_jerseys, facts_of
from .reading import inputs_of, no_conductor, third_persons

EDIT = ["GET", "HEAD", "POST"]


def to_roles(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Back to the step, with a word that it was saved."""
    messages.success(request, _("Saved."))
    return redirect("drafting:roles", number=draft.engagement.number)


def role_forms(draft: Draft, people: People, data: QueryDict | None = None) -> list[RoleForm]:
    """A form for each role; a role of which nothing was said yet begins as held by nobody."""
    engagement = draft.engagement
    rows = {row.lane: row for row in engagement.roles.all()}
    return [
        RoleForm(
            data,
            instance=rows.get(lane)
            or RoleAssignment(studio=engagement.studio, engagement=engagement, lane=lane.value),
            people=people,
        )
        for lane in ROLE_LANES
    ]


def _page(request: StudioRequest, draft: Draft, forms: list[RoleForm], matrix: Matrix) -> HttpResponse:
    described = draft.described
    context = {
        "draft": draft,
        "forms": forms,
        "jerseys": [(form, facts_of(described, Lane(form.instance.lane))) for form in forms],
        "both": both_jerseys(draft.engagement, described, draft.judgement.conditions),
        "matrix": matrix,
        "inputs": inputs_of(described),
        "no_conductor": no_conductor(described),
        "third_persons": third_persons(described),
        "refused": any(form.errors for form in forms),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "drafting/roles.html", context, status=status)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def roles(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Who holds marketing and who holds social media, what they receive, how much social decides."""
    people = People(draft.engagement)
    forms = role_forms(draft, people, request.POST if request.method == "POST" else None)
    if not all(form.is_valid() for form in forms):
        return _page(request, draft, forms, Matrix(draft.engagement, people))
    with draft.saving():
        for form in forms:
            form.save()
    return to_roles(request, draft)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def autonomy(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Save the decisions of the autonomy matrix; its page is the step's own."""
    people = People(draft.engagement)
    matrix = Matrix(draft.engagement, people, request.POST if request.method == "POST" else None)
    if not matrix.is_valid():
        return _page(request, draft, role_forms(draft, people), matrix)
    with draft.saving():
        matrix.save()
    return to_roles(request, draft)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def third_parties(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Add a third party's person."""
    engagement = draft.engagement
    if sent_before(engagement.participant_rows.all(), request.POST.get("key")):
        return to_roles(request, draft)
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
    form = ThirdPersonForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid():
        with draft.saving():
            form.save()
        return to_roles(request, draft)
    context = {"draft": draft, "form": form, "person": row}
    return render(request, "drafting/roles_third.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@draft_view(StepName.ROLES)
def third_party_removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Remove a third party's person, after asking; whom the draft names somewhere stays."""
    row = _third(draft, key)
    context = {"draft": draft, "person": row}
    if request.method != "POST":
        return render(request, "drafting/roles_third_removal.html", context)
    try:
        with draft.saving():
            row.delete()
    except ProtectedError:
        return render(request, "drafting/roles_third_removal.html", {**context, "needed": True}, status=409)
    return to_roles(request, draft)
