"""Objectives as one works: saved where they stand, guarded against a second window, put back when removed."""

import dataclasses
from typing import Any

import pytest

from scoping.domain.scope import Objective
from scoping.domain.words import Lane
from tests.domain.examples import example_scope, with_more
from tests.drafting.desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

SECOND = Objective(key="brand", lane=Lane.MARKETING, name="Far conoscere la marca")


@pytest.fixture
def desk() -> Desk:
    return open_desk(with_more(example_scope(), "objectives", SECOND))


@pytest.fixture
def other(desk: Desk) -> Desk:
    return desk.colleague()


def state(desk: Desk, key: str) -> str:
    roles = desk.get("objectives").context["roles"]
    return next(str(row.state) for role in roles for row in role.rows if row.objective.key == key)


def live_parts(page: str) -> set[str]:
    return {part for part in ("steps", "panel", "saved", "undo") if f'id="{part}"' in page}


def test_the_form_opens_in_place_and_its_save_brings_the_lists_and_what_lives_beside_them(desk: Desk) -> None:
    window = desk.browser.get(desk.url("objective", key="sales"), HTTP_HX_REQUEST="true")
    assert text_of(window).lstrip().startswith("<dialog")
    answer = desk.htmx("objective", {**desk.opened("objective", key="sales"), "name": "Vendere"}, key="sales")
    page = text_of(answer)
    assert page.lstrip().startswith('<div id="lists"')
    assert live_parts(page) == {"steps", "panel", "saved", "undo"}
    assert 'id="objective-sales-open"' in page
    assert page.split('id="objective-sales-open"')[1].split(">")[0].endswith("autofocus")
    assert "Salvato: modifica di Vendere" in page
    assert '<b>M1</b> <span lang="it">Vendere' in page  # a social one's link bears the new name
    assert desk.item("objectives", "sales").name == "Vendere"


def test_a_link_answers_with_its_row_alone_and_says_what_it_changed(desk: Desk) -> None:
    answer = desk.htmx("objective_links", {"link": "brand", "state": state(desk, "reach")}, key="reach")
    page = text_of(answer)
    assert page.lstrip().startswith("<li")
    assert page.count('class="entry"') == 1
    assert live_parts(page) == {"steps", "panel", "saved", "undo"}
    said = "Raggiungere il pubblico giusto, da Lanciare la linea a Lanciare la linea, Far conoscere la marca"
    assert f"Salvato: {said}" in page
    assert desk.item("objectives", "reach").serves == ("sales", "brand")


def test_undo_takes_a_link_back_and_leads_to_its_row(desk: Desk) -> None:
    answer = desk.htmx("objective_links", {"link": "brand"}, key="reach")
    where = text_of(answer).split('class="undo"')[1].split('action="')[1].split('"')[0]
    uid = desk.get("objectives").context["draft"].latest.uid
    there = desk.browser.post(where, {"change": uid})["Location"]
    assert there == desk.url("objectives") + "#objective-reach"
    assert desk.item("objectives", "reach").serves == ("sales",)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_link_upon_another_s_change_is_not_made_unseen(desk: Desk, other: Desk, htmx: bool) -> None:
    before = state(desk, "reach")
    other.send("objective", {"name": "Farsi trovare"}, key="reach")
    send = desk.htmx if htmx else desk.post
    answer = send("objective_links", {"link": "brand", "state": before}, key="reach")
    page = text_of(answer)
    assert answer.status_code == 409
    assert "mentre l’avevi aperta" in page
    assert "Farsi trovare" in page
    assert desk.item("objectives", "reach").serves == ("sales",)
    agreed = page.split('name="overwrite" value="')[1].split('"')[0]
    sent = {"link": "brand", "state": before, "overwrite": agreed}
    assert send("objective_links", sent, key="reach").status_code == (200 if htmx else 302)
    assert desk.item("objectives", "reach").serves == ("sales", "brand")


