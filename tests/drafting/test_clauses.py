"""Clauses: as they will be printed, one form with their values, the library."""

import pytest

from scoping.domain.scope import Clause
from scoping.domain.words import Onerous
from tests.domain.examples import example_scope, with_item, with_more
from tests.drafting.desk import ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db


def test_clauses_are_read_filled_in_and_marked() -> None:
    page = text_of(open_desk().get("clauses"))
    assert "foro di Parma" in page
    assert "75" in page
    assert "vessatoria" in page
    assert "si approva a parte" in page
    assert "{" not in page.split("<main")[1]


def test_a_clause_says_why_it_is_onerous_and_which_are_approved_apart() -> None:
    desk = open_desk(catalogue=True)
    desk.post("clauses_library", {"clauses": ["CLA-02"]})
    page = text_of(desk.get("clauses"))
    assert "Il limite al recupero delle quantità" in page
    assert "2 clausole" in page


def test_text_mark_and_values_are_kept() -> None:
    desk = open_desk()
    text = "È competente il foro di {court}.\n\nCon {months} mesi e {notice_days} giorni di preavviso."
    answer = desk.send("clause", {"name": "Foro e durata", "text": text, "onerous": "possible"}, key="forum")
    assert answer.url.endswith("#clause-forum")
    assert desk.item("clauses", "forum") == Clause(
        key="forum",
        name="Foro e durata",
        text=text,
        onerous=Onerous.POSSIBLE,
        parameters=(("court", "Parma"), ("notice_days", "")),
    )
    desk.send("clause", {"value_court": "Genova", "value_notice_days": "30"}, key="forum")
    assert desk.item("clauses", "forum").parameters == (("court", "Genova"), ("notice_days", "30"))


def test_a_value_whose_name_left_the_text_is_forgotten() -> None:
    desk = open_desk()
    desk.send("clause", {"text": "Senza foro."}, key="forum")
    assert desk.item("clauses", "forum").parameters == ()


def test_a_form_that_is_sent_as_it_came_changes_nothing() -> None:
    desk = open_desk()
    for clause in desk.described.clauses:
        assert desk.send("clause", {}, key=clause.key).status_code == 302
    assert desk.described.clauses == example_scope().clauses


def test_what_a_field_of_the_engagement_fills_is_shown_with_a_link_and_cannot_be_typed() -> None:
    desk = open_desk()
    answer = desk.get("clause", key="rate")
    page = text_of(answer)
    assert list(answer.context["form"].fields) == ["name", "text", "onerous", "value_min_hours"]
    assert f"{desk.url('fees')}#id_hourly_rate" in page
    desk.send("clause", {"value_hourly_rate": "1"}, key="rate")
    assert desk.item("clauses", "rate").parameters == (("min_hours", "1"),)


@pytest.mark.parametrize(("text", "said"), ODD_TEXTS.values(), ids=ODD_TEXTS)
@pytest.mark.parametrize("field", ["name", "text", "value_court"])
def test_odd_characters_are_refused(field: str, text: str, said: str) -> None:
    desk = open_desk()
    answer = desk.send("clause", {field: text if field != "text" else f"{text} {{court}}"}, key="forum")
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors[field])
    assert desk.described.clauses == example_scope().clauses


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"text": " "}, "text"),
        ({"text": "x" * 10_001}, "text"),
        ({"text": " ".join(f"{{name_{place}}}" for place in range(31))}, "text"),
        ({"onerous": "maybe"}, "onerous"),
        ({"value_court": "x" * 301}, "value_court"),
        ({"value_court": "Parma\nGenova"}, "value_court"),
    ],
)
def test_wrong_answers_are_refused_and_what_was_typed_stays(changed: dict[str, str], field: str) -> None:
    desk = open_desk()
    answer = desk.send("clause", {"name": "Nome nuovo"} | changed, key="forum")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    if field != "name":
        assert "Nome nuovo" in text_of(answer)
    assert desk.described.clauses == example_scope().clauses


def test_braces_that_are_no_name_are_text() -> None:
    desk = open_desk()
    text = "Così { } e {Nome} e {0} e {court.__class__} e }{."
    assert desk.send("clause", {"text": text}, key="roles").status_code == 302
    assert desk.item("clauses", "roles").text == text
    assert desk.item("clauses", "roles").parameters == ()
    assert desk.get("clauses").status_code == 200


def test_ones_own_clause_stands_behind_all_and_is_one_however_often_it_is_sent() -> None:
    desk = open_desk()
    data = desk.typed("clauses_new") | {"name": "Bevande", "text": "Il caffè lo offre {host}."}
    for _click in range(2):
        assert desk.post("clauses_new", data).status_code == 302
    assert [clause.name for clause in desk.described.clauses][3:] == ["Bevande"]
    assert desk.described.clauses[3].parameters == (("host", ""),)


def test_clauses_come_from_the_library_each_at_its_place_and_once() -> None:
    desk = open_desk(catalogue=True)
    page = text_of(desk.get("clauses_library"))
    assert "CLA-01" in page
    assert "vessatoria" in page
    desk.post("clauses_library", {"clauses": ["CLA-23", "CLA-02"]})
    for _click in range(2):
        desk.post("clauses_library", {"clauses": ["CLA-15"]})
    codes = [clause.code for clause in desk.described.clauses if clause.code]
    assert codes == ["CLA-02", "CLA-15", "CLA-23"]
    assert desk.item("clauses", "CLA-15").parameters == (("grace_days", "15"),)
    assert 'value="CLA-15"' not in text_of(desk.get("clauses_library"))


@pytest.mark.parametrize("clauses", [[], ["CLA-99"]])
def test_a_wrong_choice_adds_nothing(clauses: list[str]) -> None:
    desk = open_desk(catalogue=True)
    assert desk.post("clauses_library", {"clauses": clauses}).status_code == 422
    assert desk.described.clauses == example_scope().clauses


def test_clauses_move_and_are_removed_once() -> None:
    desk = open_desk()
    desk.post("clause_place", {"move": "up"}, key="forum")
    desk.post("clause_place", {"move": "down"}, key="rate")
    assert [clause.key for clause in desk.described.clauses] == ["roles", "forum", "rate"]
    assert desk.get("clause_removal", key="forum").status_code == 200
    for _click in range(2):
        assert desk.post("clause_removal", key="forum").status_code == 302
    assert [clause.key for clause in desk.described.clauses] == ["roles", "rate"]


def test_a_gap_stands_under_its_clause_with_a_link_to_its_value() -> None:
    desk = open_desk(with_item(example_scope(), "clauses", "forum", parameters=()))
    assert f"{desk.url('clause', key='forum')}#id_value_court" in text_of(desk.get("clauses"))


def test_another_studio_finds_nothing() -> None:
    desk, stranger = open_desk(), open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    for name in ("clause", "clause_place", "clause_removal"):
        assert stranger.post(name, {"move": "up", "name": "x"}, key="forum").status_code == 404
    assert stranger.post("clauses_new", {"name": "x", "text": "y"}).status_code == 404
    assert desk.described.clauses == example_scope().clauses


def test_a_clause_of_markup_is_shown_as_text() -> None:
    evil = Clause(key="evil", name="<b>x</b>", text="<script>alert(1)</script> {court}")
    page = open_desk(with_more(example_scope(), "clauses", evil)).get("clauses").content.decode()
    assert "<script>alert" not in page
