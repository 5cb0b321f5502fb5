"""What stands together on one page, and how high it is: a row, or a heading with the first rows under it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from .fonts import width

HEAD = 6.4  # the head of a table, millimetres


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together, so many millimetres high; `repeated` is the table head that a page before it
    repeats."""

    height: float
    repeated: float = 0.0


@dataclass(slots=True)
class Column:
    """Blocks one under the other."""

    blocks: list[Block] = field(default_factory=list)
    kept: float = 0.0

    def keep(self, height: float) -> None:
        """Something that stands with whatever comes next, such as a heading."""
        self.kept += height

    def add(self, height: float, repeated: float = 0.0) -> None:
        """A block, with what was kept for it."""
        self.blocks.append(Block(self.kept + height, 0.0 if self.kept else repeated))
        self.kept = 0.0

    def rows(self, heights: Iterable[float], head: float = HEAD) -> None:
        """The rows of a table under its head; the first two and the last two stay together, so that none is
        alone on a page."""
        self.keep(head)
        found = list(heights)
        if len(found) > 2:
            found[-2:] = [found[-2] + found[-1]]
            found[:2] = [found[0] + found[1]]
        for height in found:
            self.add(height, head)


def lines(text: str, room: float, points: float = 9.0) -> int:
    """How many lines a text takes in a column so many millimetres wide; a line is never filled to its end."""
    return max(1, math.ceil(width(text, points) * 1.03 / room)) if text else 0
