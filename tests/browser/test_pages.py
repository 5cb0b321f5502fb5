"""Each page of the application in a real browser, found from the URL configuration: none is forgotten."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.load import load_catalogue
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.house.world import World, html_pages, make_world

pytestmark = pytest.mark.django_db(transaction=True)

PARTS = 4  # the pages are dealt out to so many tests, which run beside each other
DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
AS_WIDE_AS_THE_WINDOW = "document.documentElement.scrollWidth <= window.innerWidth"


@pytest.fixture
def world() -> World:
    made = make_world()
    with studio_scope(made.member.studio):
        load_catalogue(made.member.studio)
    return made


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_and_nothing_runs_off_the_side(
    page: Page,
    live_server: LiveServer,
    world: World,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[..., list[str]],
    part: int,
) -> None:
    pages = html_pages(world)
    mine = sorted(pages, key=lambda path: (pages[path], path))[part::PARTS]
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = []
    for path in sorted(mine, key=lambda path: pages[path]):
        if pages[path]:
            signed_in(page, world.member.user)
        page.set_viewport_size(DESK)
        page.emulate_media(color_scheme="light")
        page.goto(live_server.url + path)
        assert page.evaluate("typeof htmx") == "object"
        found += axe_findings(page)
        page.emulate_media(color_scheme="dark")
        found += axe_findings(page, "color-contrast")
        page.set_viewport_size(PHONE)
        found += axe_findings(page)
        found += [] if page.evaluate(AS_WIDE_AS_THE_WINDOW) else [f"{path} runs off the side of a phone"]
    assert found == []
