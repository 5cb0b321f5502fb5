"""The board as one works: a row is saved and drawn anew with what lives beside it; whatever fails is said."""

import dataclasses
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from scoping.catalogue.models import CatalogueDuty
from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Duty as DutyRow
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import NO_NUMBERS, Desk, open_desk, text_of
from tests.drafting.test_duties import many

pytestmark = pytest.mark.django_db

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def other(desk: Desk) -> Desk:
    browser = Client()
    browser.force_login(factories.membership(studio=desk.engagement.studio).user)
    return Desk(browser, desk.engagement)


def state(desk: Desk, key: str) -> str:
    rows = [
        row
        for lane in Lane
        for area in desk.get("duties", {"lane": lane}).context["board"].areas
        for row in area.rows
    ]
    return next(row.state for row in rows if row.duty.key == key)


def choose(desk: Desk, key: str, field: str, value: str, **more: str) -> Any:
    url = desk.url(f"duty_{field}", key=key)
    return desk.browser.post(url, {field: value, **more}, **HTMX)


def test_a_choice_answers_with_its_row_and_what_lives_beside_it(desk: Desk) -> None:
    answer = choose(desk, "posts", "responsible", "client", state=state(desk, "posts"))
    page = text_of(answer)
    assert answer.status_code == 200
    assert page.lstrip().startswith("<li")
    assert page.count('class="duty duty-client"') == 1
    for part in ("steps", "tabs", "panel", "saved", "undo"):
        assert f'id="{part}"' in page
    assert page.count("hx-swap-oob") == 6
    assert "Salvato: Post statico, da Studio a Cliente" in page
    assert desk.item("duties", "posts").responsible == Responsible.CLIENT


def test_no_text_of_a_row_is_taken_for_the_place_of_the_reader_s_token() -> None:
    typed = "where-the-reader-s-token-goes"
    desk = open_desk(with_item(example_scope(), "duties", "posts", name=typed))
    assert typed in text_of(desk.get("duties", {"lane": "social"}))


def test_undo_leads_back_to_the_row_in_its_lane(desk: Desk) -> None:
    answer = choose(desk, "posts", "responsible", "client")
    board = desk.url("duties")
    where = text_of(answer).split('class="undo"')[1].split('action="')[1].split('"')[0]
    uid = desk.get("duties").context["draft"].latest.uid
    assert desk.browser.post(where, {"change": uid})["Location"] == f"{board}?lane=social#duty-posts"
    assert "%3Flane%3Dsocial" in text_of(desk.get("duties", {"lane": "social"}))


def test_without_htmx_it_leads_back_to_the_row(desk: Desk) -> None:
    answer = desk.post("duty_quantity", {"quantity": "16,5", "state": state(desk, "posts")}, key="posts")
    assert answer.status_code == 302
    assert answer["Location"].endswith("?lane=social#duty-posts")
    assert str(desk.item("duties", "posts").quantity) == "16.5"
    desk.post("duty_quantity", {"quantity": ""}, key="posts")
    assert desk.item("duties", "posts").quantity is None


@pytest.mark.parametrize("typed", [*NO_NUMBERS, "0", "-1", "1000000", "12\x00"])
def test_a_quantity_that_is_none_is_refused_in_its_row_and_stays_typed(desk: Desk, typed: str) -> None:
    for more in (HTMX, dict[str, Any]()):
        url = desk.url("duty_quantity", key="posts")
        answer = desk.browser.post(url, {"quantity": typed}, **more)
        assert answer.status_code == 422
        assert "non è salvato" in text_of(answer)
        assert f'value="{typed}"' in text_of(answer)
        assert desk.item("duties", "posts").quantity == 12


