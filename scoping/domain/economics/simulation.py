"""The simulation: hours of each lane and month, and what they cost, in many equally likely scenarios.

A duty's estimate is drawn once for all its units (a wrong estimate is wrong every month); the noise of each
month is normal with a standard deviation of a fifth of that month's hours, drawn for each duty on its own.
Given the estimates, the noise of a lane's month is therefore one normal draw, and is drawn as that: exact in
law, many times fewer draws. The client's friction, one lognormal factor, multiplies all of it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..words import Lane
from .columns import PEAK, SCENARIOS, normal_column, normal_quantiles, order, pert_quantiles
from .numbers import Series, np
from .plan import Line, Plan

# With the widest quantile drawn (3.9) a month's noise stays below its hours: leaving a duty out never adds
# any.
NOISE = 0.2


@dataclass(frozen=True, slots=True)
class LaneDraw:
    """One lane's scenarios: `estimates`, the hours of one unit of each of its lines before friction (lines x
    scenarios), `by_month` hours (months x scenarios), `cost` in all (None: no rate is known)."""

    lane: Lane
    estimates: Series
    by_month: Series
    cost: Series | None

    @property
    def hours(self) -> Series:
        """Hours over the engagement."""
        hours: Series = self.by_month.sum(axis=0)
        return hours


@dataclass(frozen=True, slots=True)
class Draw:
    """All lanes' scenarios; column by column the same scenario."""

    plan: Plan
    scenarios: int
    lanes: tuple[LaneDraw, ...]

    def lane(self, lane: Lane) -> LaneDraw:
        """One lane. Raises KeyError where it is not in the plan."""
        for one in self.lanes:
            if one.lane == lane:
                return one
        raise KeyError(lane)

    @property
    def cost(self) -> Series | None:
        """What all lanes cost together; None where a lane that works has no rate."""
        return together(self)


def simulated(plan: Plan, scenarios: int = SCENARIOS) -> Draw:
    """Draw the scenarios of a plan: always the same ones for the same plan."""
    z = normal_quantiles(scenarios)
    spread = plan.friction.spread
    factor = (plan.friction.mean * np.exp(spread * z - spread * spread / 2)).astype(np.float32)
    lanes = []
    for lane in plan.lanes:
        lines = [line for line in plan.lines if line.lane == lane.lane]
        estimates = _estimates(lines, scenarios)
        by_month = _hours(lane.lane, lines, estimates, plan.months) * factor
        cost = None
        if lane.costs or not lines:
            rates = np.array(lane.costs or (0.0,) * plan.months, dtype=np.float32)
            cost = rates @ by_month if plan.months else np.zeros(scenarios, dtype=np.float32)
        lanes.append(LaneDraw(lane.lane, estimates, by_month, cost))
    return Draw(plan, scenarios, tuple(lanes))


def _estimates(lines: Sequence[Line], scenarios: int) -> Series:
    drawn = np.empty((len(lines), scenarios), dtype=np.float32)
    for row, line in zip(drawn, lines, strict=True):
        width = line.high - line.low
        if width <= 0:
            row.fill(line.low)
            continue
        quantiles = pert_quantiles((line.likely - line.low) / width, scenarios)
        np.take(quantiles, order(scenarios, "estimate", line.lane, line.key), out=row, mode="clip")
        row *= np.float32(width)
        row += np.float32(line.low)
    return drawn


def together(draw: Draw) -> Series | None:
    """The cost of all lanes in each scenario; None where one of them has no rate."""
    costs = [lane.cost for lane in draw.lanes]
    total = np.zeros(draw.scenarios, dtype=np.float32)
    for cost in costs:
        if cost is None:
            return None
        total = total + cost
    return total


def _hours(lane: Lane, lines: Sequence[Line], estimates: Series, months: int) -> Series:
    """Hours of a lane in each month and scenario, before friction. Months with equal units share a
    product."""
    scenarios = estimates.shape[1]
    if not lines or not months:
        return np.zeros((months, scenarios), dtype=np.float32)
    of_month = list(zip(*(line.units for line in lines), strict=True))
    kinds = list(dict.fromkeys(of_month))
    units = np.array(kinds, dtype=np.float32)
    means = units @ estimates
    spreads = (units * units) @ np.square(estimates)
    np.sqrt(spreads, out=spreads)
    spreads *= np.float32(NOISE)
    hours = np.empty((months, scenarios), dtype=np.float32)
    for month, units_then in enumerate(of_month):
        kind = kinds.index(units_then)
        np.multiply(spreads[kind], normal_column(scenarios, "month", lane, str(month + 1)), out=hours[month])
        hours[month] += means[kind]
    return hours


def expected(plan: Plan, lane: Lane) -> tuple[float, float]:
    """Mean and standard deviation of a lane's cost over the engagement, in closed form (at a rate of 1 where
    none is known: then of its hours)."""
    rates = plan.lane(lane).costs or (1.0,) * plan.months
    return moments(plan, [(line, rates) for line in plan.lines if line.lane == lane])


def moments(plan: Plan, weighed: Sequence[tuple[Line, Sequence[float]]]) -> tuple[float, float]:
    """Mean and standard deviation, in closed form, of the hours of some lines times what an hour weighs in
    each month. Several lanes' noise is independent, as is that of a lane's months."""
    mean = variance = 0.0
    for line, rates in weighed:
        peak, width = PEAK, line.high - line.low
        centre = (line.low + peak * line.likely + line.high) / (peak + 2)
        spread = 0.0
        if width > 0:
            a = 1 + peak * (line.likely - line.low) / width
            b = 1 + peak * (line.high - line.likely) / width
            spread = width * width * a * b / ((a + b) ** 2 * (a + b + 1))
        weight = sum(rate * units for rate, units in zip(rates, line.units, strict=True))
        squares = sum((rate * units) ** 2 for rate, units in zip(rates, line.units, strict=True))
        mean += weight * centre
        variance += weight * weight * spread + NOISE * NOISE * squares * (spread + centre * centre)
    factor, sigma = plan.friction.mean, plan.friction.spread
    second = factor * factor * math.exp(sigma * sigma)
    whole = second * (variance + mean * mean) - (factor * mean) ** 2
    return factor * mean, math.sqrt(max(whole, 0.0))
