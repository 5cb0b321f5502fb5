"""Steps client and engagement between two windows; functions open in place, who signs is saved at once."""

import pytest

from tests.drafting.desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

APPROVER = {"kind": "approver", "key": "paola"}


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def other(desk: Desk) -> Desk:
    return desk.colleague()


def days(desk: Desk) -> list[int | None]:
    return [one.days for one in desk.described.functions if one.kind == "approver"]


def test_a_function_opens_in_place_and_its_save_brings_all_of_them(desk: Desk) -> None:
    window = desk.browser.get(desk.url("function", **APPROVER), HTTP_HX_REQUEST="true")
    assert text_of(window).lstrip().startswith("<dialog")
    page = text_of(desk.htmx("function", desk.opened("function", **APPROVER) | {"days": "4"}, **APPROVER))
    assert page.lstrip().startswith('<section class="card" id="functions"')
    assert "entro 4 giorni lavorativi" in page
    assert 'id="panel"' in page
    assert "autofocus" in page.split('id="approver-paola"')[1].split("</li>")[0]


def test_a_function_upon_another_s_change_is_told(desk: Desk, other: Desk) -> None:
    typed = desk.opened("function", **APPROVER) | {"days": "4"}
    other.send("function", {"days": "7"}, **APPROVER)
    answer = desk.htmx("function", typed, **APPROVER)
    assert answer.status_code == 409
    assert "ora: 7" in text_of(answer)
    assert days(desk) == [7]
    assert desk.htmx("function", typed | {"state": "", "days": "99"}, **APPROVER).status_code == 422


def test_a_removal_upon_another_s_change_is_told_and_twice_is_once(desk: Desk, other: Desk) -> None:
    asked = desk.get("function_removal", **APPROVER).context["guard"].carried
    other.send("function", {"days": "7"}, **APPROVER)
    assert desk.htmx("function_removal", {"state": asked}, **APPROVER).status_code == 409
    for _time in range(2):
        assert desk.htmx("function_removal", **APPROVER).status_code == 200
    assert days(desk) == []
    assert desk.get("function_removal", **APPROVER).status_code == 404


def test_who_signs_is_saved_as_it_is_chosen_and_guarded(desk: Desk, other: Desk) -> None:
    state = desk.get("client").context["guard"].carried
    page = text_of(other.htmx("client", {"signatory": "person-luca", "state": state}))
    assert page.lstrip().startswith('<div class="guard">')
    assert 'id="undo"' in page
    assert desk.described.signed_for_studio == "luca"
    for send in (desk.htmx, desk.post):
        answer = send("client", {"signatory": "", "state": state})
        assert answer.status_code == 409
        assert "ora: Luca Neri" in text_of(answer)
    assert desk.described.signed_for_studio == "luca"


def test_the_engagement_s_form_upon_another_s_change_is_told_and_loses_nothing(
    desk: Desk, other: Desk
) -> None:
    typed = desk.opened("engagement") | {"months": "9"}
    other.send("engagement", {"title": "Un altro titolo"})
    answer = desk.post("engagement", typed)
    page = text_of(answer)
    assert answer.status_code == 409
    assert "ora: Un altro titolo" in page
    assert 'value="9"' in page
    typed["overwrite"] = answer.context["guard"].agreed
    assert desk.post("engagement", typed).status_code == 302
    assert desk.described.months == 9


def test_a_change_of_something_else_is_no_conflict_of_the_engagement(desk: Desk, other: Desk) -> None:
    typed = desk.opened("engagement") | {"months": "9"}
    other.send("function", {"days": "7"}, **APPROVER)
    assert desk.post("engagement", typed).status_code == 302
