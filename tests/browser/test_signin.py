"""Signing in, in a real browser."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from scoping.studios.models import User
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

SCHEMES: dict[Literal["light", "dark"], int] = {"light": 1440, "dark": 360}  # each with a width


def test_a_member_signs_in_and_out_with_the_form(page: Page, live_server: LiveServer) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    page.goto(live_server.url)
    page.get_by_label("E-mail").fill(member.user.email)
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


def test_axe_finds_nothing_where_the_studio_s_form_is_refused(
    page: Page,
    live_server: LiveServer,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[[Page], list[str]],
) -> None:
    signed_in(page, factories.membership().user).goto(f"{live_server.url}/studio/")
    page.get_by_label("Partita IVA").fill("123")
    page.get_by_role("button", name="Salva").click()
    expect(page.locator(".invalid-feedback")).to_have_count(1)
    found: list[str] = []
    for scheme, width in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found += axe_findings(page)
    assert found == []


def test_signing_in_and_the_studios_page_work_without_javascript(
    browser: Browser, live_server: LiveServer
) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{live_server.url}/studio/")
    page.get_by_label("E-mail").fill(member.user.email)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Flat-rate regime").check()
    page.get_by_label("Town").fill("Savona")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    context.close()
    member.studio.refresh_from_db()
    assert (member.studio.regime, member.studio.city) == ("flat_rate", "Savona")


def test_a_new_account_founds_its_studio_and_is_shown_the_next_step(
    page: Page, live_server: LiveServer, settings: Settings, axe_findings: Callable[[Page], list[str]]
) -> None:
    settings.SIGN_UP_OPEN = True
    page.goto(live_server.url)
    page.get_by_role("link", name="Crealo").click()
    found = axe_findings(page)
    page.get_by_label("E-mail").fill("anna@example.org")
    page.locator("[name=password1]").fill(factories.PASSWORD)
    page.locator("[name=password2]").fill(factories.PASSWORD)
    page.get_by_role("button", name="Crea l’accesso").click()
    page.get_by_label("Partita IVA").fill("123")
    page.get_by_label("Nome dello studio").fill("Studio Faro")
    page.get_by_label("Il tuo nome e cognome").fill("Anna Landi")
    found += axe_findings(page)
    page.get_by_role("button", name="Fonda lo studio").click()
    expect(page.get_by_label("Partita IVA")).to_have_value("123")
    assert page.get_by_label("Il tuo nome e cognome").input_value() == "Anna Landi"
    page.get_by_label("Partita IVA").fill("00743110157")
    page.get_by_label("Città").fill("Savona")
    page.get_by_label("Via e numero").fill("Via del Molo 3")
    page.get_by_role("radio", name="IVA ordinaria").check()
    page.get_by_role("radio", name="Lavoro autonomo").check()
    page.get_by_role("button", name="Fonda lo studio").click()
    expect(page.locator("[aria-current=step] h2")).to_have_text("Primo cliente, primo incarico")
    found += axe_findings(page)
    page.get_by_role("link", name="Comincia il primo incarico").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert found == []


@pytest.mark.parametrize("width", [1440, 390])
def test_a_word_is_explained_beside_it_by_keyboard(
    page: Page,
    live_server: LiveServer,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[[Page], list[str]],
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(page, factories.membership().user).goto(f"{live_server.url}/welcome/")
    mark = page.locator("summary", has_text="Che cosa si intende: incarico")
    mark.focus()
    page.keyboard.press("Enter")
    says = page.get_by_text("Un lavoro per un cliente")
    expect(says).to_be_in_viewport(ratio=1)
    assert axe_findings(page) == []
    page.keyboard.press("Escape")
    expect(says).to_be_hidden()
    expect(mark).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
