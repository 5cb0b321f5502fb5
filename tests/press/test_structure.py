"""What the file is: tagged, named, bookmarked, its faces embedded, the same bytes each time."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from outloud import check

from scoping.press.pdf import render
from tests import scopes
from tests.press.readback import Printed


def elements(document: Printed) -> Iterator[pikepdf.Object]:
    """Every structure element, in reading order."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        kids: Any = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    for kid in document.pdf.Root.StructTreeRoot.K:
        yield from below(kid)


def test_the_file_says_its_language_title_and_kind(printed: Callable[..., Printed]) -> None:
    for english, language, word in ((False, "it", "Ambito dell’incarico"), (True, "en", "Scope of work")):
        pdf = printed("producer", english=english).pdf
        assert str(pdf.Root.Lang) == language
        assert word in str(pdf.docinfo["/Title"])
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert 'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes().decode()


def test_every_section_has_a_bookmark(printed: Callable[..., Printed]) -> None:
    document = printed("producer")
    marks = [(mark.level, mark.get_title()) for mark in document.document.get_toc()]
    assert [title for level, title in marks if level == 0][1:4] == [
        "Chi fa che cosa",
        "Marketing",
        "Social media",
    ]
    assert (1, "Mansioni") in marks


def test_tables_have_heads_and_pictures_have_words(printed: Callable[..., Printed]) -> None:
    kinds = [str(element.S) for element in elements(printed("producer"))]
    assert kinds.count("/Table") > 10
    assert kinds.count("/TH") > 40
    assert "/L" in kinds
    figures = [element for element in elements(printed("producer")) if str(element.S) == "/Figure"]
    assert len(figures) == 2
    assert all(str(figure.Alt) for figure in figures)


def test_running_heads_and_feet_are_artifacts(printed: Callable[..., Printed]) -> None:
    pdf = printed("producer").pdf
    content = pdf.pages[1].Contents.read_bytes()
    assert content.count(b"/Pagination") >= 3
    reached = {element.objgen for element in elements(printed("producer"))}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for index in range(1, 2 * len(pdf.pages), 2):
        assert all(one is None or one.objgen in reached for one in numbers[index])


def test_every_face_is_embedded_and_only_in_part(printed: Callable[..., Printed]) -> None:
    fonts: dict[str, Any] = {}
    for page in printed("producer").pdf.pages:
        fonts |= dict(page.Resources.Font.items())
    assert 4 <= len(fonts) <= 7
    for font in fonts.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.FontDescriptor
        assert str(font.BaseFont)[7] == "+"
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font
        assert "Paletti" in str(font.BaseFont)


def test_the_file_is_small(printed: Callable[..., Printed]) -> None:
    assert len(printed("producer").rendered.pdf) < 90_000


def test_an_issued_file_bears_the_empty_signature_form_and_a_draft_does_not(
    printed: Callable[..., Printed],
) -> None:
    form = printed("producer").pdf.Root.AcroForm
    assert list(form.Fields) == []
    assert int(form.SigFlags) == 3
    assert "/AcroForm" not in printed("undivided", issued=False).pdf.Root


def test_nothing_in_the_file_acts_or_holds_another_file(printed: Callable[..., Printed]) -> None:
    pdf = printed("producer").pdf
    assert "/OpenAction" not in pdf.Root
    assert "/AA" not in pdf.Root
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            assert str(annotation.Subtype) == "/Link"
            assert "/A" not in annotation or str(annotation.A.S) == "/GoTo"


def test_the_code_is_printed_in_groups_and_its_address_is_short(printed: Callable[..., Printed]) -> None:
    signatures = printed("producer").sections["Firme"].replace("‑", "-")
    assert "7K3M-QX2D-9RTV-4HWB" in signatures
    assert "studiofaro.example/v e scrivete" in signatures


def test_the_same_scope_gives_the_same_bytes(printed: Callable[..., Printed]) -> None:
    assert render(scopes.producer(), scopes.issue()).pdf == printed("producer").rendered.pdf


def test_another_process_with_another_hash_seed_gives_the_same_bytes(printed: Callable[..., Printed]) -> None:
    program = (
        "import django, hashlib; django.setup();"
        "from scoping.press.pdf import render; from tests import scopes;"
        "print(hashlib.sha256(render(scopes.producer(), scopes.issue()).pdf).hexdigest())"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.HOME,
        env={
            "PYTHONHASHSEED": "7",
            "DJANGO_SETTINGS_MODULE": "scoping.settings",
            "PATH": "/usr/bin:/bin",
            **_var(),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == hashlib.sha256(printed("producer").rendered.pdf).hexdigest()


def _var() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PALETTI_VAR", "PALETTI_SECRET_KEY")}


@pytest.mark.parametrize(
    "name", ["producer", "adjacent_work", "third_party_social", "flat_rate", "other_scripts"]
)
def test_an_independent_checker_finds_no_error(
    printed: Callable[..., Printed], name: str, tmp_path: Path
) -> None:
    """One kind of warning may stay: addresses that somebody typed are text, and never become links."""
    file = tmp_path / "document.pdf"
    file.write_bytes(printed(name).rendered.pdf)
    result = check(str(file))
    assert result.error is None
    found = [(one.rule, one.message) for one in result.findings if one.severity in ("error", "warning")]
    assert [one for one in found if one[0] != "LNK-010"] == []
