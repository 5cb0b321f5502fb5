"""The way in: where somebody goes who has just signed in, the founding of a studio, the first steps."""

from typing import cast

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from scoping.studios import tenancy
from scoping.studios.access import StudioRequest, member_required
from scoping.studios.models import User

from .founding import FoundingForm, found_by_user
from .glossary import groups
from .welcome import finished, stages


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """To the engagements; to the first steps until a document was issued; to a founding without a studio."""
    if request.membership is None:  # type: ignore[attr-defined]
        return redirect("overview:founding" if settings.SIGN_UP_OPEN else "studios:none")
    return redirect("overview:engagements" if finished() else "overview:welcome")


@require_http_methods(["GET", "HEAD", "POST"])
def founding(request: HttpRequest) -> HttpResponse:
    """Found a studio of one's own, where the operator lets people do so."""
    if not settings.SIGN_UP_OPEN:
        raise PermissionDenied
    form = FoundingForm(request.POST or None, user=cast(User, request.user))
    if form.is_valid():
        tenancy.choose(request, found_by_user(form))
        return redirect("overview:welcome")
    return render(request, "overview/founding.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@member_required
def welcome(request: StudioRequest) -> HttpResponse:
    """The first steps, each with its state; gone once a document was issued."""
    if finished():
        return redirect("overview:engagements")
    return render(request, "overview/welcome.html", {"stages": stages(request.membership)})


@require_safe
@member_required
def words(request: StudioRequest) -> HttpResponse:
    """Every word of the field, with what it means."""
    return render(request, "overview/words.html", {"groups": groups()})
