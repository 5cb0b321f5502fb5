"""One at a time in a studio: who clicks twice, or two people in the same moment, take turns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.db import transaction
from django.http.response import HttpResponseBase

from .access import StudioRequest
from .models import Studio


@contextmanager
def turn(studio: Studio) -> Iterator[None]:
    """One transaction, while nobody else has a turn in this studio: what the one before wrote is there to be
    seen, so that nothing is made twice."""
    with transaction.atomic():
        # No key: new rows of the studio point to it, and must not wait for a turn that waits for them.
        Studio.objects.select_for_update(no_key=True).get(pk=studio.pk)
        yield


def by_turns(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view that looks whether something is there before it writes it: each POST has a turn. Stands
    inside `member_required`."""

    @wraps(view)
    def inner(request: StudioRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with turn(request.studio):
            return view(request, *args, **kwargs)

    return inner
