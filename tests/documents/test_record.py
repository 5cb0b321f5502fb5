"""The record as a page: what it says of each line, and whether the chain is whole."""

import ast
import datetime as dt
import html
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from scoping.documents.history import history_of
from scoping.documents.issue import issue
from scoping.engagements.models import Engagement
from scoping.kit.append_only import trigger_names
from scoping.record import triggers
from scoping.record.models import RecordHead, RecordLine
from scoping.record.write import SYSTEM, Actor, Facts, actor_of, write_line
from tests import factories

from .conftest import AT, retitled

WINTER_NIGHT = dt.datetime(2026, 11, 24, 23, 30, 5, tzinfo=dt.UTC)  # the next day in Rome


@pytest.fixture
def member(engagement: Engagement, client: Client) -> Client:
    """Somebody of the studio, signed in."""
    client.force_login(factories.membership(studio=engagement.studio).user)
    return client


def write(engagement: Engagement, kind: str, actor: Actor = SYSTEM, **facts: Any) -> RecordLine:
    return write_line(
        studio=engagement.studio,
        chain=engagement.uid,
        kind=kind,
        actor=actor,
        at=WINTER_NIGHT,
        facts=Facts(engagement=engagement.number, **facts),
    )


def told(browser: Client, engagement: Engagement, language: str = "it") -> str:
    """The page in one language."""
    answer = browser.get(f"/engagements/{engagement.number}/record/", headers={"accept-language": language})
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def tamper(statement: str) -> None:
    """What only somebody can do who works past the triggers."""
    with connection.cursor() as cursor:
        for name in [*trigger_names(connection, triggers.TABLE), triggers.FOLLOWS]:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "it",
            (
                "Il registro è integro",
                "Bozza letta dal file dell’incarico",
                "Incarico creato",
                "da un modello dello studio",
                "come copia di 2026-007",
                "Versione 1 emessa",
                "Versione 1 sostituita",
                "25 novembre 2026, 00:30:05",
            ),
        ),
        (
            "en",
            (
                "The record is whole",
                "Draft read from a scope file",
                "Engagement founded",
                "from a template of the studio",
                "as a copy of 2026-007",
                "Version 1 issued",
                "Version 1 superseded",
                "25 November 2026, 00:30:05",
            ),
        ),
    ],
)
def test_each_line_is_worded_in_the_readers_language_and_the_studios_time(
    member: Client, engagement: Engagement, language: str, sentences: tuple[str, ...]
) -> None:
    write(engagement, "engagement_founded", data={"title": "Rilancio", "template": "T1"})
    write(engagement, "engagement_founded", data={"title": "Rilancio", "copy_of": "2026-007"})
    write(engagement, "version_issued", version=1, document_sha256="ab" * 32, data={"pages": 7})
    write(engagement, "version_superseded", version=1)
    page = told(member, engagement, language)
    assert [sentence for sentence in sentences if sentence not in page] == []
    for line in RecordLine.objects.all():
        assert f"<code>{line.hash[:12]}…</code>" in page
        assert f"<code>{line.hash}</code>" in page


def test_issuing_twice_is_told_with_who_did_it(member: Client, engagement: Engagement) -> None:
    person = factories.user(name="Chiara Bianchi")
    issue(engagement, actor=actor_of(person), at=AT)
    issue(retitled(engagement, "Un altro titolo"), actor=actor_of(person), at=AT)
    page = told(member, engagement)
    for sentence in ("Versione 1 emessa", "Versione 1 sostituita", "Versione 2 emessa", "Chiara Bianchi"):
        assert sentence in page
    assert "integro" in page


@pytest.mark.parametrize("kind", ["signed_by_telegraph", "../../account/login", "<b>", "Engagement_Founded"])
def test_a_kind_that_nobody_worded_is_shown_by_its_name(
    member: Client, engagement: Engagement, kind: str
) -> None:
    write(engagement, kind)
    page = told(member, engagement)
    assert f"<code>{kind}</code>" in page
    assert 'name="password"' not in page


