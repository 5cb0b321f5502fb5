"""The figures of an engagement, lane by lane and in all: hours, margin, break-even, risk of a loss.

Hours and money are rounded to two places where they are made, so that the same engagement shows the same
figures on every machine. A figure that something missing would make a guess is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..costing import Costing
from ..scope import Scope
from ..words import Lane
from .columns import SCENARIOS
from .drivers import Driver, drivers
from .histogram import Bin, histogram
from .numbers import Series, np
from .plan import Gap, Missing, Plan, plan_of
from .simulation import Draw, simulated

PERCENTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Spread:
    """What is exceeded in nine cases of ten (`p10`), in half of them, in one of ten."""

    p10: float
    p50: float
    p90: float

    def divided(self, by: int) -> "Spread":
        """The same for one of so many months."""
        return Spread(*(round(one / by, 2) for one in (self.p10, self.p50, self.p90)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFigures:
    """One lane, or all together (`lane` None).

    `hours` and `margin` are over the engagement, `by_month` a lane's hours in each engagement month (empty of
    all together). `break_even` are the hours a month that the fee pays at the cost rate; `an_hour` what the
    fee gives for an hour worked, in half of the cases at least; `loss` the share of scenarios in which the
    fee is less than the cost. `cost_rate` and `price_rate` are the means over the months, weighed by their
    hours.
    """

    lane: Lane | None
    person: str | None
    months: int
    hours: Spread
    by_month: tuple[Spread, ...]
    fee: Decimal | None
    cost: Spread | None
    margin: Spread | None
    break_even: float | None
    an_hour: float | None
    loss: float | None
    cost_rate: float | None
    price_rate: float | None

    @property
    def hours_a_month(self) -> Spread:
        """Hours of a month, spread evenly over the engagement."""
        return self.hours.divided(max(self.months, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that the page and the panel show of one engagement. Internal, always."""

    lanes: tuple[LaneFigures, ...]
    together: LaneFigures
    histogram: tuple[Bin, ...]
    drivers: tuple[Driver, ...]
    gaps: tuple[Gap, ...]
    scenarios: int
    loss_limit: float
    drawn: Draw = field(repr=False, compare=False)

    def lane(self, lane: Lane) -> LaneFigures | None:
        """One lane; None where the studio does nothing there and is paid for nothing."""
        return next((one for one in self.lanes if one.lane == lane), None)

    @property
    def above_limit(self) -> bool:
        """Whether the risk of a loss is above what the studio accepts."""
        return self.together.loss is not None and self.together.loss > self.loss_limit


def figures(scope: Scope, costing: Costing, scenarios: int = SCENARIOS) -> Figures | None:
    """The figures of an engagement; None while nobody said how many months it lasts."""
    plan = plan_of(scope, costing)
    if any(gap.missing == Missing.MONTHS for gap in plan.gaps):
        return None
    return figures_of(plan, loss_limit=float(costing.loss_limit) / 100, scenarios=scenarios)


def figures_of(plan: Plan, *, loss_limit: float, scenarios: int = SCENARIOS) -> Figures:
    """The figures of a plan."""
    draw = simulated(plan, scenarios)
    total = draw.cost
    lanes = tuple(_lane_figures(plan, draw, lane.lane) for lane in plan.lanes)
    return Figures(
        lanes=lanes,
        together=_together(plan, draw, total, lanes),
        histogram=histogram(float(plan.fee) - total) if total is not None else (),
        drivers=drivers(draw),
        gaps=plan.gaps,
        scenarios=scenarios,
        loss_limit=loss_limit,
        drawn=draw,
    )


def loss_probability(plan: Plan, scenarios: int = SCENARIOS) -> float | None:
    """The risk of a loss alone; None where a lane that works has no rate."""
    return share_lost(simulated(plan, scenarios).cost, plan.fee)


def usual_hours(draw: Draw) -> float:
    """The hours over the engagement, in all, that are exceeded in half of the cases."""
    hours = sum((lane.hours for lane in draw.lanes), np.zeros(draw.scenarios, dtype=np.float32))
    return _percentiles(hours[np.newaxis])[0][1]


