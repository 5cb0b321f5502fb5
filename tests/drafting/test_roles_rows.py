"""Step roles: guidelines, and the autonomy matrix."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from scoping.domain.scope import AutonomyRow, Guideline, When
from scoping.domain.words import Decision, Lane, Party, WhenKind
from tests import factories
from tests.domain.examples import example_scope, with_item, with_more
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

CALENDAR = {"lane": "social", "key": "calendar"}
OWN = {
    "key": "own-0123456789ab",
    "name": "Tono di voce",
    "description": "Come parla la marca.",
    "source": "client",
    "person": "person-paola",
    "when_kind": "date",
    "when_date": "2027-01-15",
}
ROW = {"key": "own-0123456789ab", "name": "Prezzi nei testi", "detail": "solo quelli già decisi"}


@pytest.fixture
def desk() -> Desk:
    """The example engagement with a second row of autonomy."""
    second = AutonomyRow(key="plan", name="Calendario", decision=Decision.ASKS, person="paola", days=2)
    return open_desk(with_more(example_scope(), "autonomy", second))


def test_a_guideline_of_one_s_own_is_kept_with_source_person_and_date(desk: Desk) -> None:
    there = desk.post("guidelines", OWN, lane="social").url
    assert there == f"{desk.url('roles')}#guideline-{OWN['key']}"
    assert desk.item("guidelines", OWN["key"]) == Guideline(
        key=OWN["key"],
        lane=Lane.SOCIAL,
        name="Tono di voce",
        description="Come parla la marca.",
        source=Party.CLIENT,
        person="paola",
        when=When(kind=WhenKind.DATE, date=dt.date(2027, 1, 15)),
    )
    page = text_of(desk.get("roles"))
    assert "Tono di voce" in page
    assert "15 gennaio 2027" in page


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"when_kind": "none", "when_day": "5"}, When()),
        ({"when_kind": "start", "when_date": "2027-01-15"}, When(kind=WhenKind.START)),
        ({"when_kind": "month_day", "when_day": "31"}, When(kind=WhenKind.MONTH_DAY, day=31)),
        (
            {"when_kind": "weekdays", "when_weekdays": ["0", "4"], "when_opens": "9", "when_closes": "18:30"},
            When(kind=WhenKind.WEEKDAYS, weekdays=(0, 4), opens="09:00", closes="18:30"),
        ),
        (
            {"when_kind": "weekdays", "when_weekdays": ["2"]},
            When(kind=WhenKind.WEEKDAYS, weekdays=(2,)),
        ),
    ],
)
def test_each_kind_of_time_keeps_what_belongs_to_it(desk: Desk, sent: dict[str, Any], kept: When) -> None:
    data = {name: value for name, value in OWN.items() if not name.startswith("when_")} | sent
    assert desk.post("guidelines", data, lane="marketing").status_code == 302
    assert desk.item("guidelines", OWN["key"]).when == kept
    form = desk.get("guideline", lane="marketing", key=OWN["key"]).context["form"]
    again = {field.html_name: field.value() for field in form if field.value() not in (None, "")}
    desk.post("guideline", again, lane="marketing", key=OWN["key"])
    assert desk.item("guidelines", OWN["key"]).when == kept


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 161}, "name"),
        ({"description": "x" * 601}, "description"),
        ({"source": "everybody"}, "source"),
        ({"person": "person-elena"}, "person"),
        ({"person": "person-nobody"}, "person"),
        ({"when_kind": ""}, "when_kind"),
        ({"when_kind": "sometimes"}, "when_kind"),
        ({"when_date": ""}, "when_date"),
        ({"when_date": "30/02/2027"}, "when_date"),
        ({"when_date": "9999-12-31"}, "when_date"),
        ({"when_kind": "month_day"}, "when_day"),
        ({"when_kind": "month_day", "when_day": "0"}, "when_day"),
        ({"when_kind": "month_day", "when_day": "32"}, "when_day"),
        *(({"when_kind": "month_day", "when_day": no}, "when_day") for no in NO_NUMBERS),
        ({"when_kind": "weekdays"}, "when_weekdays"),
        ({"when_kind": "weekdays", "when_weekdays": ["7"]}, "when_weekdays"),
        ({"when_kind": "weekdays", "when_weekdays": ["0"], "when_opens": "9"}, "when_closes"),
        ({"when_kind": "weekdays", "when_weekdays": ["0"], "when_closes": "9"}, "when_opens"),
        (
            {"when_kind": "weekdays", "when_weekdays": ["0"], "when_opens": "18", "when_closes": "9"},
            "when_closes",
        ),
        (
            {"when_kind": "weekdays", "when_weekdays": ["0"], "when_opens": "25:00", "when_closes": "9"},
            "when_opens",
        ),
        (
            {"when_kind": "weekdays", "when_weekdays": ["0"], "when_opens": "٠٩:٠٠", "when_closes": "9"},
            "when_opens",
        ),
        *(({"name": text}, "name") for text, _sentence in ODD_TEXTS.values()),
        *(({"description": text}, "description") for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_of_a_guideline_is_said_at_its_field(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    before = desk.described
    answer = desk.post("guidelines", OWN | changed, lane="social")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert desk.described == before


def test_a_person_without_a_party_says_the_party(desk: Desk) -> None:
    desk.post("guidelines", OWN | {"source": ""}, lane="social")
    assert desk.item("guidelines", OWN["key"]).source == Party.CLIENT


def test_the_same_form_sent_twice_adds_one_guideline(desk: Desk) -> None:
    count = len(desk.described.guidelines)
    for _time in range(2):
        assert desk.post("guidelines", OWN, lane="social").status_code == 302
    assert len(desk.described.guidelines) == count + 1
    answer = desk.post("guidelines", OWN | {"key": "own-ba9876543210"}, lane="social")
    assert set(answer.context["form"].errors) == {"name"}


def test_a_guideline_is_edited_and_one_sent_as_it_came_stays_as_it_was(desk: Desk) -> None:
    before = desk.described
    assert desk.send("guideline", {}, **CALENDAR).status_code == 302
    assert desk.described == before
    desk.send("guideline", {"name": "Calendario dei lanci"}, **CALENDAR)
    assert desk.item("guidelines", "calendar").name == "Calendario dei lanci"


def test_a_guideline_is_removed_after_asking_and_no_duty_goes_on_needing_it(desk: Desk) -> None:
    waiting = [duty for duty in desk.described.duties if "calendar" in duty.needs]
    assert waiting
    page = text_of(desk.get("guideline_removal", **CALENDAR))
    assert waiting[0].name in page
    assert desk.described.guidelines
    desk.post("guideline_removal", **CALENDAR)
    assert "calendar" not in [guideline.key for guideline in desk.described.guidelines]
    assert not [duty for duty in desk.described.duties if "calendar" in duty.needs]


def test_a_guideline_is_found_under_its_own_role_only(desk: Desk) -> None:
    assert desk.get("guideline", lane="marketing", key="calendar").status_code == 404
    assert desk.browser.get(f"/engagements/{desk.number}/roles/adjacent/guidelines/").status_code == 404


def test_what_is_missing_of_a_guideline_is_said_where_it_stands() -> None:
    described = with_item(example_scope(), "guidelines", "calendar", source=None, person=None, when=When())
    assert text_of(open_desk(described).get("roles")).count("non ancora indicato") == 2


# The autonomy matrix.


def decide(desk: Desk, key: str, changed: dict[str, str], *, htmx: bool = False) -> Any:
    """What a row of the table would send, with some answers changed."""
    row = next(row for row in desk.get("roles").context["matrix"] if row.form.instance.key == key)
    typed = {field.html_name: "" if field.value() is None else field.value() for field in row.form}
    data = typed | {"state": row.guard.carried} | {f"{key}-{name}": value for name, value in changed.items()}
    return (desk.htmx if htmx else desk.post)("autonomy_row_decision", data, key=key)


def test_a_row_sent_as_it_came_changes_nothing(desk: Desk) -> None:
    before = desk.described
    assert decide(desk, "plan", {}).url == desk.url("roles") + "#row-plan"
    assert desk.described == before


def test_each_row_has_one_decision_whose_approval_and_days(desk: Desk) -> None:
    decide(desk, "tone", {"decision": "proposes", "person": "person-marco", "days": "3"})
    row = desk.item("autonomy", "tone")
    assert (row.decision, row.person, row.days) == (Decision.PROPOSES, "marco", 3)


def test_what_is_decided_alone_is_nobody_else_s_to_answer(desk: Desk) -> None:
    decide(desk, "plan", {"decision": "decides"})
    row = desk.item("autonomy", "plan")
    assert (row.decision, row.person, row.days) == (Decision.DECIDES, None, None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"decision": "dreams"}, "decision"),
        ({"person": "person-nobody"}, "person"),
        ({"days": "0"}, "days"),
        ({"days": "61"}, "days"),
        *(({"days": no}, "days") for no in NO_NUMBERS),
    ],
)
def test_what_is_wrong_is_said_in_its_row_and_nothing_is_saved(
    desk: Desk, changed: dict[str, str], field: str
) -> None:
    before = desk.described
    answer = decide(desk, "plan", changed)
    assert answer.status_code == 422
    row = next(row for row in answer.context["matrix"] if row.form.instance.key == "plan")
    assert set(row.form.errors) == {field}
    assert row.form.errors[field][0] in text_of(answer)
    assert desk.described == before


def test_a_row_is_added_edited_and_removed(desk: Desk) -> None:
    asked = {"decision": "asks", "person": "person-paola", "days": "1"}
    for _time in range(2):
        assert desk.post("autonomy_rows", ROW | asked).status_code == 302
    expected = AutonomyRow(person="paola", decision=Decision.ASKS, days=1, **ROW)
    assert desk.described.autonomy[-1] == expected
    assert len(desk.described.autonomy) == 3
    desk.send("autonomy_row", {"detail": ""}, key=ROW["key"])
    assert desk.described.autonomy[-1] == replace(expected, detail="")
    assert ROW["name"] in text_of(desk.get("autonomy_row_removal", key=ROW["key"]))
    desk.post("autonomy_row_removal", key=ROW["key"])
    assert len(desk.described.autonomy) == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "calendario"}, "name"),
        ({"name": "x" * 161}, "name"),
        ({"detail": "x" * 201}, "detail"),
        ({"key": "plan"}, "key"),
        ({"days": "99"}, "days"),
        *(({"detail": text}, "detail") for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_of_a_row_is_said_at_its_field(desk: Desk, changed: dict[str, str], field: str) -> None:
    before = desk.described
    answer = desk.post("autonomy_rows", ROW | {"decision": "asks"} | changed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert desk.described == before


def test_another_studio_finds_nothing(desk: Desk) -> None:
    stranger = Desk(factories.browser(factories.membership()), desk.engagement)
    before = desk.described
    sent = {"tone-decision": "asks"}
    assert stranger.post("autonomy_row_decision", sent, key="tone").status_code == 404
    assert stranger.post("autonomy_rows", ROW).status_code == 404
    assert stranger.post("autonomy_row_removal", key="tone").status_code == 404
    assert stranger.post("guidelines", OWN, lane="social").status_code == 404
    assert stranger.post("guideline_removal", **CALENDAR).status_code == 404
    assert desk.described == before
