"""One more line on a chain."""

import datetime as dt
import json
import uuid
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from django.db import transaction

from scoping.domain.canonical import canonical_json, sha256_hex
from scoping.domain.chain import genesis_hash, line_hash
from scoping.studios.models import Studio, User

from .models import RecordHead, RecordLine

FORMAT = 1
YEARS_KEPT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it: somebody of the client, of the studio, or the system. `id` is the row's public one."""

    type: Literal["client", "studio", "system"]
    id: str = ""
    name: str = ""
    role: str = ""
    power: str = ""


SYSTEM = Actor(type="system", name="Paletti")


def actor_of(user: User) -> Actor:
    """A member of the studio who acts in it."""
    return Actor(type="studio", id=f"user-{user.pk}", name=str(user))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a line says beside who and when (signing.md, 7). `data` holds text, whole numbers and lists of
    them; a Decimal or a time goes in as text."""

    engagement: str = ""
    version: int | None = None
    document_sha256: str | None = None
    document_size: int | None = None
    act: str | None = None
    lang: str | None = None
    text: str | None = None
    clauses: tuple[dict[str, Any], ...] = ()
    ip: str | None = None
    user_agent: str | None = None
    link_id: str | None = None
    code_id: str | None = None
    method: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def write_line(
    *, studio: Studio, chain: uuid.UUID, kind: str, actor: Actor, at: dt.datetime, facts: Facts
) -> RecordLine:
    """Add one line to a chain, inside the caller's transaction. `at` is aware; it is written in UTC."""
    head = _locked_head(studio, chain)
    body = {
        "v": FORMAT,
        "seq": head.seq + 1,
        "prev": head.hash,
        "at": at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "kind": kind,
        "actor": asdict(actor),
        **asdict(facts),
        "clauses": list(facts.clauses),
        "text_sha256": sha256_hex(facts.text) if facts.text is not None else None,
    }
    line = RecordLine.objects.create(
        studio=studio,
        chain=chain,
        seq=head.seq + 1,
        kind=kind,
        at=at,
        prev=head.hash,
        hash=line_hash(body),
        body=canonical_json(body),
        keep_until=_years_later(at.date(), YEARS_KEPT),
    )
    head.seq, head.hash = line.seq, line.hash
    head.save(update_fields=["seq", "hash"])
    return line


def body_of(line: RecordLine) -> dict[str, Any]:
    """The line as it was written."""
    body: dict[str, Any] = json.loads(line.body)
    return body


def _locked_head(studio: Studio, chain: uuid.UUID) -> RecordHead:
    first = genesis_hash(studio=str(studio.uid), engagement=str(chain))
    RecordHead.objects.get_or_create(chain=chain, defaults={"studio": studio, "hash": first})
    return RecordHead.objects.select_for_update().get(chain=chain)


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
