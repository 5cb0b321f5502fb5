"""A scope file into a studio: its own identity replaces the file's, and every replacement is named."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from django.db import transaction

from scoping.clients.models import Client
from scoping.domain.scope import Address, ClientIdentity, Scope, StudioIdentity
from scoping.record.write import Actor, Facts, write_line
from scoping.studios.models import Studio

from . import life
from .models import Engagement
from .models.engagement import reserve_number, skip_number
from .reading import scope_of
from .writing import write_scope


class Closed(Exception):
    """The file's number is that of an engagement whose draft can no longer be changed."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What the file said at a path, and what the studio's own value made of it."""

    path: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The engagement that was written, whether it is new, and what of the file was replaced."""

    engagement: Engagement
    founded: bool
    replacements: tuple[Replacement, ...]


@transaction.atomic
def import_scope(
    *,
    studio: Studio,
    described: Scope,
    actor: Actor,
    at: dt.datetime,
    uid: uuid.UUID | None = None,
    overwrites: bool = True,
) -> Imported:
    """Write a Scope that came by a file into the studio, as a draft.

    Into the studio that it came from, the number stays, and a draft of that number says from now on what the
    file says, unless nothing may be overwritten: then, as in another studio, it is founded under the next
    number of that studio's own. What the studio knows of itself, of a client, of a professional or of a
    contact stays; the file only says what was not known. `uid` as for `found_engagement`. Raises `Closed`.
    """
    number = described.number
    known = Engagement.objects.numbered(number).first()
    if not _same_studio(described.studio, studio.identity()) or (known is not None and not overwrites):
        number, known = reserve_number(studio, described.dated.year), None
    client = _client_of(studio, described)
    if known is None:
        engagement = Engagement.objects.create(
            uid=uid or uuid.uuid4(),
            studio=studio,
            client=client,
            number=number,
            title=described.title,
            dated=described.dated,
            changed_at=at,
        )
        skip_number(studio, number)
    else:
        engagement = life.locked(known.uid)
        if not engagement.is_open:
            raise Closed(number)
        engagement.client = client
    write_scope(engagement, described)
    life.touch(engagement, at)
    replacements = tuple(_replacements(described, scope_of(engagement)))
    write_line(
        studio=studio,
        chain=engagement.uid,
        kind="scope_imported",
        actor=actor,
        at=at,
        facts=Facts(engagement=number, data={"replaced": [one.path for one in replacements]}),
    )
    return Imported(engagement, known is None, replacements)


def _replacements(described: Scope, written: Scope) -> Iterator[Replacement]:
    """Where the draft says something else than the file: its number, and who the people are."""
    for name in ("number", "studio", "client"):
        yield from _differences(f"$.scope.{name}", getattr(described, name), getattr(written, name))
    for place, person in enumerate(described.persons):
        yield from _differences(f"$.scope.persons[{place}]", person, written.person(person.key))


def _same_studio(one: StudioIdentity, other: StudioIdentity) -> bool:
    if one.vat_number and other.vat_number:
        return one.vat_number == other.vat_number
    return one.name == other.name


def _client_of(studio: Studio, described: Scope) -> Client:
    """The studio's client of that VAT number, else of that name, as the studio knows it; else a new one."""
    known = Client.objects.known_as(described.client)
    client = known or Client(studio=studio, language=described.language)
    client.take(described.client if known is None else _completed(known.identity(), described.client))
    client.save()
    return client


def _completed(own: ClientIdentity, other: ClientIdentity) -> ClientIdentity:
    """What is known of a client; what is not is as the file says it. An address is one thing."""
    known = {field.name: getattr(own, field.name) for field in fields(own)}
    if own.address == Address(country=own.address.country):
        del known["address"]
    return replace(other, **{name: value for name, value in known.items() if value not in ("", None)})


def _differences(path: str, was: object, became: object) -> tuple[Replacement, ...]:
    """Where two values differ, down to their single fields."""
    if is_dataclass(was) and is_dataclass(became):
        return tuple(
            found
            for field in fields(was)
            for found in _differences(
                f"{path}.{field.name}", getattr(was, field.name), getattr(became, field.name)
            )
        )
    return () if was == became else (Replacement(path, _said(was), _said(became)),)


def _said(value: object) -> str:
    return "" if value is None else str(value)
