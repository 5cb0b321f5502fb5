"""Charts as geometry: what a template draws as SVG, in a box of fixed size. No figure is computed here.

Lengths are in the units of the SVG's viewBox. A chart has no style: classes say what a shape
means.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST_SEEN = 0.75  # of a unit of the box: a bar less high is no more than a hair


@dataclass(frozen=True, slots=True)
class Bar:
    """One rectangle. `kind` says what it is: gain, loss, marketing, social, adjacent, over."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """How often each margin comes: bars upon one baseline, the break-even, half of the cases."""

    bars: tuple[Bar, ...]
    zero: float
    median: float
    least: float
    most: float
    width: float = 480
    height: float = 190
    base: float = 160


def histogram_chart(bins: Sequence[tuple[float, float, int]], median: float) -> Histogram:
    """Bars of (low, high, count) without gaps, from the least to the greatest, side by side.

    The box is as wide as the bars that an eye can see, and reaches to zero in any case: a few far cases
    would otherwise press all others together.
    """
    highest = max(count for _low, _high, count in bins) or 1
    width, base, top = 480.0, 160.0, 34.0
    seen = [(low, high) for low, high, count in bins if count / highest * (base - top) >= LEAST_SEEN]
    least, most = min(0.0, seen[0][0]), max(0.0, seen[-1][1])
    across = (most - least) or 1.0

    def place(value: float) -> float:
        return round((value - least) / across * width, 1)

    bars = tuple(
        Bar(
            x=place(low) + 0.5,
            y=round(base - count / highest * (base - top), 1),
            width=max(round(place(high) - place(low) - 1, 1), 0.5),
            height=round(count / highest * (base - top), 1),
            kind="loss" if high <= 0 else "gain",
        )
        for low, high, count in bins
        if count and least <= low and high <= most
    )
    return Histogram(bars=bars, zero=place(0.0), median=place(median), least=least, most=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One month: its stacked bars, its hours as text above them, its name."""

    bars: tuple[Bar, ...]
    x: float
    top: float
    hours: str
    month: dt.date
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Hours month by month, and the free hours as a line in steps (empty where nobody said them)."""

    columns: tuple[Column, ...]
    line: str
    width: float = 960
    height: float = 230
    base: float = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthHours:
    """What a chart of months is made of: hours by kind, from below, and the free ones."""

    month: dt.date
    stacked: tuple[tuple[str, float], ...]
    free: float | None

    @property
    def hours(self) -> float:
        """All of them."""
        return sum(hours for _kind, hours in self.stacked)


def columns_chart(months: Sequence[MonthHours]) -> Columns:
    """A column a month; what passes the free hours stands apart as `over`."""
    width, base, top = 960.0, 200.0, 24.0
    highest = max((max(one.hours, one.free or 0.0) for one in months), default=0.0) or 1.0
    step = width / max(len(months), 1)
    wide = min(step * 0.78, 62.0)

    def high(hours: float) -> float:
        return round(hours / highest * (base - top), 1)

    columns, line = [], []
    for place, one in enumerate(months):
        x = round(place * step + (step - wide) / 2, 1)
        columns.append(_column(one, x, wide, base, high))
        if one.free is not None:
            y = round(base - high(one.free), 1)
            line += [f"{place * step:.1f},{y}", f"{(place + 1) * step:.1f},{y}"]
    return Columns(columns=tuple(columns), line=" ".join(line))


def _column(one: MonthHours, x: float, wide: float, base: float, high: Callable[[float], float]) -> Column:
    bars, below, limit = [], 0.0, one.free if one.free is not None else one.hours
    for kind, hours in one.stacked:
        within = max(min(below + hours, limit) - below, 0.0)
        if within:
            height = high(within)
            bars.append(Bar(x, round(base - high(below) - height, 1), round(wide, 1), height, kind))
        below += within
    over = max(one.hours - limit, 0.0)
    if over > 0.05:
        bars.append(Bar(x, round(base - high(limit + over), 1), round(wide, 1), high(over), "over"))
    return Column(
        bars=tuple(bars),
        x=round(x + wide / 2, 1),
        top=round(base - high(one.hours) - 5, 1),
        hours=f"{one.hours:.0f}",
        month=one.month,
        over=over > 0.05,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One lane's fee and cost a month on one scale: the fee an outline, the cost solid, its spread a line."""

    kind: str
    fee: float
    cost: float
    low: float
    high: float
    width: float = 300


def levels_chart(lanes: Sequence[tuple[str, float, float, float, float]]) -> tuple[Level, ...]:
    """Lanes as (kind, fee, cost, low cost, high cost), all on one scale."""
    most = max((max(fee, high) for _kind, fee, _cost, _low, high in lanes), default=0.0) or 1.0

    def long(value: float) -> float:
        return round(max(value, 0.0) / most * 210, 1)

    return tuple(
        Level(kind=kind, fee=long(fee), cost=long(cost), low=long(low), high=long(high))
        for kind, fee, cost, low, high in lanes
    )
