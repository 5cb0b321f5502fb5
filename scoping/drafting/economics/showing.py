"""The page of the economics: the whole of it, or to htmx the figures and what lives beside them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from scoping.domain.costing import OWN_CURRENCY
from scoping.judgement.models import ExchangeRate, FrictionAnswer
from scoping.kit.forms import screen_language
from scoping.kit.partials import parts_alone, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft
from ..live import WITHOUT_PANEL, live
from ..risk import risk_of
from . import months, reading
from .forms import ExchangeForm, FrictionForm

PAGE, FIGURES = "drafting/economics/page.html", "drafting/economics/_figures.html"


def economics_page(
    request: StudioRequest,
    draft: Draft,
    *,
    friction: FrictionForm | None = None,
    exchange: ExchangeForm | None = None,
) -> HttpResponse:
    """The page; a form that was refused is shown as it was typed."""
    context = {
        **figures_context(draft, exchange),
        "friction": friction or FrictionForm(initial=known_friction(draft)),
    }
    return render(request, PAGE, context, status=422 if friction or exchange else 200)


def counted_anew(
    request: StudioRequest,
    draft: Draft,
    told: str,
    tell: Callable[..., None] = messages.success,
    *,
    focus: bool = False,
) -> HttpResponse:
    """Behind a change: the figures in place, with the word for who listens; or the page with it on top.
    `focus`: what was pressed is gone, and one goes on at the suggestions."""
    if wants_part(request):
        anew = replace(draft)
        context = {**figures_context(anew), **live(anew, told), "focus": focus}
        return parts_alone(request, [FIGURES, *WITHOUT_PANEL], context)
    tell(request, told)
    return redirect("drafting:economics", number=draft.engagement.number)


def known_friction(draft: Draft) -> dict[str, str]:
    """How the client works with the studio, as it was answered: by question."""
    return {one.question: one.answer for one in FrictionAnswer.objects.of(draft.engagement)}


def figures_context(draft: Draft, exchange: ExchangeForm | None = None) -> dict[str, Any]:
    """What the figures want."""
    economics, described = draft.economics, draft.described
    context = {
        "draft": draft,
        "lacking": reading.lacking_in(draft.engagement, economics),
        "undo_in_place": reverse("drafting:economics_undo", args=[described.number]),
        "own_currency": OWN_CURRENCY,
    }
    if described.currency != OWN_CURRENCY:
        said = ExchangeRate.objects.of(draft.engagement).filter(currency=described.currency).first()
        context["exchange"] = exchange or ExchangeForm.of(said, described.dated)
        context["exchanged"] = said
    if economics.figures is None:
        return context
    figures, columns = economics.figures, months.columns_of(economics)
    return context | {
        "figures": figures,
        "risk": risk_of(figures, described),
        "heads": reading.heads_of(figures),
        "rows": reading.rows_of(figures, described),
        "two_jobs": economics.two_jobs.worded(screen_language()) if economics.two_jobs else "",
        "columns": columns,
        "legend": months.legend_of(economics, columns) if columns else None,
        "overloads": months.worst_first(economics.overloads),
        "levels": reading.levels_of(figures, described),
        "drivers": reading.drivers_of(figures, described),
        "suggestions": reading.suggestions_of(economics.suggestions),
        "understated": reading.understated(figures),
    }
