"""The stopwatch: a first-time user follows the guide's page, and what the walk takes is printed."""

import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from .first import COUNTER, STOPS, first_scope
from .walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"it": DOCS / "primo-ambito.md", "en": DOCS / "first-scope.md"}
LANGUAGES = ["it", "en"] if os.environ.get("HYPOTHESIS_PROFILE") == "long" else ["it"]
LIMITS = re.compile(r"\*\*\D*(\d+) \w+, (\d+) \w+ (?:e|and) (\d+) \w+\*\*")


def sections(guide: str) -> list[str]:
    """The numbered steps of a guide, each in one line."""
    return [" ".join(part.split()) for part in re.split(r"^## \d+\. ", guide, flags=re.MULTILINE)[1:]]


def missing_on(page: Page, section: str) -> list[str]:
    """The words in bold of a step that do not stand on the page."""
    shown = " ".join(page.locator("body").inner_text().split())
    return [words for words in re.findall(r"\*\*(.+?)\*\*", section) if words not in shown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_time_user_follows_the_guide_to_the_first_issued_document(
    page: Page,
    live_server: LiveServer,
    settings: Settings,
    language: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.SIGN_UP_OPEN = True
    page.add_init_script(COUNTER)
    guide = GUIDES[language].read_text()
    told = dict(zip(STOPS, sections(guide), strict=True))
    untrue = {}
    for stop in first_scope(Walker(page, live_server.url, language), "anna@example.org"):
        assert f"pictures/first-{stop}-{language}.png" in told[stop]
        if missing := missing_on(page, told.pop(stop)):
            untrue[stop] = missing
    assert told == {}
    assert untrue == {}
    counted = json.loads(page.evaluate("sessionStorage.getItem('counted')"))
    taken = (counted["clicks"], len(counted["fields"]), counted["pages"])
    with capsys.disabled():
        print(f"\nA first scope, {language}: {taken[0]} clicks, {taken[1]} fields, {taken[2]} pages")
    limits = LIMITS.search(guide)
    assert limits is not None
    assert all(
        0.8 * int(limit) <= count <= int(limit) for count, limit in zip(taken, limits.groups(), strict=True)
    ), taken
