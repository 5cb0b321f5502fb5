"""Asking before a draft is put away; taking it out again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.engagements import archive as acts
from scoping.engagements.models import Engagement
from scoping.record.write import actor_of
from scoping.studios.access import StudioRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def archive(request: StudioRequest, number: str) -> HttpResponse:
    """Put a draft away, after asking; what is offered or signed stays, and the page says why."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    if request.method != "POST":
        return render(request, "drafting/archive.html", {"engagement": engagement})
    try:
        acts.archive(engagement.uid, actor=actor_of(request.user), at=timezone.now())
    except acts.OnTheTable:
        return render(request, "drafting/archive.html", {"engagement": engagement}, status=409)
    messages.success(request, _("Engagement %(number)s is archived.") % {"number": number})
    return redirect("overview:engagements")


@require_POST
@member_required
def restoration(request: StudioRequest, number: str) -> HttpResponse:
    """Take an archived draft out again, and go on with it."""
    engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
    if acts.restore(engagement.uid, actor=actor_of(request.user), at=timezone.now()):
        messages.success(request, _("Engagement %(number)s is a draft again.") % {"number": number})
    return redirect("drafting:client", number=number)
