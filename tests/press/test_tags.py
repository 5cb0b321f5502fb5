"""What screen readers and archives get of the samples: names, tags, bookmarks, faces, nothing that acts."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from scoping.domain.words import Language
from tests.press.readback import Printed, plain
from tests.press.samples import SAMPLES, sample

ORDER = {
    Language.ITALIAN: (
        "Chi fa che cosa", "Marketing", "Social media", "Attività affini comprese", "Attività affini",
        "Una persona, due ruoli", "Compensi", "Non compreso", "Regole del gioco", "Firme",
    ),
    Language.ENGLISH: (
        "Who does what", "Marketing", "Social media", "Adjacent work included", "Adjacent work",
        "One person, two roles", "Fees", "Not included", "Rules of the game", "Signatures",
    ),
}  # fmt: skip
ACTING = (
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Named",
    "/EmbeddedFile", "/Filespec", "/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen",
)  # fmt: skip


@pytest.fixture(params=[(name, issued) for name in SAMPLES for issued in (True, False)], ids=str)
def document(request: pytest.FixtureRequest) -> Printed:
    """Each sample, issued and as a draft."""
    name, issued = request.param
    return sample(name, issued=issued)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements right below one."""
    found: Any = element.get("/K", [])
    return [
        kid
        for kid in (found if isinstance(found, pikepdf.Array) else [found])
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    ]


def elements(document: Printed) -> Iterator[pikepdf.Object]:
    """Every structure element in reading order."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in kids(element):
            yield from below(kid)

    for element in kids(document.pdf.Root.StructTreeRoot):
        yield from below(element)


def objects(document: Printed) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file."""
    return (one for one in document.pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream))


def test_forty_duties_take_five_to_nine_pages(document: Printed) -> None:
    assert 5 <= document.rendered.pages <= 9


def test_no_page_but_the_last_is_nearly_empty(document: Printed) -> None:
    fills = [document.fill(page) for page in range(len(document.document))]
    assert min(fills[:-1]) >= 0.3, fills


def test_the_renderer_says_nothing_of_the_samples(document: Printed) -> None:
    assert document.rendered.warnings == ()
    assert document.rendered.refusals == ()


def test_language_title_and_kind_are_said(document: Printed) -> None:
    root, info = document.pdf.Root, document.pdf.docinfo
    assert str(root.Lang) == document.scope.language.value
    assert document.scope.number in str(info["/Title"])
    assert document.scope.client.name in str(info["/Title"]).replace("’", "'")
    assert bool(root.ViewerPreferences.DisplayDocTitle) is True
    assert bool(root.MarkInfo.Marked) is True
    with document.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(info["/Title"])


def test_there_is_one_bookmark_for_each_section_and_it_leads_to_its_heading(document: Printed) -> None:
    titles = [title for title, _, _ in document.headings[1:]]
    assert titles == [title for title in ORDER[document.scope.language] if title in titles]
    assert {
        title
        for title in ORDER[document.scope.language]
        if not title.startswith(("Att", "Adj", "Una", "One"))
    } <= {*titles}
    for title, page, top in document.headings:
        text = document.document[page].get_textpage().get_text_bounded(0, top - 80, 600, top + 6)
        assert plain(text).strip().startswith(title), (title, text)


def test_headings_come_in_steps_and_one_begins_each_section(document: Printed) -> None:
    levels = [int(str(one.S)[2:]) for one in elements(document) if re.fullmatch(r"/H\d", str(one.S))]
    assert levels[0] == 1
    assert levels.count(1) == len(document.headings)
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_each_table_is_rows_of_cells_and_each_cell_names_its_heads(document: Printed) -> None:
    tables = [one for one in elements(document) if str(one.S) == "/Table"]
    assert len(tables) >= 8
    for table in tables:
        rows = [row for part in kids(table) for row in ([part] if str(part.S) == "/TR" else kids(part))]
        assert {str(row.S) for row in rows} == {"/TR"}
        cells = [cell for row in rows for cell in kids(row)]
        assert {str(cell.S) for cell in cells} == {"/TH", "/TD"}
        heads = {str(attribute(cell, "/ID")) for cell in cells if str(cell.S) == "/TH"}
        for cell in cells:
            if str(cell.S) == "/TD":
                named = {str(head) for head in attribute(cell, "/Headers", [])}
                assert named
                assert named <= heads
        assert len({sum(int(str(attribute(cell, "/ColSpan", 1))) for cell in kids(row)) for row in rows}) == 1


def attribute(element: pikepdf.Object, name: str, default: Any = None) -> Any:
    """An attribute of a structure element, or what it has by that name itself."""
    if name in element:
        return element[name]
    found: Any = element.get("/A", [])
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if name in one:
            return one[name]
    return default


def test_every_piece_of_text_on_a_page_is_tagged_or_an_artifact(document: Printed) -> None:
    for page in document.pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BMC", "BDC"):
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif operator in ("Tj", "TJ", "'", '"'):
                assert depth > 0, instruction.operands
        assert depth == 0


def test_every_face_is_ours_embedded_and_only_in_part(document: Printed) -> None:
    fonts = {
        str(one.BaseFont): one
        for one in objects(document)
        if one.get("/Type") == "/Font" and "/ToUnicode" in one
    }
    assert 4 <= len(fonts) <= 6, sorted(fonts)
    for name, font in fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+Paletti.*", name), name
        (inner,) = font.DescendantFonts
        assert len(inner.FontDescriptor.FontFile2.read_bytes()) < 60_000, name
    loose = [
        one for one in objects(document) if one.get("/Type") == "/Font" and one.get("/Subtype") == "/Type1"
    ]
    assert loose == []


def test_an_issued_file_bears_the_empty_signature_form_and_a_draft_bears_none() -> None:
    for name in SAMPLES:
        form = sample(name).pdf.Root.AcroForm
        assert list(form.Fields) == []
        assert int(form.SigFlags) == 3
        assert "/AcroForm" not in sample(name, issued=False).pdf.Root


def test_nothing_in_the_file_runs_opens_or_is_attached(document: Printed) -> None:
    kinds = Counter(
        str(one[key]) for one in objects(document) for key in ("/S", "/Type", "/Subtype") if key in one
    )
    for kind in ACTING:
        assert kinds[kind] == 0, kind
    for one in objects(document):
        assert not {"/AA", "/OpenAction", "/JS", "/EmbeddedFiles", "/AF", "/XFA"} & set(one.keys()), (
            one.keys()
        )
        if one.get("/S") == "/URI":
            assert str(one.URI) == "https://studiofaro.example/v/7K3MQX2D9RTV4HWB"


def test_the_file_tells_nothing_of_the_machine_that_made_it(document: Printed) -> None:
    said = [str(value) for value in document.pdf.docinfo.values()]
    said.append(document.pdf.Root.Metadata.read_bytes().decode())
    for text in said:
        assert not re.search(r"/(home|work|tmp|root|usr|var)/|file:|document\.invalid", text)
    assert b"document.invalid" not in document.rendered.pdf


def test_a_link_says_where_it_leads(document: Printed) -> None:
    links = [one for one in objects(document) if one.get("/Subtype") == "/Link"]
    assert len(links) >= len(document.headings) - 1
    for link in links:
        assert int(link.F) & 4
        assert str(link.get("/Contents", ""))
