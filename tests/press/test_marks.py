"""What tells a draft from a version: the word across its pages, and the code that opens an address."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pypdfium2
import pypdfium2.raw
import pytest
import segno
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from scoping.press.html import to_html
from scoping.press.layout import lay_out
from scoping.press.pdf import render
from tests import scopes
from tests.press.glyphs import HOME
from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample

MILLIMETRE = 72 / 25.4
CODE_SIDE = 25 * MILLIMETRE
MATRIX = 1  # the page that holds no other light grey
WORDS = ("BOZZA", "DRAFT", "PROVA", "COPIA")


def paths(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Where each drawn path of a page stands: left, bottom, right, top, in points."""
    for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        yield one.get_bounds()


def code_on(document: Printed) -> tuple[int, tuple[float, float, float, float]] | None:
    """The page and the place of the square code of a document, where it has one."""
    for number, page in enumerate(document.document):
        for left, bottom, right, top in paths(page):
            if abs(right - left - CODE_SIDE) < 1 > abs(top - bottom - CODE_SIDE):
                return number, (left, bottom, right, top)
    return None


def modules_of(document: Printed, side: int) -> list[list[bool]]:
    """The code of a document as it is seen: each of its squares, dark or not."""
    found = code_on(document)
    assert found is not None
    number, (left, bottom, right, top) = found
    page, scale = document.document[number], 8
    picture = page.render(scale=scale).to_pil().convert("L")
    step, height = (right - left) / side, page.get_height()
    assert (top - bottom) / side == pytest.approx(step, abs=0.01)
    return [
        [
            bool(
                picture.getpixel(
                    (
                        round((left + (column + 0.5) * step) * scale),
                        round((height - top + (row + 0.5) * step) * scale),
                    )
                )
                < 128
            )
            for column in range(side)
        ]
        for row in range(side)
    ]


def grey_of(document: Printed, page: int) -> Image.Image:
    """Where the watermark's light grey stands on a page."""
    picture = document.picture(page, 2.0).convert("RGB")
    bands = [
        band.point(lambda value, want=want: 255 * (abs(value - want) < 3))
        for band, want in zip(picture.split(), (239, 240, 243), strict=True)
    ]
    grey = ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])
    return grey.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(5))  # edges of letters go


@cache
def word(text: str) -> Image.Image:
    """A word in the title's face, cut to its ink."""
    face = ImageFont.truetype(str(HOME / "fonts" / "SourceSerif4Display-Semibold.ttf"), 200)
    canvas = Image.new("L", (1400, 400))
    ImageDraw.Draw(canvas).text((100, 50), text, font=face, fill=255)
    return canvas.crop(canvas.getbbox()).resize((240, 50))


def likeness(mark: Image.Image, text: str) -> float:
    """How much of a mark and a word, turned level, is ink of both: 0 to 1, at the best angle."""
    best, mark = 0.0, mark.reduce(3)
    for angle in range(-60, 61, 2):
        turned = mark.rotate(angle, expand=True, resample=Image.Resampling.BILINEAR)
        level = turned.crop(turned.getbbox())
        if level.width < 2 * level.height:
            continue
        one, other = (
            level.resize((240, 50)).point(lambda value: 255 * (value > 100)),
            word(text).point(lambda value: 255 * (value > 127)),
        )
        both = sum(ImageChops.multiply(one, other).histogram()[128:])
        either = sum(ImageChops.lighter(one, other).histogram()[128:])
        best = max(best, both / either)
    return best


@pytest.mark.parametrize(("english", "text"), [(False, "BOZZA"), (True, "DRAFT")])
def test_a_draft_bears_its_word_across_each_page(
    printed: Callable[..., Printed], english: bool, text: str
) -> None:
    draft = printed("producer", issued=False, english=english)
    mark = grey_of(draft, MATRIX)
    alike = {one: likeness(mark, one) for one in WORDS}
    assert max(alike, key=lambda one: alike[one]) == text, alike
    assert alike[text] > 0.6, alike
    for page in range(len(draft.document)):
        assert sum(grey_of(draft, page).histogram()[128:]) > 20_000, page


def test_the_word_stands_within_the_page_and_is_so_light_that_the_text_stays_easy_to_read() -> None:
    draft = sample(SAMPLES[-1], issued=False)
    mark = grey_of(draft, MATRIX)
    left, top, right, bottom = mark.getbbox() or (0, 0, 0, 0)
    edge = 10 * MILLIMETRE * 2
    assert min(left, top, mark.width - right, mark.height - bottom) > edge
    assert contrast((0x5B, 0x64, 0x75), (239, 240, 243)) >= 4.5  # of the lightest text


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast of two colours, by WCAG 2."""

    def light(colour: tuple[int, int, int]) -> float:
        parts = [
            part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_version_bears_no_such_word(name: str) -> None:
    version = sample(name)
    for page in range(MATRIX, len(version.document)):
        assert grey_of(version, page).getbbox() is None, page
    assert "· bozza" not in version.text
    assert "· draft" not in version.text


@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_bears_no_code_and_says_that_it_is_one(name: str) -> None:
    draft = sample(name, issued=False)
    assert code_on(draft) is None
    assert "7K3M" not in draft.text
    assert "/v/" not in draft.text.replace(" ", "")
    word = "draft" if draft.scope.language.value == "en" else "bozza"
    assert all(word in text for text in draft.pages)
    assert word in str(draft.pdf.docinfo["/Title"])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_versions_code_is_the_one_that_opens_its_address(name: str) -> None:
    meant = [
        [bool(dark) for dark in row]
        for row in segno.make(scopes.issue().address, error="m", micro=False, boost_error=False).matrix
    ]
    assert modules_of(sample(name), len(meant)) == meant


def test_an_address_of_another_length_gives_another_code() -> None:
    address = "https://paletti.studio-di-consulenza-faro.example/v/7K3MQX2D9RTV4HWB"
    scope = scopes.few()
    document = Printed(scope, render(scope, replace(scopes.issue(), address=address)))
    meant = [
        [bool(dark) for dark in row]
        for row in segno.make(address, error="m", micro=False, boost_error=False).matrix
    ]
    assert modules_of(document, len(meant)) == meant
    assert "paletti.studio-di-consulenza-faro.example/v" in document.text.replace("‑", "-")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_code_stands_alone_on_white(name: str) -> None:
    """A camera needs four modules of white around it."""
    found = code_on(sample(name))
    assert found is not None
    number, (left, bottom, right, top) = found
    page = sample(name).document[number]
    quiet = 4 * CODE_SIDE / 33
    height, scale = page.get_height(), 4
    picture = page.render(scale=scale).to_pil().convert("L")
    box = [
        round(side * scale)
        for side in (left - quiet, height - top - quiet, right + quiet, height - bottom + quiet)
    ]
    inner = [
        round(side * scale) for side in (left - 0.5, height - top - 0.5, right + 0.5, height - bottom + 0.5)
    ]
    around = picture.crop(box)
    ImageDraw.Draw(around).rectangle(
        [inner[0] - box[0], inner[1] - box[1], inner[2] - box[0], inner[3] - box[1]], fill=255
    )
    assert around.getextrema()[0] > 200


@pytest.mark.parametrize("code", ["7K3MQX2D9RTV4HWB", "0000000000000000"])
def test_the_code_is_printed_in_groups_that_do_not_break(code: str) -> None:
    issue = replace(scopes.issue(), code=code, address=f"https://studiofaro.example/v/{code}")
    page = to_html(lay_out(scopes.few(), issue))
    assert "\u2011".join(code[place : place + 4] for place in range(0, 16, 4)) in page
