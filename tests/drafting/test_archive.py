"""A draft that is put away: it leaves the list, stays as it is, and comes back."""

import pytest
from django.test import Client as Browser
from django.utils import timezone

from scoping.documents.issue import Refused, issue
from scoping.engagements.models import Engagement
from scoping.record.models import RecordLine
from scoping.record.verify import verify_chain
from scoping.record.write import SYSTEM
from scoping.studios.tenancy import studio_scope
from tests import factories

from .desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def kinds(desk: Desk) -> list[str]:
    with studio_scope(desk.engagement.studio):
        lines = RecordLine.objects.filter(chain=desk.engagement.uid).order_by("seq")
        assert verify_chain(desk.engagement.studio, desk.engagement.uid) is None
        return [line.kind for line in lines][1:]


def set_state(desk: Desk, state: str) -> None:
    with studio_scope(desk.engagement.studio):
        Engagement.objects.update(state=state)


def is_archived(desk: Desk) -> bool:
    with studio_scope(desk.engagement.studio):
        return Engagement.objects.get().is_archived


def test_it_asks_first_and_a_look_changes_nothing(desk: Desk) -> None:
    assert "Archiviare questa bozza?" in text_of(desk.get("archive"))
    assert not is_archived(desk)


def test_it_is_put_away_and_comes_back_with_a_line_in_the_record_for_each(desk: Desk) -> None:
    before = desk.described
    assert desk.post("archive").status_code == 302
    assert is_archived(desk)
    assert "è archiviata" in text_of(desk.get("archive"))
    assert desk.post("restoration").status_code == 302
    assert not is_archived(desk)
    assert kinds(desk) == ["engagement_archived", "engagement_restored"]
    assert desk.described == before


def test_doing_it_twice_does_it_once(desk: Desk) -> None:
    for name in ("restoration", "archive", "archive", "restoration", "restoration"):
        assert desk.post(name).status_code == 302
    assert kinds(desk) == ["engagement_archived", "engagement_restored"]


def test_an_archived_draft_is_closed_with_a_word_and_leads_to_its_restoration(desk: Desk) -> None:
    typed = desk.typed("engagement")
    desk.post("archive")
    answer = desk.browser.post(desk.url("engagement"), typed | {"title": "Altro"}, follow=True)
    page = text_of(answer)
    assert "Questa bozza è archiviata. Ripristinala" in page
    assert "Ripristina la bozza" in page
    assert desk.described.title != "Altro"
    assert desk.get("review").status_code == 200


def test_it_cannot_be_issued_until_it_is_restored(desk: Desk) -> None:
    desk.post("archive")
    assert "prima va ripristinata" in text_of(desk.get("review"))
    with studio_scope(desk.engagement.studio), pytest.raises(Refused) as refused:
        issue(desk.engagement, actor=SYSTEM, at=timezone.now())
    assert refused.value.reason == "archived"


@pytest.mark.parametrize("state", ["offered", "signed", "ended"])
def test_what_was_offered_or_signed_stays_in_sight(desk: Desk, state: str) -> None:
    set_state(desk, state)
    answer = desk.post("archive")
    assert answer.status_code == 409
    assert "Si archivia solo una bozza" in text_of(answer)
    assert not is_archived(desk)
    assert kinds(desk) == []


def test_another_studio_can_neither_put_it_away_nor_take_it_out(desk: Desk) -> None:
    stranger: Browser = factories.browser(factories.membership())
    for name in ("archive", "restoration"):
        assert stranger.post(desk.url(name)).status_code == 404
    assert not is_archived(desk)


def test_restoring_is_no_link(desk: Desk) -> None:
    assert desk.get("restoration").status_code == 405
