"""Two windows with the same row: the second is told, sees what is there, decides; nothing is lost."""

import pytest
from django.test import Client

from scoping.domain.words import Responsible
from tests import factories

from .desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def other(desk: Desk) -> Desk:
    """Somebody else of the same studio before the same draft."""
    browser = Client()
    member = factories.membership(studio=desk.engagement.studio)
    browser.force_login(member.user)
    return Desk(browser, desk.engagement)


def opened(desk: Desk, name: str = "duty", key: str = "posts") -> dict[str, str]:
    """The form as a window has it open, with what it was read upon."""
    state = desk.get(name, key=key).context["guard"].carried
    assert state
    return {**desk.typed(name, key=key), "state": state}


def test_who_saves_upon_another_s_change_is_told_and_loses_nothing(desk: Desk, other: Desk) -> None:
    first = opened(desk)
    assert other.post("duty", {**opened(other), "quantity": "20"}, key="posts").status_code == 302
    answer = desk.post("duty", {**first, "name": "Post con foto"}, key="posts")
    page = text_of(answer)
    assert answer.status_code == 409
    assert "mentre l’avevi aperta" in page
    assert 'value="Post con foto"' in page
    assert "ora: 20" in page
    assert desk.item("duties", "posts").name == "Post statico"
    assert desk.item("duties", "posts").quantity == 20


def test_it_says_who_and_when(desk: Desk, other: Desk) -> None:
    first = opened(desk)
    other.post("duty_responsible", {"responsible": "client"}, key="posts")
    answer = desk.post("duty", first, key="posts")
    guard = answer.context["guard"]
    assert not guard.is_own
    assert str(guard.last.user) in text_of(answer)
    first = opened(other)
    other.post("duty_responsible", {"responsible": "studio"}, key="posts")
    assert "L’hai fatto tu" not in text_of(answer)
    assert "L’hai fatto tu" in text_of(other.post("duty", first, key="posts"))


def test_who_agrees_to_overwrite_overwrites(desk: Desk, other: Desk) -> None:
    first = {**opened(desk), "name": "Post con foto"}
    other.post("duty_responsible", {"responsible": "client"}, key="posts")
    guard = desk.post("duty", first, key="posts").context["guard"]
    assert desk.post("duty", {**first, "overwrite": guard.agreed}, key="posts").status_code == 302
    assert desk.item("duties", "posts").name == "Post con foto"
    assert desk.item("duties", "posts").responsible == Responsible.STUDIO


def test_what_changed_once_more_is_not_overwritten_unseen(desk: Desk, other: Desk) -> None:
    first = {**opened(desk), "name": "Post con foto"}
    other.post("duty_responsible", {"responsible": "client"}, key="posts")
    agreed = desk.post("duty", first, key="posts").context["guard"].agreed
    other.post("duty_responsible", {"responsible": "third"}, key="posts")
    assert desk.post("duty", {**first, "overwrite": agreed}, key="posts").status_code == 409
    assert desk.item("duties", "posts").responsible == Responsible.THIRD


def test_a_change_of_another_row_is_no_conflict(desk: Desk, other: Desk) -> None:
    first = opened(desk)
    other.post("duty_responsible", {"responsible": "client"}, key="plan")
    assert desk.post("duty", first, key="posts").status_code == 302


def test_a_row_that_was_removed_can_be_put_back_with_what_was_typed(desk: Desk, other: Desk) -> None:
    first = {**opened(desk), "name": "Post con foto"}
    other.post("duty_removal", key="posts")
    answer = desk.post("duty", first, key="posts")
    assert answer.status_code == 409
    assert 'value="Post con foto"' in text_of(answer)
    again = {**first, "overwrite": answer.context["guard"].agreed}
    assert desk.post("duty", again, key="posts").status_code == 302
    assert desk.item("duties", "posts").name == "Post con foto"


def test_a_row_that_never_was_is_not_found(desk: Desk) -> None:
    assert desk.post("duty", {"name": "Post", "state": "0" * 16}, key="nowhere").status_code == 404


@pytest.mark.parametrize("state", ["x", "\x00", "è" * 400])
def test_a_state_that_nobody_read_is_a_conflict(desk: Desk, state: str) -> None:
    assert desk.post("duty", {**opened(desk), "state": state}, key="posts").status_code == 409


def test_both_faults_are_said_when_what_was_typed_is_wrong_too(desk: Desk, other: Desk) -> None:
    first = opened(desk)
    other.post("duty_responsible", {"responsible": "client"}, key="posts")
    answer = desk.post("duty", {**first, "quantity": "dodici"}, key="posts")
    assert answer.status_code == 409
    assert answer.context["form"].errors["quantity"]
