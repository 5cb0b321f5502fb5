"""Pages that remember what they drew, for previews: a page that is kept is drawn once, then copied.

What a page draws depends on the pages before it only by the names it shares with them: faces and their
glyphs, states, marks. So it is drawn by itself, and what it used is told to each document that it becomes
part of, in the order in which drawing would have told it. A page that uses more than that is drawn each time,
and so is every page where the library is not the one that was measured.
"""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pydyf

from .renderer import is_measured
from .strokes import joined

_NAMES = "ExtGState", "XObject", "Pattern", "Shading"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page drew: its operators, the states they name, its faces with their glyphs, the boxes that it
    marked."""

    operators: tuple[object, ...]
    states: dict[str, object]
    faces: dict[object, Any]
    marks: dict[object, dict[str, object]]


class Drawn:
    """A page of the renderer's, which draws once."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._drawing: Drawing | None = None
        self._tried = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw into a document's stream."""
        if not self._tried:
            self._drawing, self._tried = _drawing_of(self._page, stream, scale), True
        if self._drawing is None or not _agree(self._drawing.faces, stream._fonts):
            self._page.paint(stream, scale)
        else:
            _copy(self._drawing, stream)


def remembering(pages: Iterable[Any]) -> list[Any]:
    """Pages that draw once, of pages of the renderer's."""
    return [Drawn(page) if is_measured() else page for page in pages]


def _drawing_of(page: Any, stream: Any, scale: float) -> Drawing | None:
    """What a page draws by itself; None where it uses what only the whole document can name."""
    resources = {name: pydyf.Dictionary() for name in _NAMES}
    images: dict[str, object] = {}
    alone = stream.clone(
        fonts={},
        resources={**resources, "ColorSpace": stream._resources["ColorSpace"]},
        images=images,
        tags={},
    )
    alone._ctm_stack = [stream.ctm]
    page.paint(alone, scale)
    states, *others = (resources[name] for name in _NAMES)
    numbered = any(not name.lower().startswith("a") for name in states)
    if images or any(others) or numbered or any(face.missing for face in alone._fonts.values()):
        return None
    return Drawing(tuple(joined(alone.stream)), dict(states), alone._fonts, alone._tags)


def _agree(faces: dict[object, Any], known: dict[object, Any]) -> bool:
    """Whether faces give their glyphs the widths that a document has for them: those follow from the first
    size in which it shows them."""
    return all(
        known[key].widths.get(glyph, width) == width
        for key, face in faces.items()
        if key in known
        for glyph, width in face.widths.items()
    )


def _copy(drawing: Drawing, stream: Any) -> None:
    """Put into a stream what was drawn, and tell its document what that uses."""
    stream.stream += drawing.operators
    for name, state in drawing.states.items():
        stream._resources["ExtGState"].setdefault(name, state)
    for key, face in drawing.faces.items():
        known = stream._fonts.get(key)
        if known is None:
            known = stream._fonts[key] = copy.copy(face)
            known.to_unicode, known.widths, known.missing, known.variations = {}, {}, {}, {}
        for mine, others in ((known.to_unicode, face.to_unicode), (known.widths, face.widths)):
            for glyph, said in others.items():
                mine.setdefault(glyph, said)
    stream._tags.update({box: dict(mark) for box, mark in drawing.marks.items()})
