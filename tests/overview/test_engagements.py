"""The list of engagements: what narrows it, what it says of each, how it copes with many."""

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from scoping.engagements.models import Engagement
from scoping.kit.days import day_text
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import text_of

from . import works

pytestmark = pytest.mark.django_db

LIST = "/engagements/"


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


@pytest.fixture
def one_of_each(member: Membership) -> None:
    """One engagement in each standing, whose number says it."""
    with studio_scope(member.studio):
        client = factories.client(member.studio, name="Caffè Àncora")
        works.engagement(client, "1-draft")
        works.document(works.engagement(client, "2-offered", state="offered"), days_left=0)
        works.document(works.engagement(client, "3-expired", state="offered"), days_left=-1)
        works.document(works.engagement(client, "4-signed", state="signed"), state="signed", days_left=-9)
        works.engagement(client, "5-ended", state="ended")
        works.engagement(client, "6-archived", archived=True)


def numbers(browser: Browser, **query: str) -> list[str]:
    listed = browser.get(LIST, query).context["listed"]
    return [row.engagement.number for row in listed.rows]


def counts(browser: Browser, **query: str) -> dict[str, int]:
    return {one.code: one.count for one in browser.get(LIST, query).context["listed"].standings}


@pytest.mark.usefixtures("one_of_each")
def test_the_newest_number_comes_first_and_the_archive_stays_away(signed_in: Browser) -> None:
    assert numbers(signed_in) == ["5-ended", "4-signed", "3-expired", "2-offered", "1-draft"]


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("standing", ["draft", "offered", "expired", "signed", "ended", "archived"])
def test_each_standing_is_found_alone_and_counted(signed_in: Browser, standing: str) -> None:
    [number] = numbers(signed_in, state=standing)
    assert number.endswith(standing)
    assert counts(signed_in, state=standing)[standing] == 1
    assert counts(signed_in)[""] == 5


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("it", ("bozza", "proposto", "offerta scaduta", "firmato", "concluso", "versione 1")),
        ("en", ("draft", "offered", "offer expired", "signed", "ended", "version 1")),
    ],
)
def test_states_are_told_in_the_readers_language(
    signed_in: Browser, language: str, words: tuple[str, ...]
) -> None:
    page = text_of(signed_in.get(LIST, headers={"accept-language": language}))
    assert [word for word in words if word not in page] == []


@pytest.mark.usefixtures("one_of_each")
def test_an_offer_past_its_last_day_has_expired_here_as_on_its_public_page_and_among_its_documents(
    signed_in: Browser,
) -> None:
    expired = next(row for row in signed_in.get(LIST).context["listed"].rows if row.standing == "expired")
    for path in (f"/v/{expired.document.code}", f"/engagements/{expired.engagement.number}/documents/"):
        page = text_of(signed_in.get(path))
        assert "scaduta" in page
        assert "emessa" not in page
    day = day_text(expired.document.valid_until)
    assert f"fino al {day}" in text_of(signed_in.get(LIST, {"state": "expired"}))
    top = text_of(signed_in.get(f"/engagements/{expired.engagement.number}/engagement/")).split('id="saved"')[
        1
    ]
    assert f"offerta scaduta il {day}" in top.split("</p>")[0]
    assert "proposto" not in top.split("</p>")[0]


@pytest.mark.usefixtures("one_of_each")
def test_each_engagement_can_be_copied_from_the_list_and_from_its_documents(signed_in: Browser) -> None:
    copy = "/engagements/new/copy/?of=4-signed"
    for path in (LIST, "/engagements/4-signed/documents/"):
        assert f'href="{copy}"' in text_of(signed_in.get(path))
    original = Engagement._base_manager.get(number="4-signed")
    assert f'value="{original.uid}" selected' in text_of(signed_in.get(copy))


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("words", ["caffe ancora", "CAFFÈ", "titolo 2-off", "àncora 1-draft", "2-OFF"])
def test_words_find_by_number_title_and_client_whatever_accents_and_capitals(
    signed_in: Browser, words: str
) -> None:
    found = numbers(signed_in, q=words)
    assert found
    assert all(number in ("1-draft", "2-offered") for number in found) or len(found) == 5


