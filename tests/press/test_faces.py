"""Embedded faces are whole TrueType files of the tables that a PDF asks for, and draw as before."""

import io
import struct
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from scoping.press.assets import FACES
from scoping.press.faces import KEPT, lean
from scoping.settings import STATICFILES_DIRS
from tests.press.samples import SAMPLES, sample


@pytest.fixture(scope="module", params=FACES)
def face(request: pytest.FixtureRequest) -> bytes:
    """Each of the document's faces."""
    return (STATICFILES_DIRS[0] / "document" / request.param).read_bytes()


def opened(face: bytes) -> TTFont:
    """A face, with every table's sum looked at."""
    return TTFont(io.BytesIO(face), checkChecksums=2)


def outlines(face: TTFont) -> list[Any]:
    """What each of some glyphs draws, and how wide it is."""
    glyphs, found = face.getGlyphSet(), []
    for number in range(0, face["maxp"].numGlyphs, 7):
        pen = DecomposingRecordingPen(glyphs)
        glyph = glyphs[face.getGlyphName(number)]
        glyph.draw(pen)
        found.append((pen.value, glyph.width))
    return found


def test_a_face_keeps_its_outlines_and_widths_and_loses_the_rest(face: bytes) -> None:
    before, after = opened(face), opened(lean(face))
    assert outlines(after) == outlines(before)
    assert {tag.encode() for tag in after.reader.keys()} <= set(KEPT)  # noqa: SIM118 - no dictionary
    assert len(lean(face)) < len(face)


def test_its_sums_come_out(face: bytes) -> None:
    made = lean(face)
    assert len(made) % 4 == 0
    assert sum(struct.unpack(f">{len(made) // 4}L", made)) % 2**32 == 0xB1B0AFBA


def test_a_face_of_another_kind_stays_as_it_is() -> None:
    assert lean(b"OTTO\0\1...") == b"OTTO\0\1..."


def test_the_document_embeds_no_more_than_that() -> None:
    document = sample(SAMPLES[0], issued=True).pdf
    for font in document.pages[0].Resources.Font.values():
        embedded = font.DescendantFonts[0].FontDescriptor.FontFile2
        content = embedded.read_bytes()
        assert int(embedded.Length1) == len(content)
        assert {tag.encode() for tag in opened(content).reader.keys()} <= set(KEPT)  # noqa: SIM118
