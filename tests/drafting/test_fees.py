"""Fees and terms: lines as text, tax lines as they will be printed, one form, the division."""

from decimal import Decimal

import pytest

from scoping.domain.scope import FeeLine
from scoping.domain.words import FeeKind, FeeLane
from tests.domain.examples import example_scope, with_more
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db

BOTH = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550), label="Canone")


def test_lines_sums_and_taxes_stand_on_the_page_in_the_readers_language() -> None:
    desk = open_desk()
    page = text_of(desk.get("fees"))
    assert "1.400\u00a0€ al mese" in page
    assert "2.550,00\u00a0€" in page
    assert "IVA\u00a022%" in page
    assert "3.111,00\u00a0€" in page
    desk.browser.cookies["django_language"] = "en"
    page = text_of(desk.get("fees"))
    assert "VAT 22%" in page
    assert "€3,111.00" in page


def test_without_fees_the_page_says_so() -> None:
    page = text_of(open_desk(example_scope(fees=())).get("fees"))
    assert 'id="fee-sums"' not in page


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (
            {"kind": "monthly", "first_month": "2", "last_month": "6"},
            {"kind": FeeKind.MONTHLY, "first_month": 2, "last_month": 6},
        ),
        (
            {"kind": "once", "first_month": "3", "last_month": "nonsense"},
            {"kind": FeeKind.ONCE, "first_month": 3, "last_month": None},
        ),
    ],
)
def test_every_field_of_a_fee_is_kept(sent: dict[str, str], kept: dict[str, object]) -> None:
    desk = open_desk()
    answer = desk.send(
        "fee", {"lane": "adjacent", "amount": "1.250,50", "label": "Foto", **sent}, key="fee-m"
    )
    assert answer.url.endswith("#fee-fee-m")
    line = FeeLine(key="fee-m", lane=FeeLane.ADJACENT, amount=Decimal("1250.5"), label="Foto", **kept)  # type: ignore[arg-type]
    assert desk.item("fees", "fee-m") == line


@pytest.mark.parametrize("amount", ["", "-1", "0,001", "100000000", *NO_NUMBERS])
def test_a_wrong_amount_is_refused_and_stays_in_the_form(amount: str) -> None:
    desk = open_desk()
    answer = desk.send("fee", {"amount": amount}, key="fee-m")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["amount"]
    assert desk.described.fees == example_scope().fees


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"lane": ""}, "lane"),
        ({"lane": "everything"}, "lane"),
        ({"kind": "weekly"}, "kind"),
        ({"first_month": "0"}, "first_month"),
        ({"first_month": ""}, "first_month"),
        ({"first_month": "13"}, "first_month"),
        ({"first_month": "5", "last_month": "4"}, "last_month"),
        ({"last_month": "13"}, "last_month"),
        ({"last_month": "9" * 30}, "last_month"),
        ({"label": "x" * 161}, "label"),
    ],
)
def test_wrong_answers_are_refused_at_their_field(changed: dict[str, str], field: str) -> None:
    desk = open_desk()
    answer = desk.send("fee", changed, key="fee-m")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert desk.described.fees == example_scope().fees