def test_a_choice_upon_another_s_change_is_told_and_can_be_made_knowingly(desk: Desk, other: Desk) -> None:
    read = state(desk, "posts")
    assert choose(other, "posts", "quantity", "20", state=read).status_code == 200
    answer = choose(desk, "posts", "quantity", "16", state=read)
    page = text_of(answer)
    assert answer.status_code == 409
    assert "è cambiata mentre l’avevi aperta" in page
    assert "tu avevi scelto «16»" in page
    assert 'name="quantity" value="20"' in page
    assert desk.item("duties", "posts").quantity == 20
    agreed = answer.context["trouble"].guard.agreed
    assert choose(desk, "posts", "quantity", "16", state=read, overwrite=agreed).status_code == 200
    assert desk.item("duties", "posts").quantity == 16


def test_a_conflict_without_htmx_stands_under_its_row_on_the_board(desk: Desk, other: Desk) -> None:
    read = state(desk, "posts")
    choose(other, "posts", "responsible", "third", state=read)
    answer = desk.post("duty_responsible", {"responsible": "client", "state": read}, key="posts")
    assert answer.status_code == 409
    assert "tu avevi scelto «Cliente»" in text_of(answer)
    assert "<h1>" in text_of(answer)


def test_the_state_of_an_answered_row_is_the_one_to_go_on_from(desk: Desk) -> None:
    answer = choose(desk, "posts", "responsible", "client", state=state(desk, "posts"))
    following = answer.context["row"].state
    assert choose(desk, "posts", "responsible", "studio", state=following).status_code == 200


def test_a_row_that_was_removed_elsewhere_is_told_in_its_place(desk: Desk, other: Desk) -> None:
    other.post("duty_removal", key="posts")
    answer = choose(desk, "posts", "responsible", "client")
    assert answer.status_code == 409
    assert "«Post statico» è stata tolta nel frattempo" in text_of(answer)
    assert text_of(answer).lstrip().startswith("<li")
    plain = desk.browser.post(desk.url("duty_quantity", key="posts"), {"quantity": "1"}, follow=True)
    assert "«Post statico» è stata tolta nel frattempo" in text_of(plain)
    assert choose(desk, "nowhere", "responsible", "client").status_code == 404


def test_details_open_in_place_and_are_saved_in_place(desk: Desk) -> None:
    url = desk.url("duty", key="posts")
    opened = desk.browser.get(url, **HTMX)
    assert text_of(opened).lstrip().startswith("<dialog")
    sent = desk.typed("duty", key="posts") | {"name": "Post con foto"}
    wrong = desk.browser.post(url, sent | {"name": ""}, **HTMX)
    assert (wrong.status_code, wrong["HX-Retarget"]) == (422, "#details")
    saved = desk.browser.post(url, sent, **HTMX)
    assert text_of(saved).lstrip().startswith("<li")
    assert "Post con foto" in text_of(saved)
    assert "autofocus" in text_of(saved)


def test_details_that_move_to_another_area_load_the_board(desk: Desk) -> None:
    with_areas = open_desk(catalogue=True)
    area = next(
        value for value, _label in with_areas.get("duty", key="posts").context["form"].fields["area"].choices
    )
    sent = with_areas.typed("duty", key="posts") | {"area": area}
    answer = with_areas.browser.post(with_areas.url("duty", key="posts"), sent, **HTMX)
    assert answer["HX-Redirect"].endswith("#duty-posts")


def shown(desk: Desk, **asked: str) -> list[str]:
    areas = desk.get("duties", {"lane": "social", **asked}).context["board"].areas
    return [row.duty.name for area in areas for row in area.rows]


def test_the_filter_finds_names_deliverables_and_what_clients_call_it() -> None:
    desk = open_desk(catalogue=True)
    with studio_scope(desk.engagement.studio):
        offered = CatalogueDuty.objects.filter(lane="social").first()
        assert offered is not None
        word = offered.keywords["it"][0]
        DutyRow.objects.filter(key="posts").update(code=offered.code)
    assert shown(desk, q=word.upper()) == ["Post statico"]
    assert shown(desk, q="statico póst") == ["Post statico"]
    assert shown(desk, q="nessuno lo direbbe") == []
    assert shown(desk, q="<b>\x00") == shown(desk)


