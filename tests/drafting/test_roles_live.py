"""Step roles as one works: jerseys and rows saved where they stand, guarded against a second window."""

from typing import Any

import pytest

from scoping.domain.scope import AutonomyRow, Person
from scoping.domain.words import Decision, Holder, Lane, Party
from tests.domain.examples import example_scope, with_more
from tests.drafting.desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

THIRD = Person(key="agency", party=Party.THIRD, name="Nina Vox", organisation="Agenzia Vox")
PLAN = AutonomyRow(key="plan", name="Calendario", decision=Decision.ASKS, person="paola", days=2)
LIVE = {"steps", "panel", "saved", "undo"}


@pytest.fixture
def desk() -> Desk:
    """The example with a third party's person and a second row of autonomy."""
    return open_desk(with_more(with_more(example_scope(), "persons", THIRD), "autonomy", PLAN))


@pytest.fixture
def other(desk: Desk) -> Desk:
    return desk.colleague()


def parts(page: str) -> set[str]:
    return {part for part in LIVE if f'id="{part}"' in page}


def jersey(desk: Desk, lane: str) -> dict[str, Any]:
    """A jersey as a window has it open."""
    one = next(one for one in desk.get("roles").context["jerseys"] if one.lane == lane)
    return {field.html_name: field.value() or "" for field in one.form} | {"state": one.guard.carried}


def row(desk: Desk, key: str) -> dict[str, Any]:
    """A row of the matrix as a window has it open."""
    one = next(one for one in desk.get("roles").context["matrix"] if one.form.instance.key == key)
    typed = {field.html_name: "" if field.value() is None else field.value() for field in one.form}
    return typed | {"state": one.guard.carried}


def test_a_holder_is_saved_with_conditions_panel_and_a_new_guard_and_the_form_stays(desk: Desk) -> None:
    typed = jersey(desk, "social") | {"social-lead": "person-elena"}
    page = text_of(desk.htmx("role", typed, lane="social"))
    assert page.lstrip().startswith('<div class="guard">')
    assert 'id="holder-social"' in page
    assert "social-example" not in page
    assert parts(page) == LIVE
    assert "Elena Conti può tenere tutti e due i ruoli" in page
    assert "Salvato: Social media, da Luca Neri a Elena Conti" in page
    again = page.split('name="state" value="')[1].split('"')[0]
    assert desk.htmx("role", typed | {"state": again}, lane="social").status_code == 200


def test_an_example_is_saved_and_leaves_the_buttons_alone(desk: Desk) -> None:
    page = text_of(desk.htmx("role", jersey(desk, "social") | {"social-example": "Così."}, lane="social"))
    assert 'id="holder-social"' not in page
    assert desk.described.role(Lane.SOCIAL).example == "Così."


@pytest.mark.parametrize("htmx", [True, False])
def test_a_jersey_upon_another_s_change_is_told_keeps_what_was_chosen_and_may_overwrite(
    desk: Desk, other: Desk, htmx: bool
) -> None:
    typed = jersey(desk, "social") | {"social-held_by": "client"}
    other.post("role", jersey(other, "social") | {"social-lead": "person-elena"}, lane="social")
    send = desk.htmx if htmx else desk.post
    answer = send("role", typed, lane="social")
    page = text_of(answer)
    assert answer.status_code == 409
    assert "ora: Elena Conti" in page
    assert 'name="social-held_by" value="client"' in page
    assert desk.described.role(Lane.SOCIAL).held_by == Holder.STUDIO
    typed["overwrite"] = page.split('name="overwrite" value="')[1].split('"')[0]
    typed["social-lead"] = ""
    assert send("role", typed, lane="social").status_code in (200, 302)
    assert desk.described.role(Lane.SOCIAL).held_by == Holder.CLIENT


def test_what_is_wrong_in_a_jersey_is_said_at_its_field(desk: Desk) -> None:
    answer = desk.htmx("role", jersey(desk, "social") | {"social-example": "x" * 301}, lane="social")
    assert answer.status_code == 422
    assert "social-example" in answer["HX-Trigger"]
    assert parts(text_of(answer)) == set()


def test_a_row_of_the_matrix_is_saved_stays_and_says_what_it_lacks(desk: Desk) -> None:
    page = text_of(desk.htmx("autonomy_row_decision", row(desk, "plan") | {"plan-person": ""}, key="plan"))
    assert page.lstrip().startswith('<div class="guard">')
    assert parts(page) == LIVE
    missing = page.split('id="row-plan-missing"')[1].split("</div>")[0]
    assert "si chiede, ma non è detto a chi" in missing
    assert "plan-days" not in page


