"""Pages of the studio's professionals."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.kit.ways import way_back
from scoping.studios.access import StudioRequest, member_required
from scoping.studios.models import Membership
from scoping.studios.turns import by_turns

from .forms import ProfessionalForm
from .models import Professional


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@by_turns
def new(request: StudioRequest) -> HttpResponse:
    """Add a professional."""
    return _edit(request, Professional(studio=request.studio))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@by_turns
def professional(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Edit a professional, or take them out of what can be chosen."""
    return _edit(request, get_object_or_404(Professional.objects.all(), uid=uid))


def _edit(request: StudioRequest, row: Professional) -> HttpResponse:
    back = way_back(request, reverse("overview:professionals"))
    member = request.membership
    accounts = Membership.objects.members_of(request.studio) if member.is_owner else None
    sent = request.POST if request.method == "POST" else None
    form = ProfessionalForm(sent, instance=row, accounts=accounts)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(back)
    may_read = row.pk is not None and Professional.objects.readable_by(member).contains(row)
    context = {"form": form, "professional": row, "back": back, "competences": may_read}
    return render(request, "professionals/professional.html", context, status=422 if form.is_bound else 200)
