"""An independent PDF/UA checker finds no error in the samples, and only warnings that are explained here."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf
import pytest
from outloud import check

from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample

Finding = Any  # as the checker gives it: severity, rule, message, count

EXPLAINED = {
    # The parties' e-mail and PEC addresses. They are typed by people, and nothing that was typed becomes a
    # link: a document that is signed leads nowhere that its author did not choose.
    "LNK-010",
}


@cache
def found_in(pdf: bytes) -> tuple[Finding, ...]:
    """What the checker says of a file's bytes."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        result = check(file.name)
    assert result.error is None
    return tuple(result.findings)


@pytest.mark.parametrize(("name", "issued"), [*((name, True) for name in SAMPLES), (SAMPLES[-1], False)])
def test_the_checker_finds_no_error_in_a_sample_and_no_warning_unexplained(name: str, issued: bool) -> None:
    found = found_in(sample(name, issued=issued).rendered.pdf)
    assert [one for one in found if one.severity == "error"] == []
    assert [one for one in found if one.severity == "warning" and one.rule not in EXPLAINED] == []


@pytest.mark.parametrize("name", ["few", "nobody_leads"])
def test_nor_in_an_odd_case(printed: Callable[..., Printed], name: str) -> None:
    found = found_in(printed(name).rendered.pdf)
    assert [one for one in found if one.severity != "info" and one.rule not in EXPLAINED] == []


def test_what_is_explained_still_happens_and_is_about_addresses_alone() -> None:
    """An explanation that nothing needs any more goes."""
    found = [one for one in found_in(sample(SAMPLES[0]).rendered.pdf) if one.rule in EXPLAINED]
    assert {one.rule for one in found} == EXPLAINED
    scope = sample(SAMPLES[0]).scope
    addresses = {scope.studio.email, scope.studio.pec, scope.client.pec} - {""}
    assert sum(one.count for one in found) <= len(addresses)


@pytest.mark.parametrize("gone", ["/Lang", "/MarkInfo", "/StructTreeRoot", "/ViewerPreferences"])
def test_the_checker_would_say_if_a_part_were_missing(gone: str, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    (tmp_path / "whole.pdf").write_bytes(sample(SAMPLES[0]).rendered.pdf)
    with pikepdf.open(tmp_path / "whole.pdf") as pdf:
        del pdf.Root[gone]
        pdf.save(spoilt)
    assert any(one.severity == "error" for one in check(str(spoilt)).findings)
