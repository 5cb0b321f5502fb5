"""What is seen is what is said: each glyph of a document is its face's own for the text under it."""

import io
import unicodedata
from collections.abc import Callable
from html import escape

import pikepdf
import pytest

from scoping.press import assets, fonts
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from scoping.press.pdf import print_html, render
from tests import scopes
from tests.press.glyphs import drawn, faults, texts_of
from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample, sample_scope

WRITTEN = (
    "Perché così: àèéìòù ÀÈÉÌÒÙ",
    "Łódź ŁĄĘŚŻŹĆŃ łąęśżźćń",
    "Škoda Žižkov ČĎŇŘŤŮ",
    "Ζεύς Ελλάδα ΑΒΓΔΩ ά ΐ ύ",
    "שלום עליכם",
    "مرحبا بالعالم",
    "🧀 🚀 👩\u200d🌾 👍🏽 ❤️",
    "e\u0301 x\u0301 q\u0323\u0307",
    "fi ffi fl ½ № ™ ← → ✓ ☐ ‰ × ≠ ≤ « » “ ” ‑ – —",
)


@pytest.mark.parametrize("issued", [True, False])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_glyph_of_a_sample_is_its_faces_own(name: str, issued: bool) -> None:
    assert faults(sample(name, issued=issued).pdf) == []


def test_every_glyph_is_right_in_every_place_that_somebody_types_into() -> None:
    text = " ".join(WRITTEN)
    scope = scopes.typed(text)
    document = Printed(scope, render(scope, scopes.issue(), seconds=30))
    assert document.rendered.warnings == ()
    assert faults(document.pdf) == []
    said = {
        character
        for font, glyphs in drawn(document.pdf)
        for glyph in glyphs
        for character in texts_of(font).get(glyph, "")
    }
    meant = {
        character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character)[0] in "LS"
    }
    assert meant - said == set()


def test_names_in_other_scripts_are_their_own_letters(printed: Callable[..., Printed]) -> None:
    document = printed("other_scripts")
    assert faults(document.pdf) == []
    said = {str(font.BaseFont).partition("+")[2] for font, _ in drawn(document.pdf)}
    assert any("Arabic" in name for name in said)
    assert any("Hebrew" in name for name in said)
    assert any("Emoji" in name for name in said)


def test_no_fallback_face_is_in_a_document_that_needs_none() -> None:
    said = {str(font.BaseFont) for font, _ in drawn(sample("hotel").pdf)}
    assert [
        name for name in said if any(word in name for word in ("Arabic", "Hebrew", "Emoji", "Noto"))
    ] == []


def test_whatever_is_not_called_unprintable_is_printed_right() -> None:
    """Every character of every face, in the text, in a heading and in the serif of a lead."""
    known = fonts._characters(assets.FACES) | fonts._characters(assets.FALLBACK_FACES)
    shown = [chr(code) for code in sorted(known) if unicodedata.category(chr(code))[0] in "LNPS"]
    assert len(shown) > 3000
    assert fonts.unprintable("".join(shown)) == set()
    text = escape(" ".join(shown))
    page = f"<p>{text}</p><p><b>{text}</b></p><h2>{text}</h2><p class=lead>{text}</p>"
    rendered = print_html(f"<!doctype html><html lang=it><title>.</title>{page}", seconds=60)
    assert rendered.warnings == ()
    assert faults(pikepdf.open(io.BytesIO(rendered.pdf))) == []


def test_a_box_is_found() -> None:
    rendered = print_html("<!doctype html><html lang=it><title>.</title><p>漢字")
    assert any("a box for" in fault for fault in faults(pikepdf.open(io.BytesIO(rendered.pdf))))


@pytest.fixture
def spoilt() -> pikepdf.Pdf:
    """A sample, to be spoilt."""
    return pikepdf.open(io.BytesIO(sample(SAMPLES[-1]).rendered.pdf))


def test_letters_of_another_face_are_found_though_the_text_reads_right(spoilt: pikepdf.Pdf) -> None:
    """As it happens where two files share one name: the glyphs are looked up in the wrong file."""
    found = {str(font.BaseFont).partition("+")[2]: font for font, _ in drawn(spoilt)}
    text, title = (
        next(font.DescendantFonts[0].FontDescriptor for name, font in found.items() if name.startswith(start))
        for start in ("Paletti-Text", "Paletti-Lead")
    )
    text.FontFile2 = title.FontFile2
    assert len([fault for fault in faults(spoilt) if "is not" in fault]) > 20


def test_one_letter_that_reads_as_another_is_found(spoilt: pikepdf.Pdf) -> None:
    font = next(font for font, _ in drawn(spoilt) if "Paletti-Text" in str(font.BaseFont))
    said = font.ToUnicode.read_bytes()
    assert b"> <0061>" in said
    font.ToUnicode.write(said.replace(b"> <0061>", b"> <0141>"))
    (fault,) = faults(spoilt)
    assert fault.endswith("is not 'Ł'")


def test_nothing_in_the_samples_is_unprintable() -> None:
    for name in SAMPLES:
        assert fonts.unprintable(to_html(lay_out(sample_scope(name), scopes.issue()))) == set()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ristorante 漢字", {"漢", "字"}),
        ("कखग", {"क", "ख", "ग"}),
        ("unassigned \u0378 \U000e1000", {"\u0378", "\U000e1000"}),
        ("private \ue000", {"\ue000"}),
        ("half \ud800 a character", {"\ud800"}),
        ("Łódź, Ελλάς, שלום, سلام, 🧀, e\u0301", set()),
        ("zero\u200dwidth, soft\u00adhyphen, a\ufe0f", set()),
        ("", set()),
    ],
)
def test_what_no_face_has_is_named(text: str, named: set[str]) -> None:
    assert fonts.unprintable(text) == named
