"""Objectives: read as text, one form, the catalogue; what one serves never points to nothing."""

from decimal import Decimal

import pytest

from scoping.domain.scope import Objective
from scoping.domain.words import Control, Horizon, Lane
from tests.domain.examples import example_scope, with_more
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db

SECOND = Objective(key="brand", lane=Lane.MARKETING, name="Far conoscere la marca")


def test_objectives_are_read_with_their_marks_and_whom_they_serve() -> None:
    page = text_of(open_desk().get("objectives"))
    assert "25.000\u00a0€" in page
    assert 'value="sales" aria-pressed="true"><b>M1</b> <span lang="it">Lanciare la linea' in page


def test_every_field_of_an_objective_is_kept() -> None:
    desk = open_desk(with_more(example_scope(), "objectives", SECOND))
    answer = desk.send(
        "objective",
        {
            "lane": "social",
            "name": "Raggiungere chi compra",
            "kpi": "Persone raggiunte",
            "how_measured": "Dati delle piattaforme",
            "unit": "%",
            "baseline": "-1,5",
            "target": "1.200,25",
            "horizon": "short",
            "control": "output",
            "serves": ["sales", "brand"],
        },
        key="reach",
    )
    assert answer.url.endswith("#objective-reach")
    assert desk.item("objectives", "reach") == Objective(
        key="reach",
        lane=Lane.SOCIAL,
        name="Raggiungere chi compra",
        kpi="Persone raggiunte",
        how_measured="Dati delle piattaforme",
        unit="%",
        baseline=Decimal("-1.5"),
        target=Decimal("1200.25"),
        horizon=Horizon.SHORT,
        control=Control.OUTPUT,
        serves=("sales", "brand"),
    )


def test_a_form_that_is_sent_as_it_came_changes_nothing() -> None:
    desk = open_desk()
    for objective in desk.described.objectives:
        assert desk.send("objective", {}, key=objective.key).status_code == 302
    assert desk.described.objectives == example_scope().objectives


@pytest.mark.parametrize("figure", ["1000000000000", "0,001", *NO_NUMBERS])
@pytest.mark.parametrize("field", ["baseline", "target"])
def test_wrong_figures_are_refused_at_their_field(field: str, figure: str) -> None:
    desk = open_desk()
    answer = desk.send("objective", {field: figure}, key="sales")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert desk.described.objectives == example_scope().objectives


@pytest.mark.parametrize(("text", "said"), ODD_TEXTS.values(), ids=ODD_TEXTS)
@pytest.mark.parametrize("field", ["name", "kpi", "how_measured", "unit"])
def test_odd_characters_are_refused(field: str, text: str, said: str) -> None:
    answer = open_desk().send("objective", {field: text}, key="sales")
    assert said in " ".join(answer.context["form"].errors[field])


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"lane": "adjacent"}, "lane"),
        ({"horizon": "never"}, "horizon"),
        ({"serves": ["reach"]}, "serves"),
        ({"serves": ["nothing"]}, "serves"),
    ],
)
def test_wrong_answers_are_refused(changed: dict[str, object], field: str) -> None:
    answer = open_desk().send("objective", changed, key="reach")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_a_marketing_objective_serves_none() -> None:
    desk = open_desk(with_more(example_scope(), "objectives", SECOND))
    desk.send("objective", {"lane": "marketing", "serves": ["sales"]}, key="brand")
    assert desk.item("objectives", "brand").serves == ()


def test_a_social_objective_is_linked_and_unlinked_in_its_row_however_often_one_clicks() -> None:
    desk = open_desk(with_more(example_scope(), "objectives", SECOND))
    for _click in range(2):
        answer = desk.post("objective_links", {"link": "brand"}, key="reach")
        assert answer.url.endswith("#objective-reach")
        assert desk.item("objectives", "reach").serves == ("sales", "brand")
    for _click in range(2):
        desk.post("objective_links", {"unlink": "sales"}, key="reach")
        assert desk.item("objectives", "reach").serves == ("brand",)


