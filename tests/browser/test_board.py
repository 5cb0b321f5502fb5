"""The board under a hand: each choice saved as it is made, and a plain word in place for whatever fails."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Locator, Page, Position, expect
from pytest_django.live_server_helper import LiveServer

from scoping.domain.words import Responsible
from scoping.engagements.models import Duty
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.drafting.desk import Desk, open_desk

pytestmark = pytest.mark.django_db(transaction=True)

NAME = Position(x=60, y=20)  # of a row: under it may stand what it lacks, which has links of its own


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def board(desk: Desk, page: Page, live_server: LiveServer, signed_in: Callable[[Page, User], Page]) -> Page:
    """The lane of social media, open before the desk's member."""
    with studio_scope(desk.engagement.studio):
        user = User.objects.get()
    signed_in(page, user)
    page.goto(f"{live_server.url}{desk.url('duties')}?lane=social")
    return page


def row(page: Page) -> Locator:
    return page.locator("#duty-posts")


def kept(desk: Desk) -> Duty:
    with studio_scope(desk.engagement.studio):
        return Duty.objects.get(engagement=desk.engagement, key="posts")


def test_a_choice_and_a_quantity_are_saved_as_they_are_made_and_taken_back(desk: Desk, board: Page) -> None:
    client = row(board).get_by_role("button", name="Cliente")
    client.focus()
    board.keyboard.press("Enter")
    expect(board.locator("#said")).to_have_text("Salvato: Post statico, da Studio a Cliente")
    expect(row(board).get_by_role("button", name="Cliente")).to_have_attribute("aria-pressed", "true")
    expect(row(board).get_by_role("button", name="Cliente")).to_be_focused()
    quantity = row(board).get_by_role("textbox")
    quantity.fill("16,5")
    board.keyboard.press("Enter")
    expect(board.locator("#said")).to_have_text("Salvato: Post statico, da 12 a 16,5")
    assert float(kept(desk).quantity or 0) == 16.5
    board.reload()
    expect(row(board).get_by_role("textbox")).to_have_value("16,5")
    for left in ("Annulla: Post statico, da 12 a 16,5", "Annulla: Post statico, da Studio a Cliente"):
        board.get_by_role("button", name=left).click()
        expect(board.get_by_role("button", name=left)).to_have_count(0)
    assert kept(desk).responsible == Responsible.STUDIO.value
    assert kept(desk).quantity == 12


def test_a_double_click_saves_once(desk: Desk, board: Page) -> None:
    row(board).get_by_role("button", name="Escluso").dblclick()
    expect(board.locator("#said")).to_have_text("Salvato: Post statico, da Studio a Escluso")
    expect(row(board).get_by_role("alert")).to_have_count(0)
    desk.engagement.refresh_from_db()
    assert kept(desk).responsible == Responsible.EXCLUDED.value


def test_a_lost_connection_is_said_in_the_row_and_what_was_typed_stays(
    desk: Desk, board: Page, complaints: list[str]
) -> None:
    board.context.set_offline(True)
    quantity = row(board).get_by_role("textbox")
    quantity.fill("20")
    board.keyboard.press("Enter")
    expect(row(board).get_by_role("alert")).to_contain_text("Manca la connessione")
    expect(quantity).to_have_value("20")
    complaints.clear()  # the browser says it too
    board.context.set_offline(False)
    quantity.focus()
    board.keyboard.press("Enter")
    expect(board.locator("#said")).to_contain_text("da 12 a 20")
    expect(row(board).get_by_role("alert")).to_have_count(0)


def test_a_session_that_ended_is_said_in_the_row(desk: Desk, board: Page) -> None:
    board.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    quantity = row(board).get_by_role("textbox")
    quantity.fill("20")
    board.keyboard.press("Enter")
    expect(row(board).get_by_role("alert")).to_contain_text("La tua sessione è finita")
    expect(row(board).get_by_role("link", name="Accedi in un’altra finestra")).to_be_visible()
    expect(quantity).to_have_value("20")
    assert kept(desk).quantity == 12


def test_another_s_change_is_told_in_the_row_and_can_be_overwritten(
    desk: Desk, board: Page, complaints: list[str]
) -> None:
    desk.post("duty_quantity", {"quantity": "30"}, key="posts")
    row(board).get_by_role("textbox").fill("20")
    board.keyboard.press("Enter")
    expect(row(board).get_by_role("alert")).to_contain_text("Questa riga è cambiata")
    expect(row(board).get_by_role("textbox")).to_have_value("30")
    complaints.clear()  # 409
    row(board).get_by_role("button", name="Salva comunque «20»").click()
    expect(board.locator("#said")).to_contain_text("da 30 a 20")
    desk.post("duty_removal", key="posts")
    row(board).get_by_role("button", name="Cliente").click()
    expect(row(board)).to_contain_text("«Post statico» è stata tolta nel frattempo")
    complaints.clear()


