"""The written file: its tags hang together and say no more than is meant, its table finds every object."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from scoping.press.strokes import joined
from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample

HOLDS_TEXT = {"/P", "/TD", "/TH", "/LBody", "/H1", "/H2", "/H3"}


@pytest.fixture(params=[(SAMPLES[0], True), (SAMPLES[-1], False)], ids=str)
def document(request: pytest.FixtureRequest) -> Printed:
    """One sample as issued, another one as a draft."""
    name, issued = request.param
    return sample(name, issued=issued)


def kids(element: pikepdf.Object) -> list[Any]:
    """What hangs from a structure element: elements, and the numbers of marked content."""
    found: Any = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def below(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements among them."""
    return [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def elements(document: Printed) -> Iterator[pikepdf.Object]:
    """Every structure element in reading order."""
    waiting = list(reversed(kids(document.pdf.Root.StructTreeRoot)))
    while waiting:
        element = waiting.pop()
        yield element
        waiting += reversed(below(element))


def test_text_stands_in_the_cell_paragraph_or_heading_that_says_what_it_is(document: Printed) -> None:
    for element in elements(document):
        if str(element.S) in HOLDS_TEXT:
            assert not {str(kid.S) for kid in below(element)} & {"/Span", "/NonStruct"}
        elif any(isinstance(kid, int) for kid in kids(element)):
            assert str(element.S) in ("/Link", "/Figure"), element.S


def test_each_piece_of_text_is_marked_once_and_its_mark_leads_to_the_element_that_holds_it(
    document: Printed,
) -> None:
    held: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
    for element in elements(document):
        for kid in kids(element):
            if isinstance(kid, int):
                assert (element.Pg.objgen, kid) not in held
                held[element.Pg.objgen, kid] = element.objgen
        assert all(kid.P.objgen == element.objgen for kid in below(element))
    numbers = list(document.pdf.Root.StructTreeRoot.ParentTree.Nums)
    told = {
        (page.obj.objgen, mark): element.objgen
        for page, elements in zip(document.pdf.pages, numbers[1::2], strict=False)
        for mark, element in enumerate(elements)
        if element is not None
    }
    assert told == held
    for page in document.pdf.pages:
        marks = [
            int(instruction.operands[1].MCID)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
        ]
        assert sorted(marks) == sorted(mark for owner, mark in held if owner == page.obj.objgen)


def test_nothing_is_in_the_file_that_nothing_leads_to(document: Printed) -> None:
    reached = {element.objgen for element in elements(document)}
    found = {
        one.objgen
        for one in document.pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
    }
    assert found == reached


def test_the_table_of_objects_needs_no_repair(document: Printed) -> None:
    with pikepdf.open(io.BytesIO(document.rendered.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
        numbers = [one.objgen[0] for one in pdf.objects]
        assert len(numbers) == len(set(numbers))
        assert max(numbers) < int(pdf.trailer.Size)


def test_the_rule_under_a_row_is_one_stroke(document: Printed) -> None:
    """Though the row has three cells; the table of who does what has no other lines."""
    matrix = next(
        page for title, page, _top in document.headings if title in ("Chi fa che cosa", "Who does what")
    )
    strokes = [
        instruction
        for instruction in pikepdf.parse_content_stream(document.pdf.pages[matrix])
        if str(instruction.operator) == "S"
    ]
    assert 20 < len(strokes) < 60


def test_only_pieces_that_look_alike_and_meet_are_joined() -> None:
    def piece(start: bytes, end: bytes, colour: bytes = b"0 0 0 RG") -> list[object]:
        head: list[object] = ["/Artifact", b"BMC", b"q", b"q", b"/A1.0 gs", colour, b"1 w"]
        return [*head, start + b" m", end + b" l", b"S", b"Q", b"Q", b"EMC"]

    one, two = piece(b"0 5", b"10 5"), piece(b"10 5", b"20 5")
    assert list(joined([*one, *two, b"S"])) == [*piece(b"0 5", b"20 5"), b"S"]
    red = b"1 0 0 RG"
    for places in ((b"11 5", b"20 5"), (b"10 6", b"20 6"), (b"10 5", b"10 9"), (b"10 5", b"20 5", red)):
        other = piece(*places)
        assert list(joined([*one, *other])) == [*one, *other]
    assert list(joined(["/Artifact", b"BMC", b"EMC", *one[:9]])) == ["/Artifact", b"BMC", b"EMC", *one[:9]]


def test_glyphs_stand_together_where_nothing_comes_between_them() -> None:
    shown = b"[<0004>0<0023>0<0020002d>-15<0031>0<>0.0<0539>0] TJ"
    assert list(joined([b"BT", shown, b"ET"])) == [b"BT", b"[<000400230020002d>-15<00310539>] TJ", b"ET"]
    assert list(joined([b"[<0001>10<0002>0.5<0003>] TJ"])) == [b"[<0001>10<0002>0.5<0003>] TJ"]


def test_no_text_of_a_document_is_broken_up_needlessly(document: Printed) -> None:
    for page in document.pdf.pages:
        content = page.Contents.read_bytes()
        assert b"] TJ" in content
        assert b">0" not in content
