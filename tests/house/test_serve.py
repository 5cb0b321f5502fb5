"""Starting Paletti on this machine, and what is said where it cannot start."""

import errno
import hashlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from scripts import serve

HOME = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(var: Path, language: str = "C.UTF-8") -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PALETTI_", "LC_"))}
    return kept | {"PALETTI_VAR": str(var), "LANG": language}


def refused(port: int | str, var: Path, language: str = "C.UTF-8", database: str = "") -> str:
    """What a start that cannot be says; it must end with exit code 1 and one line."""
    told = subprocess.run(
        [sys.executable, "scripts/serve.py", str(port)],
        cwd=HOME,
        env=environment(var, language) | {"PALETTI_DATABASE_URL": database},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 1, told.stdout + told.stderr
    assert told.stderr.count("\n") == 1, told.stderr
    return told.stderr


@contextmanager
def served(port: int, var: Path, **told: str) -> Iterator[str]:
    """Paletti on that port with such variables, once it answers; yields what it printed."""
    process = subprocess.Popen(
        [sys.executable, "scripts/serve.py", str(port)],
        cwd=HOME, env=environment(var) | told, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        printed = process.stdout.readline()
        while "localhost" not in printed and process.poll() is None:
            printed += process.stdout.readline()
        yield printed
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def page(port: int, path: str) -> tuple[int, str]:
    """The answer to a browser, as soon as the server listens."""
    for _attempt in range(200):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except ConnectionRefusedError:
            continue
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.05)
    raise AssertionError("nothing listens")


def addresses_of(port: int) -> set[str]:
    """Where that port listens, as the kernel writes addresses: 0100007F is 127.0.0.1."""
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()
    ]
    places = [fields[1].split(":") for fields in lines if fields[3] == "0A"]
    return {address for address, number in places if int(number, 16) == port}


def test_the_first_start_makes_what_it_needs_and_the_second_changes_nothing(tmp_path: Path) -> None:
    port = free_port()
    with served(port, tmp_path) as printed:
        assert f"http://localhost:{port}" in printed
        status, text = page(port, "/account/login/")
        assert status == 200
        assert "<h1>" in text
        assert "/account/signup/" in text
        assert page(port, "/static/css/main.css")[0] == 200
        assert addresses_of(port) == {"0100007F"}
    key = tmp_path / "secret_key"
    assert key.stat().st_mode & 0o077 == 0
    before = {
        path: digest(path) for path in tmp_path.rglob("*") if path.is_file() and "sqlite3-" not in path.name
    }
    with served(port, tmp_path) as printed:
        page(port, "/account/login/")
    assert {path: digest(path) for path in before} == before


def test_an_installation_with_an_address_of_its_own_gets_no_demo(tmp_path: Path) -> None:
    with served(free_port(), tmp_path, PALETTI_PUBLIC_URL="https://paletti.example.org") as printed:
        pass
    assert "demo" not in printed.lower()
    with sqlite3.connect(tmp_path / "paletti.sqlite3") as database:
        assert database.execute("SELECT COUNT(*) FROM scoping_user").fetchone() == (0,)


def test_sign_up_is_open_on_one_s_own_machine_alone() -> None:
    here = "http://localhost:8123"
    told: dict[str, str] = {}
    serve.suit_own_machine(told, here)
    assert told == {"PALETTI_PUBLIC_URL": here, "PALETTI_SIGN_UP_OPEN": "true"}
    closed = {"PALETTI_SIGN_UP_OPEN": "false"}
    serve.suit_own_machine(closed, here)
    assert closed["PALETTI_SIGN_UP_OPEN"] == "false"
    elsewhere = {"PALETTI_PUBLIC_URL": "https://paletti.example.org"}
    serve.suit_own_machine(elsewhere, here)
    assert elsewhere == {"PALETTI_PUBLIC_URL": "https://paletti.example.org"}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_port_that_is_taken_is_said_in_the_users_language(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} is taken" in refused(port, tmp_path)
        assert f"La porta {port} è già occupata" in refused(port, tmp_path, "it_IT.UTF-8")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "many", "8 000", "²"])
def test_what_is_no_port_is_said(port: str, tmp_path: Path) -> None:
    assert "is no port" in refused(port, tmp_path)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "cannot be written to" in refused(free_port(), tmp_path / "file" / "var")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "cannot be written"), (errno.EACCES, "cannot be written")],
)
def test_a_full_or_read_only_disk_is_said(
    fault: int, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.raises(SystemExit):
        serve.stop_for_disk(OSError(fault, "no"), Path("/var/paletti"))
    assert sentence in capsys.readouterr().err


def test_another_fault_of_the_disk_stays_loud() -> None:
    with pytest.raises(OSError, match="Input/output"):
        serve.stop_for_disk(OSError(errno.EIO, "Input/output"), Path("/var/paletti"))


def test_a_database_of_a_later_version_is_said_and_left_alone(tmp_path: Path) -> None:
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, cwd=HOME, env=environment(tmp_path), check=True)
    with closing(sqlite3.connect(tmp_path / "paletti.sqlite3")) as later:
        later.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('scoping', '9999_later', '2026-1-1')"
        )
        later.commit()
    before = digest(tmp_path / "paletti.sqlite3")
    assert "later version of Paletti (9999_later)" in refused(free_port(), tmp_path)
    assert digest(tmp_path / "paletti.sqlite3") == before


def test_a_database_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    assert "does not answer" in refused(
        free_port(), tmp_path, database="postgres://nobody@127.0.0.1:1/nothing"
    )


def test_every_wrong_variable_is_named_at_once(tmp_path: Path) -> None:
    wrong = {
        "PALETTI_PUBLIC_URL": "paletti.example.org/x",
        "PALETTI_ALLOWED_HOSTS": "*.example.org",
        "PALETTI_DATABASE_URL": "mysql://localhost/x",
        "PALETTI_EMAIL_URL": "mail.example.org",
        "PALETTI_PROXIES": "many",
        "PALETTI_DEBUG": "perhaps",
    }
    told = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=HOME, env=environment(tmp_path) | wrong, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 1
    assert [name for name in wrong if name not in told.stderr] == []
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, "none"),
        ({"PALETTI_EMAIL_URL": "smtp://mail.example.org"}, "mandatory"),
        ({"PALETTI_PUBLIC_URL": "https://paletti.example.org"}, "mandatory"),
    ],
    ids=["own machine", "mail server", "address of its own"],
)
def test_addresses_are_confirmed_wherever_a_letter_can_reach_somebody_or_a_stranger_can_come(
    tmp_path: Path, told: dict[str, str], asked: str
) -> None:
    says = "from scoping import settings; print(settings.ACCOUNT_EMAIL_VERIFICATION)"
    printed = subprocess.run(
        [sys.executable, "-c", says],
        cwd=HOME, env=environment(tmp_path) | told, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert printed.stdout.strip() == asked