def test_details_open_in_place_and_the_focus_comes_back(
    desk: Desk, board: Page, axe_findings: Callable[..., list[str]]
) -> None:
    row(board).get_by_role("link", name="Apri").focus()
    board.keyboard.press("Enter")
    expect(board.get_by_role("dialog", name="Post statico")).to_be_visible()
    assert axe_findings(board) == []
    board.keyboard.press("Escape")
    expect(board.locator("dialog")).to_have_count(0)
    expect(row(board).get_by_role("link", name="Apri")).to_be_focused()
    board.keyboard.press("Enter")
    board.get_by_label("Nome", exact=False).first.fill("")
    board.get_by_role("dialog").get_by_role("button", name="Salva", exact=True).click()
    expect(board.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    board.locator("dialog #id_name").fill("Post con foto")
    board.get_by_role("dialog").get_by_role("button", name="Salva", exact=True).click()
    expect(board.locator("dialog")).to_have_count(0)
    expect(row(board)).to_contain_text("Post con foto")
    expect(row(board).get_by_role("link", name="Apri")).to_be_focused()


@pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, color_scheme="dark", has_touch=True)
def test_on_a_phone_details_and_panel_are_sheets_that_back_and_escape_close(
    desk: Desk, board: Page, axe_findings: Callable[..., list[str]]
) -> None:
    row(board).click(position=NAME)
    sheet = board.get_by_role("dialog", name="Post statico")
    expect(sheet).to_be_visible()
    assert axe_findings(board) == []
    for target in sheet.locator(".segments label:visible, .details-close:visible, .btn:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    board.go_back()
    expect(board.locator("dialog")).to_have_count(0)
    expect(row(board)).to_be_visible()
    row(board).click(position=NAME)
    expect(sheet).to_be_visible()
    board.keyboard.press("Escape")
    expect(board.locator("dialog")).to_have_count(0)
    row(board).click(position=NAME)
    sheet.get_by_label("Quantità").fill("20")
    sheet.get_by_role("button", name="Salva", exact=True).click()
    expect(row(board)).to_contain_text("20")
    board.locator(".panel-bar").click()
    expect(board.get_by_role("heading", name="Che cosa è compreso")).to_be_in_viewport()
    assert axe_findings(board) == []
    board.keyboard.press("Escape")
    expect(board.locator(".panel-close")).to_be_hidden()


def test_the_filter_follows_what_is_typed_and_survives_a_reload(board: Page) -> None:
    board.get_by_role("searchbox").press_sequentially("stàtico")
    expect(board.locator("#board-count")).to_have_text("1 su 1")
    board.get_by_role("searchbox").press_sequentially("xyz")
    expect(board.locator("#board-count")).to_have_text("0 su 1")
    board.reload()
    expect(board.get_by_role("searchbox")).to_have_value("stàticoxyz")
    board.get_by_role("link", name="Mostra tutte").click()
    expect(row(board)).to_be_visible()
    board.get_by_role("radio", name="Escluse").check()
    expect(board.locator("#board-count")).to_have_text("0 su 1")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_everything_works_without_javascript(desk: Desk, board: Page) -> None:
    row(board).get_by_role("textbox").fill("20")
    row(board).get_by_role("button", name="Salva").click()
    expect(row(board).get_by_role("textbox")).to_have_value("20")
    row(board).get_by_role("button", name="Cliente").click()
    expect(row(board).get_by_role("button", name="Cliente")).to_have_attribute("aria-pressed", "true")
    board.get_by_role("searchbox").fill("niente del genere")
    board.get_by_role("button", name="Cerca").click()
    expect(board.locator("#board-count")).to_have_text("0 su 1")
    board.go_back()
    row(board).get_by_role("link", name="Apri").click()
    expect(board.get_by_role("heading", level=1)).to_have_text("Post statico")


def test_a_holder_and_an_objective_are_saved_where_they_stand(desk: Desk, board: Page) -> None:
    """Each answer brings conditions, panel and undo; no page is loaded, and a reload finds it all."""
    roles = board.url.split("/duties/")[0] + "/roles/"
    board.goto(roles)
    board.evaluate("window.first = true")
    board.locator("#id_social-example").fill("Così.")
    lead = board.locator("#id_social-lead")
    lead.select_option("person-elena")
    expect(board.get_by_role("heading", name="Una persona, due casacche")).to_be_visible()
    expect(board.locator("#panel")).to_contain_text("Manca: competenze valutate")
    board.locator("#holder-social-client").press("Enter")
    expect(board.locator("#said")).to_have_text(
        "Salvato: Social media, da studio a cliente e da Elena Conti a niente"
    )
    expect(board.locator("#conditions")).to_have_count(0)
    expect(board.locator("#holder-social-client")).to_be_focused()
    assert board.evaluate("window.first")
    board.reload()
    expect(board.locator("#id_social-example")).to_have_value("Così.")
    board.get_by_role("button", name="Annulla: Social media, da studio a cliente e da").click()
    expect(lead).to_have_value("person-elena")
    board.goto(roles.replace("roles", "objectives"))
    board.evaluate("window.first = true")
    board.get_by_role("link", name="Apri Lanciare la linea").press("Enter")
    window = board.get_by_role("dialog", name="Lanciare la linea")
    window.get_by_label("Obiettivo", exact=False).first.fill("Vendere la linea")
    window.get_by_role("button", name="Salva", exact=True).click()
    expect(board.get_by_role("link", name="Apri Vendere la linea")).to_be_focused()
    link = board.get_by_role("button", name="M1 Vendere la linea")
    link.press("Enter")
    expect(board.get_by_role("button", name="M1 Vendere la linea", pressed=False)).to_be_focused()
    assert board.evaluate("window.first")
