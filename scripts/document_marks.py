"""Draw the document's own marks into a small TrueType face: static/document/marks/PalettiMarks.ttf.

Run by hand when a mark changes; the face is committed. The letters are those of Source Sans 3 (Open Font
License, whose reserved name "Source" the new face does not bear). Each mark stands at the code point of the
character that it looks like, so that a text read back from the PDF, or read aloud, still says who.
"""

import math
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

DOCUMENT = Path(__file__).resolve().parent.parent / "static" / "document"
MIDDLE = 330  # half the height of Source Sans's capitals: where a mark's centre stands on the line
RADIUS = 560
EDGE = 66
LETTER = 0.82
FILLED = {"M": 0x24C2, "S": 0x24C8, "A": 0x24B6}
RINGED = {"C": 0x24B8, "T": 0x24C9}
DASHED = {"N": 0x24C3, "?": 0x2BD1}
DASH_PAIR = 0x254C
BOX = 0x2610


def circle(pen: object, x: float, y: float, radius: float, *, hole: bool = False) -> None:
    """One circle of quadratic arcs: a filled one runs clockwise, a hole the other way round."""
    steps = 16
    turn = (1 if hole else -1) * 2 * math.pi / steps
    outside = radius / math.cos(turn / 2)
    pen.moveTo((x + radius, y))  # type: ignore[attr-defined]
    for step in range(steps):
        middle, end = (step + 0.5) * turn, (step + 1) * turn
        pen.qCurveTo(  # type: ignore[attr-defined]
            (x + outside * math.cos(middle), y + outside * math.sin(middle)),
            (x + radius * math.cos(end), y + radius * math.sin(end)),
        )
    pen.closePath()  # type: ignore[attr-defined]


def square(pen: object, x: float, y: float, side: float, *, hole: bool) -> None:
    """One square from its lower left corner; a filled one runs clockwise, a hole the other way round."""
    corners = [(x, y), (x, y + side), (x + side, y + side), (x + side, y)]
    first, *rest = corners[::-1] if hole else corners
    pen.moveTo(first)  # type: ignore[attr-defined]
    for corner in rest:
        pen.lineTo(corner)  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def arc(pen: object, x: float, y: float, start: float, end: float) -> None:
    """One dash of a dashed ring, from angle to angle (radians)."""
    inner, outer = RADIUS - EDGE, RADIUS
    steps = 3
    turn = (end - start) / steps
    bow = 1 / math.cos(turn / 2)

    def at(radius: float, angle: float) -> tuple[float, float]:
        return (x + radius * math.cos(angle), y + radius * math.sin(angle))

    pen.moveTo(at(outer, end))  # type: ignore[attr-defined]
    for step in range(steps, 0, -1):
        pen.qCurveTo(  # type: ignore[attr-defined]
            at(outer * bow, start + (step - 0.5) * turn), at(outer, start + (step - 1) * turn)
        )
    pen.lineTo(at(inner, start))  # type: ignore[attr-defined]
    for step in range(steps):
        pen.qCurveTo(  # type: ignore[attr-defined]
            at(inner * bow, start + (step + 0.5) * turn), at(inner, start + (step + 1) * turn)
        )
    pen.closePath()  # type: ignore[attr-defined]


def letter(pen: object, source: TTFont, character: str, x: float, y: float, *, hole: bool) -> None:
    """One letter of the source face, its middle at (x, y); as a hole in what lies under it where asked."""
    glyphs = source.getGlyphSet()
    name = source.getBestCmap()[ord(character)]
    outline = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(outline)
    xs = [point[0] for _, points in outline.value for point in points if point]
    ys = [point[1] for _, points in outline.value for point in points if point]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    target = ReverseContourPen(pen) if hole else pen
    outline.replay(TransformPen(target, (LETTER, 0, 0, LETTER, x - LETTER * middle_x, y - LETTER * middle_y)))


def draw(source: TTFont) -> dict[int, tuple[int, TTGlyphPen]]:
    """Every mark's advance and outline, by code point."""
    marks: dict[int, tuple[int, TTGlyphPen]] = {}
    centre = RADIUS + 20
    for character, code in (FILLED | RINGED | DASHED).items():
        pen = TTGlyphPen(None)
        if code in FILLED.values():
            circle(pen, centre, MIDDLE, RADIUS)
        elif code in RINGED.values():
            circle(pen, centre, MIDDLE, RADIUS)
            circle(pen, centre, MIDDLE, RADIUS - EDGE, hole=True)
        else:
            dashes = 9
            for step in range(dashes):
                start = 2 * math.pi * step / dashes
                arc(pen, centre, MIDDLE, start, start + 0.58 * 2 * math.pi / dashes)
        letter(pen, source, character, centre, MIDDLE, hole=code in FILLED.values())
        marks[code] = (2 * centre, pen)
    pen = TTGlyphPen(None)
    for left in (0, 480):
        pen.moveTo((left, 262))
        pen.lineTo((left, 352))
        pen.lineTo((left + 330, 352))
        pen.lineTo((left + 330, 262))
        pen.closePath()
    marks[DASH_PAIR] = (830, pen)
    pen = TTGlyphPen(None)
    square(pen, 60, 0, 700, hole=False)
    square(pen, 118, 58, 584, hole=True)
    marks[BOX] = (820, pen)
    marks[ord(" ")] = (200, TTGlyphPen(None))  # or the space after a mark is asked of another face
    return marks


def main() -> int:
    """Write the face; the same bytes each time."""
    source = TTFont(DOCUMENT / "fonts" / "SourceSans3-Semibold.ttf")
    marks = draw(source)
    names = {code: f"uni{code:04X}" for code in marks}
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({".notdef": empty} | {names[code]: pen.glyph() for code, (_, pen) in marks.items()})
    builder.setupHorizontalMetrics(
        {".notdef": (500, 0)} | {names[code]: (advance, 0) for code, (advance, _) in marks.items()}
    )
    builder.setupHorizontalHeader(ascent=1024, descent=-400)
    builder.setupNameTable({"familyName": "Paletti Marks", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=1024, sTypoDescender=-400, usWinAscent=1024, usWinDescent=400)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_870_000_000
    builder.font.recalcTimestamp = False
    builder.save(DOCUMENT / "marks" / "PalettiMarks.ttf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
