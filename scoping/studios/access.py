"""Who may see a page: the decorators of views that belong to a studio."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django_htmx.middleware import HtmxDetails

from .models import Membership, Studio, User


class StudioRequest(HttpRequest):
    """A request of somebody who is signed in and in a studio: what `member_required` gives to a view."""

    user: User
    membership: Membership
    studio: Studio
    htmx: HtmxDetails


View = Callable[..., HttpResponseBase]


def member_required(view: View) -> View:
    """Only for members of a studio: others are led to sign in, or told that they are in no studio yet."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        membership: Membership | None = request.membership  # type: ignore[attr-defined]
        if membership is None:
            return redirect("studios:none")
        request.studio = membership.studio  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return inner


def owner_required(view: View) -> View:
    """Only for owners of the studio; other members are refused in words (403)."""

    @wraps(view)
    def inner(request: StudioRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.membership.is_owner:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return member_required(inner)
