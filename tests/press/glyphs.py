"""Compares what a PDF draws with what it says: each glyph's outline with the face's own for that text.

A document may read back well and still show other letters (two files under one name of a face do that), so
the text layer is not asked what is right: for each glyph that a page draws, its outline in the embedded face
must be one that the vendored face itself has for the characters that the text layer gives.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from django.conf import settings
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

HOME = Path(settings.STATICFILES_DIRS[0]) / "document"
WEIGHTS = re.compile(r"-(Semi-Bold|Bold|Regular)$")
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
SINGLE, MULTIPLE, ALTERNATE, LIGATURE, EXTENSION = 1, 2, 3, 4, 7

Outline = tuple[tuple[str, tuple[Any, ...]], ...]


class Face:
    """One vendored face: the outlines that it has for a text."""

    def __init__(self, file: Path) -> None:
        self.font = TTFont(file)
        self.names: dict[int, str] = self.font.getBestCmap()
        self.others: dict[str, set[str]] = {}
        self.ligatures: list[tuple[tuple[str, ...], str]] = []
        for table in self._substitutions():
            for source, targets in table:
                if isinstance(source, str):
                    self.others.setdefault(source, set()).update(targets)
                else:
                    self.ligatures += [(source, target) for target in targets]

    def _substitutions(self) -> Iterator[list[tuple[str | tuple[str, ...], list[str]]]]:
        """Every way in which the face puts a glyph for another one, or for several."""
        if "GSUB" not in self.font or self.font["GSUB"].table.LookupList is None:
            return
        for lookup in self.font["GSUB"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                kind = table.LookupType
                if kind == EXTENSION:
                    table = table.ExtSubTable
                    kind = table.LookupType
                if kind == SINGLE:
                    yield [(source, [target]) for source, target in table.mapping.items()]
                elif kind == MULTIPLE:
                    yield [(source, targets) for source, targets in table.mapping.items()]
                elif kind == ALTERNATE:
                    yield [(source, targets) for source, targets in table.alternates.items()]
                elif kind == LIGATURE:
                    yield [
                        ((first, *one.Component), [one.LigGlyph])
                        for first, found in table.ligatures.items()
                        for one in found
                    ]

    def _reached(self, glyph: str) -> set[str]:
        """A glyph and all that the face may put for it."""
        found, waiting = {glyph}, [glyph]
        while waiting:
            new = self.others.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found

    @cache  # noqa: B019 - a handful of faces, for the tests' own time
    def outlines(self, text: str) -> frozenset[Outline]:
        """Every outline that the face may draw for a text of one or more characters."""
        found: set[str] = set()
        for one in {text, unicodedata.normalize("NFC", text), text.translate(MIRRORED), text[::-1]}:
            glyphs = [self.names.get(ord(character)) for character in one]
            if None in glyphs:
                continue
            if len(glyphs) == 1:
                found |= self._reached(str(glyphs[0]))
                continue
            reached = [self._reached(str(glyph)) for glyph in glyphs]
            for parts, glyph in self.ligatures:
                if len(parts) == len(reached) and all(
                    part in some for part, some in zip(parts, reached, strict=True)
                ):
                    found |= self._reached(glyph)
        return frozenset(outline(self.font, glyph) for glyph in found)


def outline(font: TTFont, glyph: str) -> Outline:
    """A glyph's outline, its parts put together; empty for one that shows nothing."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return tuple(pen.value)


@cache
def files() -> dict[str, set[Path]]:
    """The vendored files by the names that a PDF may give them: the style sheet's, and each file's own."""
    found: dict[str, set[Path]] = {}
    for sheet in ("document.css", "fallback.css"):
        for family, file in re.findall(
            r'font-family: "([^"]+)"; src: url\(([^)]+)\)', (HOME / sheet).read_text()
        ):
            found.setdefault(family.replace(" ", "-"), set()).add(HOME / file)
    for file in HOME.glob("*/*.ttf"):
        names = TTFont(file, lazy=True)["name"]
        family = names.getDebugName(16) or names.getDebugName(1)
        found.setdefault(family.replace(" ", "-"), set()).add(file)
    return found


@cache
def faces_of(name: str) -> tuple[Face, ...]:
    """The vendored faces that a PDF may mean by a name."""
    return tuple(Face(file) for file in sorted(files()[name]))


def texts_of(font: pikepdf.Object) -> dict[int, str]:
    """What the text layer says of each glyph of an embedded face."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def drawn(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Object, set[int]]]:
    """Each embedded face with the glyphs that any page draws of it."""
    fonts: dict[tuple[int, int], tuple[pikepdf.Object, set[int]]] = {}
    for page in pdf.pages:
        current: set[int] = set()
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "Tf":
                    font = page.Resources.Font[str(operands[0])]
                    current = fonts.setdefault(font.objgen, (font, set()))[1]
                case "Tj":
                    current.update(codes(operands[0]))
                case "TJ":
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            current.update(codes(part))
    yield from fonts.values()


def codes(text: pikepdf.Object) -> Iterator[int]:
    """The glyphs of a string: two bytes each."""
    data = bytes(text)
    return (int.from_bytes(data[place : place + 2]) for place in range(0, len(data), 2))


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """What a document draws that it should not: boxes, other letters than it says, nothing at all."""
    found = []
    for font, glyphs in drawn(pdf):
        name = WEIGHTS.sub("", str(font.BaseFont).partition("+")[2]).rstrip(",")
        faces, texts = faces_of(name), texts_of(font)
        data = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        embedded = TTFont(io.BytesIO(data))
        order = embedded.getGlyphOrder()
        for glyph in sorted(glyphs):
            text = texts.get(glyph, "")
            if not 0 < glyph < len(order):  # a glyph that no face has is numbered past all that it has
                found.append(f"{name}: a box for {text!r}")
                continue
            shape = outline(embedded, order[glyph])
            if not text and shape:
                found.append(f"{name}: glyph {glyph} is seen and said nowhere")
            elif text and not any(shape in face.outlines(text) for face in faces):
                found.append(f"{name}: glyph {glyph} is not {text!r}")
            elif not shape and any(unicodedata.category(character)[0] in "LNPS" for character in text):
                found.append(f"{name}: nothing to see for {text!r}")
    return found
