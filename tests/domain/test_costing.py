import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.costing import BadFigure, Band, Capacity, Costing, Estimate, Rate, Standing
from scoping.domain.words import Lane

from .costing_examples import estimate, rate

DAY = dt.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("hours", "field", "why"),
    [
        ((3, 2, 4), "likely", "order"),
        ((1, 4, 3), "high", "order"),
        ((5, 4, 3), "likely", "order"),
        ((-1, 2, 3), "low", "below"),
        ((1, 2, 10_001), "high", "above"),
        (("NaN", 2, 3), "low", "missing"),
        ((1, 2, "Infinity"), "high", "missing"),
    ],
)
def test_hours_in_the_wrong_order_or_beyond_the_bounds_are_refused_at_their_field(
    hours: tuple[object, ...], field: str, why: str
) -> None:
    with pytest.raises(BadFigure) as refused:
        estimate("posts", *hours)
    assert (refused.value.field, refused.value.why) == (field, why)


@pytest.mark.parametrize("hours", [(0, 0, 0), (2, 2, 2), (0, 0, 10_000)])
def test_hours_may_be_none_certain_or_enormous(hours: tuple[int, int, int]) -> None:
    assert isinstance(estimate("posts", *hours), Estimate)


def test_a_rate_is_of_a_person_or_of_a_band_and_never_below_zero() -> None:
    with pytest.raises(BadFigure):
        rate("elena", -1)
    with pytest.raises(BadFigure):
        Rate(since=DAY, cost=Decimal(1), price=Decimal(1))
    with pytest.raises(BadFigure):
        Rate(since=DAY, cost=Decimal(1), price=Decimal(1), person="elena", band=Band.MID)
    assert rate("elena", 0).cost == 0


def test_the_rate_in_force_is_the_latest_that_has_begun() -> None:
    costing = Costing(rates=(rate("elena", 60, since=dt.date(2026, 1, 1)), rate("elena", 65, since=DAY)))
    for day, cost in ((dt.date(2026, 12, 31), 60), (DAY, 65), (dt.date(2028, 1, 1), 65)):
        found = costing.rate("elena", Lane.MARKETING, day)
        assert found is not None
        assert found.cost == cost
    assert costing.rate("elena", Lane.MARKETING, dt.date(2025, 12, 31)) is None
    assert costing.rate("luca", Lane.MARKETING, DAY) is None


def test_who_has_no_rate_has_that_of_the_band_in_that_role() -> None:
    of_band = Rate(since=DAY, cost=Decimal(30), price=Decimal(50), band=Band.SENIOR)
    standing = Standing(person="luca", lane=Lane.SOCIAL, band=Band.SENIOR)
    costing = Costing(rates=(of_band,), standings=(standing,))
    assert costing.rate("luca", Lane.SOCIAL, DAY) == of_band
    assert costing.rate("luca", Lane.MARKETING, DAY) is None
    own = rate("luca", 44)
    assert Costing(rates=(of_band, own), standings=(standing,)).rate("luca", Lane.SOCIAL, DAY) == own


def test_a_month_may_have_other_free_hours() -> None:
    free = Capacity(
        person="elena", hours_a_month=Decimal(44), other_months=((dt.date(2027, 8, 1), Decimal(22)),)
    )
    assert [free.hours_in(dt.date(2027, month, 15)) for month in (7, 8, 9)] == [44, 22, 44]
    with pytest.raises(BadFigure):
        Capacity(person="elena", hours_a_month=Decimal(745))


@pytest.mark.parametrize("limit", [Decimal(-1), Decimal(101)])
def test_the_limit_of_loss_is_a_percentage(limit: Decimal) -> None:
    with pytest.raises(BadFigure):
        Costing(loss_limit=limit)