@pytest.mark.usefixtures("one_of_each")
def test_what_finds_nothing_says_so_and_leads_to_everything(signed_in: Browser) -> None:
    for query in ({"q": "palombaro"}, {"q": "1-draft", "state": "signed"}):
        page = text_of(signed_in.get(LIST, query))
        assert "Nessun incarico risponde" in page
        assert 'href="/engagements/"' in page


@pytest.mark.usefixtures("one_of_each")
def test_words_and_standing_are_kept_while_one_narrows(signed_in: Browser) -> None:
    page = signed_in.get(LIST, {"q": "titolo", "state": "draft", "page": "1"}).content.decode()
    assert 'name="state" value="draft"' in page
    assert 'href="?q=titolo&amp;state=signed"' in page
    assert 'href="?q=titolo"' in page


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(
    "query", [{"q": "x\x00"}, {"q": "y" * 101}, {"state": "lost"}, {"page": "-1"}, {"page": "x"}]
)
def test_a_question_that_makes_no_sense_is_answered_with_the_whole_list(
    signed_in: Browser, query: dict[str, str]
) -> None:
    assert len(numbers(signed_in, **query)) == 5


def test_an_archive_alone_is_no_empty_studio(member: Membership, signed_in: Browser) -> None:
    assert "Ancora nessun incarico" in text_of(signed_in.get(LIST))
    with studio_scope(member.studio):
        works.engagement(factories.client(member.studio), "1", archived=True)
    page = text_of(signed_in.get(LIST))
    assert "Tutti gli incarichi sono archiviati" in page
    assert "?state=archived" in page


def test_fees_are_told_by_lane(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        made = works.engagement(factories.client(member.studio), "1")
        works.fee(made, "marketing", 1650)
        works.fee(made, "social", 300, "once")
        works.fee(made, "undivided", 90)
    [row] = signed_in.get(LIST).context["listed"].rows
    told = [(fee.letter, fee.text.replace("\xa0", " ")) for fee in row.fees]
    assert told == [("M", "1.650 € al mese"), ("S", "300 € una tantum"), ("", "90 € al mese")]


def test_only_drafts_can_be_archived_from_the_list_and_only_the_archived_restored(
    signed_in: Browser, one_of_each: None
) -> None:
    page, archive = (text_of(signed_in.get(LIST, query)) for query in ({}, {"state": "archived"}))
    assert page.count("/archive/") == 1
    assert "/engagements/1-draft/archive/" in page
    assert "/restoration/" not in page
    assert "/engagements/6-archived/restoration/" in archive


def test_a_long_list_has_pages_and_as_many_queries_as_a_short_one(
    member: Membership, signed_in: Browser
) -> None:
    with studio_scope(member.studio):
        client = factories.client(member.studio)
        works.document(works.engagement(client, "000", state="offered"))
    with CaptureQueriesContext(connection) as short:
        assert numbers(signed_in) == ["000"]
    with studio_scope(member.studio):
        for place in range(1, 30):
            made = works.engagement(client, f"{place:03d}", state="offered")
            works.document(made, state="superseded")
            works.document(made, 2)
            works.fee(made, "marketing", 100)
    with CaptureQueriesContext(connection) as long_list:
        assert numbers(signed_in) == [f"{place:03d}" for place in range(29, 4, -1)]
    assert len(long_list) == len(short)
    page = text_of(signed_in.get(LIST, {"page": "2"}))
    assert "Pagina 2 di 2" in page
    assert numbers(signed_in, page="7") == [f"{place:03d}" for place in range(4, -1, -1)]


@pytest.mark.usefixtures("one_of_each")
def test_another_studio_counts_and_finds_nothing_of_it() -> None:
    stranger = factories.browser(factories.membership())
    assert numbers(stranger) == []
    assert "àncora" not in text_of(stranger.get(LIST, {"q": "ancora"})).casefold()
