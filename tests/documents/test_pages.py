"""Downloading what was issued, and what the public may verify."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from scoping.documents.issue import issue
from scoping.documents.models import ScopeDocument, Version
from scoping.engagements.models import Duty, Engagement
from scoping.kit import storage
from scoping.record.write import SYSTEM
from tests import factories

from .conftest import AT, retitled

LATER = AT + dt.timedelta(hours=1)


@pytest.fixture
def member(engagement: Engagement, client: Client) -> Client:
    """Somebody of the studio, signed in."""
    client.force_login(factories.membership(studio=engagement.studio).user)
    return client


@pytest.fixture
def document(engagement: Engagement) -> ScopeDocument:
    return issue(engagement, actor=SYSTEM, at=AT)


def test_a_member_issues_and_downloads_the_very_bytes(member: Client, engagement: Engagement) -> None:
    answer = member.post(f"/engagements/{engagement.number}/documents/", follow=True)
    document = ScopeDocument.objects.get()
    assert answer.redirect_chain[-1][0] == f"/engagements/{engagement.number}/documents/"
    assert document.spelled_code in answer.content.decode()
    pdf = member.get(f"/documents/{document.uid}.pdf?download")
    assert pdf.content == storage.read(document.pdf_sha256)
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == f'attachment; filename="{engagement.number}-v1.pdf"'
    assert "default-src 'none'" in pdf["Content-Security-Policy"]


def test_what_blocks_leads_to_the_review_and_says_so(member: Client, engagement: Engagement) -> None:
    Duty.objects.filter(responsible="studio").delete()
    answer = member.post(f"/engagements/{engagement.number}/documents/")
    assert (answer.status_code, answer["Location"]) == (302, f"/engagements/{engagement.number}/review/")
    assert not ScopeDocument.objects.exists()


def test_a_double_click_issues_once(member: Client, engagement: Engagement) -> None:
    for _click in range(2):
        member.post(f"/engagements/{engagement.number}/documents/")
    assert ScopeDocument.objects.count() == 1


def test_the_draft_is_shown_as_a_pdf_and_as_pages(member: Client, engagement: Engagement) -> None:
    pdf = member.get(f"/engagements/{engagement.number}/draft.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Disposition"].startswith("inline")
    image = member.get(f"/engagements/{engagement.number}/draft/1.png")
    assert image.content.startswith(b"\x89PNG")
    assert member.get(f"/engagements/{engagement.number}/draft/99.png").status_code == 404


def test_a_stranger_gets_neither_document_nor_draft(
    client: Client, engagement: Engagement, document: ScopeDocument
) -> None:
    client.force_login(factories.membership().user)
    for path in (
        f"/documents/{document.uid}.pdf",
        f"/engagements/{engagement.number}/documents/",
        f"/engagements/{engagement.number}/draft.pdf",
        f"/engagements/{engagement.number}/draft/1.png",
    ):
        assert client.get(path).status_code == 404
    assert client.post(f"/engagements/{engagement.number}/documents/").status_code == 404


@time_machine.travel(LATER)
def test_anybody_verifies_number_version_and_state_and_nothing_else(
    client: Client, engagement: Engagement, document: ScopeDocument
) -> None:
    page = client.get(f"/v/{document.code}").content.decode()
    assert engagement.number in page
    assert engagement.client.name not in page
    assert engagement.studio.name not in page
    assert engagement.title not in page


@time_machine.travel(LATER)
def test_a_code_is_read_as_people_type_it(client: Client, document: ScopeDocument) -> None:
    typed = document.spelled_code.lower().replace("0", "o").replace("1", "l")
    assert client.get(f"/v/{typed}").status_code == 200


@pytest.mark.parametrize("code", ["0000000000000000", "x", "A" * 400, "%00", "<b>"])
def test_an_unknown_code_is_not_found_in_words(client: Client, db: None, code: str) -> None:
    answer = client.get(f"/v/{code}")
    assert answer.status_code == 404


def test_the_public_page_tells_each_state(
    client: Client, engagement: Engagement, document: ScopeDocument
) -> None:
    with time_machine.travel(LATER), translation.override("it"):
        assert "emess" in client.get(f"/v/{document.code}").content.decode()
        issue(retitled(engagement, "Rivisto"), actor=SYSTEM, at=LATER)
        assert "sostituit" in client.get(f"/v/{document.code}").content.decode()
    second = ScopeDocument.objects.get(version__number=2)
    with time_machine.travel(LATER + dt.timedelta(days=400)):
        assert "scadut" in client.get(f"/v/{second.code}").content.decode()
    assert Version.objects.get(number=2).state == Version.State.ISSUED
