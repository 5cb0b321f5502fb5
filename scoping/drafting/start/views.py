"""The studio's engagements, and founding one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from scoping.clients.models import Client
from scoping.engagements.models import Engagement
from scoping.record.write import actor_of
from scoping.studios.access import StudioRequest, member_required

from .forms import EngagementSearch, FoundingForm


@require_safe
@member_required
def engagements(request: StudioRequest) -> HttpResponse:
    """Every engagement of the studio, the newest first."""
    search = EngagementSearch(request.GET)
    context = {"search": search, "engagements": search.found(), "has_clients": Client.objects.exists()}
    return render(request, "drafting/engagements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def found(request: StudioRequest) -> HttpResponse:
    """Found an engagement; it goes on with its client."""
    if request.method != "POST":
        form = FoundingForm(studio=request.studio, initial={"client": request.GET.get("client", "")})
        return render(request, "drafting/new.html", {"form": form})
    form = FoundingForm(request.POST, studio=request.studio)
    if not form.is_valid():
        return render(request, "drafting/new.html", {"form": form}, status=422)
    engagement = form.found(actor_of(request.user), timezone.now())
    return redirect("drafting:client", number=engagement.number)


@require_safe
@member_required
def engagement(request: StudioRequest, number: str) -> HttpResponse:
    """An engagement's own address leads to its first step."""
    found = get_object_or_404(Engagement.objects.numbered(number))
    return redirect("drafting:client", number=found.number)
