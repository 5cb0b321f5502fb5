"""A real browser on a live server. A test fails if its pages log an error, break the policy or throw."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.studios.models import User

PATIENCE = 60_000  # milliseconds; a first document on a machine with two busy cores is slow
expect.set_options(timeout=PATIENCE)

PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable")
BUNDLED = ("chromium_headless_shell-*/chrome-*/*headless*shell", "chromium-*/chrome-linux*/chrome")
AXE = Axe().axe_script
# What a page says of itself: what its policy refused, and whether one has to scroll sideways.
REPORTS = """
document.addEventListener("securitypolicyviolation", (event) => {
  const what = event.blockedURI || "inline";
  console.error(`policy: ${event.violatedDirective} refuses ${what} (${event.sourceFile || ""})`);
});
for (const kind of ["load", "htmx:afterSettle"]) addEventListener(kind, () => {
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > innerWidth) console.error(`runs off the side: ${scrollWidth} of ${innerWidth}`);
});
"""


def browser_program() -> str:
    """Chromium or Chrome on this machine, or where Playwright put its own; rather the headless shell, which
    takes a third of the time of the whole browser."""
    for name in (os.environ.get("PALETTI_CHROMIUM", ""), *PROGRAMS):
        if name and (found := shutil.which(name)):
            return found
    for place in BUNDLED:
        if bundled := sorted(Path.home().glob(f".cache/ms-playwright/{place}")):
            return str(bundled[-1])
    raise RuntimeError("There is no Chromium: sh scripts/setup test")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's own browser."""
    return {"executable_path": browser_program()}


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    """An Italian reader at a desk; `@pytest.mark.browser_context_args` changes it for a test."""
    return {
        "locale": "it-IT",
        "timezone_id": "Europe/Rome",
        "viewport": {"width": 1440, "height": 900},
        "reduced_motion": "reduce",  # no colour is half-way while axe measures it
    }


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test complained of. A test that provokes an error empties it."""
    return []


@pytest.fixture(autouse=True)
def pages_stay_silent(
    context: BrowserContext, complaints: list[str], live_server: LiveServer
) -> Iterator[None]:
    """Listens to every page of the test and fails it if one complains."""

    def on_console(message: ConsoleMessage) -> None:
        if "status of 422" in message.text:
            return  # refused input is an answer; Chromium logs it as an error
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def on_error(error: Error) -> None:
        complaints.append(f"exception: {error}")

    def listen(page: Page) -> None:
        page.on("console", on_console)
        page.on("pageerror", on_error)

    context.set_default_timeout(PATIENCE)
    context.add_init_script(REPORTS)
    context.on("page", listen)
    yield
    browser = context.browser
    assert browser is not None
    for opened in browser.contexts:  # before the database goes: a page that still loads would find none
        opened.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:  # nor may an answer that nobody waits for any more
            thread.join(PATIENCE / 1000)
    assert complaints == []


@pytest.fixture
def signed_in(
    context: BrowserContext, live_server: LiveServer, client: Client
) -> Callable[[Page, User], Page]:
    """`signed_in(page, user)` gives the browser that user's session, without the form."""

    def sign_in(page: Page, user: User) -> Page:
        client.force_login(user)
        cookie = client.cookies[django_settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return sign_in


@pytest.fixture
def axe_findings(complaints: list[str]) -> Callable[..., list[str]]:
    """`axe_findings(page)`: what axe-core has to say of the page as it is now, one line an element. Named
    rules: what these alone say.

    axe itself tries out inline styles, which the policy refuses: what is logged while it runs is its own. It
    does not load the style sheets again (`preload`): it looks for imported ones in the wrong folder.
    """

    def findings(page: Page, *rules: str) -> list[str]:
        page.wait_for_load_state("load")  # with its style sheets: without them no colour is ours
        before = len(complaints)
        options = {"preload": False, "resultTypes": ["violations"]}
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        violations = page.evaluate(
            "options => axe.run(document, options).then((results) => results.violations)",
            options | ({"runOnly": list(rules)} if rules else {}),
        )
        page.evaluate("1")  # what was logged until now has arrived when this is answered
        del complaints[before:]
        return [
            f"{page.url} {violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in violations
            for node in violation["nodes"]
        ]

    return findings
