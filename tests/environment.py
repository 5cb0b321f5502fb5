"""The tests' environment, made before Django reads its settings: `-p tests.environment` in pyproject.toml.

A `conftest.py` would be too late: pytest-django reads the settings before any is imported. The folder is
the tests' own, so that none touches an installation's data.
"""

import os
import shutil
import tempfile

from tests.shared import PLACE

for _name in [name for name in os.environ if name.startswith("PALETTI_") and name != "PALETTI_CHROMIUM"]:
    del os.environ[_name]
_var = tempfile.mkdtemp(prefix="paletti-tests-")
os.environ["PALETTI_VAR"] = _var
os.environ.setdefault(PLACE, f"{_var}/shared")  # a worker has that of the process which started it
os.makedirs(os.environ[PLACE], exist_ok=True)
if _url := os.environ.get("TEST_DATABASE_URL"):  # the same tests on PostgreSQL: see house/test_postgresql.py
    os.environ["PALETTI_DATABASE_URL"] = _url
os.environ["PALETTI_PRINT_SECONDS"] = "60"  # a busy machine is slow: the limit has a test of its own
os.environ["PALETTI_SECRET_KEY"] = "for-tests-only-" + "x" * 40
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's synchronous API runs a loop beside the ORM


def pytest_unconfigure() -> None:
    """Leaves nothing behind."""
    shutil.rmtree(_var, ignore_errors=True)
