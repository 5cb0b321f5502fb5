"""Who belongs to the studio: members, invitations, the way in by a link."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from . import tenancy
from .access import StudioRequest, owner_required
from .invitations import DAYS_VALID, Invitation, accept, invitation_of, invite
from .member_forms import InvitationForm
from .models import Membership, User
from .signin import INVITED
from .turns import turn

EDIT = ["GET", "HEAD", "POST"]
FRESH = "fresh_invitation"  # in the session, until it was shown once


@require_http_methods(EDIT)
@owner_required
def members(request: StudioRequest) -> HttpResponse:
    """Who is in the studio, and who is invited; a POST invites, and the link is shown once."""
    form = InvitationForm(request.POST or None, studio=request.studio)
    if form.is_valid():
        secret = invite(request.studio, **form.cleaned_data, by=request.user, at=timezone.now())
        link = settings.PUBLIC_URL + reverse("studios:invitation", args=[secret])
        request.session[FRESH] = [form.cleaned_data["email"], link]
        return redirect("studios:members")
    context = {
        "form": form,
        "members": Membership.objects.members_of(request.studio),
        "invitations": Invitation.objects.all().waiting(timezone.now()),
        "fresh": request.session.pop(FRESH, None),
        "days": DAYS_VALID,
    }
    return render(request, "studios/members.html", context, status=422 if form.is_bound else 200)


@require_POST
@owner_required
def invitation_removal(request: StudioRequest, uid: uuid.UUID) -> HttpResponse:
    """Withdraw an invitation: its link opens nothing any more."""
    get_object_or_404(Invitation.objects.all().waiting(timezone.now()), uid=uid).delete()
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("studios:members")


@require_http_methods(EDIT)
@owner_required
def member_removal(request: StudioRequest) -> HttpResponse:
    """Let a member go, after asking; nobody can let themselves go, so an owner always remains."""
    others = Membership.objects.members_of(request.studio).exclude(user=request.user)
    email = request.POST.get("email") or request.GET.get("email", "")
    member = get_object_or_404(others.called(email))
    if request.method != "POST":
        return render(request, "studios/member_removal.html", {"member": member})
    let_go(member, by=request.membership)
    messages.success(request, _("%(name)s is no longer a member.") % {"name": member.user})
    return redirect("studios:members")


def let_go(member: Membership, *, by: Membership) -> None:
    """Let a member go. Two owners who let each other go at once would leave a studio that nobody owns: the
    second one is no owner any more, and PermissionDenied is raised."""
    with turn(by.studio):
        if not Membership.objects.members_of(by.studio).owned().filter(pk=by.pk).exists():
            raise PermissionDenied
        member.let_go()


@require_http_methods(EDIT)
@login_not_required
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The page that an invitation's link opens: who is not signed in does that first."""
    found = invitation_of(secret, timezone.now())
    if not isinstance(request.user, User):
        if found is not None:
            request.session[INVITED] = True
        return redirect_to_login(request.get_full_path())
    if found is None or not found.is_for(request.user):
        return render(request, "studios/invitation_none.html", status=404)
    if request.method != "POST":
        return render(request, "studios/invitation.html", {"invitation": found})
    if not accept(found, request.user, timezone.now()):
        return render(request, "studios/invitation_none.html", status=404)
    request.session.pop(INVITED, None)
    tenancy.choose(request, found.studio)
    return redirect("/")
