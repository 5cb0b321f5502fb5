"""The renderer without footnotes: the same document, and the library's own ways with any other version."""

import importlib
from pathlib import Path

import pytest
import weasyprint
from weasyprint import CSS, HTML

from scoping.press import renderer
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from tests import scopes

HOME = Path(__file__).parent.parent.parent / "static" / "document"


def test_a_document_looks_and_reads_as_with_the_whole_sheet() -> None:
    html = to_html(lay_out(scopes.few(), scopes.issue()))
    sheets = [CSS(HOME / "document.css")]
    whole, lean = (
        kind(string=html).write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1", pdf_identifier=b"same")
        for kind in (HTML, renderer.LeanHTML)
    )
    assert lean == whole


def test_nothing_but_footnotes_and_notes_is_left_out() -> None:
    for whole, lean in zip(
        HTML(string="")._ua_stylesheets(), renderer.LeanHTML(string="")._ua_stylesheets(), strict=True
    ):
        left_out = {rule[3] for rule in whole.matcher.other_selectors} - {
            rule[3] for rule in lean.matcher.other_selectors
        }
        assert left_out == {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
        assert lean.matcher.lower_local_name_selectors is whole.matcher.lower_local_name_selectors


def test_another_version_of_the_library_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert renderer.Renderer is renderer.LeanHTML
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    try:
        assert importlib.reload(renderer).Renderer is HTML
    finally:
        monkeypatch.undo()
        importlib.reload(renderer)
