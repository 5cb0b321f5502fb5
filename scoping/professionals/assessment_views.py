"""Pages of what professionals can do: what was assessed, one assessment, a new one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from scoping.domain.words import ROLE_LANES, Lane
from scoping.studios.access import StudioRequest, member_required

from .assessing import AssessmentForm, scored
from .assessments import LEVELS, CompetenceAssessment
from .experience import RoleExperience
from .experience_form import ExperienceForm
from .models import Professional


@require_safe
@member_required
def assessments(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """What was assessed of a professional, role by role, the newest first."""
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
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
    found = get_object_or_404(CompetenceAssessment.objects.select_related("professional"), uid=uid)
    context = {"assessment": found, "scores": scored(found), "highest": LEVELS - 1}
    return render(request, "professionals/assessment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def new(request: StudioRequest, uid: uuid.UUID, lane: str) -> HttpResponse:
    """Assess a professional for a role; what was said last is there to start from."""
    if lane not in set(ROLE_LANES):
        raise Http404
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    before = CompetenceAssessment.objects.latest_of(professional, Lane(lane))
    today = request.studio.day_of(timezone.now())
    initial = {"on": today, "assessor": str(request.user.name or ""), **_typed(before)}
    form = AssessmentForm(request.POST or None, lane=Lane(lane), today=today, initial=initial)
    if form.is_bound and form.is_valid():
        made = CompetenceAssessment.objects.create(
            studio=request.studio,
            professional=professional,
            lane=lane,
            on=form.cleaned_data["on"],
            assessor=form.cleaned_data["assessor"],
            scores=form.scores,
            by=request.user,
        )
        messages.success(request, _("The assessment is kept."))
        return redirect("professionals:assessment", uid=made.uid)
    title = dict(CompetenceAssessment.LANES)[lane]
    context = {"professional": professional, "form": form, "lane": lane, "title": title}
    return render(request, "professionals/assess.html", context, status=422 if form.is_bound else 200)


def _typed(before: CompetenceAssessment | None) -> dict[str, Any]:
    scores = before.scores if before else {}
    return {f"{name}-{code}": value for code, score in scores.items() for name, value in score.items()}


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
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
