"""The list of the studio's professionals."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from scoping.studios.access import StudioRequest, member_required

from .reading import everybody


@require_safe
@member_required
def professionals(request: StudioRequest) -> HttpResponse:
    """Everybody of the studio who can hold a role, and apart from them who could once."""
    people = everybody(request.studio.day_of(timezone.now()))
    context = {
        "at_work": [one for one in people if one.professional.active],
        "put_away": [one for one in people if not one.professional.active],
    }
    return render(request, "overview/professionals.html", context)
