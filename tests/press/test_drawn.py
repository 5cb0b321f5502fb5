"""A page that is kept is drawn once; where it cannot be copied it is drawn again, and looks the same."""

from dataclasses import replace
from typing import Any

import pydyf
import pytest
import weasyprint
from weasyprint import Page
from weasyprint.pdf.stream import Stream

from scoping.domain.words import Responsible
from scoping.press.drawn import Drawn, remembering
from scoping.press.pdf import preview_job
from scoping.press.printer import Printer
from scoping.press.strokes import joined
from scoping.press.wire import Job
from tests import scopes
from tests.press.test_kept import HOME

OPENED = '<!doctype html>\n<html lang="it"><title>.</title></head><body>'


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(HOME)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages that are drawn from now on."""
    found: list[Page] = []
    paint = Page.paint

    def paint_and_note(page: Page, stream: Stream, scale: float = 1) -> None:
        found.append(page)
        paint(page, stream, scale)

    monkeypatch.setattr(Page, "paint", paint_and_note)
    return found


def painted(page: Any, faces: dict[Any, Any]) -> list[object]:
    """What a page draws into a document that has used some faces."""
    names = {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading")}
    stream = Stream(faces, (0, 0, 1, 1), {**names, "ColorSpace": b"1 0 R"}, {}, {}, {}, None)
    page.paint(stream, 0.75)
    return [item for item in joined(stream.stream) if isinstance(item, bytes)]


def test_a_page_that_is_kept_is_drawn_once(printer: Printer, drawn: list[Page]) -> None:
    scope = scopes.few()
    pages = printer.print(preview_job(scope)).pages
    assert len(drawn) == pages
    drawn.clear()
    printer.print(preview_job(scope))
    assert drawn == []
    duties = [
        replace(duty, reason="Lo fa chi stampa.") if duty.responsible == Responsible.EXCLUDED else duty
        for duty in scope.duties
    ]
    printer.print(preview_job(replace(scope, duties=tuple(duties))))
    assert len(drawn) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<p style="background: linear-gradient(red, blue)">Una sfumatura.',
        '<p style="opacity: .5">In trasparenza.',
        "<p>Un segno che nessun carattere ha: &#x10900;",
    ],
)
def test_what_only_the_whole_document_can_name_is_drawn_each_time(
    body: str, printer: Printer, drawn: list[Page]
) -> None:
    job = Job(html=OPENED + body, identifier=b"0123456789abcdef", seconds=20)
    whole = printer.print(job).pdf
    for _turn in range(2):
        drawn.clear()
        assert printer.print(replace(job, chapters=(1,))).pdf == whole
        assert drawn


def test_a_page_agrees_with_its_document_about_the_widths_of_glyphs(printer: Printer) -> None:
    job = Job(html=OPENED + "<p>Larghezze.", identifier=b"", seconds=20)
    page = printer.lay_out(job.html, job)[0].pages[0]
    kept, faces = Drawn(page), dict[Any, Any]()
    plain = painted(page, faces)
    assert painted(kept, {}) == plain
    assert painted(kept, faces) == plain
    for face in faces.values():
        face.widths.update({glyph: width + 100 for glyph, width in face.widths.items()})
    moved = painted(page, faces)
    assert moved != plain
    assert painted(kept, faces) == moved


def test_pages_of_another_version_of_the_library_draw_as_they_always_do(
    printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job(html=OPENED + "<p>Una.", identifier=b"", seconds=20)
    pages = printer.lay_out(job.html, job)[0].pages
    assert isinstance(remembering(pages)[0], Drawn)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    assert remembering(pages) == pages
