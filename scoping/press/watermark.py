"""A draft's watermark: one word across each page, drawn under the text as outlines of the title's face."""

import math
from functools import cache
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from .assets import FACES

TITLE_FACE = FACES[2]
_GREY = "0.938 0.943 0.952"
_SHARE = 0.46  # of the page's diagonal: within the margins, so that the text stays easy to read
_ANGLE = math.radians(32)


class _Operators(BasePen):
    """Notes outlines as operators of a PDF's page."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.drawn: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.drawn.append(f"{pt[0]:g} {pt[1]:g} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.drawn.append(f"{pt[0]:g} {pt[1]:g} l")

    def _curveToOne(
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.drawn.append(" ".join(f"{x:.2f} {y:.2f}" for x, y in (pt1, pt2, pt3)) + " c")

    def _closePath(self) -> None:
        self.drawn.append("h")


@cache
def watermark(word: str, home: Path, width: float, height: float) -> tuple[str, ...]:
    """The operators that write a word across a page of that size, in points."""
    with TTFont(home / TITLE_FACE, lazy=True) as face:
        glyphs, names = face.getGlyphSet(), face.getBestCmap()
        pen, along = _Operators(glyphs), 0.0
        for letter in word:
            name = names[ord(letter)]
            pen.drawn.append(f"q 1 0 0 1 {along:g} 0 cm")
            glyphs[name].draw(pen)
            pen.drawn.append("f Q")
            along += glyphs[name].width
        capital = face["OS/2"].sCapHeight
    scale = _SHARE * math.hypot(width, height) / along
    cosine, sine = math.cos(_ANGLE) * scale, math.sin(_ANGLE) * scale
    x = width / 2 - cosine * along / 2 + sine * capital / 2
    y = height / 2 - sine * along / 2 - cosine * capital / 2
    placed = f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.2f} {y:.2f} cm"
    return ("q", f"{_GREY} rg", placed, *pen.drawn, "Q")
