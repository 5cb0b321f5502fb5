"""Signing in, in a real browser."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.studios.models import User
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_member_signs_in_and_out_with_the_form(page: Page, live_server: LiveServer) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    page.goto(live_server.url)
    page.get_by_label("Email").fill(member.user.email)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Accedi").click()
    page.locator("summary", has_text="Studio Faro").click()
    page.get_by_role("button", name="Esci").click()
    expect(page.get_by_role("heading", name="Accedi")).to_be_visible()


def test_the_language_changes_on_every_page_and_stays(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.get_by_role("button", name="EN").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"


def test_htmx_is_there_and_the_assets_load(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    assert page.evaluate("typeof htmx") == "object"
    assert page.evaluate("document.fonts.check('600 16px \"Source Serif 4\"')")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
def test_axe_finds_nothing_on_the_studios_pages(
    page: Page,
    live_server: LiveServer,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[[Page], list[str]],
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/account/login/")
    found = axe_findings(page)
    signed_in(page, member.user)
    for address in ("/", "/studio/", "/account/email/", "/account/password/change/", "/account/logout/"):
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        found += axe_findings(page)
    page.goto(f"{live_server.url}/studio/")
    page.get_by_label("Partita IVA").fill("123")
    page.get_by_role("button", name="Salva").click()
    expect(page.locator(".invalid-feedback")).to_have_count(1)
    found += axe_findings(page)
    assert found == []


def test_signing_in_and_the_studios_page_work_without_javascript(
    browser: Browser, live_server: LiveServer
) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{live_server.url}/studio/")
    page.get_by_label("Email").fill(member.user.email)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Flat-rate regime").check()
    page.get_by_label("Town").fill("Savona")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    context.close()
    member.studio.refresh_from_db()
    assert (member.studio.regime, member.studio.city) == ("flat_rate", "Savona")
