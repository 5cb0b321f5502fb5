"""The random columns: the same for the same duty, lane or month, whatever stands beside it.

A column holds as many equally likely values as there are scenarios (quantiles), in an order of its own. The
order follows from what the column is of and from nothing else, so that a change of one line moves only what
that line moves (domain.md, Effort, fee, and the risk of a loss).

The client's friction, which multiplies everything, comes in the order of its size, and every other column is
even across it: in each hundredth of the scenarios stands one value of each hundredth of the column. Two other
columns can be no more even to each other than orders drawn by chance are: neither may know of the other.
"""

import hashlib
import math
from functools import lru_cache
from statistics import NormalDist
from typing import TypeVar

from .numbers import Places, Series, np

SCENARIOS = 10_000
SEED = "paletti-1"
PEAK = 4.0  # how much the most likely value of a PERT estimate weighs
GRID = 4_097

Column = TypeVar("Column", Places, Series)


@lru_cache(maxsize=512)
def order(scenarios: int, *name: str) -> Places:
    """The order in which the values of the column of that name come: its own permutation of the scenarios,
    even across them. Raises ValueError where their number is no square."""
    side = math.isqrt(scenarios)
    digest = hashlib.sha256("\x1f".join((SEED, *name)).encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
    parts = generator.permuted(np.arange(scenarios, dtype=np.int32).reshape(side, side), axis=1)
    return _kept(generator.permuted(parts.T, axis=1).ravel())


@lru_cache(maxsize=128)
def pert_quantiles(mode: float, scenarios: int) -> Series:
    """The quantiles of the modified PERT (beta) distribution between 0 and 1 whose peak is at `mode`."""
    places = np.linspace(0.0, 1.0, GRID)
    density = places ** (PEAK * mode) * (1.0 - places) ** (PEAK * (1.0 - mode))
    summed = np.concatenate(([0.0], np.cumsum((density[1:] + density[:-1]) / 2)))
    chances = (np.arange(scenarios) + 0.5) / scenarios
    return _kept(np.interp(chances, summed / summed[-1], places).astype(np.float32))


@lru_cache(maxsize=4)
def normal_quantiles(scenarios: int) -> Series:
    """The quantiles of the standard normal distribution."""
    inverse = NormalDist().inv_cdf
    found = [inverse((place + 0.5) / scenarios) for place in range(scenarios)]
    return _kept(np.array(found, dtype=np.float32))


def normal_column(scenarios: int, *name: str) -> Series:
    """The standard normal column of that name."""
    column: Series = np.take(normal_quantiles(scenarios), order(scenarios, *name))
    return column


def _kept(column: Column) -> Column:
    column.flags.writeable = False
    return column
