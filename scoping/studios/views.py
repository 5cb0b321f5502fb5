"""Pages of the studio itself: its profile, and which studio one is in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from scoping.kit.uploads import too_large
from scoping.kit.ways import way_back

from . import tenancy
from .access import StudioRequest, member_required, owner_required
from .forms import LogoForm, StudioForm
from .logo import logo_of, remove_logo, take_logo
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
        return redirect(way_back(request, reverse("studios:profile")))
    status = 422 if form.is_bound else 200
    return render(request, "studios/profile.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def logo(request: StudioRequest) -> HttpResponse:
    """The studio's logo: seen, set, changed."""
    if request.method == "POST":
        form = LogoForm(request.POST, request.FILES, dropped=too_large(request))
        if form.is_valid():
            take_logo(request.studio, form.cleaned_data["picture"])
            messages.success(request, _("Saved."))
            return redirect("studios:logo")
    else:
        form = LogoForm()
    context = {"form": form, "logo": logo_of(request.studio)}
    return render(request, "studios/logo.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def logo_removal(request: StudioRequest) -> HttpResponse:
    """Asks, then takes the logo away; where there is none, there is nothing to ask."""
    if request.method == "POST":
        remove_logo(request.studio)
        messages.success(request, _("The logo is removed."))
    elif logo_of(request.studio):
        return render(request, "studios/logo_removal.html")
    return redirect("studios:logo")


@require_safe
@member_required
def logo_picture(request: StudioRequest, mark: str) -> HttpResponse:
    """The logo's picture; each one has an address of its own, which a browser may keep."""
    found = logo_of(request.studio) if mark == request.studio.logo_mark else None
    if found is None:
        raise Http404
    kept = {"Cache-Control": "private, max-age=31536000, immutable"}
    return HttpResponse(bytes(found.content), content_type="image/png", headers=kept)


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
