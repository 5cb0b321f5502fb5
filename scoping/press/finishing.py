"""The last touches to a PDF before it is written: what the renderer leaves open, by its own objects.

- An empty signature form, so that tools sign by adding to the file and leave every issued byte as it is.
- Running heads and feet become artifacts: the renderer marks them as content but ties them to nothing.
- Links are printed too (their print flag), as PDF/UA asks.
"""

from collections.abc import Iterable

import pydyf

PRINTED = 4  # the flag of an annotation that is printed as it is shown


def finish(pdf: pydyf.PDF, *, signable: bool) -> None:
    """Give a PDF its last touches; `signable`: it bears the empty signature form."""
    if signable:
        pdf.catalog.update(AcroForm=pydyf.Dictionary({"Fields": pydyf.Array([]), "SigFlags": 3}))
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Subtype") == "/Link":
            item["F"] = PRINTED
    _untie_running_lines(pdf)


def _untie_running_lines(pdf: pydyf.PDF) -> None:
    """Turn marked content that the structure does not lead to into artifacts, page by page."""
    objects = {item.reference: item for item in pdf.objects if item.number is not None}
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached = _reached(root["K"], objects)
    numbers = objects[root["ParentTree"]]["Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for number, reference in enumerate(pdf.page_references):
        elements = parents[number]
        loose = {mark for mark, element in enumerate(elements) if element not in reached}
        _mark_as_artifacts(objects[objects[reference]["Contents"]].stream, loose)
        for mark in loose:
            elements[mark] = "null"


def _reached(kids: Iterable[object], objects: dict[bytes, pydyf.Object]) -> set[bytes]:
    """The references of all structure elements below some."""
    found: set[bytes] = set()
    waiting = list(kids)
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, bytes) and reference not in found:
            found.add(reference)
            waiting += objects[reference].get("K", [])
    return found


def _mark_as_artifacts(stream: list[object], loose: set[int]) -> None:
    """Rename the marks of loose content; a mark is a tag, its properties and an operator, one after the
    other."""
    for index, item in enumerate(stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in loose:
            stream[index - 1 : index + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
