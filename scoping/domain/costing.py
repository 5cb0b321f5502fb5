"""The Costing: what only the studio knows of an engagement. The internal companion of a Scope.

Hours, rates, the client's friction and free time stand here and nowhere else: what is made from a Scope
alone has nothing internal to leak (domain.md, rule 5). Rates are an hour, in the studio's currency.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .words import Lane

MOST_HOURS = Decimal(10_000)  # of one unit of a duty
MOST_RATE = Decimal("999999.99")
MOST_EXCHANGE = Decimal(10_000_000)
OWN_CURRENCY = "EUR"  # of the rates that a studio enters
MOST_HOURS_A_MONTH = Decimal(744)
LOSS_LIMIT = Decimal(10)
DISCOUNT = Decimal(10)


class Band(StrEnum):
    """How long and how well somebody has done the work of a role, from the catalogue's bands."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"


class BadFigure(ValueError):
    """A figure that cannot be: `field` is the one to mend, `why` a short code (`below`, `above`, `order`,
    `missing`)."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field, self.why = field, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What an hour costs the studio and what it asks for it, from a day on: of one person, or of a band.

    `person` is a person's key in the Scope. Raises BadFigure.
    """

    since: dt.date
    cost: Decimal
    price: Decimal
    person: str = ""
    band: Band | None = None

    def __post_init__(self) -> None:
        if bool(self.person) == (self.band is not None):
            raise BadFigure("person", "missing")
        _within("cost", self.cost, MOST_RATE)
        _within("price", self.price, MOST_RATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The band of a person in a role: its rate counts where the person has none."""

    person: str
    lane: Lane
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The hours of one unit of a duty (its key): at least, most likely, at most. Raises BadFigure."""

    duty: str
    low: Decimal
    likely: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        for field in ("low", "likely", "high"):
            _within(field, getattr(self, field), MOST_HOURS)
        if self.likely < self.low:
            raise BadFigure("likely", "order")
        if self.high < self.likely:
            raise BadFigure("high", "order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """The hours a month that a person has for engagements; `other_months` those that differ, as (first day of
    the month, hours). Raises BadFigure."""

    person: str
    hours_a_month: Decimal
    other_months: tuple[tuple[dt.date, Decimal], ...] = ()

    def __post_init__(self) -> None:
        _within("hours_a_month", self.hours_a_month, MOST_HOURS_A_MONTH)
        for _, hours in self.other_months:
            _within("other_months", hours, MOST_HOURS_A_MONTH)

    def hours_in(self, month: dt.date) -> Decimal:
        """The hours free in the calendar month of that day."""
        others = {first.replace(day=1): hours for first, hours in self.other_months}
        return others.get(month.replace(day=1), self.hours_a_month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costing:
    """Everything internal of one engagement.

    `friction` are the answers as (question, answer); `adjacent` the person who does adjacent work, where it
    is not the lead of a role; `loss_limit` and `discount` are the studio's, in per cent; `worth` what one
    unit of the rates' currency is in the Scope's (None: nobody said it, and nothing is converted). Raises
    BadFigure.
    """

    rates: tuple[Rate, ...] = ()
    standings: tuple[Standing, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    friction: tuple[tuple[str, str], ...] = ()
    capacities: tuple[Capacity, ...] = ()
    adjacent: str | None = None
    loss_limit: Decimal = LOSS_LIMIT
    discount: Decimal = DISCOUNT
    worth: Decimal | None = Decimal(1)

    def __post_init__(self) -> None:
        _within("loss_limit", self.loss_limit, Decimal(100))
        _within("discount", self.discount, Decimal(100))
        if self.worth is not None:
            _within("worth", self.worth, MOST_EXCHANGE)

    def estimate(self, duty: str) -> Estimate | None:
        """The hours of one unit of that duty; None where nobody estimated them."""
        return next((one for one in self.estimates if one.duty == duty), None)

    def rate(self, person: str, lane: Lane, day: dt.date) -> Rate | None:
        """The rate of a person in a role on a day: their own, else their band's; None where neither holds."""
        own = [rate for rate in self.rates if rate.person == person and rate.since <= day]
        if not own:
            bands = {one.band for one in self.standings if (one.person, one.lane) == (person, lane)}
            own = [rate for rate in self.rates if rate.band in bands and rate.since <= day]
        return max(own, key=lambda rate: rate.since, default=None)

    def capacity(self, person: str) -> Capacity | None:
        """The free time of a person; None where nobody said it."""
        return next((one for one in self.capacities if one.person == person), None)


def _within(field: str, figure: Decimal, most: Decimal) -> None:
    if not figure.is_finite():
        raise BadFigure(field, "missing")
    if figure < 0:
        raise BadFigure(field, "below")
    if figure > most:
        raise BadFigure(field, "above")
