"""The document's tags, made plain: what only the renderer needed goes, what a reader is told stays.

The renderer gives every piece of text an element of its own, and every box without a meaning another one
(`Span`, `NonStruct`). Their text moves up into the cell, paragraph or heading that says what it is: half the
elements, the same reading order. Running heads and feet, which nothing leads to, become artifacts.
"""

from collections.abc import Iterator

import pydyf

Objects = dict[bytes, pydyf.Object]

_MEANS_NOTHING = ("/Span", "/NonStruct")
_HOLDS_TEXT = {"/P", "/TD", "/TH", "/LBody", "/Lbl", "/Caption", *(f"/H{level}" for level in range(1, 7))}


def make_plain(pdf: pydyf.PDF) -> None:
    """Take the needless elements out of a PDF's structure, and mark as artifacts what it does not lead to."""
    objects: Objects = {item.reference: item for item in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    numbers = objects[root["ParentTree"]]["Nums"]
    by_page = dict(zip(pdf.page_references, numbers[1::2], strict=False))
    reached: set[bytes] = set()
    for reference in root["K"]:
        _make_plain(reference, objects, by_page, reached)
    for reference, marks in by_page.items():
        loose = {mark for mark, element in enumerate(marks) if element not in reached}
        _mark_as_artifacts(objects[objects[reference]["Contents"]].stream, loose)
        for mark in loose:
            marks[mark] = "null"
    for reference, item in objects.items():
        if reference not in reached and _is_element(item):
            item.free = "f"


def _make_plain(
    reference: bytes, objects: Objects, by_page: dict[bytes, list[object]], reached: set[bytes]
) -> None:
    """Make everything below an element plain, and note the elements that stay."""
    element = objects[reference]
    reached.add(reference)
    kids: list[bytes | int] = []
    for kid in element["K"]:
        kids += _risen(kid, element, objects, by_page)
    element["K"] = pydyf.Array(kids)
    if not any(isinstance(kid, int) for kid in kids):
        element.pop("Pg", None)  # it says on which page its own text is
    for kid in kids:
        if isinstance(kid, bytes) and _is_element(objects[kid]):
            _make_plain(kid, objects, by_page, reached)


def _risen(
    kid: bytes | int, parent: pydyf.Dictionary, objects: Objects, by_page: dict[bytes, list[object]]
) -> Iterator[bytes | int]:
    """A kid as it hangs from its parent: itself, or what is in it where it means nothing by itself."""
    if isinstance(kid, int):
        by_page[parent["Pg"]][kid] = parent.reference
        yield kid
        return
    element = objects[kid]
    if not _goes(element, parent):
        if _is_element(element):
            element["P"] = parent.reference
        yield kid
    else:
        for inner in element["K"]:
            yield from _risen(inner, parent, objects, by_page)


def _goes(element: pydyf.Object, parent: pydyf.Dictionary) -> bool:
    """Whether an element's text can stand in its parent, on the same page, and nothing is lost."""
    return (
        _is_element(element)
        and element["S"] in _MEANS_NOTHING
        and parent["S"] in _HOLDS_TEXT
        and element["Pg"] == parent["Pg"]
    )


def _is_element(item: pydyf.Object) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"


def _mark_as_artifacts(stream: list[object], loose: set[int]) -> None:
    """Rename the marks of loose content; a mark is a tag, its properties and an operator, one after the
    other."""
    for index, item in enumerate(stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in loose:
            stream[index - 1 : index + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
