"""Engagement months: when each begins, and how many units of a duty fall into them.

Month 1 begins on the engagement's first day. A month that begins on a day which a later month lacks begins on
that month's last day: 31 January + 1 month = 28 or 29 February (domain.md, Time, money, tax).
"""

import calendar
import datetime as dt
from decimal import Decimal
from fractions import Fraction

from .words import Cadence

WEEKS_A_MONTH = Fraction(52, 12)

_MONTHS_BETWEEN = {Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later (or earlier), or the last day of a month that lacks it.

    Raises ValueError where the calendar ends (years 1 to 9999).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_start(start: dt.date, month: int) -> dt.date:
    """The first day of an engagement month; 1 is the first."""
    return add_months(start, month - 1)


def last_day(start: dt.date, months: int) -> dt.date:
    """The last day of an engagement that begins on `start` and lasts so many months."""
    return add_months(start, months) - dt.timedelta(days=1)


def units_in_month(quantity: Decimal, cadence: Cadence, month: int) -> Fraction:
    """How many units of a duty fall into one engagement month, exactly.

    What is done once falls into the first month. What comes back every quarter or year falls, whole, into the
    first month of each: months 1, 4, 7, 10 or months 1, 13. On demand counts nothing: nobody knows it before.
    """
    amount = Fraction(quantity)
    match cadence:
        case Cadence.ONCE:
            return amount if month == 1 else Fraction(0)
        case Cadence.WEEKLY:
            return amount * WEEKS_A_MONTH
        case Cadence.MONTHLY:
            return amount
        case Cadence.QUARTERLY | Cadence.YEARLY:
            return amount if (month - 1) % _MONTHS_BETWEEN[cadence] == 0 else Fraction(0)
        case Cadence.ON_DEMAND:
            return Fraction(0)


def units(quantity: Decimal, cadence: Cadence, months: int) -> Fraction:
    """How many units of a duty fall into an engagement of so many months, exactly.

    Weekly is 52/12 a month; quarterly is 4 in 12 months, and a quarter that has begun counts whole, as a
    year does.
    """
    return sum((units_in_month(quantity, cadence, month) for month in range(1, months + 1)), Fraction(0))
