"""The economics of a draft: an internal page, its suggestions, the client's ways, the exchange rate."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from scoping.domain.costing import OWN_CURRENCY
from scoping.engagements.changing import write_changes
from scoping.judgement.models import ExchangeRate, FrictionAnswer
from scoping.kit.forms import screen_language
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from ..undo.taking import take_back_posted
from . import reading
from .forms import ExchangeForm, FrictionForm
from .showing import counted_anew, economics_page, known_friction


@require_safe
@draft_view(StepName.ECONOMICS)
def economics(request: StudioRequest, draft: Draft) -> HttpResponse:
    """How much it brings in, and where it is at risk."""
    return economics_page(request, draft)


@require_POST
@draft_view(StepName.ECONOMICS)
def friction(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Keep how the client works with the studio: one question in place, or the whole form."""
    form = FrictionForm(request.POST, initial=known_friction(draft))
    if not form.is_valid():
        return economics_page(request, draft, friction=form)
    engagement = draft.engagement
    with transaction.atomic():
        for question, answer in form.changed.items():
            said = {"studio": engagement.studio, "answer": answer}
            FrictionAnswer.objects.update_or_create(engagement=engagement, question=question, defaults=said)
    return counted_anew(request, draft, _("Saved. The figures count with it."))


@require_POST
@draft_view(StepName.ECONOMICS)
def exchange(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Keep what a euro is worth in the engagement's currency; where that is the euro, nothing is."""
    engagement, currency = draft.engagement, draft.described.currency
    if currency == OWN_CURRENCY:
        raise Http404
    form = ExchangeForm(request.POST)
    if not form.is_valid():
        return economics_page(request, draft, exchange=form)
    ExchangeRate.objects.update_or_create(
        engagement=engagement,
        defaults={"studio": engagement.studio, "currency": currency, **form.cleaned_data},
    )
    return counted_anew(request, draft, _("Saved. The figures count with it."))


@require_POST
@draft_view(StepName.ECONOMICS)
def suggestion(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Apply a suggestion to the draft; undo takes it back."""
    chosen = next((one for one in draft.economics.suggestions if reading.token_of(one) == token), None)
    if chosen is None:
        told = _("The draft changed meanwhile: that suggestion is no longer made.")
        return counted_anew(request, draft, told, messages.info, focus=True)
    with draft.saving():
        write_changes(draft.engagement, chosen.changes)
    told = _("Applied: %(title)s. You can undo it.") % {"title": chosen.worded(screen_language())[0]}
    return counted_anew(request, draft, told, focus=True)


@require_POST
@draft_view(StepName.ECONOMICS)
def undo(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Take back the change that the page named, and count anew."""
    told, tell = take_back_posted(request, draft)
    return counted_anew(request, draft, told, tell)
