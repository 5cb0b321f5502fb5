"""The margin of all scenarios in a few bars of one round width, with the break-even at an edge."""

import math
from dataclasses import dataclass

from .numbers import Series, np

MOST_BARS = 24
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """How many scenarios end with a margin from `low` up to `high`, in the Scope's currency. A margin of
    exactly zero is no loss: it belongs to the bar on its right."""

    low: float
    high: float
    count: int

    @property
    def lost(self) -> bool:
        """Whether these are scenarios in which the studio loses money."""
        return self.high <= 0


def histogram(margin: Series) -> tuple[Bin, ...]:
    """The bars, without a gap, from the least margin to the greatest; two dozen at most."""
    least, most = float(margin.min()), float(margin.max())
    step = _step(least, most)
    first, last = math.floor(least / step), max(math.floor(most / step), math.floor(least / step)) + 1
    places = np.floor(margin.astype(np.float64) / step).astype(np.int64) - first
    counts = np.bincount(np.clip(places, 0, last - first - 1), minlength=last - first)
    return tuple(
        Bin((first + place) * step, (first + place + 1) * step, int(count))
        for place, count in enumerate(counts)
    )


def _step(least: float, most: float) -> float:
    """The smallest round width of which two dozen reach from the least to the greatest margin."""
    raw = max((most - least) / (MOST_BARS - 1), abs(least) / 1e6, abs(most) / 1e6, 0.01)
    size = 10.0 ** math.floor(math.log10(raw))
    for step in _STEPS:
        wide = step * size
        if math.floor(most / wide) - math.floor(least / wide) < MOST_BARS and wide >= raw * 0.99:
            return wide
    return 10.0 * size
