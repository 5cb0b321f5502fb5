"""The door to a studio's rows: which studio a request is in, and the scope in which its rows can be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django_scopes import scope, scopes_disabled

from .models import Membership, Studio

Answer = Callable[[HttpRequest], HttpResponse]

CURRENT = "studio"  # the session's key for the uid of the studio that its user chose


@contextmanager
def studio_scope(studio: Studio) -> Iterator[None]:
    """Opens one studio's rows. For middleware, a command, a secret link, a task, a founding; nowhere else."""
    if not isinstance(studio, Studio) or studio.pk is None:
        # None would open the rows of every studio.
        raise TypeError(f"a scope is a saved studio's, not {studio!r}")
    with scope(studio=studio):
        yield


@contextmanager
def across_studios() -> Iterator[None]:
    """Opens every studio's rows. Only for sign-in, the look-up of a link, the worker's queue, operations."""
    with scopes_disabled():
        yield


def membership_of(request: HttpRequest, memberships: list[Membership]) -> Membership | None:
    """The one of the studio that was chosen in this session, else the first; None where there is none."""
    chosen = request.session.get(CURRENT)
    current = (membership for membership in memberships if str(membership.studio.uid) == chosen)
    return next(current, memberships[0] if memberships else None)


def choose(request: HttpRequest, studio: Studio) -> None:
    """From now on this session is in that studio."""
    request.session[CURRENT] = str(studio.uid)


def studio_of_request(answer: Answer) -> Answer:
    """Gives each request its user's `memberships`, read anew each time, and the current one as `membership`
    (or None), and opens that studio's scope."""

    def middleware(request: HttpRequest) -> HttpResponse:
        memberships = list(Membership.objects.of(request.user))
        membership = membership_of(request, memberships)
        request.memberships = memberships  # type: ignore[attr-defined]
        request.membership = membership  # type: ignore[attr-defined]
        if membership is None:
            return answer(request)
        with studio_scope(membership.studio):
            return answer(request)

    return middleware
