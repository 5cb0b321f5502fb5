"""Each page of the application in a real browser, found from the URL configuration: none is forgotten.

A page is opened once and looked at in every way: by axe in both themes at a desk and on a phone, by
keyboard, with letters of twice the size, on the narrowest screen.
"""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.load import load_catalogue
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.house.world import World, make_world, page_views

from .fitting import TWICE, USUAL, letters, misfits
from .stops import faults_of_the_keyboard

pytestmark = pytest.mark.django_db(transaction=True)

PARTS = 6  # the pages are dealt out to so many tests, which run beside each other
DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
NARROWEST = ViewportSize(width=320, height=640)
LONG_ADDRESS = "maria.antonietta.bianchi@studio-faro.example.org"  # no page is narrower than it
# What colours and places on the screen decide; all else was said of the same page already.
OF_LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "aria-hidden-focus")


@pytest.fixture
def world() -> World:
    made = make_world(email=LONG_ADDRESS)
    with studio_scope(made.member.studio):
        load_catalogue(made.member.studio)
    return made


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_wrong_with_a_page_however_it_is_looked_at(
    page: Page,
    live_server: LiveServer,
    world: World,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[..., list[str]],
    part: int,
    long: bool,
) -> None:
    found: list[str] = []

    def axe(size: ViewportSize, scheme: Literal["light", "dark"], *rules: str) -> None:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found.extend(axe_findings(page, *rules))

    views = page_views(world)
    # A page that nobody has to sign in for is opened before somebody did.
    for address, of_members in sorted(views, key=lambda view: (view[1], view[0]))[part::PARTS]:
        if of_members:
            signed_in(page, world.member.user)
        page.set_viewport_size(DESK)
        page.goto(live_server.url + world.filled(address))
        assert page.evaluate("typeof htmx") == "object"
        axe(DESK, "light")
        if long:
            axe(DESK, "dark")
            axe(PHONE, "light")
        axe(PHONE, "dark", *(() if long else OF_LOOKS))
        found += misfits(page)
        page.set_viewport_size(NARROWEST)
        found += misfits(page)
        page.set_viewport_size(DESK)
        letters(page, TWICE)
        assert page.evaluate("getComputedStyle(document.body).fontSize") == f"{TWICE}px"
        found += misfits(page)
        page.set_viewport_size(PHONE)
        found += [f"{misfit} (on a phone, letters of twice the size)" for misfit in misfits(page)]
        page.set_viewport_size(DESK)
        letters(page, USUAL)
        found += faults_of_the_keyboard(page)
    assert not found, "\n".join(found)
