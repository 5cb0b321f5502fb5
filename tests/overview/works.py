"""Engagements of a studio in each standing, without printing anything."""

import datetime as dt

from django.utils import timezone

from scoping.clients.models import Client
from scoping.documents.models import ScopeDocument, Version
from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.domain.scope import Issue
from scoping.engagements.models import Engagement, FeeLine
from scoping.engagements.reading import scope_of

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


def engagement(client: Client, number: str, *, state: str = "draft", archived: bool = False) -> Engagement:
    """An engagement of that client; its studio's scope must be open."""
    return Engagement.objects.create(
        studio=client.studio,
        client=client,
        number=number,
        title=f"Titolo {number}",
        dated=AT.date(),
        changed_at=AT,
        state=state,
        months=12,
        archived_at=AT if archived else None,
    )


def document(of: Engagement, number: int = 1, *, state: str = "issued", days_left: int = 10) -> ScopeDocument:
    """A version of it whose last day is so many days away."""
    code = sha256_hex(f"{of.pk} {number}".encode())[:16].upper()
    moment = AT + dt.timedelta(hours=number)
    said = Issue(version=number, moment=moment, code=code, address=f"https://scope.example/v/{code}")
    snapshot = scopefile.write(scope_of(of), said)
    version = Version.objects.create(
        studio=of.studio, engagement=of, number=number, state=state, snapshot=snapshot
    )
    today = of.studio.day_of(timezone.now())
    return ScopeDocument.objects.create(
        studio=of.studio,
        version=version,
        code=code,
        issued_at=moment,
        valid_until=today + dt.timedelta(days=days_left),
        snapshot=snapshot,
        snapshot_sha256=sha256_hex(snapshot),
        pdf_sha256=sha256_hex(b"pdf"),
        pdf_size=3,
        pages=1,
    )


def fee(of: Engagement, lane: str, amount: int, kind: str = "monthly") -> FeeLine:
    """A fee line."""
    return FeeLine.objects.create(
        studio=of.studio, engagement=of, key=f"{lane}-{kind}", lane=lane, kind=kind, amount=amount
    )
