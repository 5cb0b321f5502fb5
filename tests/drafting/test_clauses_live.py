"""The clauses as one works: values saved as they are typed, details in place, guarded between two windows."""

from typing import Any

import pytest

from scoping.domain.words import Onerous
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
BOTH_WAYS = pytest.mark.parametrize("more", [HTMX, {}], ids=["htmx", "plain"])


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def other(desk: Desk) -> Desk:
    return desk.colleague()


def state(desk: Desk, key: str) -> str:
    """What a row on the page was read upon."""
    return next(row.guard.carried for row in desk.get("clauses").context["rows"] if row.clause.key == key)


def test_a_value_is_saved_as_it_is_typed_and_stands_in_the_text_at_once(desk: Desk) -> None:
    answer = desk.htmx("clause_values", {"value_court": "Genova", "state": state(desk, "forum")}, key="forum")
    page = text_of(answer)
    assert answer.status_code == 200
    assert page.lstrip().startswith('<div class="guard">')
    assert "foro di Genova" in page
    assert 'name="value_court"' not in page  # what is typed stays as it is typed
    for part in ("clause-forum-text", "clause-forum-missing", "steps", "panel", "saved", "undo"):
        assert f'id="{part}"' in page
    assert desk.item("clauses", "forum").parameters == (("court", "Genova"),)
    desk.post("undo", {"change": desk.get("clauses").context["draft"].latest.uid})
    assert desk.described.clauses == example_scope().clauses


def test_a_gap_that_is_filled_in_its_row_is_said_no_more() -> None:
    desk = open_desk(with_item(example_scope(), "clauses", "forum", parameters=()))
    assert "missing missing-" in text_of(desk.get("clauses"))
    answer = desk.htmx("clause_values", {"value_court": "Parma"}, key="forum")
    assert "missing missing-" not in text_of(answer)


@BOTH_WAYS
@pytest.mark.parametrize(("text", "said"), ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_a_value_of_odd_characters_is_refused_at_its_field(
    desk: Desk, text: str, said: str, more: dict[str, Any]
) -> None:
    answer = desk.browser.post(desk.url("clause_values", key="forum"), {"value_court": text}, **more)
    assert answer.status_code == 422
    assert said in (text_of(answer) if not more else answer["HX-Trigger"].encode().decode("unicode-escape"))
    assert desk.described.clauses == example_scope().clauses


@BOTH_WAYS
def test_who_types_upon_another_s_change_is_told_and_may_overwrite(
    desk: Desk, other: Desk, more: dict[str, Any]
) -> None:
    sent = {"value_court": "Genova", "state": state(desk, "forum")}
    other.htmx("clause_values", {"value_court": "Torino"}, key="forum")
    url = desk.url("clause_values", key="forum")
    answer = desk.browser.post(url, sent, **more)
    assert answer.status_code == 409
    assert "ora: Torino" in text_of(answer)
    assert more or 'value="Genova"' in text_of(answer)
    assert desk.item("clauses", "forum").parameters == (("court", "Torino"),)
    rows = [] if more else [row.guard for row in answer.context["rows"] if row.guard.conflict]
    agreed = (rows[0] if rows else answer.context["guard"]).agreed
    assert desk.browser.post(url, sent | {"overwrite": agreed}, **more).status_code in (200, 302)
    assert desk.item("clauses", "forum").parameters == (("court", "Genova"),)


@BOTH_WAYS
def test_a_clause_that_was_removed_can_be_put_back_with_what_was_typed(
    desk: Desk, other: Desk, more: dict[str, Any]
) -> None:
    sent = {"value_court": "Genova", "state": state(desk, "forum")}
    opened = desk.opened("clause", key="forum") | {"name": "Il foro"}
    other.post("clause_removal", key="forum")
    answer = desk.browser.post(desk.url("clause_values", key="forum"), sent, **more)
    assert answer.status_code == 409
    assert more or 'value="Genova"' in text_of(answer)
    details = desk.browser.post(desk.url("clause", key="forum"), opened, **more)
    assert details.status_code == 409
    assert 'value="Il foro"' in text_of(details)
    again = sent | {"overwrite": answer.context["guard"].agreed}
    assert desk.browser.post(desk.url("clause_values", key="forum"), again, **more).status_code in (200, 302)
    assert desk.item("clauses", "forum").parameters == (("court", "Genova"),)
    assert desk.htmx("clause_values", sent, key="nowhere").status_code == 404


def test_details_open_in_place_stay_while_something_is_wrong_and_guard(desk: Desk, other: Desk) -> None:
    opened = desk.browser.get(desk.url("clause", key="forum"), **HTMX)
    assert text_of(opened).lstrip().startswith("<dialog")
    sent = desk.opened("clause", key="forum")
    wrong = desk.htmx("clause", sent | {"text": ""}, key="forum")
    assert (wrong.status_code, wrong["HX-Retarget"]) == (422, "#details")
    saved = text_of(desk.htmx("clause", sent | {"onerous": "no"}, key="forum"))
    assert saved.lstrip().startswith('<section class="sheet" id="clauses"')
    assert 'id="clauses-lead"' in saved
    assert "Salvato: Foro, da vessatoria a no" in saved
    assert desk.item("clauses", "forum").onerous == Onerous.NO
    late = other.htmx("clause", sent | {"name": "Altro"}, key="forum")
    assert (late.status_code, late["HX-Retarget"]) == (409, "#details")
    assert 'value="Altro"' in text_of(late)


def test_a_clause_of_ones_own_a_move_and_a_removal_swap_the_list(desk: Desk, other: Desk) -> None:
    data = desk.typed("clauses_new") | {"name": "Bevande", "text": "Il caffè lo offre {host}."}
    for _click in range(2):
        page = text_of(desk.htmx("clauses_new", data))
        assert page.lstrip().startswith('<section class="sheet" id="clauses"')
    key = data["key"]
    assert f'id="clause-{key}-value_host"' in page
    page = text_of(desk.htmx("clause_place", {"move": "up"}, key=key))
    assert page.index(f'id="clause-{key}"') < page.index('id="clause-forum"')
    read = desk.browser.get(desk.url("clause_removal", key=key), **HTMX).context["guard"].carried
    other.htmx("clause_values", {"value_host": "lo studio"}, key=key)
    late = desk.htmx("clause_removal", {"state": read}, key=key)
    assert late.status_code == 409
    assert "Togli comunque" in text_of(late)
    agreed = late.context["guard"].agreed
    page = text_of(desk.htmx("clause_removal", {"state": read, "overwrite": agreed}, key=key))
    assert f'id="clause-{key}"' not in page
    assert desk.described.clauses == example_scope().clauses
    assert "tolta nel frattempo" in text_of(other.htmx("clause_removal", key=key))


def test_another_studio_saves_no_value(desk: Desk) -> None:
    stranger = open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    assert stranger.htmx("clause_values", {"value_court": "Genova"}, key="forum").status_code == 404
    assert desk.described.clauses == example_scope().clauses
