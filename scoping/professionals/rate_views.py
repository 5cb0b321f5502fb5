"""What an hour of a professional costs and is worth, and how many there are: an internal page, of owners."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.studios.access import StudioRequest, owner_required

from .models import Professional
from .rate_forms import FreeTimeForm, RateForm
from .rates import FreeTime, HourRate


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def rates(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Rates with their days, the newest first; a POST adds one, or says anew what holds from its day."""
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    today = request.studio.day_of(timezone.now())
    form = RateForm(request.POST if request.method == "POST" else None, initial={"since": today})
    if form.is_bound and form.is_valid():
        HourRate.objects.update_or_create(
            studio=request.studio,
            professional=professional,
            since=form.cleaned_data["since"],
            defaults={"cost": form.cleaned_data["cost"], "price": form.cleaned_data["price"]},
        )
        messages.success(request, _("Saved."))
        return redirect("professionals:rates", uid=uid)
    return _page(request, professional, form, _free_time_form(professional))


@require_POST
@owner_required
def free_time(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """How many hours a month there are; its page is that of the rates."""
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    form = FreeTimeForm(request.POST)
    if not form.is_valid():
        return _page(request, professional, RateForm(), form)
    FreeTime.objects.update_or_create(
        professional=professional, defaults={"studio": request.studio, **form.cleaned_data}
    )
    messages.success(request, _("Saved."))
    return redirect("professionals:rates", uid=uid)


@require_POST
@owner_required
def rate_removal(request: StudioRequest, uid: uuid.UUID, day: str) -> HttpResponse:
    """Take back a rate. What was computed with it is computed anew."""
    professional = get_object_or_404(Professional.objects.all(), uid=uid)
    since = day_of_address(day)
    HourRate.objects.of(professional).since(since).delete()
    messages.success(request, _("The rate is removed."))
    return redirect("professionals:rates", uid=uid)


def day_of_address(day: str) -> dt.date:
    """A day as addresses write it, such as 2026-01-01. Raises Http404 for what is none."""
    try:
        return dt.date.fromisoformat(day)
    except ValueError as error:
        raise Http404 from error


def _free_time_form(professional: Professional) -> FreeTimeForm:
    known = FreeTime.objects.of(professional)
    initial: dict[str, Any] = {}
    if known is not None:
        lines = [f"{month} {hours}" for month, hours in sorted(known.other_months.items())]
        initial = {"hours_a_month": known.hours_a_month, "other_months": "\n".join(lines)}
    return FreeTimeForm(initial=initial)


def _page(
    request: StudioRequest, professional: Professional, form: RateForm, free: FreeTimeForm
) -> HttpResponse:
    today = request.studio.day_of(timezone.now())
    context = {
        "professional": professional,
        "form": form,
        "free": free,
        "lines": HourRate.objects.of(professional).on(today),
        "bands": HourRate.objects.of_bands().exists(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "professionals/rates.html", context, status=status)
