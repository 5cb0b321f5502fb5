"""Pages of the studio itself: its profile, and which studio one is in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from . import tenancy
from .access import StudioRequest, owner_required
from .forms import StudioForm
from .models import Membership, User


@require_safe
def no_studio(request: HttpRequest) -> HttpResponse:
    """Where somebody ends up who is signed in and in no studio (any more)."""
    if request.membership is not None:  # type: ignore[attr-defined]
        return redirect("/")
    return render(request, "studios/none.html")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def profile(request: StudioRequest) -> HttpResponse:
    """Who the studio is and how its fees are taxed; an owner changes it."""
    form = StudioForm(request.POST or None, instance=request.studio)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("studios:profile")
    status = 422 if form.is_bound else 200
    return render(request, "studios/profile.html", {"form": form}, status=status)


@require_POST
def current(request: HttpRequest) -> HttpResponse:
    """From now on this session is in another studio of its user; a foreign one is not found."""
    membership = Membership.objects.of(request.user).in_studio(request.POST.get("studio", "")).first()
    if membership is None:
        raise Http404
    tenancy.choose(request, membership.studio)
    return redirect("/")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Changes the language of the screens, and remembers it for letters to who is signed in."""
    chosen = request.POST.get("language")
    if isinstance(request.user, User) and chosen in dict(settings.LANGUAGES):
        request.user.remember_language(str(chosen))
    return set_language(request)
