"""Reads a printed document back: its text by section, its bookmarks, its pages as pictures."""

import io
import re
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2
from PIL import Image

from scoping.domain.scope import Issue, Scope
from scoping.press.pdf import Rendered, render
from tests.shared import once

HEAD_AND_FOOT = 55  # points at a page's top and bottom that running lines may take


def plain(text: str) -> str:
    """Text without what only setting needs: fixed spaces, joiners, line ends, hyphens at line ends."""
    text = text.replace("\u2060", "").replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\x02", "")
    return re.sub(r"[\s\u00a0\u2007\u202f]+", " ", text)


def text_of_pdf(pdf: bytes) -> str:
    """All that a PDF says, page after page, plain."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(plain(page.get_textpage().get_text_bounded()) for page in document)
    finally:
        document.close()


_OPEN = ExitStack()


def opened(pdf: bytes) -> pypdfium2.PdfDocument:
    """A PDF for PDFium to read, kept open until `close_all`: its pages may be asked for at any time."""
    document = pypdfium2.PdfDocument(pdf)
    _OPEN.callback(document.close)
    return document


def close_all() -> None:
    """Close what was opened, before the library itself goes and complains."""
    _OPEN.close()


@dataclass
class Printed:
    """A scope and what was printed of it."""

    scope: Scope
    rendered: Rendered

    @classmethod
    def of(cls, scope: Scope, issue: Issue | None) -> "Printed":
        """What a scope is printed as: once in a run."""
        return cls(scope, once("printed", (scope, issue), lambda: render(scope, issue)))

    @cached_property
    def document(self) -> pypdfium2.PdfDocument:
        """The document, as PDFium reads it; the run closes it at its end."""
        return opened(self.rendered.pdf)

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The document's objects."""
        return pikepdf.open(io.BytesIO(self.rendered.pdf))

    @cached_property
    def headings(self) -> list[tuple[str, int, float]]:
        """The bookmarks of the first level: title, page (from 0), height on it in points from the bottom."""
        return [
            (plain(mark.get_title()), mark.get_dest().get_index(), mark.get_dest().get_view()[1][1])
            for mark in self.document.get_toc()
            if mark.level == 0
        ]

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text of each section, by its title, without running heads and feet."""
        found = {}
        ends = [*self.headings[1:], ("", len(self.document), 0.0)]
        for (title, page, top), (_, end_page, end_top) in zip(self.headings, ends, strict=True):
            parts = []
            for index in range(page, min(end_page, len(self.document) - 1) + 1):
                height = self.document[index].get_height()
                high = top + 4 if index == page else height - HEAD_AND_FOOT
                low = end_top + 4 if index == end_page else HEAD_AND_FOOT
                if high > low:
                    text_page = self.document[index].get_textpage()
                    parts.append(text_page.get_text_bounded(0, low, 1000, high))
            found[title] = plain(" ".join(parts))
        return found

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        return [plain(page.get_textpage().get_text_range()) for page in self.document]

    @property
    def text(self) -> str:
        """The text of the whole document."""
        return " ".join(self.pages)

    def fill(self, page: int) -> float:
        """How far down the text of a page (from 0) reaches: 0 to 1 of the room between its margins."""
        text_page = self.document[page].get_textpage()
        height = self.document[page].get_height()
        bottoms = [
            height - text_page.get_rect(index)[1]
            for index in range(text_page.count_rects())
            if text_page.get_rect(index)[1] > HEAD_AND_FOOT
        ]
        return (max(bottoms) - 73.7) / 711.5

    def picture(self, page: int, scale: float = 2.0) -> Image.Image:
        """A page (from 0) as a picture."""
        return self.document[page % len(self.document)].render(scale=scale).to_pil()
