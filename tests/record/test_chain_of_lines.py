"""Lines follow each other, are never changed by any road, and tampering is found."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from scoping.domain.chain import ChainFaultKind
from scoping.kit.append_only import trigger_names, triggers_of, unprotect
from scoping.record import triggers
from scoping.record.models import RecordHead, RecordLine
from scoping.record.verify import verify_chain
from scoping.record.write import SYSTEM, Actor, Facts, write_line
from scoping.studios.models import Studio
from scoping.studios.ownership import ForeignStudio
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CHAIN = uuid.UUID("6e3c5ad2-5f5c-4c59-9a93-27cbf5b8ff10")
AT = dt.datetime(2026, 11, 24, 14, 30, 0, 123456, tzinfo=dt.UTC)


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio()
    with studio_scope(made):
        yield made


def write(studio: Studio, kind: str = "noted", **facts: object) -> RecordLine:
    return write_line(studio=studio, chain=CHAIN, kind=kind, actor=SYSTEM, at=AT, facts=Facts(**facts))  # type: ignore[arg-type]


def refused(statement: str, parameters: list[str | int] | None = None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def test_each_line_carries_the_hash_of_the_one_before(studio: Studio) -> None:
    first, second, third = (write(studio, engagement="2026-001", data={"place": n}) for n in (1, 2, 3))
    assert [line.seq for line in (first, second, third)] == [1, 2, 3]
    assert (second.prev, third.prev) == (first.hash, second.hash)
    assert verify_chain(studio, CHAIN) is None


def test_a_line_says_who_when_and_what(studio: Studio) -> None:
    actor = Actor(type="client", id="c1", name="Marco Rossi", role="signatory", power="amministratore unico")
    line = write_line(
        studio=studio, chain=CHAIN, kind="signed", actor=actor, at=AT, facts=Facts(text="Però sì", version=2)
    )
    assert '"at":"2026-11-24T14:30:00.123456Z"' in line.body
    assert '"name":"Marco Rossi"' in line.body
    assert '"text_sha256":"' in line.body
    assert line.keep_until == dt.date(2036, 11, 24)


def test_every_trigger_is_in_place() -> None:
    assert {*trigger_names(connection, triggers.TABLE), triggers.FOLLOWS} <= triggers_of(
        connection, triggers.TABLE
    )


def test_no_line_can_be_changed_or_deleted(studio: Studio) -> None:
    line = write(studio)
    table = triggers.TABLE
    refused(f"UPDATE {table} SET body = 'x' WHERE id = %s", [line.pk])
    refused(f"DELETE FROM {table} WHERE id = %s", [line.pk])
    refused(f"DELETE FROM {table}")
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordLine.objects.update(kind="other")
    with pytest.raises(IntegrityError), transaction.atomic():
        line.delete()
    line.kind = "other"
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()
    assert verify_chain(studio, CHAIN) is None


def test_no_line_can_be_replaced_by_an_insert(studio: Studio) -> None:
    line = write(studio)
    columns = "id, studio_id, chain, seq, kind, at, prev, hash, body, keep_until"
    forged = columns.replace("kind", "'forged'")
    same = f"SELECT {forged} FROM {triggers.TABLE} WHERE id = {line.pk}"
    if connection.vendor == "sqlite":
        refused(f"INSERT OR REPLACE INTO {triggers.TABLE} ({columns}) {same}")
    else:
        refused(
            f"INSERT INTO {triggers.TABLE} ({columns}) {same} ON CONFLICT (id) DO UPDATE SET kind = 'forged'"
        )
        connection.check_constraints()  # what is still to be checked would refuse it before the trigger does
        refused(f"TRUNCATE {triggers.TABLE} CASCADE")
    assert RecordLine.objects.get(pk=line.pk).kind == "noted"


def test_a_line_that_follows_no_line_is_refused(studio: Studio) -> None:
    write(studio)
    RecordHead.objects.update(hash="0" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(studio)


def test_a_line_may_go_once_its_time_is_past(studio: Studio) -> None:
    long_ago = dt.datetime(2010, 1, 1, tzinfo=dt.UTC)
    line = write_line(studio=studio, chain=CHAIN, kind="old", actor=SYSTEM, at=long_ago, facts=Facts())
    line.delete()
    assert not RecordLine.objects.exists()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE scoping_recordline SET body = replace(body, 'noted', 'ended') WHERE seq = 2", "content"),
        ("UPDATE scoping_recordline SET kind = 'other' WHERE seq = 1", "content"),
        ("DELETE FROM scoping_recordline WHERE seq = 2", "sequence"),
        ("DELETE FROM scoping_recordline WHERE seq = 3", "anchor"),
    ],
)
def test_tampering_past_the_triggers_is_found(studio: Studio, statement: str, kind: str) -> None:
    for _line in range(3):
        write(studio)
    with connection.cursor() as cursor:
        for name in [*trigger_names(connection, triggers.TABLE), triggers.FOLLOWS]:
            on_table = f" ON {triggers.TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
        cursor.execute(statement)
    fault = verify_chain(studio, CHAIN)
    assert fault is not None
    assert fault.kind == ChainFaultKind(kind)


def test_another_studios_chain_is_neither_read_nor_written(studio: Studio) -> None:
    write(studio)
    stranger = factories.studio()
    with studio_scope(stranger):
        assert not RecordLine.objects.exists()
        with pytest.raises((ForeignStudio, IntegrityError)), transaction.atomic():
            write(studio)


def test_taking_the_triggers_away_and_making_them_again_leaves_none_out() -> None:
    before = triggers_of(connection, triggers.TABLE)
    if connection.vendor == "postgresql":
        with connection.schema_editor() as editor:
            unprotect(editor, triggers.TABLE)
            triggers.make_triggers(editor)
        assert triggers_of(connection, triggers.TABLE) == before
