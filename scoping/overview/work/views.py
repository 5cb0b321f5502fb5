"""The list of engagements, and a client's page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from scoping.clients.models import Client
from scoping.studios.access import StudioRequest, member_required

from .listing import EngagementSearch, engagement_list
from .of_client import work_for


@require_safe
@member_required
def engagements(request: StudioRequest) -> HttpResponse:
    """The studio's engagements, the newest first, by page; narrowed by words and by how they stand."""
    search = EngagementSearch(request.GET)
    listed = engagement_list(search, request.GET.get("page", ""), request.studio.day_of(timezone.now()))
    context = {"search": search, "listed": listed, "has_clients": Client.objects.exists()}
    return render(request, "overview/engagements.html", context)


@require_safe
@member_required
def client(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """One client: what was done for it, who is there, who it is."""
    found = get_object_or_404(Client.objects.all(), uid=uid)
    work = work_for(found, request.studio.day_of(timezone.now()))
    return render(request, "overview/client.html", {"client": found, "work": work})
