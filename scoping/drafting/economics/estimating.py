"""The hours of one unit of each duty of the studio: a page of its own, with the panel beside it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.judgement.models import DutyEstimate
from scoping.kit.partials import page, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..live import LIVE, live
from ..steps import StepName
from .forms import POINTS, EstimateForm, estimate_forms

PAGE, FORM = "drafting/economics/estimates.html", "drafting/economics/_estimates.html"


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.ECONOMICS)
def estimates(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Show and keep the estimates of this engagement. Where one is wrong nothing is kept."""
    typed = request.POST if request.method == "POST" else None
    forms = estimate_forms(draft.described, draft.economics.costing, typed)
    sent = [one for one in forms if one.is_bound]
    refused = [one for one in sent if not one.is_valid()]
    if typed is None or refused:
        context = {"draft": draft, "forms": forms, "refused": refused}
        return page(request, PAGE, [FORM], context, status=422 if refused else 200)
    with transaction.atomic():
        for one in sent:
            _keep(draft, one)
    told = _("Saved. The figures count with it.")
    if wants_part(request):
        anew = Draft(draft.engagement, draft.step, draft.author)
        context = {**live(anew, told), "forms": estimate_forms(anew.described, anew.economics.costing)}
        return page(request, PAGE, [FORM, *LIVE], context)
    messages.success(request, told)
    return redirect("drafting:economics", number=draft.engagement.number)


def _keep(draft: Draft, form: EstimateForm) -> None:
    engagement = draft.engagement
    if not form.touched:
        return
    if form.estimate is None:
        DutyEstimate.objects.of(engagement).filter(duty=form.duty.key).delete()
        return
    DutyEstimate.objects.update_or_create(
        engagement=engagement,
        duty=form.duty.key,
        defaults={"studio": engagement.studio, **{one: getattr(form.estimate, one) for one in POINTS}},
    )
