"""What an operator can set is told in docs/configuration.md, all of it."""

import re
from pathlib import Path

from scoping.env import Environment

DOCS = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"


def test_the_page_names_every_variable_and_no_other() -> None:
    told = set(re.findall(r"`(PALETTI_\w+)` \|", DOCS.read_text()))
    assert told == {f"PALETTI_{name.upper()}" for name in Environment.model_fields}
