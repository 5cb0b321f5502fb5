"""Scope files in and out, on the command line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from scoping.domain import scopefile
from scoping.engagements.models import Engagement
from scoping.operations.demo_studio import SAMPLES, take_identity
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories

SAMPLE = SAMPLES / "marketing-only.json"


@pytest.fixture
def studio(db: None) -> Iterator[Studio]:
    """The studio that the sample names."""
    made = factories.studio()
    identity = scopefile.read(SAMPLE.read_bytes()).scope.studio
    made.name = identity.name
    take_identity(made, identity)
    made.save()
    with studio_scope(made):
        yield made


def run(*arguments: str, stdin: bytes = b"", language: str = "it_IT.UTF-8", **environment: str) -> Any:
    """One command in a process of its own, with a database that nobody can open."""
    said = {
        "PATH": "/usr/bin:/bin",
        "LANG": language,
        "PALETTI_SECRET_KEY": "x" * 50,
        "PALETTI_PRINT_SECONDS": "60",
        "PALETTI_DATABASE_URL": "sqlite:////nowhere/at/all/db.sqlite3",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], input=stdin, capture_output=True, env=said, check=False
    )


def test_a_scope_file_is_printed_without_a_database_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    told = run("scope_pdf", str(SAMPLE), "-o", str(first), PALETTI_VAR=str(tmp_path / "var"))
    assert told.returncode == 0, told.stderr
    again = run("scope_pdf", "-", "-o", "-", stdin=SAMPLE.read_bytes(), PALETTI_VAR=str(tmp_path / "var"))
    second.write_bytes(again.stdout)
    assert first.read_bytes().startswith(b"%PDF-")
    assert first.read_bytes() == second.read_bytes()


def test_without_a_place_for_it_the_pdf_stands_beside_the_file(tmp_path: Path) -> None:
    copied = tmp_path / "offerta.json"
    copied.write_bytes(SAMPLE.read_bytes())
    call_command("scope_pdf", str(copied))
    assert (tmp_path / "offerta.pdf").read_bytes().startswith(b"%PDF-")


def wrong(tmp_path: Path) -> Path:
    document = json.loads(SAMPLE.read_text())
    document["scope"]["duties"][2]["quantity"] = "-3"
    document["scope"]["months"] = 0
    document["scope"]["surprise"] = True
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(document))
    return path


def test_a_wrong_file_gets_every_error_at_once_in_the_terminals_language_and_no_pdf(tmp_path: Path) -> None:
    output, said = tmp_path / "out.pdf", set()
    for language in ("it_IT.UTF-8", "en_GB.UTF-8"):
        told = run(
            "scope_pdf", str(wrong(tmp_path)), "-o", str(output), language=language, PALETTI_VAR=str(tmp_path)
        )
        lines = told.stderr.decode()
        assert told.returncode == 2
        assert "$.scope.duties[2].quantity" in lines
        assert "$.scope.months" in lines
        assert "$.scope.surprise" in lines
        assert not output.exists()
        assert told.stdout == b""
        said.add(lines)
    assert len(said) == 2


def test_a_file_that_is_not_there_or_may_not_be_written_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, named in (
        ([str(tmp_path / "none.json")], "none.json"),
        ([str(SAMPLE), "-o", str(tmp_path / "no" / "x.pdf")], "x.pdf"),
    ):
        with pytest.raises(SystemExit) as stopped:
            call_command("scope_pdf", *arguments)
        assert stopped.value.code == 1
        assert named in capsys.readouterr().err


def exported(tmp_path: Path, number: str, name: str) -> bytes:
    call_command("export_scope", number, "-o", str(tmp_path / name))
    return (tmp_path / name).read_bytes()


def test_export_import_export_gives_the_same_bytes(studio: Studio, tmp_path: Path) -> None:
    call_command("import_scope", str(SAMPLE))
    number = Engagement.objects.get().number
    first = exported(tmp_path, number, "first.json")
    assert first == SAMPLE.read_bytes()
    call_command("import_scope", str(tmp_path / "first.json"))
    assert Engagement.objects.count() == 1
    assert exported(tmp_path, number, "second.json") == first


def test_into_another_studio_each_replacement_is_listed(
    studio: Studio, capsys: pytest.CaptureFixture[str]
) -> None:
    other = factories.studio(name="Studio Riva")
    call_command("import_scope", str(SAMPLE), studio="studio riva")
    told = capsys.readouterr().out
    assert "$.scope.studio.name: Studio Faro → Studio Riva" in told
    assert "$.scope.number" in told
    with studio_scope(other):
        assert Engagement.objects.count() == 1
    assert not Engagement.objects.exists()


def test_with_several_studios_one_must_be_named(studio: Studio, capsys: pytest.CaptureFixture[str]) -> None:
    factories.studio(name="Studio Riva")
    with pytest.raises(SystemExit) as stopped:
        call_command("import_scope", str(SAMPLE))
    assert stopped.value.code == 1
    assert "--studio" in capsys.readouterr().err
    assert not Engagement.objects.exists()


def test_a_wrong_file_is_not_imported_at_all(studio: Studio, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("import_scope", str(wrong(tmp_path)))
    assert stopped.value.code == 2
    assert not Engagement.objects.exists()


def test_what_is_not_there_is_not_exported(studio: Studio, tmp_path: Path) -> None:
    call_command("import_scope", str(SAMPLE))
    number = Engagement.objects.get().number
    for arguments in (["2031-001"], [number, "--version", "1"]):
        with pytest.raises(SystemExit):
            call_command("export_scope", *arguments, "-o", str(tmp_path / "x.json"))
    assert not (tmp_path / "x.json").exists()
