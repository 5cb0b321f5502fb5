"""Chapters that were laid out before, kept for the next preview: only what changed is laid out anew.

A chapter is known by the hash of its HTML, its numbers and the style sheets. Its shape (how many pages it
takes, and on which of them its sections begin) does not depend on numbers: from the shapes follow the numbers
of all chapters, and where a shape is not known yet, it is guessed first and then seen.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .chapters import Chapter, chapters_of

PAGES_KEPT = 30  # of three drafts, beside the one in work; a page takes one or two megabytes
SHAPES_KEPT = 2048
ATTEMPTS = 3

LaidOut = tuple[Any, tuple[str, ...], tuple[str, ...]]  # the renderer's document, refusals, warnings


@dataclass(frozen=True, slots=True)
class Shape:
    """How many pages a chapter takes, and on which of them, from 0, each of its sections begins."""

    pages: int
    begins: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A chapter as it was laid out, and what was refused and warned of; `key` names what it shows."""

    document: Any
    refusals: tuple[str, ...]
    warnings: tuple[str, ...]
    shape: Shape
    key: str

    @property
    def keys(self) -> list[str]:
        """A name for each page: the same name is the same picture."""
        return [f"{self.key}{page}" for page in range(self.shape.pages)]


@dataclass(frozen=True, slots=True)
class Preview:
    """A document to be put together: its chapters, the pages that each is expected to take, a name for all
    else that its look depends on, and what lays out the HTML of one."""

    chapters: tuple[Chapter, ...]
    expected: tuple[int, ...]
    style: str
    lay_out: Callable[[str], LaidOut]

    @classmethod
    def of(
        cls, html: str, expected: tuple[int, ...], style: str, lay_out: Callable[[str], LaidOut]
    ) -> "Preview":
        """The preview of a document's HTML."""
        chapters = chapters_of(html)
        known = len(expected) == len(chapters)
        return cls(chapters, expected if known else (1,) * len(chapters), style, lay_out)

    def hashed(self, html: str) -> str:
        """A name for some HTML in this preview's style."""
        return sha256(f"{self.style}\n{html}".encode()).hexdigest()[:24]


class Kept:
    """What was laid out, as far as it was used last. `dropped` counts the pages that were let go."""

    def __init__(self) -> None:
        self.dropped = 0
        self._laid: OrderedDict[str, Laid] = OrderedDict()
        self._shapes: OrderedDict[str, Shape] = OrderedDict()

    def whole(self, preview: Preview) -> list[Laid] | None:
        """Every chapter with the right numbers; None where numbers and pages keep changing each other."""
        known = [preview.hashed(chapter.html) in self._shapes for chapter in preview.chapters]
        for place in [*range(1, len(known)), 0]:  # the cover last: it names the pages of the others
            if not known[place]:
                self._one(preview, place, self._shapes_of(preview))
        for _attempt in range(ATTEMPTS):
            shapes = self._shapes_of(preview)
            laid = [self._one(preview, place, shapes) for place in range(len(shapes))]
            if [one.shape for one in laid] == shapes:
                self._let_go(laid)
                return laid
        return None

    def alone(self, preview: Preview, section: str) -> list[Laid] | None:
        """The one chapter that holds a section, with its numbers as far as they are known; None if none
        does."""
        for place, chapter in enumerate(preview.chapters):
            if section in chapter.anchors:
                laid = self._one(preview, place, self._shapes_of(preview))
                self._let_go([laid])
                return [laid]
        return None

    def clear(self) -> None:
        """Keep nothing."""
        self._laid.clear()

    def _shapes_of(self, preview: Preview) -> list[Shape]:
        """The shape of each chapter: as it was seen, or else as it is expected."""
        return [
            self._shapes.get(preview.hashed(chapter.html))
            or Shape(pages, tuple((anchor, 0) for anchor in chapter.anchors))
            for chapter, pages in zip(preview.chapters, preview.expected, strict=True)
        ]

    def _one(self, preview: Preview, place: int, shapes: list[Shape]) -> Laid:
        """One chapter with the numbers that follow from the shapes."""
        chapter = preview.chapters[place]
        html = _numbered(chapter, place, shapes)
        key = preview.hashed(html)
        laid = self._laid.get(key)
        if laid is None:
            document, refusals, warnings = preview.lay_out(html)
            laid = Laid(document, refusals, warnings, _shape(document, chapter), key)
            self._laid[key] = laid
        self._laid.move_to_end(key)
        content = preview.hashed(chapter.html)
        self._shapes[content] = laid.shape
        self._shapes.move_to_end(content)
        return laid

    def _let_go(self, asked: list[Laid]) -> None:
        """Keep what was just asked for, and of all else what was used last."""
        pages = sum(laid.shape.pages for laid in self._laid.values())
        while pages > PAGES_KEPT and len(self._laid) > len(asked):
            dropped = self._laid.popitem(last=False)[1].shape.pages
            pages, self.dropped = pages - dropped, self.dropped + dropped
        while len(self._shapes) > SHAPES_KEPT:
            self._shapes.popitem(last=False)


def _numbered(chapter: Chapter, place: int, shapes: list[Shape]) -> str:
    firsts = [1]
    for shape in shapes:
        firsts.append(firsts[-1] + shape.pages)
    pages = {
        anchor: first + page
        for first, shape in zip(firsts, shapes, strict=False)
        for anchor, page in shape.begins
    }
    return chapter.numbered(firsts[place], firsts[-1] - 1, pages)


def _shape(document: Any, chapter: Chapter) -> Shape:
    begins = [
        (anchor, index)
        for index, page in enumerate(document.pages)
        for anchor in page.anchors
        if anchor in chapter.anchors
    ]
    return Shape(len(document.pages), tuple(begins))
