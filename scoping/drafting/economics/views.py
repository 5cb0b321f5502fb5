"""The economics of a draft: an internal page, its suggestions, the client's ways, the hours of the duties."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.engagements.changing import write_changes
from scoping.judgement.models import DutyEstimate, FrictionAnswer
from scoping.kit.forms import screen_language
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..risk import risk_of
from ..steps import StepName
from . import months, reading
from .forms import EstimateForm, FrictionForm, estimate_forms


def _page(request: StudioRequest, draft: Draft, friction: FrictionForm) -> HttpResponse:
    economics, described = draft.economics, draft.described
    context = {
        "draft": draft,
        "friction": friction,
        "lacking": reading.lacking_in(draft.engagement, economics),
    }
    if economics.figures is not None:
        figures = economics.figures
        context |= {
            "figures": figures,
            "risk": risk_of(figures, described),
            "heads": reading.heads_of(figures),
            "rows": reading.rows_of(figures, described),
            "two_jobs": economics.two_jobs.worded(screen_language()) if economics.two_jobs else "",
            "columns": months.columns_of(economics),
            "overloads": months.worst_first(economics.overloads),
            "levels": reading.levels_of(figures, described),
            "drivers": reading.drivers_of(figures),
            "suggestions": reading.suggestions_of(economics.suggestions),
        }
    return render(request, "drafting/economics/page.html", context, status=422 if friction.is_bound else 200)


@require_safe
@draft_view(StepName.ECONOMICS)
def economics(request: StudioRequest, draft: Draft) -> HttpResponse:
    """How much it brings in, and where it is at risk."""
    known = {one.question: one.answer for one in FrictionAnswer.objects.of(draft.engagement)}
    return _page(request, draft, FrictionForm(initial=known))


@require_POST
@draft_view(StepName.ECONOMICS)
def friction(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Keep how the client works with the studio."""
    form = FrictionForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, form)
    engagement = draft.engagement
    for question, answer in form.cleaned_data.items():
        if answer:
            FrictionAnswer.objects.update_or_create(
                engagement=engagement,
                question=question,
                defaults={"studio": engagement.studio, "answer": answer},
            )
    messages.success(request, _("Saved. The figures count with it."))
    return redirect("drafting:economics", number=engagement.number)


@require_POST
@draft_view(StepName.ECONOMICS)
def suggestion(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Apply a suggestion to the draft; undo takes it back."""
    number = draft.engagement.number
    chosen = next((one for one in draft.economics.suggestions if reading.token_of(one) == token), None)
    if chosen is None:
        messages.info(request, _("The draft changed meanwhile: that suggestion is no longer made."))
        return redirect("drafting:economics", number=number)
    with draft.saving():
        write_changes(draft.engagement, chosen.changes)
    said = _("Applied: %(title)s. You can undo it.")
    messages.success(request, said % {"title": chosen.worded(screen_language())[0]})
    return redirect("drafting:economics", number=number)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.ECONOMICS)
def estimates(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The hours of one unit of each duty of the studio, for this engagement."""
    typed = request.POST if request.method == "POST" else None
    forms = estimate_forms(draft.described, draft.economics.costing, typed)
    sent = [one for one in forms if one.is_bound]
    if typed is not None and all(one.is_valid() for one in sent):
        for one in sent:
            _keep(draft, one)
        messages.success(request, _("Saved. The figures count with it."))
        return redirect("drafting:economics", number=draft.engagement.number)
    context = {"draft": draft, "forms": forms, "refused": [one for one in sent if one.errors]}
    status = 422 if typed is not None else 200
    return render(request, "drafting/economics/estimates.html", context, status=status)


def _keep(draft: Draft, form: EstimateForm) -> None:
    engagement = draft.engagement
    if not form.has_changed():
        return
    if form.estimate is None:
        DutyEstimate.objects.of(engagement).filter(duty=form.duty.key).delete()
        return
    DutyEstimate.objects.update_or_create(
        engagement=engagement,
        duty=form.duty.key,
        defaults={"studio": engagement.studio, **form.estimate},
    )
