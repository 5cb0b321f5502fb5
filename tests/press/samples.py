"""The three samples of the repository, each printed once for all tests of the press."""

from functools import cache
from pathlib import Path

from scoping.domain import scopefile
from scoping.domain.scope import Scope
from tests import scopes
from tests.press.readback import Printed

FOLDER = Path(__file__).parent.parent / "samples"
SAMPLES = tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


@cache
def sample_scope(name: str) -> Scope:
    """The scope of a sample, by its file's name without its ending."""
    return scopefile.read((FOLDER / f"{name}.json").read_bytes()).scope


@cache
def sample(name: str, *, issued: bool = True) -> Printed:
    """A sample as it is printed: issued, or as a draft."""
    scope = sample_scope(name)
    return Printed.of(scope, scopes.issue() if issued else None)
