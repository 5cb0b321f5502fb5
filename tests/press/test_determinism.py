"""The same scope gives the same bytes: in another process, on another day, after another document."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine

from scoping.domain import snapshot
from scoping.press.pdf import print_html, render
from tests import scopes
from tests.press.readback import Printed
from tests.press.samples import FOLDER, SAMPLES, sample, sample_scope

ROOT = Path(__file__).parent.parent.parent
ELSEWHERE = {"TZ": "Pacific/Auckland", "LANG": "it_IT.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "4242"}


def printed_by_command(file: Path, folder: Path, **environment: str) -> bytes:
    """What `manage.py scope_pdf` writes of a scope file, run in some folder."""
    target = folder / "printed.pdf"
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "scope_pdf", str(file), "-o", str(target)],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
    )
    return target.read_bytes()


def test_a_draft_printed_by_the_command_elsewhere_is_the_one_printed_here(tmp_path: Path) -> None:
    name = SAMPLES[0]
    printed = printed_by_command(FOLDER / f"{name}.json", tmp_path, **ELSEWHERE)
    assert printed == sample(name, issued=False).rendered.pdf


def test_an_issued_version_printed_from_its_own_file_is_the_one_printed_here(tmp_path: Path) -> None:
    name = SAMPLES[-1]
    file = tmp_path / "version.json"
    file.write_bytes(snapshot.write(sample_scope(name), scopes.issue()))
    assert "issue" in json.loads(file.read_bytes())
    assert printed_by_command(file, tmp_path, **ELSEWHERE) == sample(name).rendered.pdf


@pytest.mark.parametrize("name", SAMPLES)
def test_the_day_and_what_was_printed_before_change_nothing(name: str) -> None:
    print_html("<!doctype html><html lang=it><title>.</title><p>שלום 🧀")  # opens the fallback faces
    with time_machine.travel("2031-05-06 07:08:09+00:00"):
        again = render(sample_scope(name), scopes.issue())
    assert again.pdf == sample(name).rendered.pdf


def test_the_files_dates_are_the_scopes_own() -> None:
    """Of a version the moment of its issue, of a draft the document's day: never the machine's clock."""
    version, draft = sample(SAMPLES[0]), sample(SAMPLES[0], issued=False)
    for key in ("/CreationDate", "/ModDate"):
        assert str(version.pdf.docinfo[key]).startswith("D:20261124140211")
        assert str(draft.pdf.docinfo[key]).startswith("D:20261124")


def test_each_document_has_an_identifier_of_its_own() -> None:
    identifiers = {
        bytes(sample(name, issued=issued).pdf.trailer.ID[0]) for name in SAMPLES for issued in (True, False)
    }
    assert len(identifiers) == 2 * len(SAMPLES)


def test_a_change_of_one_letter_changes_the_bytes(printed: Callable[..., Printed]) -> None:
    scope = printed("few").scope
    changed = replace(scope, title=scope.title.replace("lattosio", "lattosia"))
    assert render(changed, scopes.issue()).pdf != printed("few").rendered.pdf
