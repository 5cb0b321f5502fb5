from decimal import Decimal

import pytest

from scoping.domain.fees import Stretch, fees, stretches
from scoping.domain.scope import FeeLine
from scoping.domain.words import FeeKind, FeeLane

from .examples import example_scope


def monthly(amount: int, first: int = 1, last: int | None = None, lane: FeeLane = FeeLane.SOCIAL) -> FeeLine:
    key = f"{lane}-{amount}-{first}-{last}"
    return FeeLine(
        key=key, lane=lane, kind=FeeKind.MONTHLY, amount=Decimal(amount), first_month=first, last_month=last
    )


def once(amount: str, month: int = 1, lane: FeeLane = FeeLane.SOCIAL) -> FeeLine:
    return FeeLine(
        key=f"{lane}-{amount}", lane=lane, kind=FeeKind.ONCE, amount=Decimal(amount), first_month=month
    )


def as_rows(found: tuple[Stretch, ...]) -> list[tuple[int, int | None, int]]:
    return [(stretch.first_month, stretch.last_month, int(stretch.amount)) for stretch in found]


@pytest.mark.parametrize(
    ("lines", "months", "expected"),
    [
        ([monthly(100)], 12, [(1, 12, 100)]),
        ([monthly(100), monthly(50)], 12, [(1, 12, 150)]),
        ([monthly(100), monthly(50, 1, 3)], 12, [(1, 3, 150), (4, 12, 100)]),
        ([monthly(100, 1, 6), monthly(100, 7, 12)], 12, [(1, 12, 100)]),
        ([monthly(100, 1, 2), monthly(100, 5, 6)], 12, [(1, 2, 100), (5, 6, 100)]),
        ([monthly(100, 1, 14)], 12, [(1, 14, 100)]),
        ([monthly(100, 14)], 12, []),
        ([monthly(0)], 12, []),
        ([], 12, []),
        ([monthly(100)], None, [(1, None, 100)]),
        ([monthly(100, 3)], None, [(3, None, 100)]),
        ([monthly(100), monthly(50, 1, 3)], None, [(1, 3, 150), (4, None, 100)]),
        ([monthly(100), monthly(50, 5, 6)], None, [(1, 4, 100), (5, 6, 150), (7, None, 100)]),
        ([monthly(100, 1, 3)], None, [(1, 3, 100)]),
        ([once("100")], 12, []),
    ],
)
def test_months_that_pay_the_same_are_one_stretch(
    lines: list[FeeLine], months: int | None, expected: list[tuple[int, int | None, int]]
) -> None:
    assert as_rows(stretches(lines, months)) == expected


def test_each_lane_adds_up_monthly_and_one_off_apart() -> None:
    scope = example_scope(
        fees=(
            monthly(1400, lane=FeeLane.MARKETING),
            once("900.50", 2, lane=FeeLane.MARKETING),
            once("99.50", 2, lane=FeeLane.MARKETING),
            monthly(1150, 1, 6),
            monthly(1250, 7, 12),
            once("500", 3, lane=FeeLane.ADJACENT),
        )
    )
    found = fees(scope)
    assert [lane.lane for lane in found.lanes] == [FeeLane.MARKETING, FeeLane.SOCIAL, FeeLane.ADJACENT]
    marketing, social, adjacent = found.lanes
    assert (marketing.a_month, marketing.throughout) == (Decimal(1400), True)
    assert (marketing.monthly_total, marketing.once_total) == (Decimal(16800), Decimal("1000.00"))
    assert marketing.once == ((2, Decimal("1000.00")),)
    assert marketing.total == Decimal(17800)
    assert (social.a_month, social.throughout, social.total) == (None, False, Decimal(14400))
    assert (adjacent.a_month, adjacent.monthly_total, adjacent.total) == (None, Decimal(0), Decimal(500))
    assert as_rows(found.together.monthly) == [(1, 6, 2550), (7, 12, 2650)]
    assert found.together.once == ((2, Decimal("1000.00")), (3, Decimal(500)))
    assert found.together.total == Decimal(17800 + 14400 + 500)
    assert found.lane(FeeLane.UNDIVIDED) is None


def test_one_amount_that_starts_later_is_not_paid_throughout() -> None:
    found = fees(example_scope(fees=(monthly(1150, 3),))).lanes[0]
    assert (found.a_month, found.throughout, found.total) == (Decimal(1150), False, Decimal(11500))


def test_an_undivided_fee_is_a_lane_of_its_own() -> None:
    found = fees(example_scope(fees=(monthly(2550, lane=FeeLane.UNDIVIDED),)))
    assert [lane.lane for lane in found.lanes] == [FeeLane.UNDIVIDED]
    assert found.together.total == Decimal(30600)


def test_without_a_length_the_monthly_amount_is_known_and_the_total_is_not() -> None:
    found = fees(example_scope(months=None, fees=(monthly(1150), once("300")))).together
    assert (found.a_month, found.once_total) == (Decimal(1150), Decimal(300))
    assert found.monthly_total is None
    assert found.total is None


def test_no_fee_line_is_nothing_to_pay() -> None:
    found = fees(example_scope(fees=()))
    assert found.lanes == ()
    assert found.together.total == Decimal(0)
