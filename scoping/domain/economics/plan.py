"""What of a Scope and its Costing makes hours and money: units in each month, rates, fees.

What is not known is named in `gaps` and never guessed: a duty without a quantity or an estimate counts no
hours, a lane without a rate has no cost and so no risk that could be told.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ..costing import Costing, Rate
from ..fees import fees
from ..months import month_start, units_in_month
from ..scope import Duty, Scope
from ..words import Cadence, FeeLane, Holder, Lane, Party, Responsible, WhenKind
from .friction import Friction, friction, rounds_factor

_PERIODS = {Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


class Missing(StrEnum):
    """What the economics of an engagement would need and does not have."""

    MONTHS = "months"
    QUANTITY = "quantity"
    ESTIMATE = "estimate"
    RATE = "rate"
    EXCHANGE = "exchange"
    UNDIVIDED = "undivided"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: of a duty (its key), of a lane, or of all."""

    missing: Missing
    duty: str = ""
    lane: Lane | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One duty of the studio: hours of a unit (low, likely, high, with its rounds of changes) and the
    units of each engagement month."""

    key: str
    lane: Lane
    name: str
    low: float
    likely: float
    high: float
    units: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePlan:
    """One lane: who does the work, at which cost and price in each month (empty: no rate), for which fee over
    the engagement (None: it is paid together with the other role). All money is in the Scope's currency."""

    lane: Lane
    person: str | None
    costs: tuple[float, ...]
    prices: tuple[float, ...]
    fee: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that the simulation needs; lines stand in an order that does not depend on the Scope's."""

    months: int
    lines: tuple[Line, ...]
    lanes: tuple[LanePlan, ...]
    fee: Decimal
    friction: Friction
    gaps: tuple[Gap, ...] = field(default=())

    def lane(self, lane: Lane) -> LanePlan:
        """One lane. Raises KeyError where the studio does nothing there and is paid for nothing."""
        for one in self.lanes:
            if one.lane == lane:
                return one
        raise KeyError(lane)


def plan_of(scope: Scope, costing: Costing) -> Plan:
    """The plan of an engagement. Without a length there are no months, and nothing but the gap is told."""
    months = scope.months or 0
    gaps: list[Gap] = [] if scope.months else [Gap(Missing.MONTHS)]
    estimates = {one.duty: one for one in costing.estimates}
    lines = []
    for duty in sorted(scope.duties, key=lambda one: (list(Lane).index(one.lane), one.key)):
        if duty.responsible != Responsible.STUDIO:
            continue
        if duty.quantity is None or duty.cadence == Cadence.ON_DEMAND:
            gaps.append(Gap(Missing.QUANTITY, duty.key, duty.lane))
        elif (estimate := estimates.get(duty.key)) is None:
            gaps.append(Gap(Missing.ESTIMATE, duty.key, duty.lane))
        else:
            factor = rounds_factor(scope, duty, costing)
            lines.append(
                Line(
                    key=duty.key,
                    lane=duty.lane,
                    name=duty.name,
                    low=float(estimate.low) * factor,
                    likely=float(estimate.likely) * factor,
                    high=float(estimate.high) * factor,
                    units=month_units(duty, scope.start, months),
                )
            )
    lanes = tuple(_lanes(scope, costing, {line.lane for line in lines}, months))
    without_rate = [one.lane for one in lanes if not one.costs and _works(lines, one.lane)]
    if costing.worth is None:
        gaps += [Gap(Missing.EXCHANGE)] if without_rate else []
    else:
        gaps += [Gap(Missing.RATE, lane=lane) for lane in without_rate]
    gaps += [Gap(Missing.UNDIVIDED, lane=one.lane) for one in lanes if one.fee is None]
    return Plan(
        months=months,
        lines=tuple(lines),
        lanes=lanes,
        fee=fees(scope).together.total or Decimal(0),
        friction=friction(costing),
        gaps=tuple(gaps),
    )


def month_units(duty: Duty, start: dt.date | None, months: int) -> tuple[float, ...]:
    """The units of a duty in each engagement month.

    What is done once, quarterly or yearly falls into the month of its date, and from there on comes back; a
    date before the engagement counts as its first month, one after it as its last.
    """
    if duty.quantity is None:
        return (0.0,) * months
    amount = float(units_in_month(duty.quantity, duty.cadence, 1))  # once: it is slow
    first = _first_month(duty, start, months)
    if duty.cadence == Cadence.ONCE:
        return tuple(amount if month == first else 0.0 for month in _range(months))
    period = _PERIODS.get(duty.cadence, 1)
    return tuple(amount if (month - first) % period == 0 else 0.0 for month in _range(months))


def worker(scope: Scope, costing: Costing, lane: Lane) -> str | None:
    """The key of the studio's person who does the work of a lane: the role's lead, where the studio holds it;
    else who was named for adjacent work, who signs, or the lead of the other role."""
    studio = {person.key for person in scope.persons if person.party == Party.STUDIO}
    leads = {role.lane: role.lead for role in scope.roles if role.held_by == Holder.STUDIO}
    asked = [leads.get(lane), costing.adjacent if lane == Lane.ADJACENT else None, scope.signed_for_studio]
    asked += [leads.get(Lane.MARKETING), leads.get(Lane.SOCIAL)]
    return next((person for person in asked if person in studio), None)


def _lanes(scope: Scope, costing: Costing, working: set[Lane], months: int) -> list[LanePlan]:
    paid, worth = fees(scope), costing.worth or Decimal(0)
    undivided = paid.lane(FeeLane.UNDIVIDED)
    found = []
    for lane in Lane:
        own = paid.lane(FeeLane(lane))
        if lane not in working and own is None:
            continue
        person = worker(scope, costing, lane)
        rates = _rates(scope, costing, person, lane, months) if costing.worth is not None else ()
        fee: Decimal | None = (own.total if own is not None else None) or Decimal(0)
        if undivided is not None and lane != Lane.ADJACENT:
            fee = None
        found.append(
            LanePlan(
                lane=lane,
                person=person,
                costs=tuple(float(rate.cost * worth) for rate in rates),
                prices=tuple(float(rate.price * worth) for rate in rates),
                fee=fee,
            )
        )
    return found


def _rates(scope: Scope, costing: Costing, person: str | None, lane: Lane, months: int) -> tuple[Rate, ...]:
    """The rate in force when each month begins; where the start is not known, on the document's day."""
    if person is None:
        return ()
    rates = []
    for month in _range(months):
        day = month_start(scope.start, month) if scope.start else scope.dated
        if (rate := costing.rate(person, lane, day)) is None:
            return ()
        rates.append(rate)
    return tuple(rates)


def _first_month(duty: Duty, start: dt.date | None, months: int) -> int:
    if duty.when.kind != WhenKind.DATE or duty.when.date is None or start is None:
        return 1
    day = duty.when.date
    reached = [month for month in _range(months) if month_start(start, month) <= day]
    return reached[-1] if reached else 1


def _works(lines: list[Line], lane: Lane) -> bool:
    return any(line.lane == lane and line.high for line in lines)


def _range(months: int) -> range:
    return range(1, months + 1)
