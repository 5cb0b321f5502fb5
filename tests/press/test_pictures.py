"""Right letters, compared as pictures: a text that reads back well may still show another glyph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageStat

from scoping.press.pdf import print_html
from tests.press.readback import opened

SIZE = 96  # points of each letter on the test page
FACES = {
    "Paletti Text": "SourceSans3-Regular.ttf",
    "Paletti Strong": "SourceSans3-Semibold.ttf",
    "Paletti Title": "SourceSerif4Display-Semibold.ttf",
    "Paletti Lead": "SourceSerif4Subhead-Regular.ttf",
    "Paletti Head": "SourceSerif4Subhead-Semibold.ttf",
}
LATIN = "àèéìòùÀÈÉçñüäößŁłĄąĘęŻżŹźŚśĆćŃńŠšŽžČčŐőŰű€’«»–"
GREEK = "ΑΒΓΔαβγδεζλμπσφψωΩάέή"
OTHERS = {
    "noto-sans-hebrew-400.ttf": "אבגדהוזשת",
    "noto-emoji-400.ttf": "🧀🚀😀🐄",
}


class _Outline(BasePen):
    """Collects a glyph's outline as polygons, curves cut into short lines."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.shapes: list[list[tuple[float, float]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.shapes.append([pt])

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.shapes[-1].append(pt)

    def _curveToOne(
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        start = self.shapes[-1][-1]
        for step in range(1, 9):
            t = step / 8
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points = (start, pt1, pt2, pt3)
            self.shapes[-1].append(
                (
                    sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
                    sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
                )
            )


def drawn(font: TTFont, character: str) -> Image.Image:
    """A character as its face draws it, cut to its ink, on a square of 48 pixels."""
    glyphs = font.getGlyphSet()
    pen = _Outline(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return _fitted(_filled(pen.shapes, font["head"].unitsPerEm))


def _filled(shapes: list[list[tuple[float, float]]], units: int) -> Image.Image:
    """Shapes filled by the non-zero rule, as far as letters need it: a hole runs the other way round."""
    scale = 200 / units
    canvas = Image.new("L", (500, 500), 255)
    winding = [(shape, _area(shape)) for shape in shapes]
    biggest = max((area for _, area in winding), key=abs)
    for wanted, ink in ((True, 0), (False, 255), (True, None)):
        for shape, area in winding:
            if (area > 0) != (biggest > 0) if wanted else (area > 0) == (biggest > 0):
                continue
            inside_hole = wanted and ink is None
            if inside_hole and not _in_a_hole(shape, winding, biggest):
                continue
            points = [(150 + x * scale, 350 - y * scale) for x, y in shape]
            ImageDraw.Draw(canvas).polygon(points, fill=0 if ink is None else ink)
    return canvas


def _area(shape: list[tuple[float, float]]) -> float:
    pairs = zip(shape, [*shape[1:], shape[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _in_a_hole(
    shape: list[tuple[float, float]], shapes: list[tuple[list[tuple[float, float]], float]], biggest: float
) -> bool:
    """Whether a shape lies within a hole of another (a dot in a ring)."""
    x, y = shape[0]
    for other, area in shapes:
        if (area > 0) == (biggest > 0) or abs(area) < abs(_area(shape)):
            continue
        xs, ys = [point[0] for point in other], [point[1] for point in other]
        if min(xs) < x < max(xs) and min(ys) < y < max(ys):
            return True
    return False


def _fitted(picture: Image.Image) -> Image.Image:
    """The ink of a picture on a square of 48 pixels, in its own proportions."""
    box = ImageChops.invert(picture).getbbox()
    assert box is not None, "no ink"
    cut = picture.crop(box)
    scale = 48 / max(cut.size)
    cut = cut.resize((max(1, round(cut.width * scale)), max(1, round(cut.height * scale))))
    square = Image.new("L", (48, 48), 255)
    square.paste(cut, ((48 - cut.width) // 2, (48 - cut.height) // 2))
    return square


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ: 0 to 255 a pixel, in the mean."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def printed_letters(family: str, text: str) -> Iterator[tuple[str, Image.Image]]:
    """Each character as it comes out of the renderer: one page each, no line but the letter."""
    pages = "".join(
        f"<p style=\"font:{SIZE}pt/200pt '{family}', 'Paletti Arabic', 'Paletti Hebrew', 'Paletti Emoji';"
        f'break-after:page;margin:0;text-align:center">{character}</p>'
        for character in text
    )
    rendered = print_html(f"<!doctype html><html lang=it><title>.</title>{pages}", seconds=30)
    assert rendered.warnings == ()
    document = opened(rendered.pdf)
    for index, character in enumerate(text):
        picture = document[index].render(scale=1).to_pil().convert("L")
        width, height = picture.size
        yield character, _fitted(picture.crop((0, int(height * 0.08), width, int(height * 0.5))))


def _word_picture(word: str) -> Image.Image:
    """A whole word on one page."""
    rendered = print_html(
        f"<!doctype html><html lang=it><title>.</title><p style='font-size:{SIZE}pt;line-height:200pt'>{word}"
    )
    picture = opened(rendered.pdf)[0].render(scale=1).to_pil().convert("L")
    return _fitted(picture.crop((0, int(picture.height * 0.08), picture.width, int(picture.height * 0.5))))


def face(name: str) -> TTFont:
    """One of the document's faces."""
    return TTFont(Path(settings.STATICFILES_DIRS[0]) / "document" / "fonts" / name)


@pytest.mark.parametrize("family", FACES)
def test_accents_polish_and_greek_are_the_faces_own_letters(family: str) -> None:
    font = face(FACES[family])
    for character, picture in printed_letters(family, LATIN + GREEK):
        assert unlike(picture, drawn(font, character)) < 36, character


@pytest.mark.parametrize("name", OTHERS)
def test_hebrew_and_emoji_come_from_their_own_faces(name: str) -> None:
    font = face(name)
    for character, picture in printed_letters("Paletti Text", OTHERS[name]):
        assert unlike(picture, drawn(font, character)) < 40, character


def test_arabic_letters_join_and_are_no_boxes() -> None:
    """Alone, a letter is the face's own; in a word its shapes join, and look otherwise than apart."""
    font = face("ibm-plex-sans-arabic-400.ttf")
    for character, picture in printed_letters("Paletti Text", "ادر"):
        assert unlike(picture, drawn(font, character)) < 40, character
    joined, apart = (_word_picture(word) for word in ("سمك", "س\u200cم\u200cك"))
    assert unlike(joined, apart) > 5


def test_the_comparison_tells_letters_apart() -> None:
    font = face(FACES["Paletti Text"])
    (_, picture), *_rest = printed_letters("Paletti Text", "Ł")
    for wrong in ("L", "D", "Ð", "E"):
        assert unlike(picture, drawn(font, wrong)) > unlike(picture, drawn(font, "Ł")) + 3
