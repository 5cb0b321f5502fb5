"""The page of the studio's series of numbers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.studios.access import StudioRequest, owner_required

from .forms import SeriesForm


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def numbers(request: StudioRequest) -> HttpResponse:
    """How engagements are numbered. A change is shown first, and made when it is confirmed."""
    today = request.studio.day_of(timezone.now())
    form = SeriesForm(request.POST or None, studio=request.studio, today=today)
    if not form.is_valid():
        context = {"form": form, "year": str(today.year)}
        return render(request, "engagements/numbers.html", context, status=422 if form.is_bound else 200)
    if "confirmed" not in request.POST:
        return render(request, "engagements/numbers_change.html", {"form": form})
    form.save()
    messages.success(request, _("Saved."))
    return redirect("engagements:numbers")
