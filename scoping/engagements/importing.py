"""A scope file into a studio: its own identity replaces the file's, and every replacement is named."""

import datetime as dt
from dataclasses import dataclass, fields, is_dataclass

from django.db import transaction

from scoping.clients.models import Client
from scoping.domain.scope import Scope, StudioIdentity
from scoping.record.write import Actor, Facts, write_line
from scoping.studios.models import Studio

from . import life
from .models import Engagement
from .models.engagement import reserve_number, skip_number
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
def import_scope(*, studio: Studio, described: Scope, actor: Actor, at: dt.datetime) -> Imported:
    """Write a Scope that came by a file into the studio, as a draft.

    Into the studio that it came from, the number stays, and a draft of that number says from now on what the
    file says. Into another one it is founded under a number of that studio's own. Raises `Closed`.
    """
    own = studio.identity()
    replacements = _differences("$.scope.studio", described.studio, own)
    number = described.number
    if not _same_studio(described.studio, own):
        number = reserve_number(studio, described.dated.year)
        replacements = (Replacement("$.scope.number", described.number, number), *replacements)
    client = _client_of(studio, described)
    known = Engagement.objects.numbered(number).first()
    if known is None:
        engagement = Engagement.objects.create(
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
    write_line(
        studio=studio,
        chain=engagement.uid,
        kind="scope_imported",
        actor=actor,
        at=at,
        facts=Facts(engagement=number, data={"replaced": [one.path for one in replacements]}),
    )
    return Imported(engagement, known is None, replacements)


def _same_studio(one: StudioIdentity, other: StudioIdentity) -> bool:
    if one.vat_number and other.vat_number:
        return one.vat_number == other.vat_number
    return one.name == other.name


def _client_of(studio: Studio, described: Scope) -> Client:
    """The studio's client of that VAT number, else of that name, else a new one; with the file's identity."""
    known = Client.objects.known_as(described.client)
    client = known or Client(studio=studio, language=described.language)
    client.take(described.client)
    client.save()
    return client


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
