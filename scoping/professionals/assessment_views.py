"""Pages of what professionals can do: what was assessed, one assessment with its files, a new one.

An owner reads and writes everybody's; another member reads what was assessed of themselves, and of nobody
else is told even that it is there.
"""

import uuid

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from scoping.domain.words import ROLE_LANES, Lane
from scoping.kit import storage
from scoping.kit.offering import offered, only_offered
from scoping.kit.trouble import cannot_write
from scoping.kit.uploads import dropped
from scoping.studios.access import StudioRequest, member_required, owner_required
from scoping.studios.turns import by_turns

from .assess import assess
from .assessing import AssessmentForm
from .assessments import LEVELS, CompetenceAssessment
from .experience import RoleExperience
from .experience_form import ExperienceForm
from .models import Professional
from .scored import scored


@require_safe
@member_required
def assessments(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """What was assessed of a professional, role by role, the newest first."""
    professional = get_object_or_404(Professional.objects.readable_by(request.membership), uid=uid)
    known = list(CompetenceAssessment.objects.of(professional))
    experience = RoleExperience.objects.of(professional)
    roles = [
        {
            "lane": lane,
            "title": title,
            "assessments": [one for one in known if one.lane == lane],
            "since": professional.since(Lane(lane)),
            "experience": experience.get(Lane(lane)),
        }
        for lane, title in CompetenceAssessment.LANES
    ]
    context = {"professional": professional, "roles": roles, "highest": LEVELS - 1}
    return render(request, "professionals/assessments.html", context)


@require_safe
@member_required
def assessment(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """One assessment, competence by competence."""
    found = get_object_or_404(CompetenceAssessment.objects.readable_by(request.membership), uid=uid)
    context = {"assessment": found, "scores": scored(found), "highest": LEVELS - 1}
    return render(request, "professionals/assessment.html", context)


@require_safe
@member_required
@only_offered
def evidence(request: StudioRequest, uid: uuid.UUID, competence: str) -> HttpResponse:
    """The file that shows a competence, to be saved."""
    found = get_object_or_404(CompetenceAssessment.objects.readable_by(request.membership), uid=uid)
    file = next((one for one in found.files.all() if one.competence == competence), None)
    if file is None:
        raise Http404
    return offered(storage.read(file.sha256), file.media_type, file.offered_name)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def new(request: StudioRequest, uid: uuid.UUID, lane: str) -> HttpResponse:
    """Assess a professional for a role; what was said last is there to start from."""
    if lane not in set(ROLE_LANES):
        raise Http404
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    today = request.studio.day_of(timezone.now())
    form = AssessmentForm(
        *sent,
        lane=Lane(lane),
        today=today,
        before=CompetenceAssessment.objects.latest_of(professional, Lane(lane)),
        dropped=dropped(request),
        initial={"on": today, "assessor": str(request.user.name or "")},
    )
    kept = _kept(request, professional, Lane(lane), form) if form.is_valid() else None
    if kept is not None:
        messages.success(request, _("The assessment is kept."))
        return redirect("professionals:assessment", uid=kept.uid)
    title = dict(CompetenceAssessment.LANES)[lane]
    context = {"professional": professional, "form": form, "lane": lane, "title": title}
    status = 503 if form.has_error(NON_FIELD_ERRORS, "disk") else 422 if form.is_bound else 200
    return render(request, "professionals/assess.html", context, status=status)


def _kept(
    request: StudioRequest, professional: Professional, lane: Lane, form: AssessmentForm
) -> CompetenceAssessment | None:
    """The assessment; None where the disk takes nothing, which the form then says beside what was typed."""
    try:
        return assess(
            professional,
            lane=lane,
            on=form.cleaned_data["on"],
            assessor=form.cleaned_data["assessor"],
            scores=form.scores,
            files=form.evidence,
            by=request.user,
        )
    except (OSError, OperationalError) as error:
        if isinstance(error, OperationalError) and not cannot_write(error):
            raise
        form.say_that_the_disk_is_full()
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
@by_turns
def experience(request: StudioRequest, uid: uuid.UUID, lane: str) -> HttpResponse:
    """How senior a professional is in a role, and what shows it."""
    if lane not in set(ROLE_LANES):
        raise Http404
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    known = RoleExperience.objects.of(professional).get(Lane(lane))
    row = known or RoleExperience(studio=request.studio, professional=professional, lane=lane)
    form = ExperienceForm(request.POST or None, instance=row)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("professionals:assessments", uid=uid)
    title = dict(CompetenceAssessment.LANES)[lane]
    context = {"professional": professional, "form": form, "lane": lane, "title": title}
    return render(request, "professionals/experience.html", context, status=422 if form.is_bound else 200)
