"""Issuing: one version, its document rendered once, frozen, and one line in the record."""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.domain.changes import sentences
from scoping.domain.findings import Finding
from scoping.domain.logo import Logo
from scoping.domain.scope import ConditionStatement, Issue, Scope
from scoping.domain.snapshot import SnapshotTooLarge, same_content
from scoping.engagements import life
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.conditions import conditions_of
from scoping.judgement.judge import condition_statements, judge_draft
from scoping.kit import storage
from scoping.press import pdf
from scoping.press.errors import PressError
from scoping.record.write import Actor, Facts, write_line

from .logo import document_logo
from .models import ScopeDocument, Version
from .refusals import reason_of

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):
    """The engagement can't be issued as it is. `reason` is a code, `findings` what blocks, where something
    does."""

    def __init__(self, reason: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Reservation:
    """A version number held for one snapshot, before it is printed."""

    version: Version
    snapshot: bytes
    described: Scope
    issue: Issue
    logo: Logo | None = None


def issue(engagement: Engagement, *, actor: Actor, at: dt.datetime) -> ScopeDocument:
    """Issue the draft as its next version. Who repeats it after a breakdown gets the same document.

    Raises `Refused`: a finding blocks, nothing was changed since the last version, the draft was changed
    meanwhile, the engagement is signed, or it could not be printed or stored.
    """
    reservation = reserve(engagement, at=at)
    try:
        rendered = pdf.render(reservation.described, reservation.issue, reservation.logo)
        stored = storage.keep(rendered.pdf)
    except PressError as error:
        raise Refused(reason_of(error)) from error
    except OSError as error:
        raise Refused("not_stored") from error
    return _issue_reserved(reservation, rendered.pages, stored, len(rendered.pdf), actor=actor, at=at)


@transaction.atomic
def reserve(engagement: Engagement, *, at: dt.datetime) -> Reservation:
    """Hold the next version's number for the draft as it is now: the very bytes that will be printed."""
    engagement = life.locked(engagement.uid)
    if not engagement.is_open:
        raise Refused("archived" if engagement.is_archived else "signed")
    today = engagement.studio.day_of(at)
    described = scope_of(engagement, dated=today)
    judgement = judge_draft(engagement, described)
    if judgement.blocks:
        raise Refused("blocked", judgement.blocks)
    latest = ScopeDocument.objects.latest_of(engagement)
    before = scopefile.read(bytes(latest.snapshot)).scope if latest else None
    if before is not None and same_content(before, described):
        raise Refused("unchanged")
    statements = condition_statements(judgement.conditions, described)
    held = Version.objects.reserved(engagement)
    if held is not None:
        known = scopefile.read(bytes(held.snapshot))
        if known.scope == described and known.issue is not None and known.issue.conditions == statements:
            return Reservation(held, bytes(held.snapshot), known.scope, known.issue, known.logo)
        held.delete()
    number = latest.version.number + 1 if latest else 1
    said = _words_of_issue(described, before, number, at, statements)
    logo = document_logo(engagement.studio)
    try:
        snapshot = scopefile.write(described, said, logo)
    except SnapshotTooLarge as error:
        raise Refused("too_large") from error
    version = Version.objects.create(
        studio=engagement.studio, engagement=engagement, number=said.version, snapshot=snapshot
    )
    return Reservation(version, snapshot, described, said, logo)


def _words_of_issue(
    described: Scope,
    before: Scope | None,
    number: int,
    at: dt.datetime,
    statements: tuple[ConditionStatement, ...],
) -> Issue:
    code = "".join(secrets.choice(CROCKFORD) for _sign in range(16))
    return Issue(
        version=number,
        moment=at.astimezone(dt.UTC),
        code=code,
        address=f"{settings.PUBLIC_URL}/v/{code}",
        conditions=statements,
        changes=sentences(before, described) if before else (),
    )


@transaction.atomic
def _issue_reserved(
    reservation: Reservation, pages: int, stored: str, size: int, *, actor: Actor, at: dt.datetime
) -> ScopeDocument:
    described = reservation.described
    engagement = life.locked(reservation.version.engagement.uid)
    version = Version.objects.filter(pk=reservation.version.pk).first()
    if version is not None and version.state != Version.State.RESERVED:
        return version.document  # somebody was first, with these very bytes
    if version is None or not engagement.is_open or not _still_so(engagement, reservation):
        raise Refused("changed")
    _supersede(engagement, actor=actor, at=at)
    version.state = Version.State.ISSUED
    version.save(update_fields=["state"])
    document = ScopeDocument.objects.create(
        studio=engagement.studio,
        version=version,
        code=reservation.issue.code,
        issued_at=reservation.issue.moment,
        valid_until=described.dated + dt.timedelta(days=described.validity_days or 0),
        snapshot=reservation.snapshot,
        snapshot_sha256=sha256_hex(reservation.snapshot),
        pdf_sha256=stored,
        pdf_size=size,
        pages=pages,
    )
    life.offer(engagement)
    write_line(
        studio=engagement.studio,
        chain=engagement.uid,
        kind="version_issued",
        actor=actor,
        at=at,
        facts=Facts(
            engagement=engagement.number,
            version=version.number,
            document_sha256=stored,
            document_size=size,
            lang=described.language,
            data={"snapshot_sha256": document.snapshot_sha256, "pages": pages},
        ),
    )
    return document


def _still_so(engagement: Engagement, reservation: Reservation) -> bool:
    """Whether the draft still says what was printed, and the conditions are judged as it says they are."""
    described = reservation.described
    if not same_content(scope_of(engagement), described):
        return False
    judged = condition_statements(conditions_of(engagement, described), described)
    return judged == reservation.issue.conditions


def _supersede(engagement: Engagement, *, actor: Actor, at: dt.datetime) -> None:
    """A new version takes the place of the one that is out."""
    states = Version.State
    for version in Version.objects.filter(engagement=engagement, state=states.ISSUED):
        Version.objects.filter(pk=version.pk, state=states.ISSUED).update(state=states.SUPERSEDED)
        write_line(
            studio=engagement.studio,
            chain=engagement.uid,
            kind="version_superseded",
            actor=actor,
            at=at,
            facts=Facts(engagement=engagement.number, version=version.number),
        )
