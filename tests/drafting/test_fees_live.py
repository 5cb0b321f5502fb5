"""The fees as one works: saved as they are made, computed while one types, guarded between two windows."""

import json
from decimal import Decimal
from typing import Any

import pytest

from scoping.domain.scope import FeeLine
from scoping.domain.words import FeeKind, FeeLane
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import NO_NUMBERS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
BOTH = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550))


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def other(desk: Desk) -> Desk:
    return desk.colleague()


def state(desk: Desk, key: str) -> str:
    """What a row on the page was read upon."""
    lanes = desk.get("fees").context["lanes"]
    return next(row.guard.carried for lane in lanes for row in lane.rows if row.line.key == key)


def words(answer: Any) -> dict[str, str]:
    """What an answer says at single fields; empty words take an earlier one away."""
    said: dict[str, str] = json.loads(answer["HX-Trigger"])["words"]
    return said


def test_an_amount_is_saved_as_it_is_typed_and_brings_what_lives_beside_it(desk: Desk) -> None:
    sent = {"kind": "monthly", "amount": "1.500", "state": state(desk, "fee-m")}
    answer = desk.htmx("fee_amount", sent, key="fee-m")
    page = text_of(answer)
    assert answer.status_code == 200
    assert page.lstrip().startswith('<div class="guard">')
    assert 'name="amount"' not in page  # what is typed stays as it is typed
    beside = (
        "fee-fee-m-text",
        "fee-fee-m-missing",
        "fees-marketing",
        "sums",
        "steps",
        "panel",
        "saved",
        "undo",
    )
    for part in beside:
        assert f'id="{part}"' in page
    assert page.count("hx-swap-oob") == len(beside) + 1  # and the word for whoever listens
    assert "Salvato: Compenso Marketing, da 1.400\u00a0€ a 1.500\u00a0€" in page
    assert "2.650,00\u00a0€" in page
    assert words(answer) == {"kind": "", "amount": ""}
    assert desk.item("fees", "fee-m").amount == 1500
    following = answer.context["guard"].carried
    assert (
        desk.htmx("fee_amount", sent | {"amount": "1600", "state": following}, key="fee-m").status_code == 200
    )


def test_the_same_answer_twice_is_one_change(desk: Desk) -> None:
    sent = {"kind": "monthly", "amount": "1500"}
    desk.htmx("fee_amount", sent, key="fee-m")
    again = desk.htmx("fee_amount", sent, key="fee-m")
    assert again.status_code == 200
    assert "hx-swap-oob" not in text_of(again)
    desk.post("undo", {"change": desk.get("fees").context["draft"].latest.uid})
    assert desk.described.fees == example_scope().fees


def test_what_is_paid_once_loses_its_last_month() -> None:
    desk = open_desk(with_item(example_scope(), "fees", "fee-m", last_month=6))
    desk.htmx("fee_amount", {"kind": "once", "amount": "1400"}, key="fee-m")
    line = desk.item("fees", "fee-m")
    assert (line.kind, line.first_month, line.last_month) == (FeeKind.ONCE, 1, None)


@pytest.mark.parametrize("typed", ["", *NO_NUMBERS, "-1", "100000000", "12\x00"])
def test_a_wrong_amount_is_refused_at_its_field(desk: Desk, typed: str) -> None:
    answer = desk.htmx("fee_amount", {"kind": "monthly", "amount": typed}, key="fee-m")
    assert answer.status_code == 422
    assert words(answer)["amount"]
    plain = desk.post("fee_amount", {"kind": "monthly", "amount": typed}, key="fee-m")
    assert plain.status_code == 422
    assert f'value="{typed}"' in text_of(plain) or not typed
    assert words(answer)["amount"] in text_of(plain)
    assert desk.described.fees == example_scope().fees


def test_without_htmx_a_row_leads_back_to_itself(desk: Desk) -> None:
    answer = desk.post(
        "fee_amount", {"kind": "once", "amount": "99", "state": state(desk, "fee-m")}, key="fee-m"
    )
    assert answer["Location"].endswith("#fee-fee-m")
    assert desk.item("fees", "fee-m").amount == 99


@pytest.mark.parametrize("more", [HTMX, {}], ids=["htmx", "plain"])
def test_who_types_upon_another_s_change_is_told_and_may_overwrite(
    desk: Desk, other: Desk, more: dict[str, Any]
) -> None:
    sent = {"kind": "monthly", "amount": "1500", "state": state(desk, "fee-m")}
    other.htmx("fee_amount", {"kind": "monthly", "amount": "1700"}, key="fee-m")
    url = desk.url("fee_amount", key="fee-m")
    answer = desk.browser.post(url, sent, **more)
    assert answer.status_code == 409
    assert "ora: 1700" in text_of(answer)
    assert more or 'value="1500"' in text_of(answer)
    assert desk.item("fees", "fee-m").amount == 1700
    guards = (
        [answer.context["guard"]]
        if more
        else [row.guard for lane in answer.context["lanes"] for row in lane.rows if row.guard.conflict]
    )
    desk.browser.post(url, sent | {"overwrite": guards[0].agreed}, **more)
    assert desk.item("fees", "fee-m").amount == 1500


