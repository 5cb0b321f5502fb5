"""What every test stands on."""

import os
import shutil
import tempfile
from pathlib import Path

# Before Django reads its settings: a folder of the tests' own, so that none touches an installation's data.
for _name in [name for name in os.environ if name.startswith("PALETTI_") and name != "PALETTI_CHROMIUM"]:
    del os.environ[_name]
_var = tempfile.mkdtemp(prefix="paletti-tests-")
os.environ["PALETTI_VAR"] = _var
os.environ["PALETTI_SECRET_KEY"] = "for-tests-only-" + "x" * 40
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's synchronous API runs a loop beside the ORM

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from tests.postgres import postgres_server  # noqa: E402, F401

settings.register_profile(
    "fast", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile(
    "long", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(autouse=True)
def quick_and_apart(settings: object, tmp_path: Path) -> None:
    """Cheap password hashes, a document folder of the test's own, plain static files."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.DOCUMENTS = tmp_path / "documents"  # type: ignore[attr-defined]


@pytest.fixture
def long() -> bool:
    """Whether the tests run with their full counts (`make test-long`)."""
    return os.environ.get("HYPOTHESIS_PROFILE") == "long"


def pytest_unconfigure() -> None:
    """Leaves nothing behind."""
    shutil.rmtree(_var, ignore_errors=True)
