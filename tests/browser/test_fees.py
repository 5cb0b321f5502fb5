"""The fees under a hand: computed while one types, saved as they are made; a word for whatever fails."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.drafting.desk import Desk, open_desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def fees(desk: Desk, page: Page, live_server: LiveServer, signed_in: Callable[[Page, User], Page]) -> Page:
    """The step, open before the desk's member."""
    with studio_scope(desk.engagement.studio):
        user = User.objects.get()
    signed_in(page, user)
    page.goto(f"{live_server.url}{desk.url('fees')}")
    return page


def test_a_fee_is_computed_while_it_is_typed_and_saved_as_it_is_made(
    desk: Desk, fees: Page, axe_findings: Callable[..., list[str]]
) -> None:
    fees.evaluate("document.body.dataset.loaded = 'once'")
    line, sums, said = fees.locator("#fee-fee-m"), fees.locator("#sums"), fees.locator("#said")
    amount = line.get_by_role("textbox")
    amount.fill("")
    amount.press_sequentially("1.600")
    expect(sums).to_contain_text("2.750,00\u00a0€")
    expect(sums).to_contain_text("3.355,00\u00a0€")
    assert desk.item("fees", "fee-m").amount == 1400
    amount.press_sequentially("x")
    expect(line.get_by_role("alert")).to_have_text("Qui va un numero.")
    expect(sums).to_contain_text("2.750,00\u00a0€")
    assert axe_findings(fees) == []
    amount.press("Backspace")
    expect(line.get_by_role("alert")).to_have_count(0)
    amount.press("Enter")
    expect(said).to_have_text("Salvato: Compenso Marketing, da 1.400\u00a0€ a 1.600\u00a0€")
    expect(fees.locator("#panel .pair-total").first).to_contain_text("2.750\u00a0€")
    expect(amount).to_be_focused()
    amount.fill("1700")
    line.get_by_role("radio", name="una volta").check()  # while the amount is still on its way
    expect(said).to_contain_text("al mese a una volta")
    assert (desk.item("fees", "fee-m").amount, desk.item("fees", "fee-m").kind) == (1700, "once")
    fees.locator("#fee-lines .sheet-foot").get_by_role("link", name="Social media").click()
    fees.get_by_role("dialog").get_by_label("Importo, IVA esclusa").fill("200")
    expect(fees.get_by_role("dialog")).to_contain_text("1.350,00\u00a0€")
    fees.get_by_role("dialog").get_by_role("button", name="Salva", exact=True).click()
    expect(fees.get_by_role("dialog")).to_have_count(0)
    expect(fees.locator("#fees-social")).to_have_text("1.350\u00a0€ al mese")
    assert fees.evaluate("document.body.dataset.loaded") == "once"
    fees.reload()
    expect(amount).to_have_value("1700")
    fees.get_by_role("button", name="Annulla").click()
    expect(fees.locator("#fees-social")).to_have_text("1.150\u00a0€ al mese")


def test_what_fails_in_a_fee_is_said_in_its_row_and_nothing_typed_is_lost(
    desk: Desk, fees: Page, complaints: list[str]
) -> None:
    line = fees.locator("#fee-fee-m")
    amount = line.get_by_role("textbox")
    fees.context.set_offline(True)
    amount.fill("1600")
    amount.press("Enter")
    expect(line.get_by_text("Manca la connessione")).to_be_visible()
    fees.context.set_offline(False)
    desk.post("fee_amount", {"kind": "monthly", "amount": "1800"}, key="fee-m")
    amount.press("Enter")
    expect(line.locator("#conflict")).to_contain_text("ora: 1800")
    expect(amount).to_have_value("1600")
    line.get_by_role("button", name="Salva comunque quello che ho scritto").click()
    expect(fees.locator("#said")).to_contain_text("da 1.800\u00a0€ a 1.600\u00a0€")
    expect(line.locator("#conflict")).to_have_count(0)
    expect(fees.locator(".htmx-request")).to_have_count(0)  # no answer brings the cookie back
    fees.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    amount.fill("1900")
    expect(line.get_by_text("La tua sessione è finita")).to_be_visible()  # of the sums that it would come to
    amount.press("Enter")
    expect(line.get_by_text("La tua sessione è finita")).to_be_visible()
    expect(amount).to_have_value("1900")
    complaints.clear()  # lost connection, 409