@pytest.mark.parametrize("sent", [{"link": "reach"}, {"link": "gone"}, {"link": "\x00"}])
def test_a_link_to_what_is_no_marketing_objective_changes_nothing_and_says_so(sent: dict[str, str]) -> None:
    desk = open_desk()
    answer = desk.post("objective_links", sent, key="reach")
    assert "non c’è più" in text_of(desk.browser.get(answer.url.partition("#")[0]))
    assert desk.described.objectives == example_scope().objectives


def test_a_marketing_objective_links_to_nothing() -> None:
    assert open_desk().post("objective_links", {"link": "sales"}, key="sales").status_code == 404


@pytest.mark.parametrize("how", ["removed", "moved to social media"])
def test_who_served_a_marketing_objective_that_is_gone_serves_it_no_longer(how: str) -> None:
    desk = open_desk()
    if how == "removed":
        desk.post("objective_removal", key="sales")
    else:
        desk.send("objective", {"lane": "social"}, key="sales")
    assert desk.item("objectives", "reach").serves == ()


def test_an_objective_is_removed_once_however_often_it_is_asked() -> None:
    desk = open_desk()
    assert "Raggiungere il pubblico giusto" in text_of(desk.get("objective_removal", key="sales"))
    for _click in range(2):
        assert desk.post("objective_removal", key="sales").status_code == 302
    assert [one.key for one in desk.described.objectives] == ["reach"]


def test_ones_own_objective_sent_twice_is_one() -> None:
    desk = open_desk()
    data = desk.typed("objectives_new", lane="marketing") | {"name": "Fiera di marzo"}
    for _click in range(2):
        assert desk.post("objectives_new", data, lane="marketing").status_code == 302
    assert [one.name for one in desk.described.objectives] == [
        "Lanciare la linea",
        "Fiera di marzo",
        "Raggiungere il pubblico giusto",
    ]


def test_objectives_move_within_their_role() -> None:
    desk = open_desk(with_more(example_scope(), "objectives", SECOND))
    desk.post("objective_place", {"move": "up"}, key="brand")
    desk.post("objective_place", {"move": "up"}, key="reach")
    assert [one.key for one in desk.described.objectives if one.lane == Lane.MARKETING] == ["brand", "sales"]


def test_social_objectives_of_the_catalogue_serve_what_the_catalogue_names() -> None:
    desk = open_desk(catalogue=True)
    assert "OBJ-S-07" in text_of(desk.get("objectives_catalogue", lane="social"))
    desk.post("objectives_catalogue", {"objectives": ["OBJ-M-04"]}, lane="marketing")
    for _click in range(2):
        desk.post("objectives_catalogue", {"objectives": ["OBJ-S-07"]}, lane="social")
    assert desk.item("objectives", "OBJ-S-07").serves == ("OBJ-M-04",)
    assert [one.code for one in desk.described.objectives].count("OBJ-S-07") == 1
    assert 'value="OBJ-S-07"' not in text_of(desk.get("objectives_catalogue", lane="social"))


@pytest.mark.parametrize("objectives", [[], ["OBJ-M-04"], ["NOTHING"]])
def test_a_wrong_choice_adds_nothing(objectives: list[str]) -> None:
    desk = open_desk(catalogue=True)
    answer = desk.post("objectives_catalogue", {"objectives": objectives}, lane="social")
    assert answer.status_code == 422
    assert desk.described.objectives == example_scope().objectives


def test_another_studio_finds_nothing() -> None:
    desk, stranger = open_desk(), open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    for name in ("objective", "objective_place", "objective_removal"):
        assert stranger.post(name, {"move": "up"}, key="sales").status_code == 404
    assert stranger.get("objectives").status_code == 404
    assert desk.described.objectives == example_scope().objectives