def test_a_link_to_what_is_gone_changes_nothing_and_says_so(desk: Desk, other: Desk) -> None:
    other.post("objective_removal", key="brand")
    answer = desk.htmx("objective_links", {"link": "brand"}, key="reach")
    assert "non c’è più" in text_of(answer)
    assert desk.item("objectives", "reach").serves == ("sales",)
    assert desk.htmx("objective_links", {"link": "sales"}, key="gone").status_code == 404


@pytest.mark.parametrize("htmx", [True, False])
def test_a_form_upon_another_s_change_is_told_and_loses_nothing(desk: Desk, other: Desk, htmx: bool) -> None:
    typed = {**desk.opened("objective", key="sales"), "kpi": "Pezzi venduti"}
    other.send("objective", {"name": "Vendere"}, key="sales")
    send = desk.htmx if htmx else desk.post
    answer = send("objective", typed, key="sales")
    page = text_of(answer)
    assert answer.status_code == 409
    assert "ora: Vendere" in page
    assert 'value="Pezzi venduti"' in page
    assert answer.headers.get("HX-Retarget") == ("#details" if htmx else None)
    agreed = answer.context["guard"].agreed if not htmx else page.split('name="overwrite" value="')[1][:16]
    assert send("objective", {**typed, "overwrite": agreed}, key="sales").status_code in (200, 302)
    assert desk.item("objectives", "sales").kpi == "Pezzi venduti"


def test_what_was_removed_meanwhile_can_be_put_back_with_what_was_typed(desk: Desk, other: Desk) -> None:
    typed: dict[str, Any] = {**desk.opened("objective", key="brand"), "name": "La marca"}
    other.post("objective_removal", key="brand")
    answer = desk.post("objective", typed, key="brand")
    assert answer.status_code == 409
    assert "tolta mentre" in text_of(answer)
    typed["overwrite"] = answer.context["guard"].agreed
    assert desk.post("objective", typed, key="brand").status_code == 302
    assert desk.item("objectives", "brand") == dataclasses.replace(SECOND, name="La marca")


def test_what_is_refused_in_place_stays_open_with_what_is_wrong(desk: Desk) -> None:
    answer = desk.htmx("objective", {**desk.opened("objective", key="sales"), "name": " "}, key="sales")
    assert answer.status_code == 422
    assert answer["HX-Retarget"] == "#details"
    assert 'href="#id_name"' in text_of(answer)


def test_a_removal_asks_in_place_and_is_not_made_upon_another_s_change(desk: Desk, other: Desk) -> None:
    asked = desk.get("objective_removal", key="brand").context["guard"].carried
    other.send("objective", {"name": "La marca"}, key="brand")
    assert desk.htmx("objective_removal", {"state": asked}, key="brand").status_code == 409
    assert desk.item("objectives", "brand").name == "La marca"
    now = desk.get("objective_removal", key="brand").context["guard"].carried
    page = text_of(desk.htmx("objective_removal", {"state": now}, key="brand"))
    assert page.lstrip().startswith('<div id="lists"')
    assert "objective-brand" not in page
    again = desk.htmx("objective_removal", {"state": now}, key="brand")
    assert again.status_code == 200  # asked twice: nothing more happens


def test_a_new_one_and_a_move_answer_with_the_lists(desk: Desk) -> None:
    typed = desk.typed("objectives_new", lane="social") | {"name": "Un altro", "control": "output"}
    page = text_of(desk.htmx("objectives_new", typed, lane="social"))
    assert page.lstrip().startswith('<div id="lists"')
    assert "Un altro" in page
    page = text_of(desk.htmx("objective_place", {"move": "up"}, key="brand"))
    assert page.index("objective-brand-open") < page.index("objective-sales-open")


def test_a_stranger_with_an_engagement_of_the_same_number_reaches_none_of_it(desk: Desk) -> None:
    stranger, before = open_desk(), desk.described
    assert stranger.number == desk.number
    for name in ("objective", "objective_place"):
        assert stranger.htmx(name, {"move": "up", "name": "x"}, key="brand").status_code == 404
    stranger.htmx("objective_links", {"link": "brand"}, key="reach")
    stranger.htmx("objective_removal", key="brand")
    assert desk.described == before