@pytest.mark.parametrize("more", [HTMX, {}], ids=["htmx", "plain"])
def test_a_line_that_was_removed_can_be_put_back_with_what_was_typed(
    desk: Desk, other: Desk, more: dict[str, Any]
) -> None:
    sent = {"kind": "monthly", "amount": "1500", "state": state(desk, "fee-m")}
    other.post("fee_removal", key="fee-m")
    answer = desk.browser.post(desk.url("fee_amount", key="fee-m"), sent, **more)
    assert answer.status_code == 409
    assert "è stata tolta mentre" in text_of(answer)
    assert more or 'value="1500"' in text_of(answer)
    again = sent | {"overwrite": answer.context["guard"].agreed}
    assert desk.browser.post(desk.url("fee_amount", key="fee-m"), again, **more).status_code in (200, 302)
    assert [line.key for line in desk.described.fees] == ["fee-m", "fee-s"]
    assert desk.item("fees", "fee-m").amount == 1500
    assert desk.htmx("fee_amount", sent, key="nowhere").status_code == 404


def test_details_open_in_place_and_stay_while_something_is_wrong(desk: Desk, other: Desk) -> None:
    opened = desk.browser.get(desk.url("fee", key="fee-m"), **HTMX)
    assert text_of(opened).lstrip().startswith("<dialog")
    sent = desk.typed("fee", key="fee-m") | {"state": opened.context["guard"].carried}
    wrong = desk.htmx("fee", sent | {"first_month": "99"}, key="fee-m")
    assert (wrong.status_code, wrong["HX-Retarget"]) == (422, "#details")
    saved = desk.htmx("fee", sent | {"lane": "adjacent", "label": "Foto"}, key="fee-m")
    assert text_of(saved).lstrip().startswith('<section class="sheet" id="fee-lines"')
    assert "autofocus" in text_of(saved)
    assert desk.item("fees", "fee-m").lane == FeeLane.ADJACENT
    late = desk.htmx("fee", sent | {"label": "Altro"}, key="fee-m")
    assert (late.status_code, late["HX-Retarget"]) == (409, "#details")
    assert 'value="Altro"' in text_of(late)
    assert "ora: Foto" in text_of(late)


def test_a_new_line_a_move_and_a_removal_swap_the_lines(desk: Desk) -> None:
    assert (
        text_of(desk.browser.get(desk.url("fees_new", lane="social"), **HTMX)).lstrip().startswith("<dialog")
    )
    data = desk.typed("fees_new", lane="social") | {"amount": "300", "kind": "once"}
    for _click in range(2):
        page = text_of(desk.htmx("fees_new", data, lane="social"))
        assert page.lstrip().startswith('<section class="sheet" id="fee-lines"')
    key = data["key"]
    assert f'id="fee-{key}"' in page
    page = text_of(desk.htmx("fee_place", {"move": "up"}, key=key))
    assert page.index(f'id="fee-{key}"') < page.index('id="fee-fee-s"')
    asked = desk.browser.get(desk.url("fee_removal", key=key), **HTMX)
    assert text_of(asked).lstrip().startswith("<dialog")
    page = text_of(desk.htmx("fee_removal", {"state": asked.context["guard"].carried}, key=key))
    assert f'id="fee-{key}"' not in page
    assert desk.described.fees == example_scope().fees


def test_what_changed_meanwhile_is_not_removed_or_divided_unseen() -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    other = desk.colleague()
    read = desk.browser.get(desk.url("fee_division", key="both"), **HTMX).context["guard"].carried
    other.htmx("fee_amount", {"kind": "monthly", "amount": "3000"}, key="both")
    divided = {"marketing": "1400", "social": "1600", "state": read}
    answer = desk.htmx("fee_division", divided, key="both")
    assert answer.status_code == 409
    assert "3.000\u00a0€" in text_of(answer)
    assert "Dividilo comunque" in text_of(answer)
    assert desk.htmx("fee_removal", {"state": read}, key="both").status_code == 409
    assert len(desk.described.fees) == 1
    agreed = answer.context["guard"].agreed
    assert desk.htmx("fee_division", divided | {"overwrite": agreed}, key="both").status_code == 200
    assert [int(line.amount) for line in desk.described.fees] == [1400, 1600]
    late = other.htmx("fee_division", divided, key="both")
    assert "è stata tolta nel frattempo" in text_of(late)
    assert "è stata tolta nel frattempo" not in text_of(desk.htmx("fee_removal", key="both"))


