"""Rows for tests, one function a thing, with what a test does not care about filled in."""

import itertools
from typing import Any

from allauth.account.models import EmailAddress
from django.test import Client as Browser

from scoping.clients.models import Client, Contact
from scoping.professionals.models import Professional
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


def browser(member: Membership) -> Browser:
    """A browser in which that member is signed in."""
    made = Browser()
    made.force_login(member.user)
    return made


# Rows of a studio: their studio's scope must be open.


def client(studio: Studio, **fields: Any) -> Client:
    """A client of which only the name is known."""
    return Client.objects.create(**{"studio": studio, "name": f"Azienda {next(_count)}"} | fields)


def contact(client: Client, **fields: Any) -> Contact:
    """A person at a client."""
    given = {"studio": client.studio, "client": client, "name": f"Referente {next(_count)}"}
    return Contact.objects.create(**given | fields)


def professional(studio: Studio, **fields: Any) -> Professional:
    """A person of the studio."""
    return Professional.objects.create(**{"studio": studio, "name": f"Consulente {next(_count)}"} | fields)
