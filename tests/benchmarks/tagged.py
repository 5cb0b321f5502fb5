"""What a screen reader is told: which text stands in which heading, paragraph, cell and list, in their order.

Elements that mean nothing (`Span`, `NonStruct`) are looked through."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.press.glyphs import codes, texts_of

MEANS_NOTHING = {"/Span", "/NonStruct"}
Told = list[tuple[str, str]]
Marks = dict[tuple[Any, int], str]


def told(pdf: pikepdf.Pdf) -> Told:
    """Each element that means something, in reading order: what it stands in, up to the document, with the
    columns that it spans and what it says instead of a picture, and its own text."""
    marks = _marks(pdf)
    found: list[list[str]] = []
    for kid in pdf.Root.StructTreeRoot.K:
        _tell(kid, "", None, marks, found)
    return [(path, " ".join(text.split())) for path, text in found]


def _tell(
    element: pikepdf.Object, path: str, page: Any, marks: Marks, found: list[list[str]], place: int = -1
) -> None:
    """Note an element and what is in it; `place` is that of the element whose text its own belongs to."""
    page = element.Pg.objgen if "/Pg" in element else page
    if str(element.S) not in MEANS_NOTHING:
        attributes: Any = element.get("/A", {})
        spans = attributes.get("/ColSpan", 1)
        path, place = f"{path}{element.S}{'' if spans == 1 else spans}", len(found)
        found.append([path, str(element.get("/Alt", ""))])
    held: Any = element.get("/K", [])
    for kid in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(kid, int):
            found[place][1] += marks[page, kid]
        elif "/S" in kid:
            _tell(kid, path, page, marks, found, place)


def _marks(pdf: pikepdf.Pdf) -> Marks:
    """The text under each mark of each page."""
    found: Marks = defaultdict(str)
    for page in pdf.pages:
        for mark, text in _shown(page):
            found[page.obj.objgen, mark] += text
    return found


def _shown(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Each piece of text of a page, with the number of its mark; what has none is not read out."""
    texts: dict[int, str] = {}
    open_marks: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                texts = texts_of(page.Resources.Font[str(operands[0])])
            case "BMC":
                open_marks.append(None)
            case "BDC":
                open_marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
            case "EMC":
                open_marks.pop()
            case "TJ" if open_marks and open_marks[-1] is not None:
                pieces = [part for part in operands[0] if isinstance(part, pikepdf.String)]
                yield (
                    open_marks[-1],
                    "".join(texts.get(code, "\ufffd") for piece in pieces for code in codes(piece)),
                )
