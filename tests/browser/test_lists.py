"""Finding something as one types: the list follows, the field keeps the focus, the address can be shared."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.load import load_catalogue
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.overview import works

pytestmark = pytest.mark.django_db(transaction=True)


def test_lists_and_the_catalogue_follow_what_is_typed(
    page: Page, live_server: LiveServer, signed_in: Callable[[Page, User], Page], complaints: list[str]
) -> None:
    member = factories.membership()
    with studio_scope(member.studio):
        load_catalogue(member.studio)
        for name in ("Caffè Àncora", "Hotel Miralago"):
            works.engagement(factories.client(member.studio, name=name), name[:3])
    signed_in(page, member.user)
    for path, words, there, gone in (
        ("/engagements/", "ancora", "Caffè Àncora", "Hotel Miralago"),
        ("/clients/", "ancora", "Caffè Àncora", "Hotel Miralago"),
        ("/catalogue/", "a che punto siamo", "Diagnosi di marketing", "Piano marketing annuale"),
    ):
        page.goto(f"{live_server.url}{path}")
        field = page.get_by_role("searchbox")
        field.press_sequentially(words)
        expect(page.locator("#found").get_by_text(gone, exact=True)).to_have_count(0)
        expect(page.locator("#found").get_by_text(there, exact=True).first).to_be_visible()
        expect(page.locator("#count")).to_contain_text(re.compile("trovat"))
        expect(field).to_be_focused()
        expect(page).to_have_url(re.compile(r"\?q=" + words.replace(" ", r"(\+|%20)")))
        page.reload()
        expect(page.locator("#found").get_by_text(gone, exact=True)).to_have_count(0)
        assert page.get_by_role("searchbox").input_value() == words
    page.goto(f"{live_server.url}/engagements/")
    page.get_by_role("searchbox").press_sequentially("palombaro")
    expect(page.locator("#standings")).to_contain_text("Tutti 0")
    page.locator("#found").get_by_role("link", name="Mostra tutti gli incarichi").click()
    expect(page.locator("#found")).to_contain_text("Hotel Miralago")
    assert complaints == []
    page.context.set_offline(True)
    page.get_by_role("searchbox").press_sequentially("a")
    expect(page.get_by_role("alert")).to_contain_text("La connessione è caduta")
    page.context.set_offline(False)
    page.context.clear_cookies()
    page.get_by_role("searchbox").press_sequentially("n")
    expect(page.get_by_role("alert")).to_contain_text("La sessione è finita")
    expect(page.locator("#found")).to_contain_text("Hotel Miralago")
    assert page.get_by_role("searchbox").input_value() == "an"
    complaints.clear()  # the browser's own word for the lost connection
