"""The coloured bars at the paper's edge: each page wears the colours of the sections that stand on it.

They are drawn after the layout, when it is known where each section stands: over the whole height of a page
that belongs to one section, and down to the middle of the gap where another begins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pydyf

WIDTH = 5 * 72 / 25.4  # points
POINTS = 0.75  # of a CSS pixel
_COLOURS = {"marketing": ("#274690",), "social": ("#b3431e",), "both": ("#274690", "#b3431e")}
_HATCH = "#4b5563"
_STEP, _STROKE = 4.4, 0.9  # points between the lines of the hatch, and how thick they are


@dataclass(frozen=True, slots=True)
class Part:
    """What one section takes of a page: its bar, and from where to where, in points from the top."""

    bar: str
    top: float
    bottom: float


def draw_under(pages: Iterable[object], pdf: pydyf.PDF, mark: Sequence[str]) -> None:
    """Draw each page's mark and bars under its content, as artifacts."""
    objects = {item.reference: item for item in pdf.objects if item.number is not None}
    for page, reference in zip(pages, pdf.page_references, strict=True):
        height = page.height * POINTS  # type: ignore[attr-defined]
        drawn = [*mark]
        for part in _stretched(_parts(page._page_box), height):  # type: ignore[attr-defined]
            drawn += _bar(part, height)
        if drawn:
            content = objects[objects[reference]["Contents"]]
            content.stream[:0] = ["/Artifact", b"BMC", *drawn, b"EMC"]


def _parts(box: object) -> Iterator[Part]:
    """The sections under a box, from the top down."""
    element = getattr(box, "element", None)
    bar = element.get("data-bar") if element is not None else None
    if bar is not None:
        top = box.border_box_y() * POINTS  # type: ignore[attr-defined]
        yield Part(bar, top, top + box.border_height() * POINTS)  # type: ignore[attr-defined]
        return
    for child in getattr(box, "children", ()):
        yield from _parts(child)


def _stretched(found: Iterable[Part], height: float) -> Iterator[Part]:
    """The parts of a page without gaps between them, from edge to edge of the paper; neighbours alike are
    one."""
    parts: list[Part] = []
    for part in found:
        if parts and parts[-1].bar == part.bar:
            part = Part(part.bar, parts.pop().top, part.bottom)
        parts.append(part)
    for index, part in enumerate(parts):
        top = (parts[index - 1].bottom + part.top) / 2 if index else 0.0
        last = index == len(parts) - 1
        yield Part(part.bar, top, height if last else (part.bottom + parts[index + 1].top) / 2)


def _bar(part: Part, height: float) -> list[str]:
    """The operators that draw one bar; none for a section without colour."""
    colours = _COLOURS.get(part.bar, ())
    each = (part.bottom - part.top) / max(1, len(colours))
    drawn: list[str] = []
    for index, colour in enumerate(colours):
        drawn.append(f"{_rgb(colour)} rg")
        drawn.append(f"0 {height - part.top - (index + 1) * each:.2f} {WIDTH:.2f} {each:.2f} re f")
    return _hatch(part, height) if part.bar == "excluded" else drawn


def _hatch(part: Part, height: float) -> list[str]:
    """A bar of slanting lines, cut at its edges."""
    low, high = height - part.bottom, height - part.top
    lines = ["q", f"0 {low:.2f} {WIDTH:.2f} {high - low:.2f} re W n", f"{_rgb(_HATCH)} RG {_STROKE} w"]
    y = low - WIDTH
    while y < high:
        lines.append(f"-1 {y - 1:.2f} m {WIDTH + 1:.2f} {y + WIDTH + 1:.2f} l S")
        y += _STEP
    return [*lines, "Q"]


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))
