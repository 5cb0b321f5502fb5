"""Step engagement: title, start, length, currency, validity, language."""

import datetime as dt

import pytest

from scoping.domain.words import Language
from scoping.engagements.models import Engagement
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


def test_every_field_is_kept() -> None:
    desk = open_desk()
    answer = desk.send(
        "engagement",
        {
            "title": "Marketing 2027",
            "start": "2027-01-31",
            "months": "18",
            "validity_days": "45",
            "currency": "CHF",
            "language": "it",
        },
    )
    assert answer.url == desk.url("engagement")
    described = desk.described
    assert (described.title, described.start, described.months) == (
        "Marketing 2027",
        dt.date(2027, 1, 31),
        18,
    )
    assert (described.validity_days, described.currency) == (45, "CHF")


def test_a_form_that_is_sent_as_it_came_changes_nothing() -> None:
    desk = open_desk()
    before = desk.described
    assert desk.send("engagement", {}).status_code == 302
    assert desk.described == before


def test_an_italian_date_is_understood_and_what_may_wait_may_stay_empty() -> None:
    desk = open_desk()
    desk.send("engagement", {"start": "31/01/2027", "months": "", "validity_days": ""})
    described = desk.described
    assert (described.start, described.months, described.validity_days) == (
        dt.date(2027, 1, 31),
        None,
        None,
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("start", "31/02/2027"),
        ("start", "domani"),
        ("start", "0001-01-01"),
        ("start", "9999-12-31"),
        ("months", "0"),
        ("months", "-1"),
        ("months", "121"),
        ("months", "9" * 5000),
        ("months", "1,5"),
        ("validity_days", "0"),
        ("validity_days", "366"),
        ("currency", "XXX"),
        ("currency", "lire"),
        ("language", "fr"),
        *(("months", no) for no in NO_NUMBERS),
        *(("title", text) for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(field: str, value: str) -> None:
    desk = open_desk()
    before = desk.described
    answer = desk.send("engagement", {field: value, "currency": "CHF"} | {field: value})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert desk.described == before
    if field != "title":
        assert before.title in text_of(answer)


def test_what_is_refused_does_not_show_in_the_frame_as_if_it_held() -> None:
    desk = open_desk()
    answer = desk.send("engagement", {"months": "99", "validity_days": "0"})
    assert answer.status_code == 422
    assert "99 mesi" not in text_of(answer)


def test_another_language_changes_no_text_and_says_so() -> None:
    desk = open_desk()
    texts = [duty.name for duty in desk.described.duties]
    answer = desk.browser.post(
        desk.url("engagement"), desk.typed("engagement") | {"language": "en"}, follow=True
    )
    assert "i testi della bozza no" in text_of(answer)
    assert desk.described.language == Language.ENGLISH
    assert [duty.name for duty in desk.described.duties] == texts


def test_state_and_number_cannot_be_posted() -> None:
    desk = open_desk()
    desk.send("engagement", {"state": "signed", "number": "2099-001", "revision": "0"})
    with studio_scope(desk.engagement.studio):
        kept = Engagement.objects.get(pk=desk.engagement.pk)
    assert (kept.state, kept.number) == (desk.engagement.state, desk.number)


def test_a_signed_engagement_is_closed() -> None:
    desk = open_desk()
    data = desk.typed("engagement") | {"title": "Altro"}
    with studio_scope(desk.engagement.studio):
        Engagement.objects.numbered(desk.number).update(state="signed")
    assert desk.post("engagement", data).url == f"/engagements/{desk.number}/documents/"
    assert desk.described.title != "Altro"


def test_another_studio_finds_nothing() -> None:
    desk = open_desk()
    stranger = Desk(factories.browser(factories.membership()), desk.engagement)
    assert stranger.get("engagement").status_code == 404
    assert stranger.post("engagement", {"title": "Altro"}).status_code == 404
    assert desk.described.title != "Altro"