def test_the_filter_parts_duties_by_who_does_them(desk: Desk) -> None:
    duties = tuple(
        Duty(key=f"d{place}", lane=Lane.SOCIAL, name=str(party), responsible=party)
        for place, party in enumerate([*Responsible, None])
    )
    here = open_desk(dataclasses.replace(example_scope(), duties=duties))
    assert len(shown(here)) == 5
    assert shown(here, who="ours") == ["studio"]
    assert shown(here, who="client") == ["client", "third"]
    assert shown(here, who="excluded") == ["excluded"]
    assert len(shown(here, who="nonsense")) == 5


def test_filtering_as_one_types_answers_with_the_rows_and_their_count(desk: Desk) -> None:
    page = text_of(desk.browser.get(desk.url("duties"), {"lane": "social", "q": "post"}, **HTMX))
    assert page.lstrip().startswith('<div id="areas"')
    assert "1 su 1" in page
    assert "<h1>" not in page


def test_the_rest_of_an_area_is_excluded_at_once_and_can_be_taken_back() -> None:
    desk = open_desk(with_item(example_scope(), "duties", "posts", responsible=None), catalogue=True)
    with studio_scope(desk.engagement.studio):
        area = CatalogueDuty.objects.filter(lane="social").values_list("area", flat=True)[0]
        DutyRow.objects.filter(key="posts").update(area=area)
        offered = CatalogueDuty.objects.filter(lane="social", area=area).count()
    before = desk.described
    asked = desk.get("duties_exclusion_area", lane="social", area=area)
    assert f"Escludi {offered + 1} mansioni" in text_of(asked)
    assert desk.described == before
    assert desk.post("duties_exclusion_area", lane="social", area=area).status_code == 302
    inside = [duty for duty in desk.described.duties if duty.area == area]
    assert len(inside) == offered + 1
    assert {duty.responsible for duty in inside} == {Responsible.EXCLUDED}
    assert desk.post("duties_exclusion_area", lane="social", area=area).status_code == 302
    uid = desk.get("duties").context["draft"].latest.uid
    desk.post("undo", {"change": uid})
    assert desk.described == before


def test_a_save_asks_the_database_as_often_for_90_duties_as_for_3() -> None:
    counts = []
    for number in (3, 90):
        desk = open_desk(dataclasses.replace(example_scope(), duties=many(number)))
        choose(desk, "duty-1", "responsible", "client")
        with CaptureQueriesContext(connection) as queries:
            assert choose(desk, "duty-1", "responsible", "studio").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_panel_says_what_is_included_by_role_and_what_it_costs(desk: Desk) -> None:
    page = text_of(desk.get("fees"))
    panel = page[page.index('id="panel"') :]
    assert "Che cosa è compreso" in panel
    assert "2.550" in panel
    lanes = {one.lane: one for one in desk.get("duties").context["draft"].panel.lanes}
    ours = [duty for duty in desk.described.duties_of(Lane.SOCIAL) if duty.responsible == Responsible.STUDIO]
    assert lanes[Lane.SOCIAL].ours == len(ours)


def test_the_panel_leads_to_what_blocks_elsewhere() -> None:
    desk = open_desk(with_item(example_scope(), "duties", "posts", quantity=None))
    panel = desk.get("fees").context["draft"].panel
    assert [step.name for step in panel.elsewhere] == ["duties"]
    assert panel.blocks == 1


def test_whom_no_duty_names_any_more_leaves_the_draft_and_comes_back_with_undo() -> None:
    gone = dataclasses.replace(
        example_scope(),
        functions=tuple(one for one in example_scope().functions if one.person != "paola"),
        guidelines=(),
        autonomy=(),
        duties=tuple(
            dataclasses.replace(duty, person="paola" if duty.key == "prices" else None)
            for duty in example_scope().duties
        ),
    )
    desk = open_desk(gone)
    before = desk.described
    assert choose(desk, "prices", "responsible", "studio").status_code == 200
    assert desk.described.person("paola") is None
    desk.post("undo", {"change": desk.get("duties").context["draft"].latest.uid})
    assert desk.described == before
