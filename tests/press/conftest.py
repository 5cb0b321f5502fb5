"""Documents are printed once for all tests of the press, and read back from their bytes."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests import scopes
from tests.press.readback import Printed, close_all


@pytest.fixture(scope="session", autouse=True)
def closed_at_the_end() -> Iterator[None]:
    """Close the documents that were read back, before the library goes."""
    yield
    close_all()


@pytest.fixture(scope="session")
def printed() -> Iterator[Callable[..., Printed]]:
    """Print a scope of `tests.scopes` by its name: issued, or as a draft; each only once."""

    @cache
    def print_once(name: str, *, issued: bool = True, english: bool = False) -> Printed:
        scope = getattr(scopes, name)()
        if english:
            scope = scopes.in_english(scope)
        return Printed.of(scope, scopes.issue() if issued else None)

    yield print_once
    print_once.cache_clear()
