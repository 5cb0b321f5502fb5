"""Rows for tests, one function a thing, with what a test does not care about filled in."""

import itertools
from typing import Any

from allauth.account.models import EmailAddress

from scoping.studios.models import Membership, Rank, Studio, User

PASSWORD = "un-cancello-azzurro"
_count = itertools.count(1)


def user(**fields: Any) -> User:
    """Somebody who can sign in with PASSWORD; the address is verified."""
    email = fields.pop("email", f"persona{next(_count)}@example.org")
    made = User.objects.create_user(email, fields.pop("password", PASSWORD), **fields)
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def studio(**fields: Any) -> Studio:
    """A studio that has only its name."""
    return Studio.objects.create(**{"name": f"Studio {next(_count)}"} | fields)


def membership(**fields: Any) -> Membership:
    """An owner in a studio of their own."""
    fields.setdefault("rank", Rank.OWNER)
    return Membership.objects.create(
        user=fields.pop("user", None) or user(), studio=fields.pop("studio", None) or studio(), **fields
    )
