"""What every test stands on. Its environment was made before: `tests/environment.py`."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import postgres_server  # noqa: F401

settings.register_profile(
    "fast", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile(
    "long", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(autouse=True)
def quick_and_apart(settings: object, tmp_path: Path) -> None:
    """Cheap password hashes, a document folder of the test's own, static files looked for when they are
    asked for (else each of Django's clients looks through all of them at first)."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.DOCUMENTS = tmp_path / "documents"  # type: ignore[attr-defined]
    settings.WHITENOISE_AUTOREFRESH = True  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file, as an installation has it: in memory all threads of a live server would share one
    connection, and two requests at once one transaction. Nothing here has to survive a power cut."""
    from django.conf import settings as django_settings
    from django.db import connections

    known = connections["default"].settings_dict
    if known["ENGINE"] == "django.db.backends.sqlite3":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        known["TEST"]["NAME"] = str(django_settings.VAR / f"tests-{worker}.sqlite3")
        commands = known["OPTIONS"]["init_command"]
        known["OPTIONS"]["init_command"] = commands.replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(scope="session", autouse=True)
def flush_between_tests(django_db_setup: None) -> Iterator[None]:
    """Let only the tests' own flush past the triggers that refuse to empty the record and the documents."""
    from django.db import connection

    from scoping.documents import triggers as documents
    from scoping.kit.append_only import unprotect
    from scoping.record import triggers as record

    operations: Any = type(
        connection.ops
    )  # the class: a browser's loop gives the same thread another connection
    flush = operations.execute_sql_flush

    def flush_past_triggers(self: Any, statements: list[str]) -> None:
        with self.connection.schema_editor(atomic=False) as editor:
            for table in (record.TABLE, documents.TABLE):
                unprotect(editor, table)
        flush(self, statements)
        with self.connection.schema_editor(atomic=False) as editor:
            record.make_triggers(editor)
            documents.make_triggers(editor)

    operations.execute_sql_flush = flush_past_triggers
    yield
    operations.execute_sql_flush = flush


@pytest.fixture
def long() -> bool:
    """Whether the tests run with their full counts (`make test-long`)."""
    return os.environ.get("HYPOTHESIS_PROFILE") == "long"


def pytest_collection_finish() -> None:
    """What was loaded for all tests stays to the end: nothing of it need be looked through each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
