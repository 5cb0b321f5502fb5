"""One answer for two readers: the whole page, or to htmx only the part of it that changed."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django_htmx.http import HttpResponseClientRedirect


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part (not for a page's history)."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def page(
    request: HttpRequest, template: str, parts: list[str], context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page, or to htmx its parts (see `parts_alone`). Refused input is answered with status 422, which
    htmx swaps in and a browser shows.
    """
    if not wants_part(request):
        return render(request, template, dict(context), status=status)
    return parts_alone(request, parts, context, status=status)


def parts_alone(
    request: HttpRequest, parts: list[str], context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Parts of a page one after the other; those behind the first are out of band.

    A part is given `out_of_band` (true behind the first), so that it can write `hx-swap-oob`.
    """
    text = "".join(
        render_to_string(part, {**context, "out_of_band": place > 0}, request=request)
        for place, part in enumerate(parts)
    )
    return HttpResponse(text, status=status)


def go(request: HttpRequest, to: Any, *args: Any, **kwargs: Any) -> HttpResponse:
    """A redirect that a browser and htmx both follow."""
    answer: HttpResponse = redirect(to, *args, **kwargs)
    if wants_part(request):
        return HttpResponseClientRedirect(answer["Location"])
    return answer