def test_a_line_without_its_facts_is_still_shown(member: Client, engagement: Engagement) -> None:
    for kind in ("engagement_founded", "scope_imported", "version_issued", "version_superseded"):
        write(engagement, kind, data={"replaced": 3, "pages": "molte", "title": ["a"]})
    assert "integro" in told(member, engagement)


def test_names_that_look_like_markup_are_only_text(member: Client, engagement: Engagement) -> None:
    write(engagement, "noted", actor=Actor(type="client", name="<script>alert(1)</script>"))
    answer = member.get(f"/engagements/{engagement.number}/record/")
    assert "<script>alert(1)" not in answer.content.decode()
    assert "&lt;script&gt;alert(1)" in answer.content.decode()


@pytest.mark.parametrize(
    ("statement", "italian", "english"),
    [
        (
            "UPDATE scoping_recordline SET body = replace(body, 'noted', 'ended') WHERE seq = 2",
            "La riga 2 è stata cambiata",
            "Line 2 was changed",
        ),
        ("UPDATE scoping_recordline SET body = 'x' WHERE seq = 2", "La riga 2 è stata", "Line 2 was"),
        ("UPDATE scoping_recordline SET body = '[]' WHERE seq = 2", "La riga 2 è stata", "Line 2 was"),
        ("UPDATE scoping_recordline SET body = '{}' WHERE seq = 2", "La riga 2 è stata", "Line 2 was"),
        ("DELETE FROM scoping_recordline WHERE seq = 2", "Manca la riga 2", "Line 2 is missing"),
        ("DELETE FROM scoping_recordline WHERE seq = 3", "alla riga 3", "at line 3"),
        ("DELETE FROM scoping_recordhead", "alla riga 3", "at line 3"),
    ],
)
def test_a_tampered_chain_is_told_in_words(
    member: Client, engagement: Engagement, statement: str, italian: str, english: str
) -> None:
    for _line in range(2):
        write(engagement, "noted")
    tamper(statement)
    page = told(member, engagement)
    assert "Il registro non è integro" in page
    assert italian in page
    assert "annota l’impronta" not in page
    assert english in told(member, engagement, "en")


def test_lines_from_the_fault_on_are_marked_and_those_before_are_not(engagement: Engagement) -> None:
    for _line in range(2):
        write(engagement, "noted")
    tamper("UPDATE scoping_recordline SET kind = 'other' WHERE seq = 2")
    assert [line.doubtful for line in history_of(engagement).lines] == [False, True, True]


def test_an_engagement_without_a_line_is_not_called_whole(member: Client, engagement: Engagement) -> None:
    tamper("DELETE FROM scoping_recordline")
    RecordHead.objects.all().delete()
    page = told(member, engagement)
    assert "Il registro è vuoto" in page
    assert "integro" not in page


def test_only_members_of_its_studio_find_it(client: Client, engagement: Engagement) -> None:
    path = f"/engagements/{engagement.number}/record/"
    assert client.get(path)["Location"].startswith("/account/login/")
    client.force_login(factories.membership().user)
    assert client.get(path).status_code == 404
    client.force_login(factories.user())
    assert client.get(path).status_code == 302


def test_it_is_read_only_and_a_number_that_is_none_finds_nothing(
    member: Client, engagement: Engagement
) -> None:
    assert member.post(f"/engagements/{engagement.number}/record/").status_code == 405
    assert member.get("/engagements/2026-999/record/").status_code == 404


def test_review_and_documents_lead_to_it(member: Client, engagement: Engagement) -> None:
    for page in ("review", "documents"):
        answer = member.get(f"/engagements/{engagement.number}/{page}/")
        assert f'href="/engagements/{engagement.number}/record/"' in answer.content.decode()


def test_every_kind_that_the_code_writes_has_its_words() -> None:
    kinds = {
        keyword.value.value
        for path in Path("scoping").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"write_line", "_move"}
        for keyword in call.keywords
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant)
    }
    worded = {path.stem for path in Path("templates/record/lines").glob("*.html")}
    assert kinds == worded
    assert len(kinds) >= 6
