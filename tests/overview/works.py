"""Engagements of a studio in each standing, without printing anything."""

import datetime as dt

from django.utils import timezone

from scoping.clients.models import Client
from scoping.documents.models import ScopeDocument, Version
from scoping.domain.canonical import sha256_hex
from scoping.engagements.models import Engagement, FeeLine

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
    version = Version.objects.create(
        studio=of.studio, engagement=of, number=number, state=state, snapshot=b"{}"
    )
    today = of.studio.day_of(timezone.now())
    return ScopeDocument.objects.create(
        studio=of.studio,
        version=version,
        code=sha256_hex(f"{of.pk} {number}".encode())[:16].upper(),
        issued_at=AT + dt.timedelta(hours=number),
        valid_until=today + dt.timedelta(days=days_left),
        snapshot=b"{}",
        snapshot_sha256=sha256_hex(b"{}"),
        pdf_sha256=sha256_hex(b"pdf"),
        pdf_size=3,
        pages=1,
    )


def fee(of: Engagement, lane: str, amount: int, kind: str = "monthly") -> FeeLine:
    """A fee line."""
    return FeeLine.objects.create(
        studio=of.studio, engagement=of, key=f"{lane}-{kind}", lane=lane, kind=kind, amount=amount
    )
