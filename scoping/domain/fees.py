"""What the fee lines of a Scope add up to: by lane and in all, monthly and one-off apart, without VAT.

Lines may begin and end in different months, so what one pays a month is a row of stretches, each with one
amount. Lines count as they are written, also where they reach beyond the engagement's months (a finding
says so).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .money import ZERO
from .scope import FeeLine, Scope
from .words import FeeKind, FeeLane


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Engagement months, first to last included, that each pay the same amount.

    `last_month` None: to the end of an engagement whose length nobody said yet.
    """

    first_month: int
    last_month: int | None
    amount: Decimal

    @property
    def months(self) -> int | None:
        """How many payments these are; None while the end is open."""
        return None if self.last_month is None else self.last_month - self.first_month + 1

    @property
    def total(self) -> Decimal | None:
        """What the stretch pays in all; None while the end is open."""
        return None if self.months is None else self.amount * self.months


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFees:
    """The money of one lane, or of all lanes together (`lane` None).

    `monthly` are the stretches of monthly payments, in order, without months that pay nothing; `once` the
    one-off payments as (engagement month, amount), one for each month that has any.
    """

    lane: FeeLane | None
    lines: tuple[FeeLine, ...]
    months: int | None
    monthly: tuple[Stretch, ...]
    once: tuple[tuple[int, Decimal], ...]

    @property
    def a_month(self) -> Decimal | None:
        """The monthly amount where there is one only; None where it varies or nothing is paid by the
        month.
        """
        return self.monthly[0].amount if len(self.monthly) == 1 else None

    @property
    def throughout(self) -> bool:
        """Whether one monthly amount is paid in every month of the engagement, from the first to the last."""
        return len(self.monthly) == 1 and (self.monthly[0].first_month, self.monthly[0].last_month) == (
            1,
            self.months,
        )

    @property
    def once_total(self) -> Decimal:
        """All one-off payments."""
        return sum((amount for _, amount in self.once), ZERO)

    @property
    def monthly_total(self) -> Decimal | None:
        """All monthly payments over the engagement; None while its length is not known."""
        totals = [stretch.total for stretch in self.monthly]
        return None if None in totals else sum((total for total in totals if total is not None), ZERO)

    @property
    def total(self) -> Decimal | None:
        """Monthly and one-off payments over the engagement; None while its length is not known."""
        monthly = self.monthly_total
        return None if monthly is None else monthly + self.once_total


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """The fees of a Scope: each lane that has lines, in reading order, and all of them together."""

    lanes: tuple[LaneFees, ...]
    together: LaneFees

    def lane(self, lane: FeeLane) -> LaneFees | None:
        """One lane's fees, or None where it has no line."""
        return next((fees for fees in self.lanes if fees.lane == lane), None)


def fees(scope: Scope) -> Fees:
    """What the fee lines of a Scope add up to."""
    return fees_of(scope.fees, scope.months)


def fees_of(lines: tuple[FeeLine, ...], months: int | None) -> Fees:
    """What some fee lines of an engagement of that length add up to."""
    lanes = tuple(
        _fees_of(lane, tuple(line for line in lines if line.lane == lane), months)
        for lane in FeeLane
        if any(line.lane == lane for line in lines)
    )
    return Fees(lanes=lanes, together=_fees_of(None, lines, months))


def stretches(lines: Iterable[FeeLine], months: int | None) -> tuple[Stretch, ...]:
    """The monthly payments of some fee lines, as stretches of months that pay the same.

    A line without a last month is paid to the end of the engagement; where its length (`months`) is not
    known, the last stretch stays open.
    """
    monthly = [line for line in lines if line.kind == FeeKind.MONTHLY]
    horizon = max([months or 1, *(line.last_month or line.first_month for line in monthly)])
    open_end = months if months is not None else horizon
    found: list[Stretch] = []
    for month in range(1, horizon + 1):
        due = (line for line in monthly if line.first_month <= month <= (line.last_month or open_end))
        amount = sum((line.amount for line in due), ZERO)
        if found and found[-1].amount == amount and found[-1].last_month == month - 1:
            found[-1] = Stretch(first_month=found[-1].first_month, last_month=month, amount=amount)
        elif amount:
            found.append(Stretch(first_month=month, last_month=month, amount=amount))
    endless = sum((line.amount for line in monthly if line.last_month is None), ZERO)
    return tuple(_leave_open(found, endless, horizon) if months is None and endless else found)


def _leave_open(found: list[Stretch], endless: Decimal, horizon: int) -> list[Stretch]:
    """Let the end open: the last stretch goes on if only endless lines pay it, else they go on after it."""
    if found[-1].amount == endless:
        return [*found[:-1], Stretch(first_month=found[-1].first_month, last_month=None, amount=endless)]
    return [*found, Stretch(first_month=horizon + 1, last_month=None, amount=endless)]


def _fees_of(lane: FeeLane | None, lines: tuple[FeeLine, ...], months: int | None) -> LaneFees:
    once = [line for line in lines if line.kind == FeeKind.ONCE]
    return LaneFees(
        lane=lane,
        lines=lines,
        months=months,
        monthly=stretches(lines, months),
        once=tuple(
            (month, sum((line.amount for line in once if line.first_month == month), ZERO))
            for month in sorted({line.first_month for line in once})
        ),
    )