def sums(answer: Any) -> str:
    page = text_of(answer)
    assert page.lstrip().startswith('<div class="fee-sums">')
    return page


def test_while_one_types_the_server_says_what_it_comes_to_and_keeps_nothing(desk: Desk) -> None:
    before = desk.described
    row = sums(desk.htmx("fee_sums", {"kind": "monthly", "amount": "2.000,50"}, key="fee-m"))
    for amount in ("3.150,50", "693,11", "3.843,61", "37.806,00"):
        assert f"{amount}\u00a0€" in row
    form = desk.typed("fee", key="fee-m") | {"kind": "once", "amount": "1000"}
    assert "13.800,00\u00a0€" not in row
    assert "1.000,00\u00a0€" in sums(desk.htmx("fee_sums", form, key="fee-m"))
    fresh = desk.typed("fees_new", lane="adjacent") | {"amount": "450", "kind": "monthly"}
    assert "3.000,00\u00a0€" in sums(desk.htmx("fees_new_sums", fresh, lane="adjacent"))
    assert desk.described == before
    assert desk.get("fees").context["draft"].latest is None


def test_a_division_says_what_it_comes_to() -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    answer = desk.htmx("fee_division_sums", {"marketing": "1400", "social": "1250"}, key="both")
    assert "2.650,00\u00a0€" in sums(answer)
    half = desk.htmx("fee_division_sums", {"marketing": "1400", "social": ""}, key="both")
    assert (half.status_code, words(half)["social"]) == (204, "")
    assert desk.described.fees == (BOTH,)


@pytest.mark.parametrize("typed", [*NO_NUMBERS, "-1", "100000000"])
def test_a_wrong_amount_leaves_the_last_right_figures(desk: Desk, typed: str) -> None:
    answer = desk.htmx("fee_sums", {"kind": "monthly", "amount": typed}, key="fee-m")
    assert (answer.status_code, answer["HX-Reswap"], answer.content) == (422, "none", b"")
    assert words(answer)["amount"]
    empty = desk.htmx("fee_sums", {"kind": "monthly", "amount": ""}, key="fee-m")
    assert (empty.status_code, words(empty)["amount"]) == (204, "")


def terms(desk: Desk) -> dict[str, Any]:
    return desk.typed("fees") | {"state": desk.get("fees").context["guard"].carried}


def test_the_terms_are_saved_as_they_are_made(desk: Desk) -> None:
    answer = desk.htmx("fees", terms(desk) | {"hourly_rate": "85"})
    page = text_of(answer)
    assert answer.status_code == 200
    assert page.lstrip().startswith('<div class="guard">')
    assert "Salvato: Tariffa oraria, da 75\u00a0€ a 85\u00a0€" in page
    assert 'id="panel"' in page
    assert desk.described.terms.hourly_rate == 85
    wrong = desk.htmx("fees", terms(desk) | {"rounds": "21"})
    assert wrong.status_code == 422
    assert [name for name, word in words(wrong).items() if word] == ["rounds"]


@pytest.mark.parametrize("more", [HTMX, {}], ids=["htmx", "plain"])
def test_terms_that_somebody_else_changed_are_told(desk: Desk, other: Desk, more: dict[str, Any]) -> None:
    sent = terms(desk) | {"rounds": "5"}
    other.htmx("fees", terms(other) | {"rounds": "3"})
    url = desk.url("fees")
    answer = desk.browser.post(url, sent, **more)
    guard = answer.context["guard"]
    assert answer.status_code == 409
    assert str(guard.last.user) in text_of(answer)
    assert "ora: 3" in text_of(answer)
    assert desk.described.terms.rounds == 3
    assert desk.browser.post(url, sent | {"overwrite": guard.agreed}, **more).status_code in (200, 302)
    assert desk.described.terms.rounds == 5


def test_a_line_changes_while_the_terms_are_open_and_that_is_no_conflict(desk: Desk, other: Desk) -> None:
    sent = terms(desk) | {"rounds": "5"}
    other.htmx("fee_amount", {"kind": "monthly", "amount": "1700"}, key="fee-m")
    assert desk.htmx("fees", sent).status_code == 200


def test_another_studio_computes_and_saves_nothing(desk: Desk) -> None:
    stranger = open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    for name in ("fee_amount", "fee_sums", "fee_division_sums"):
        assert stranger.htmx(name, {"kind": "monthly", "amount": "1"}, key="fee-m").status_code == 404
    assert stranger.htmx("fees_new_sums", {"amount": "1"}, lane="social").status_code == 404