@pytest.mark.parametrize(("text", "said"), ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_characters_are_refused(text: str, said: str) -> None:
    answer = open_desk().send("fee", {"label": text}, key="fee-m")
    assert said in " ".join(answer.context["form"].errors["label"])


def test_a_new_fee_stands_with_its_lane_and_is_one_however_often_it_is_sent() -> None:
    desk = open_desk()
    data = desk.typed("fees_new", lane="marketing") | {"amount": "300", "kind": "once", "label": "Avvio"}
    for _click in range(2):
        assert desk.post("fees_new", data, lane="marketing").status_code == 302
    assert [(line.lane, int(line.amount)) for line in desk.described.fees] == [
        (FeeLane.MARKETING, 1400),
        (FeeLane.MARKETING, 300),
        (FeeLane.SOCIAL, 1150),
    ]


def test_fees_move_within_their_lane_and_are_removed_once() -> None:
    more = FeeLine(key="more", lane=FeeLane.MARKETING, kind=FeeKind.ONCE, amount=Decimal(1))
    desk = open_desk(with_more(example_scope(), "fees", more))
    desk.post("fee_place", {"move": "up"}, key="more")
    desk.post("fee_place", {"move": "up"}, key="fee-s")
    assert [line.key for line in desk.described.fees] == ["more", "fee-s", "fee-m"]
    assert desk.get("fee_removal", key="more").status_code == 200
    for _click in range(2):
        assert desk.post("fee_removal", key="more").status_code == 302
    assert [line.key for line in desk.described.fees] == ["fee-s", "fee-m"]


def test_an_undivided_fee_asks_to_be_divided() -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    assert desk.url("fee_division", key="both") in text_of(desk.get("fees"))
    assert "2.550\u00a0€" in text_of(desk.get("fee_division", key="both"))


def test_a_division_makes_two_lines_with_the_same_months_and_label() -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    data = {"marketing": "1400", "social": "1.150", "together": "2550"}
    for _click in range(2):
        assert desk.post("fee_division", data, key="both").status_code == 302
    lines = desk.described.fees
    assert [(line.lane, int(line.amount), line.label, line.kind) for line in lines] == [
        (FeeLane.MARKETING, 1400, "Canone", FeeKind.MONTHLY),
        (FeeLane.SOCIAL, 1150, "Canone", FeeKind.MONTHLY),
    ]


def test_a_division_into_another_sum_says_so_once() -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    first = desk.send("fee_division", {"marketing": "1500", "social": "1150"}, key="both")
    assert first.status_code == 422
    assert "2.650\u00a0€" in text_of(first)
    assert desk.described.fees == (BOTH,)
    again = {field.html_name: field.value() for field in first.context["form"]}
    assert again == {"together": "2650", "marketing": "1500", "social": "1150"}
    assert desk.post("fee_division", again, key="both").status_code == 302
    assert [line.amount for line in desk.described.fees] == [1500, 1150]


@pytest.mark.parametrize("amount", ["", "0", "-5", "NaN", "1e400"])
def test_a_division_into_nothing_is_refused(amount: str) -> None:
    desk = open_desk(example_scope(fees=(BOTH,)))
    answer = desk.send("fee_division", {"marketing": "2550", "social": amount}, key="both")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["social"]
    assert desk.described.fees == (BOTH,)


def test_only_an_undivided_fee_can_be_divided() -> None:
    desk = open_desk()
    assert desk.get("fee_division", key="fee-m").status_code == 404


def test_the_terms_are_kept_and_nothing_else_of_the_engagement_is_touched() -> None:
    desk = open_desk()
    sent = {"hourly_rate": "80,5", "payment_days": "60", "rounds": "0", "approve_possible_apart": None}
    assert desk.send("fees", sent | {"title": "Altro", "number": "9"}).status_code == 302
    terms, described = desk.described.terms, desk.described
    assert (terms.hourly_rate, terms.payment_days, terms.rounds) == (Decimal("80.5"), 60, 0)
    assert terms.approve_possible_apart is False
    assert described.title == example_scope().title


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"hourly_rate": "-1"}, "hourly_rate"),
        ({"hourly_rate": "1e400"}, "hourly_rate"),
        ({"payment_days": "366"}, "payment_days"),
        ({"payment_days": "-1"}, "payment_days"),
        ({"rounds": "21"}, "rounds"),
        ({"rounds": "due"}, "rounds"),
    ],
)
def test_wrong_terms_are_refused_and_the_page_still_shows_what_is_kept(
    changed: dict[str, str], field: str
) -> None:
    desk = open_desk()
    answer = desk.send("fees", changed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "1.400\u00a0€ al mese" in text_of(answer)
    assert desk.described.terms == example_scope().terms


def test_another_studio_finds_nothing() -> None:
    desk, stranger = open_desk(), open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    for name in ("fee", "fee_place", "fee_removal", "fee_division"):
        assert stranger.post(name, {"move": "up", "amount": "1"}, key="fee-m").status_code == 404
    assert stranger.post("fees", {"rounds": "9"}).status_code == 404
    assert desk.described == example_scope(dated=desk.described.dated, studio=desk.described.studio)
