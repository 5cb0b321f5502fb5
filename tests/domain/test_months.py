import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from scoping.domain.months import add_months, last_day, month_start, units, units_in_month
from scoping.domain.words import Cadence


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 2, "2027-03-31"),
        ("2027-08-31", 1, "2027-09-30"),
        ("2027-12-15", 1, "2028-01-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2027-01-01", 0, "2027-01-01"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_day_of_a_month_that_lacks_it(
    day: str, months: int, expected: str
) -> None:
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)


def test_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="out of range"):
        add_months(dt.date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2027-01-01", 12, "2027-12-31"),
        ("2027-01-31", 1, "2027-02-27"),
        ("2027-01-15", 6, "2027-07-14"),
        ("2028-02-29", 12, "2029-02-27"),
    ],
)
def test_an_engagement_ends_the_day_before_its_next_month_would_begin(
    start: str, months: int, expected: str
) -> None:
    assert last_day(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(expected)


def test_months_begin_where_the_one_before_ended() -> None:
    start = dt.date(2027, 1, 31)
    assert month_start(start, 1) == start
    for month in range(1, 40):
        assert last_day(start, month) + dt.timedelta(days=1) == month_start(start, month + 1)


@pytest.mark.parametrize(
    ("cadence", "months", "expected"),
    [
        (Cadence.ONCE, 12, Fraction(3)),
        (Cadence.ONCE, 1, Fraction(3)),
        (Cadence.WEEKLY, 12, Fraction(156)),  # 3 a week, 52 weeks
        (Cadence.WEEKLY, 1, Fraction(13)),  # 3 x 52/12
        (Cadence.WEEKLY, 7, Fraction(91)),
        (Cadence.MONTHLY, 12, Fraction(36)),
        (Cadence.MONTHLY, 120, Fraction(360)),
        (Cadence.QUARTERLY, 12, Fraction(12)),  # 4 quarters
        (Cadence.QUARTERLY, 3, Fraction(3)),
        (Cadence.QUARTERLY, 4, Fraction(6)),  # the second quarter has begun
        (Cadence.YEARLY, 12, Fraction(3)),
        (Cadence.YEARLY, 13, Fraction(6)),
        (Cadence.YEARLY, 6, Fraction(3)),
        (Cadence.ON_DEMAND, 12, Fraction(0)),
    ],
)
def test_units_over_the_months_are_exact(cadence: Cadence, months: int, expected: Fraction) -> None:
    assert units(Decimal(3), cadence, months) == expected


def test_a_fraction_of_a_unit_a_week_stays_exact() -> None:
    assert units(Decimal("0.5"), Cadence.WEEKLY, 5) == Fraction(65, 6)


@pytest.mark.parametrize("cadence", list(Cadence))
def test_the_months_add_up_to_the_engagement(cadence: Cadence) -> None:
    for months in (1, 2, 3, 11, 12, 13, 25):
        by_month = (units_in_month(Decimal("2.5"), cadence, month) for month in range(1, months + 1))
        assert sum(by_month, Fraction(0)) == units(Decimal("2.5"), cadence, months)
