"""An independent PDF/UA checker finds no error in the samples, and only warnings that are explained here."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from outloud import check

from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample

EXPLAINED = {
    # The parties' e-mail and PEC addresses. They are typed by people, and nothing that was typed becomes a
    # link: a document that is signed leads nowhere that its author did not choose.
    "LNK-010",
}


def findings(document: Printed, folder: Path) -> list[tuple[str, str, str]]:
    """What the checker says of a document: severity, rule, message."""
    file = folder / "document.pdf"
    file.write_bytes(document.rendered.pdf)
    result = check(str(file))
    assert result.error is None
    return [(one.severity, one.rule, one.message) for one in result.findings]


@pytest.mark.parametrize("issued", [True, False])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_checker_finds_no_error_in_a_sample_and_no_warning_unexplained(
    name: str, issued: bool, tmp_path: Path
) -> None:
    found = findings(sample(name, issued=issued), tmp_path)
    assert [one for one in found if one[0] == "error"] == []
    assert [one for one in found if one[0] == "warning" and one[1] not in EXPLAINED] == []


@pytest.mark.parametrize("name", ["few", "nobody_leads", "many", "austrian_client", "other_scripts"])
def test_nor_in_an_odd_case(printed: Callable[..., Printed], name: str, tmp_path: Path) -> None:
    found = findings(printed(name), tmp_path)
    assert [one for one in found if one[0] in ("error", "warning") and one[1] not in EXPLAINED] == []


def test_what_is_explained_still_happens_and_is_about_addresses_alone(tmp_path: Path) -> None:
    """An explanation that nothing needs any more goes."""
    file = tmp_path / "document.pdf"
    file.write_bytes(sample(SAMPLES[0]).rendered.pdf)
    found = [one for one in check(str(file)).findings if one.rule in EXPLAINED]
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
