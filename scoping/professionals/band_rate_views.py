"""What an hour costs and is worth by band of seniority, for who has no rate of their own: an internal page,
of owners."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.studios.access import StudioRequest, owner_required

from .rate_forms import BandRateForm
from .rate_views import day_of_address
from .rates import HourRate


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def band_rates(request: StudioRequest) -> HttpResponse:
    """The bands with their rates; a POST adds one, or says anew what holds of a band from its day."""
    today = request.studio.day_of(timezone.now())
    form = BandRateForm(request.POST if request.method == "POST" else None, initial={"since": today})
    if form.is_valid():
        said = form.cleaned_data
        HourRate.objects.update_or_create(
            studio=request.studio,
            professional=None,
            band=said["band"],
            since=said["since"],
            defaults={"cost": said["cost"], "price": said["price"]},
        )
        messages.success(request, _("Saved."))
        return redirect("professionals:band_rates")
    lines = HourRate.objects.of_bands().on(today)
    bands = [
        (code, name, [line for line in lines if line.rate.band == code]) for code, name in HourRate.BANDS
    ]
    context = {"form": form, "bands": bands}
    return render(request, "professionals/band_rates.html", context, status=422 if form.is_bound else 200)


@require_POST
@owner_required
def band_rate_removal(request: StudioRequest, band: str, day: str) -> HttpResponse:
    """Take back a band's rate. What was computed with it is computed anew."""
    removed, _each = HourRate.objects.of_bands().since(day_of_address(day), band).delete()
    if not removed:
        raise Http404
    messages.success(request, _("The rate is removed."))
    return redirect("professionals:band_rates")
