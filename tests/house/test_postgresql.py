"""What must hold on both databases is run once more on PostgreSQL, by the very same tests."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

TESTS = Path(__file__).parent.parent


@pytest.mark.both_databases
def test_the_database_is_the_one_that_was_asked_for(db: None) -> None:
    assert connection.vendor == ("postgresql" if "TEST_DATABASE_URL" in os.environ else "sqlite")


def test_the_record_and_the_documents_hold_on_postgresql_too(postgres_server: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_XDIST")}
    environment["TEST_DATABASE_URL"] = postgres_server
    marked = [file for file in sorted(TESTS.rglob("test_*.py")) if "mark.both_databases" in file.read_text()]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", "both_databases", "-p", "no:xdist", *map(str, marked)],
        cwd=TESTS.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-2000:]
    passed = re.search(r"(\d+) passed", told.stdout)
    assert passed is not None
    assert int(passed[1]) > 10