def test_undo_takes_a_decision_back_and_leads_to_its_row(desk: Desk) -> None:
    sent = row(desk, "plan") | {"plan-decision": "decides"}
    page = text_of(desk.htmx("autonomy_row_decision", sent, key="plan"))
    where = page.split('class="undo"')[1].split('action="')[1].split('"')[0]
    uid = desk.get("roles").context["draft"].latest.uid
    assert desk.browser.post(where, {"change": uid})["Location"] == desk.url("roles") + "#row-plan"
    assert desk.item("autonomy", "plan") == PLAN


@pytest.mark.parametrize("htmx", [True, False])
def test_a_row_upon_another_s_change_is_told(desk: Desk, other: Desk, htmx: bool) -> None:
    typed = row(desk, "plan") | {"plan-days": "5"}
    other.post("autonomy_row_decision", row(other, "plan") | {"plan-person": "person-marco"}, key="plan")
    answer = (desk.htmx if htmx else desk.post)("autonomy_row_decision", typed, key="plan")
    assert answer.status_code == 409
    assert "Marco Rossi" in text_of(answer)
    assert desk.item("autonomy", "plan").days == 2


ROWS = [
    ("guideline", {"lane": "social", "key": "calendar"}, "guidelines"),
    ("autonomy_row", {"key": "plan"}, "autonomy"),
    ("third_party", {"key": "agency"}, "persons"),
]


@pytest.mark.parametrize(("name", "names", "part"), ROWS, ids=[one[0] for one in ROWS])
def test_a_row_opens_in_place_and_its_save_brings_all_rows_the_jerseys_and_what_lives_beside_them(
    desk: Desk, name: str, names: dict[str, str], part: str
) -> None:
    window = desk.browser.get(desk.url(name, **names), HTTP_HX_REQUEST="true")
    assert text_of(window).lstrip().startswith("<dialog")
    typed = desk.opened(name, **names) | {"name": "Un altro nome"}
    page = text_of(desk.htmx(name, typed, **names))
    assert page.lstrip().startswith('<div id="rows"')
    assert 'id="jerseys"' in page
    assert parts(page) == LIVE
    assert "autofocus" in page
    assert desk.item(part, names["key"]).name == "Un altro nome"


@pytest.mark.parametrize(("name", "names", "part"), ROWS, ids=[one[0] for one in ROWS])
def test_a_row_s_form_upon_another_s_change_is_told_and_loses_nothing(
    desk: Desk, other: Desk, name: str, names: dict[str, str], part: str
) -> None:
    typed = desk.opened(name, **names) | {"name": "Il mio nome"}
    other.send(name, {"name": "Quello suo"}, **names)
    answer = desk.htmx(name, typed, **names)
    page = text_of(answer)
    assert (answer.status_code, answer["HX-Retarget"]) == (409, "#details")
    assert 'value="Il mio nome"' in page
    assert "ora: Quello suo" in page
    assert desk.htmx(name, typed | {"name": ""}, **names).status_code == 409
    typed["overwrite"] = page.split('name="overwrite" value="')[1].split('"')[0]
    assert desk.post(name, typed, **names).status_code == 302
    assert desk.item(part, names["key"]).name == "Il mio nome"


@pytest.mark.parametrize(("name", "names", "part"), ROWS, ids=[one[0] for one in ROWS])
def test_a_removal_is_not_made_upon_another_s_change_and_twice_is_once(
    desk: Desk, other: Desk, name: str, names: dict[str, str], part: str
) -> None:
    asked = desk.get(f"{name}_removal", **names).context["guard"].carried
    other.send(name, {"name": "Quello suo"}, **names)
    assert desk.htmx(f"{name}_removal", {"state": asked}, **names).status_code == 409
    assert desk.item(part, names["key"]).name == "Quello suo"
    for _time in range(2):
        assert desk.htmx(f"{name}_removal", **names).status_code == 200
    assert names["key"] not in [one.key for one in getattr(desk.described, part)]


@pytest.mark.parametrize(("name", "names", "part"), ROWS[:2], ids=[one[0] for one in ROWS[:2]])
def test_what_was_removed_meanwhile_can_be_put_back_with_what_was_typed(
    desk: Desk, other: Desk, name: str, names: dict[str, str], part: str
) -> None:
    typed = desk.opened(name, **names) | {"name": "Il mio nome"}
    other.post(f"{name}_removal", **names)
    answer = desk.post(name, typed, **names)
    assert answer.status_code == 409
    typed["overwrite"] = answer.context["guard"].agreed
    assert desk.post(name, typed, **names).status_code == 302
    assert desk.item(part, names["key"]).name == "Il mio nome"


def test_what_is_gone_and_never_was_is_not_found(desk: Desk, other: Desk) -> None:
    sent = row(desk, "plan")
    other.post("autonomy_row_removal", key="plan")
    assert desk.htmx("autonomy_row_decision", sent, key="plan").status_code == 404
    assert desk.htmx("guideline", {}, lane="social", key="nowhere").status_code == 404
