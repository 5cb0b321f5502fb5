"""Every page by keyboard alone, with letters of twice the size, and on the narrowest screen."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserType, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.load import load_catalogue
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.house.world import World, html_pages, make_world

from .conftest import browser_program

pytestmark = pytest.mark.django_db(transaction=True)

DESK, NARROWEST = ViewportSize(width=1440, height=900), ViewportSize(width=320, height=640)
MOST_STOPS = 900  # of one page: somebody who pressed Tab so often is trapped
RUNS_OFF = "document.documentElement.scrollWidth > window.innerWidth"
TWICE = "--blink-settings=defaultFontSize=32"  # as somebody sets it who sees badly

# Notes each place that the focus comes to: whether it is shown there, and whether it is in sight.
LISTENER = """
window.stops = {faults: [], count: 0, first: null, round: false};
document.addEventListener("focusin", ({target}) => {
  const stops = window.stops;
  if (stops.round) return;
  if (target === stops.first) { stops.round = true; return; }
  stops.first ??= target;
  stops.count += 1;
  const shown = [target, ...(target.labels || []), target.parentElement, target.nextElementSibling]
    .filter(Boolean).map((one) => getComputedStyle(one))
    .some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none");
  const seen = [target, ...(target.labels || [])].map((one) => one.getBoundingClientRect())
    .some(({width, top, bottom, left, right}) =>
      width > 2 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  if (!shown || !seen) {
    const what = target.outerHTML.slice(0, 90);
    stops.faults.push(`${shown ? "out of sight" : "focus is not shown"}: ${what}`);
  }
});
"""


@pytest.fixture
def world() -> World:
    made = make_world()
    with studio_scope(made.member.studio):
        load_catalogue(made.member.studio)
    return made


@pytest.mark.parametrize("part", range(2))
def test_each_page_is_reached_by_keyboard_and_fits_the_narrowest_screen(
    page: Page, live_server: LiveServer, world: World, signed_in: Callable[[Page, User], Page], part: int
) -> None:
    pages = html_pages(world)
    signed_in(page, world.member.user)
    faults: list[str] = []
    for path in sorted(path for path in pages if pages[path])[part::2]:
        page.set_viewport_size(DESK)
        page.goto(live_server.url + path)
        faults += [f"{path} {fault}" for fault in faults_of_the_keyboard(page)]
        page.set_viewport_size(NARROWEST)
        if page.evaluate(RUNS_OFF):
            faults.append(f"{path} runs off the side of 320 pixels")
    assert not faults, "\n".join(faults)


def test_each_page_fits_with_letters_of_twice_the_size(
    browser_type: BrowserType, live_server: LiveServer, world: World, client: Client
) -> None:
    client.force_login(world.member.user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    browser = browser_type.launch(executable_path=browser_program(), args=[TWICE])
    context = browser.new_context(viewport=DESK, locale="it-IT")
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    faults = []
    for path in sorted(path for path, signed_in in html_pages(world).items() if signed_in):
        page.goto(live_server.url + path)
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        if page.evaluate(RUNS_OFF):
            faults.append(path)
    browser.close()
    assert not faults, "\n".join(faults)


def faults_of_the_keyboard(page: Page) -> list[str]:
    """Press Tab until the focus is back where it began: where it was not shown; or that it never came."""
    page.evaluate(LISTENER)
    for _press in range(0, MOST_STOPS, 30):
        for _one in range(30):
            page.keyboard.press("Tab")
        if page.evaluate("stops.round"):
            faults: list[str] = page.evaluate("stops.faults")
            return faults
    return [f"Tab never comes back to the beginning, after {page.evaluate('stops.count')} stops"]
