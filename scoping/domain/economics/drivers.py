"""Which duties the risk of a loss comes from.

The measure: the fee allows each duty its part of what all of them cost on average. Each losing scenario is
shared among the duties that cost more than the fee allowed them, in proportion to by how much; a duty's
share is the mean over the losing scenarios. Shares sum to one; a duty that is certain and well paid has
none; where nothing is ever lost there are no drivers. With no fee at all each duty's share is its part of
the cost."""

from dataclasses import dataclass

from ..words import Lane
from .numbers import Series, np
from .simulation import Draw


@dataclass(frozen=True, slots=True)
class Driver:
    """One duty and its share of the loss probability, between 0 and 1."""

    key: str
    lane: Lane
    name: str
    share: float


def drivers(draw: Draw) -> tuple[Driver, ...]:
    """The duties that drive the loss probability, the greatest share first; empty where nothing is lost or
    the cost is not known."""
    cost = draw.cost
    if cost is None:
        return ()
    fee = float(draw.plan.fee)
    lost = np.flatnonzero(cost > np.float32(fee))
    if not len(lost):
        return ()
    costs = duty_costs(draw)
    allowed = costs.mean(axis=1, dtype=np.float64)
    allowed *= fee / allowed.sum()
    losing = costs if len(lost) == draw.scenarios else costs[:, lost]
    excess = losing - allowed.astype(np.float32)[:, np.newaxis]
    np.maximum(excess, 0, out=excess)
    over = excess.sum(axis=0)
    if (within := over <= 0).any():  # lost by less than a figure can tell
        excess[:, within] = losing[:, within]
        over = excess.sum(axis=0)
    shares = (excess @ (1 / over)).astype(np.float64)
    shares /= shares.sum()
    found = [
        Driver(line.key, line.lane, line.name, float(share))
        for line, share in zip(draw.plan.lines, shares, strict=True)
        if share > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.lane, one.key)))


def duty_costs(draw: Draw) -> Series:
    """What each line costs in each scenario (lines x scenarios); a lane's noise is shared in proportion."""
    costs = np.empty((len(draw.plan.lines), draw.scenarios), dtype=np.float32)
    done = 0
    for lane in draw.plan.lanes:
        lines = [line for line in draw.plan.lines if line.lane == lane.lane]
        drawn, part = draw.lane(lane.lane), costs[done : done + len(lines)]
        if not lines or drawn.cost is None:
            continue
        weights = np.array([line.units for line in lines]) @ np.array(lane.costs)
        np.multiply(drawn.estimates, weights.astype(np.float32)[:, np.newaxis], out=part)
        whole = part.sum(axis=0)
        part *= np.divide(drawn.cost, whole, out=np.zeros_like(whole), where=whole > 0)
        done += len(lines)
    return costs[:done]
