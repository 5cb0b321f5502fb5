"""The review: findings by weight, the preview, what was issued, and the one action with its reason."""

import dataclasses
import re
from typing import Any

import pytest

from scoping.documents.issue import issue
from scoping.domain.scope import RoleAssignment
from scoping.domain.words import Holder, Lane
from scoping.record.write import SYSTEM
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope, with_item, without
from tests.drafting.desk import AT, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


def button(page: str) -> str:
    """The button that issues, as its tag is written."""
    return page.split('aria-describedby="issuing-reason"')[1].split(">")[0]


def test_what_blocks_stands_first_with_its_link_and_closes_the_button() -> None:
    described = without(with_item(example_scope(), "duties", "posts", quantity=None), "fees", "fee-s")
    desk = open_desk(described)
    page = text_of(desk.get("review"))
    assert page.index("findings-blocks") < page.index("issuing-reason")
    assert f"{desk.url('duty', key='posts')}?review={desk.number}#id_quantity" in page
    assert f"{desk.url('fees_new', lane='social')}?review={desk.number}#id_amount" in page
    assert "disabled" in button(page)
    assert "Prima di emettere restano 2 cose" in page


def test_when_nothing_blocks_the_button_is_open_and_says_what_it_does() -> None:
    desk = open_desk()
    page = text_of(desk.get("review"))
    assert "disabled" not in button(page)
    assert "Emetti la versione 1" in page
    assert f'action="/engagements/{desk.number}/documents/"' in page


def test_the_pages_are_fetched_beside_the_findings_and_linked_without_a_script() -> None:
    desk = open_desk()
    page = text_of(desk.get("review"))
    address = f"/engagements/{desk.number}/draft/"
    assert f'hx-get="{address}" hx-trigger="load"' in page
    assert f'href="{address}"' in page
    noscript = page.split("<noscript>")[1].split("</noscript>")[0]
    assert f'src="{address}1.png' in noscript


def test_whoever_came_from_the_review_finds_the_way_back_before_and_after_mending() -> None:
    desk = open_desk()
    back = f'<a href="{desk.url("review")}">Torna alla verifica di {desk.number}</a>'
    mending = f"{desk.url('duty', key='posts')}?review={desk.number}"
    assert back in text_of(desk.browser.get(mending))
    assert back not in text_of(desk.get("duty", key="posts"))
    after = desk.browser.get(desk.url("duties"), headers={"referer": f"http://testserver{mending}"})
    assert back in text_of(after)
    assert back not in text_of(desk.browser.get(f"{desk.url('review')}?review={desk.number}"))


@pytest.mark.parametrize("typed", ["//elsewhere.example", "", "2026-001/../", "javascript:1"])
def test_a_way_back_leads_to_a_review_and_nowhere_else(typed: str) -> None:
    desk = open_desk()
    page = text_of(desk.browser.get(desk.url("duties"), {"review": typed}))
    assert "way-back" not in page
    elsewhere = {"referer": f"https://elsewhere.example/?review={desk.number}"}
    assert "way-back" not in text_of(desk.browser.get(desk.url("duties"), headers=elsewhere))


def test_one_person_in_both_roles_blocks_until_the_conditions_are_met() -> None:
    both = tuple(
        RoleAssignment(lane=lane, held_by=Holder.STUDIO, lead="elena")
        for lane in (Lane.MARKETING, Lane.SOCIAL)
    )
    page = text_of(open_desk(dataclasses.replace(example_scope(), roles=both)).get("review"))
    assert "Manca: competenze valutate" in page
    assert "disabled" in button(page)


def test_what_was_issued_is_offered_and_the_next_version_is_named() -> None:
    desk = open_desk()
    with studio_scope(desk.engagement.studio):
        document = issue(desk.engagement, actor=SYSTEM, at=AT)
    page = text_of(desk.get("review"))
    assert f"/documents/{document.uid}.pdf?download" in page
    assert "Emetti la versione 2" in page
    assert "disabled" in button(page)
    desk.send("duty", {"quantity": "9"}, key="posts")
    page = text_of(desk.get("review"))
    assert "disabled" not in button(page)
    assert "prende il posto della versione 1" in page


def test_a_signed_engagement_cannot_be_issued() -> None:
    desk = open_desk()
    type(desk.engagement)._base_manager.filter(pk=desk.engagement.pk).update(state="signed")
    assert "disabled" in button(text_of(desk.get("review")))


def again(desk: Desk, state: str) -> Any:
    """What whoever comes back to the review is answered, which was made of that state."""
    return desk.browser.get(desk.url("review"), {"since": state}, headers={"HX-Request": "true"})


def test_who_comes_back_is_answered_only_where_the_draft_says_something_else() -> None:
    desk = open_desk(without(example_scope(), "functions", "approver"))
    state = desk.get("review").context["state"]
    assert f"?since={state}" in text_of(desk.get("review"))
    assert again(desk, state).status_code == 204
    desk.send("duty", {"quantity": ""}, key="posts")
    answer = again(desk, state)
    page = text_of(answer)
    assert "«Post statico» non ha una quantità" in page
    assert "Nel frattempo la bozza è cambiata" in page
    for part in ("issuing", "preview", "steps"):
        assert re.search(rf'id="{part}"[^>]* hx-swap-oob="true"', page)
    assert again(desk, answer.context["state"]).status_code == 204


def test_an_answer_from_another_window_is_shown_and_the_pages_stay() -> None:
    desk = open_desk(with_item(example_scope(), "objectives", "reach", serves=()))
    shown = desk.get("review").context
    said = [one for group in shown["groups"] for one in group.observations]
    token = next(one.token for one in said if one.code == "objective_serves_nothing")
    desk.post("finding_answer", {"because": "Conta solo il nome."}, token=token)
    page = text_of(again(desk, shown["state"]))
    assert "Conta solo il nome." in page
    assert 'id="preview"' not in page


@pytest.mark.parametrize("state", ["", ".", "x" * 5000, "\x00"])
def test_a_state_that_is_none_is_answered_with_what_is_there(state: str) -> None:
    assert 'id="findings"' in text_of(again(open_desk(), state))


def test_the_review_only_looks() -> None:
    assert open_desk().post("review").status_code == 405


def test_another_studio_finds_nothing() -> None:
    desk, stranger = open_desk(), open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    assert stranger.get("review").status_code == 404