def share_lost(cost: Series | None, fee: Decimal | None) -> float | None:
    """The share of scenarios in which the fee is less than the cost; None where either is not known."""
    if cost is None or fee is None:
        return None
    return float(np.count_nonzero(cost > np.float32(fee)) / cost.shape[-1])


def _lane_figures(plan: Plan, draw: Draw, lane: Lane) -> LaneFigures:
    planned, drawn = plan.lane(lane), draw.lane(lane)
    by_month = tuple(Spread(*one) for one in _percentiles(drawn.by_month))
    weights = [spread.p50 for spread in by_month]
    cost_rate, price_rate = _mean(planned.costs, weights), _mean(planned.prices, weights)
    return _figures(
        lane,
        planned.person,
        plan.months,
        drawn.hours,
        by_month,
        planned.fee,
        drawn.cost,
        cost_rate,
        price_rate,
    )


def _together(plan: Plan, draw: Draw, total: Series | None, lanes: Sequence[LaneFigures]) -> LaneFigures:
    weights = [lane.hours.p50 for lane in lanes]
    persons = {lane.person for lane in lanes if lane.hours.p90}
    return _figures(
        None,
        persons.pop() if len(persons) == 1 else None,
        plan.months,
        sum((lane.hours for lane in draw.lanes), np.zeros(draw.scenarios, dtype=np.float32)),
        (),
        plan.fee,
        total,
        _mean([lane.cost_rate for lane in lanes], weights),
        _mean([lane.price_rate for lane in lanes], weights),
    )


def _figures(
    lane: Lane | None,
    person: str | None,
    months: int,
    hours: Series,
    by_month: tuple[Spread, ...],
    fee: Decimal | None,
    cost: Series | None,
    cost_rate: float | None,
    price_rate: float | None,
) -> LaneFigures:
    worked = Spread(*_percentiles(hours[np.newaxis])[0])
    spent = Spread(*_percentiles(cost[np.newaxis])[0]) if cost is not None else None
    margin = None
    if spent is not None and fee is not None:
        margin = Spread(*(round(float(fee) - one, 2) for one in (spent.p90, spent.p50, spent.p10)))
    return LaneFigures(
        lane=lane,
        person=person,
        months=months,
        hours=worked,
        by_month=by_month,
        fee=fee,
        cost=spent,
        margin=margin,
        break_even=round(float(fee) / cost_rate / months, 2) if fee is not None and cost_rate else None,
        an_hour=round(float(fee) / worked.p50, 2) if fee is not None and worked.p50 else None,
        loss=share_lost(cost, fee),
        cost_rate=cost_rate,
        price_rate=price_rate,
    )


def _percentiles(series: Series) -> list[tuple[float, ...]]:
    """P10, P50 and P90 of each row: sorted once, read three times."""
    ordered = np.sort(series, axis=-1)
    last = ordered.shape[-1] - 1
    found = []
    for chance in PERCENTILES:
        place = chance * last
        below = int(place)
        above = min(below + 1, last)
        part = np.float32(place - below)
        found.append(ordered[:, below] * (1 - part) + ordered[:, above] * part)
    return [tuple(round(float(one), 2) for one in row) for row in zip(*found, strict=True)]


def _mean(rates: Sequence[float | None], weights: Sequence[float]) -> float | None:
    """The mean of rates, weighed; without any weight the plain mean. None where one that counts is
    missing."""
    weighed = [
        (rate, weight) for rate, weight in zip(rates, weights, strict=False) if weight or not any(weights)
    ]
    if not rates or not weighed or any(rate is None for rate, _ in weighed):
        return None
    whole = sum(weight for _, weight in weighed)
    if not whole:
        return round(sum(rate for rate, _ in weighed if rate is not None) / len(weighed), 4)
    return round(sum(rate * weight for rate, weight in weighed if rate is not None) / whole, 4)
