"""Issuing: once, whole, recorded; and nothing that was issued ever changes."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django.fixtures import Settings

from scoping.documents import issue as issuing
from scoping.documents import triggers
from scoping.documents.issue import Refused, issue, reserve
from scoping.documents.models import ScopeDocument, Version
from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.engagements.models import Duty, Engagement
from scoping.kit import storage
from scoping.kit.append_only import trigger_names, triggers_of
from scoping.press.pdf import render
from scoping.record.models import RecordLine
from scoping.record.verify import verify_chain
from scoping.record.write import SYSTEM, Actor
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories

from .conftest import AT, retitled

both_databases = pytest.mark.both_databases  # what locks, states and triggers of a database decide

ANNA = Actor(type="studio", id="user-1", name="Anna Landi")
LATER = AT + dt.timedelta(hours=2)


@both_databases
def test_the_first_version_is_issued_stored_and_recorded(engagement: Engagement) -> None:
    document = issue(engagement, actor=ANNA, at=AT)
    stored = storage.read(document.pdf_sha256)
    assert stored.startswith(b"%PDF-")
    assert (len(stored), sha256_hex(stored)) == (document.pdf_size, document.pdf_sha256)
    assert document.version.state == Version.State.ISSUED
    engagement.refresh_from_db()
    assert engagement.state == Engagement.State.OFFERED
    line = RecordLine.objects.last()
    assert line is not None
    assert (line.kind, '"name":"Anna Landi"' in line.body) == ("version_issued", True)
    assert document.pdf_sha256 in line.body
    assert verify_chain(engagement.studio, engagement.uid) is None


def test_the_snapshot_alone_prints_the_stored_bytes(engagement: Engagement) -> None:
    document = issue(engagement, actor=ANNA, at=AT)
    held = scopefile.read(bytes(document.snapshot))
    assert held.issue is not None
    assert held.issue.code == document.code
    assert render(held.scope, held.issue).pdf == storage.read(document.pdf_sha256)


def test_nothing_changed_means_nothing_to_issue(engagement: Engagement) -> None:
    issue(engagement, actor=ANNA, at=AT)
    with pytest.raises(Refused) as refused:
        issue(engagement, actor=ANNA, at=LATER)
    assert refused.value.reason == "unchanged"
    assert ScopeDocument.objects.count() == 1


@both_databases
def test_a_changed_draft_becomes_version_two_and_supersedes_the_first(engagement: Engagement) -> None:
    first = issue(engagement, actor=ANNA, at=AT)
    second = issue(retitled(engagement, "Marketing e social, rivisto"), actor=ANNA, at=LATER)
    first.version.refresh_from_db()
    assert (first.version.state, second.version.state) == ("superseded", "issued")
    assert (first.version.number, second.version.number) == (1, 2)
    assert first.code != second.code
    held = scopefile.read(bytes(second.snapshot))
    assert held.issue is not None
    assert held.issue.changes
    assert [line.kind for line in RecordLine.objects.all()][-2:] == ["version_superseded", "version_issued"]


def test_what_blocks_is_not_issued_and_nothing_is_half_written(engagement: Engagement) -> None:
    Duty.objects.filter(responsible="studio").delete()
    with pytest.raises(Refused) as refused:
        issue(engagement, actor=ANNA, at=AT)
    assert refused.value.reason == "blocked"
    assert refused.value.findings
    assert not Version.objects.exists()
    assert not ScopeDocument.objects.exists()


@both_databases
def test_who_tries_again_after_a_breakdown_gets_the_reserved_version(engagement: Engagement) -> None:
    held = reserve(engagement, at=AT)
    document = issue(engagement, actor=ANNA, at=AT + dt.timedelta(minutes=5))
    assert (document.version.number, document.code) == (1, held.issue.code)
    assert document.issued_at == AT
    assert Version.objects.count() == 1


@both_databases
def test_a_reservation_of_a_draft_that_was_changed_since_is_given_up(engagement: Engagement) -> None:
    held = reserve(engagement, at=AT)
    document = issue(retitled(engagement, "Altro titolo"), actor=ANNA, at=AT)
    assert document.version.number == 1
    assert document.code != held.issue.code


@both_databases
def test_two_at_once_make_one_document(engagement: Engagement) -> None:
    """Both reserved the same bytes and printed them; the second finds the first one's document."""
    held = reserve(engagement, at=AT)
    rendered = render(held.described, held.issue)
    stored = storage.keep(rendered.pdf)
    first, second = (
        issuing._issue_reserved(held, rendered.pages, stored, len(rendered.pdf), actor=ANNA, at=AT)
        for _click in range(2)
    )
    assert first == second
    assert [line.kind for line in RecordLine.objects.all()].count("version_issued") == 1


@both_databases
def test_a_draft_that_changed_while_it_was_printed_is_not_issued(engagement: Engagement) -> None:
    held = reserve(engagement, at=AT)
    rendered = render(held.described, held.issue)
    retitled(engagement, "Cambiato nel frattempo")
    with pytest.raises(Refused) as refused:
        issuing._issue_reserved(
            held, rendered.pages, storage.keep(rendered.pdf), len(rendered.pdf), actor=ANNA, at=AT
        )
    assert refused.value.reason == "changed"
    assert not ScopeDocument.objects.exists()


def test_a_signed_engagement_has_no_new_version(engagement: Engagement) -> None:
    Engagement.objects.update(state=Engagement.State.SIGNED)
    with pytest.raises(Refused) as refused:
        issue(engagement, actor=ANNA, at=AT)
    assert refused.value.reason == "signed"


def test_where_the_disk_may_not_be_written_nothing_is_issued(
    engagement: Engagement, settings: Settings, tmp_path: Path
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    settings.DOCUMENTS = blocked
    with pytest.raises(Refused) as refused:
        issue(engagement, actor=ANNA, at=AT)
    assert refused.value.reason == "not_stored"
    assert not ScopeDocument.objects.exists()


@both_databases
def test_an_issued_document_is_changed_by_no_road(engagement: Engagement) -> None:
    document = issue(engagement, actor=SYSTEM, at=AT)
    for statement in (
        "UPDATE scoping_scopedocument SET pages = 1",
        "UPDATE scoping_scopedocument SET snapshot_sha256 = 'x'",
        "DELETE FROM scoping_scopedocument",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    document.pages = 1
    with pytest.raises(IntegrityError), transaction.atomic():
        document.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        document.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        ScopeDocument.objects.update(code="0" * 16)
    assert ScopeDocument.objects.get().pages > 1


@both_databases
def test_the_triggers_of_documents_are_in_place(studio: Studio) -> None:
    assert set(trigger_names(connection, triggers.TABLE)) <= triggers_of(connection, triggers.TABLE)


def test_a_stranger_sees_no_document(engagement: Engagement) -> None:
    issue(engagement, actor=SYSTEM, at=AT)
    with studio_scope(factories.studio()):
        assert not ScopeDocument.objects.exists()
        assert not Version.objects.exists()
