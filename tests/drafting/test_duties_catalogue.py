"""Duties from the catalogue: found by anybody's words, added several at once, never twice."""

import pytest

from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Language, Responsible
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import open_desk, text_of

pytestmark = pytest.mark.django_db


def codes(page: str) -> set[str]:
    return {part.split('"')[0] for part in page.split('name="duties" value="')[1:]}


def test_the_catalogue_offers_what_the_engagement_lacks_by_area() -> None:
    desk = open_desk(with_item(example_scope(), "duties", "plan", code="MKT-STR-02"), catalogue=True)
    page = text_of(desk.get("duties_catalogue", lane="marketing"))
    assert "MKT-STR-01" in codes(page)
    assert "MKT-STR-02" not in codes(page)
    assert all(code.startswith("MKT-") for code in codes(page))
    assert "Strategia e obiettivi" in page
    assert "1 mansione del catalogo" in page


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("CHECK-UP", "MKT-STR-01"),
        ("capire a che punto siamo", "MKT-STR-01"),
        ("where we stand", "MKT-STR-01"),
        ("priorità", "MKT-STR-01"),
        ("priorita", "MKT-STR-01"),
    ],
)
def test_words_of_the_client_find_a_duty_whatever_accents_and_capitals(words: str, code: str) -> None:
    page = text_of(open_desk(catalogue=True).get("duties_catalogue", {"q": words}, lane="marketing"))
    assert code in codes(page)
    assert len(codes(page)) < 20


def test_words_that_nothing_speaks_of_find_nothing_and_say_so() -> None:
    page = text_of(open_desk(catalogue=True).get("duties_catalogue", {"q": "palombaro"}, lane="social"))
    assert codes(page) == set()
    assert "Nessuna mansione" in page


@pytest.mark.parametrize("words", ["\x00", "a" * 101, "\u202e"])
def test_odd_words_are_refused_in_words_and_filter_nothing(words: str) -> None:
    answer = open_desk(catalogue=True).get("duties_catalogue", {"q": words}, lane="social")
    assert answer.status_code == 200
    assert answer.context["search"].errors
    assert len(codes(text_of(answer))) > 30


def test_several_are_added_at_once_for_one_party_each_in_its_area() -> None:
    desk = open_desk(catalogue=True)
    chosen = {"duties": ["MKT-MEA-01", "MKT-STR-01"], "responsible": "client"}
    assert desk.post("duties_catalogue", chosen, lane="marketing").status_code == 302
    added = [duty for duty in desk.described.duties_of(Lane.MARKETING) if duty.code]
    assert [duty.key for duty in added] == ["MKT-STR-01", "MKT-MEA-01"]
    assert {duty.responsible for duty in added} == {Responsible.CLIENT}
    assert added[0].name == "Diagnosi di marketing"
    assert added[0].area == "strategy"
    assert [duty.lane for duty in desk.described.duties] == sorted(
        [duty.lane for duty in desk.described.duties], key=list(Lane).index
    )


def test_texts_come_in_the_engagements_language() -> None:
    desk = open_desk(example_scope(language=Language.ENGLISH), catalogue=True)
    desk.post("duties_catalogue", {"duties": ["MKT-STR-01"], "responsible": "studio"}, lane="marketing")
    assert desk.item("duties", "MKT-STR-01").name == "Marketing check-up"


def test_the_same_choice_sent_twice_adds_nothing_twice() -> None:
    desk = open_desk(catalogue=True)
    for _click in range(2):
        desk.post("duties_catalogue", {"duties": ["SOC-CNT-01"], "responsible": "studio"}, lane="social")
    assert [duty.code for duty in desk.described.duties].count("SOC-CNT-01") == 1


def test_a_key_that_another_row_bears_gets_a_number() -> None:
    prices = Duty(key="MKT-STR-01", lane=Lane.MARKETING, name="Listino prezzi")
    desk = open_desk(example_scope(duties=(prices,)), catalogue=True)
    desk.post("duties_catalogue", {"duties": ["MKT-STR-01"], "responsible": "studio"}, lane="marketing")
    assert desk.item("duties", "MKT-STR-01-2").code == "MKT-STR-01"
    assert desk.item("duties", "MKT-STR-01").name == "Listino prezzi"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"responsible": "studio"}, "duties"),
        ({"duties": ["SOC-CNT-01"], "responsible": "studio"}, "duties"),
        ({"duties": ["NO-SUCH-01"], "responsible": "studio"}, "duties"),
        ({"duties": ["MKT-STR-01"]}, "responsible"),
        ({"duties": ["MKT-STR-01"], "responsible": "nobody"}, "responsible"),
    ],
)
def test_a_wrong_choice_adds_nothing_and_keeps_the_ticks(data: dict[str, object], field: str) -> None:
    desk = open_desk(catalogue=True)
    answer = desk.post("duties_catalogue", data, lane="marketing")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert desk.described.duties == example_scope().duties
    if data.get("duties") == ["MKT-STR-01"]:
        assert 'value="MKT-STR-01" id="offer-MKT-STR-01" checked' in text_of(answer)


def test_a_catalogue_of_another_studio_is_not_offered() -> None:
    open_desk(catalogue=True)
    stranger = open_desk(example_scope(number="2026-015"))
    assert codes(text_of(stranger.get("duties_catalogue", lane="marketing"))) == set()
    chosen = {"duties": ["MKT-STR-01"], "responsible": "studio"}
    assert stranger.post("duties_catalogue", chosen, lane="marketing").status_code == 422


def test_only_the_three_lanes_have_a_catalogue() -> None:
    desk = open_desk()
    assert desk.browser.get(f"{desk.url('duties')}catalogue/undivided/").status_code == 404


def test_no_more_duties_than_a_document_can_hold() -> None:
    duties = tuple(Duty(key=f"d{place}", lane=Lane.SOCIAL, name=f"Mansione {place}") for place in range(500))
    desk = open_desk(example_scope(duties=duties), catalogue=True)
    data = desk.typed("duties_new", lane="social") | {"name": "Ancora una"}
    assert desk.post("duties_new", data, lane="social").status_code == 422
    chosen = {"duties": ["SOC-CNT-01"], "responsible": "studio"}
    assert desk.post("duties_catalogue", chosen, lane="social").status_code == 422
    assert len(desk.described.duties) == 500
