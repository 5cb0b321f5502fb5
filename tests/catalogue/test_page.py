"""The catalogue as a page: what it shows, what it finds, what it keeps to itself."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from scoping.catalogue.load import load_catalogue
from scoping.catalogue.models import CatalogueClause, CatalogueDuty, CatalogueObjective
from scoping.catalogue.reading import shown_catalogue
from scoping.domain.words import Language
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client: Client) -> Client:
    """Somebody of a studio with the shipped catalogue, signed in."""
    membership = factories.membership()
    with studio_scope(membership.studio):
        load_catalogue(membership.studio)
    client.force_login(membership.user)
    return client


def asked(browser: Client, words: str | None = None, language: str = "it") -> Any:
    query = {} if words is None else {"q": words}
    answer = browser.get("/catalogue/", query, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer


def text_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def codes(answer: Any) -> set[str]:
    shown = answer.context["catalogue"]
    found = {duty.code for lane in shown.lanes for area in lane.areas for duty in area.duties}
    found |= {objective.code for lane in shown.lanes for objective in lane.objectives}
    return found | {clause.code for clause in shown.clauses}


def test_everything_of_the_catalogue_is_shown(member: Client) -> None:
    answer = asked(member)
    with studio_scope(answer.wsgi_request.studio):
        rows = [
            *CatalogueDuty.objects.all(),
            *CatalogueObjective.objects.all(),
            *CatalogueClause.objects.all(),
        ]
    assert codes(answer) == {row.code for row in rows}
    assert len(rows) > 130


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "it",
            (
                "Diagnosi di marketing",
                "Rapporto di diagnosi",
                "Non comprende",
                "1 rapporto, una volta",
                "Strategia e obiettivi",
                "Attività affini",
                "Distinzione dei ruoli",
            ),
        ),
        (
            "en",
            ("Marketing check-up", "Exclusion", "1 report, once", "Adjacent work", "Separation of roles"),
        ),
    ],
)
def test_it_speaks_the_readers_language(member: Client, language: str, sentences: tuple[str, ...]) -> None:
    page = text_of(asked(member, language=language))
    assert [sentence for sentence in sentences if sentence not in page] == []


def test_clauses_stand_with_their_usual_figures_and_no_braces(member: Client) -> None:
    page = text_of(asked(member))
    assert "entro 5 giorni lavorativi materiali" in page
    assert re.search(r"tariffa di 60\s€ l'ora", page)
    clauses = asked(member).context["catalogue"].clauses
    assert [clause.code for clause in clauses if "{" in clause.text] == []


@pytest.mark.parametrize(
    "words", ["CHECK-UP", "capire a che punto siamo", "where we stand", "priorità", "priorita"]
)
def test_words_of_the_client_find_a_duty_whatever_accents_and_capitals(member: Client, words: str) -> None:
    found = codes(asked(member, words))
    assert "MKT-STR-01" in found
    assert len(found) < 25


@pytest.mark.parametrize(
    ("words", "code"), [("fatturato linea", "OBJ-M-01"), ("foro legge italiana", "CLA-23")]
)
def test_objectives_and_clauses_are_found_too(member: Client, words: str, code: str) -> None:
    assert code in codes(asked(member, words))


def test_words_that_nothing_speaks_of_find_nothing_and_say_so(member: Client) -> None:
    answer = asked(member, "palombaro")
    assert codes(answer) == set()
    assert "Nel catalogo nulla ne parla" in text_of(answer)


@pytest.mark.parametrize("words", ["\x00", "a" * 101, "\u202e"])
def test_odd_words_are_refused_in_words_and_filter_nothing(member: Client, words: str) -> None:
    answer = asked(member, words)
    assert answer.context["search"].errors
    assert len(codes(answer)) > 130


def test_a_studio_without_a_catalogue_is_told_so(client: Client) -> None:
    client.force_login(factories.membership().user)
    assert "è vuoto" in text_of(asked(client))


def test_a_duty_of_no_known_area_is_shown_last(member: Client) -> None:
    studio = asked(member).wsgi_request.studio
    with studio_scope(studio):
        CatalogueDuty.objects.filter(code="MKT-STR-01").update(area="gone")
        areas = shown_catalogue(Language.ITALIAN).lanes[0].areas
    assert [duty.code for duty in areas[-1].duties] == ["MKT-STR-01"]


def test_hours_of_effort_stay_out_of_it(member: Client) -> None:
    studio = asked(member).wsgi_request.studio
    with studio_scope(studio):
        CatalogueDuty.objects.update(hours_low="1111.11", hours_likely="2222.22", hours_high="3333.33")
    page = text_of(asked(member))
    assert [figure for figure in ("1111", "2222", "3333") if figure in page] == []


def test_another_studios_catalogue_is_not_shown(member: Client) -> None:
    member.force_login(factories.membership().user)
    assert codes(asked(member)) == set()


def test_who_is_not_signed_in_or_in_no_studio_is_led_away(client: Client) -> None:
    assert client.get("/catalogue/")["Location"].startswith("/account/login/")
    client.force_login(factories.user())
    assert client.get("/catalogue/").status_code == 302


def test_it_is_read_only(member: Client) -> None:
    assert member.post("/catalogue/", {"q": "x"}).status_code == 405


def test_the_navigation_leads_to_it(member: Client) -> None:
    assert '<a href="/catalogue/" aria-current="true">Catalogo</a>' in text_of(asked(member))


def test_it_takes_four_queries_whatever_the_catalogue_holds(
    member: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    studio = asked(member).wsgi_request.studio
    with studio_scope(studio), django_assert_num_queries(4):
        shown_catalogue(Language.ITALIAN)
