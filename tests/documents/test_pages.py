"""Downloading what was issued, and what the public may verify."""

import datetime as dt
import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client
from django.utils import translation

from scoping.documents.issue import issue
from scoping.documents.models import ScopeDocument, Version
from scoping.documents.preview import draft_of, page_image
from scoping.engagements.models import Duty, Engagement
from scoping.engagements.reading import scope_of
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


def test_the_draft_is_shown_as_a_pdf(member: Client, engagement: Engagement) -> None:
    pdf = member.get(f"/engagements/{engagement.number}/draft.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Disposition"].startswith("inline")


def pictures(page: str) -> list[str]:
    """The addresses of the pages' pictures, as the page names them."""
    return [html.unescape(found) for found in re.findall(r'<img src="([^"]+w=560)"', page)]


def test_its_pages_are_shown_one_by_one_each_with_a_word_and_a_small_picture(
    member: Client, engagement: Engagement
) -> None:
    folder = f"/engagements/{engagement.number}/draft/"
    page = member.get(folder).content.decode()
    part = member.get(folder, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in page
    assert "<html" not in part
    found = pictures(part)
    assert found == pictures(page)
    assert len(found) == part.count("della bozza. Apri il PDF a questa pagina.") == part.count("w=120")
    for address in (found[0], found[-1]):
        assert member.get(address).content.startswith(b"\x89PNG")


def test_a_picture_named_for_what_it_shows_is_kept_by_the_browser_and_no_other(
    member: Client, engagement: Engagement
) -> None:
    folder = f"/engagements/{engagement.number}/draft/"
    named = pictures(member.get(folder).content.decode())[0]
    assert "immutable" in member.get(named)["Cache-Control"]
    assert "private" in member.get(named)["Cache-Control"]
    assert "no-store" in member.get(f"{folder}1.png")["Cache-Control"]
    assert "no-store" in member.get(f"{folder}1.png?v=x&w=560")["Cache-Control"]
    for nothing in ("99.png", "0.png", "1.png?w=561", "1.png?w=", "1.png?w=x"):
        assert member.get(folder + nothing).status_code == 404


def test_after_a_change_only_the_pages_that_show_it_have_other_addresses(
    member: Client, engagement: Engagement
) -> None:
    folder = f"/engagements/{engagement.number}/draft/"
    before = pictures(member.get(folder).content.decode())
    excluded = Duty.objects.filter(responsible="excluded").order_by("position")[0]
    Duty.objects.filter(pk=excluded.pk).update(reason="Lo fa già chi stampa le etichette.")
    after = pictures(member.get(folder).content.decode())
    assert len(before) == len(after)
    changed = [one for one, other in zip(before, after, strict=True) if one != other]
    assert 0 < len(changed) < len(before) / 2
    assert "no-store" in member.get(changed[0])["Cache-Control"]  # an old name is no promise


def test_a_draft_that_cannot_be_printed_says_why_in_place_of_its_pages(
    member: Client, engagement: Engagement, settings: LazySettings
) -> None:
    settings.PRINT_SECONDS = 0.01
    for headers in ({}, {"HX-Request": "true"}):
        answer = member.get(f"/engagements/{engagement.number}/draft/", headers=headers)
        assert answer.status_code == 422
        assert "Accorcia i testi" in answer.content.decode()


def test_many_readers_at_once_each_get_their_page(engagement: Engagement) -> None:
    """The library that draws pages may be called by one thread only."""
    draft = draft_of(scope_of(engagement))
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda turn: page_image(draft.pdf, turn % 3 + 1, 120), range(48)))
    for turn, image in enumerate(made):
        assert image == made[turn % 3]


def test_a_stranger_gets_neither_document_nor_draft(
    client: Client, engagement: Engagement, document: ScopeDocument
) -> None:
    client.force_login(factories.membership().user)
    for path in (
        f"/documents/{document.uid}.pdf",
        f"/engagements/{engagement.number}/documents/",
        f"/engagements/{engagement.number}/draft.pdf",
        f"/engagements/{engagement.number}/draft/",
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
def test_the_public_page_says_what_was_issued_whatever_became_of_the_rows(
    client: Client, engagement: Engagement, document: ScopeDocument
) -> None:
    Version.objects.update(number=7)
    Engagement.objects.update(number="2026-777")
    facts = re.findall("<dd>(.*?)</dd>", client.get(f"/v/{document.code}").content.decode())
    assert facts[:2] == [engagement.number, "1"]


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
    def told(code: str) -> str:
        return client.get(f"/v/{code}").content.decode()

    with time_machine.travel(LATER), translation.override("it"):
        assert "emessa</span>" in told(document.code)
        assert "È la versione che vale" in told(document.code)
        issue(retitled(engagement, "Rivisto"), actor=SYSTEM, at=LATER)
        assert "sostituita</span>" in told(document.code)
        assert "Una versione più recente ne ha preso il posto" in told(document.code)
    second = ScopeDocument.objects.get(version__number=2)
    with time_machine.travel(LATER + dt.timedelta(days=400)):
        assert "scaduta</span>" in told(second.code)
        assert "l’offerta non vale più" in told(second.code)
    assert Version.objects.get(number=2).state == Version.State.ISSUED
