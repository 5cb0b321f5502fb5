"""The review in a browser: the pages beside the findings, the action in sight, and the road to a field and
back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.domain import scopefile
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Duty
from scoping.judgement.models import DutyEstimate
from scoping.operations.demo_studio import take_identity
from scoping.record.write import SYSTEM
from scoping.studios.models import Membership, User
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.qualified import qualify

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLE = Path(__file__).parent.parent / "samples" / "marketing-only.json"
PAGES_CHANGED = """before => {
  const now = [...document.querySelectorAll(".pages img")].map((picture) => picture.getAttribute("src"));
  return now.some((one) => !before.includes(one));
}"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def member() -> Membership:
    """The owner of a studio with one draft, in which a duty has no quantity."""
    made = factories.membership(studio=factories.studio(name="Studio Faro"))
    sample = scopefile.read(SAMPLE.read_bytes()).scope
    take_identity(made.studio, sample.studio)
    made.studio.save()
    with studio_scope(made.studio):
        done = import_scope(studio=made.studio, described=sample, actor=SYSTEM, at=timezone.now())
        qualify(done.engagement)
        duty = Duty.objects.filter(responsible="studio").order_by("position")[0]
        duty.quantity = None
        duty.save()
    return made


@pytest.fixture
def review(
    live_server: LiveServer, member: Membership, signed_in: Callable[[Page, User], Page]
) -> Callable[[Page], str]:
    """`review(page)` opens the draft's review and gives its address."""

    def open_review(page: Page) -> str:
        signed_in(page, member.user)
        with studio_scope(member.studio):
            number = Duty.objects.all()[0].engagement.number
        address = f"{live_server.url}/engagements/{number}/review/"
        page.goto(address)
        return address

    return open_review


def test_a_finding_leads_to_its_field_and_back_and_the_pages_that_changed_are_drawn_anew(
    page: Page, review: Callable[[Page], str], axe_findings: Callable[..., list[str]]
) -> None:
    address = review(page)
    pictures = page.locator(".pages img")
    expect(pictures.first).to_be_visible()
    before = [picture.get_attribute("src") for picture in pictures.all()]
    assert len(before) > 5
    assert axe_findings(page) == []

    issue = page.get_by_role("button", name=re.compile("Emetti la versione"))
    expect(issue).to_be_disabled()
    expect(issue).to_be_in_viewport(ratio=1)
    page.locator(".findings-blocks a[href*='id_quantity']").first.click()
    field = page.locator("#id_quantity")
    expect(field).to_be_focused()
    assert axe_findings(page) == []
    field.fill("7")
    page.locator("form", has=field).locator("button.btn-primary").click()
    page.get_by_role("link", name=re.compile("Torna alla verifica")).click()

    expect(page).to_have_url(address)
    expect(issue).to_be_enabled()
    expect(pictures.first).to_be_visible()
    after = [picture.get_attribute("src") for picture in pictures.all()]
    assert before != after
    assert set(before) & set(after), "what did not change keeps its address, and the browser its picture"


def test_an_answer_a_change_elsewhere_and_the_figures_come_in_place(
    page: Page,
    review: Callable[[Page], str],
    member: Membership,
    axe_findings: Callable[..., list[str]],
) -> None:
    with studio_scope(member.studio):
        for duty in Duty.objects.filter(responsible="studio").order_by("-position")[:3]:
            DutyEstimate.objects.filter(duty=duty.key).delete()  # three hints
    address = review(page)
    pictures, said = page.locator(".pages img"), page.locator("#said")
    expect(pictures.first).to_be_visible()
    page.evaluate("window.notLoadedAgain = true")
    finding = page.locator(".findings-hint li").first
    title = finding.locator("h3").inner_text()
    finding.locator("summary").press("Enter")
    finding.get_by_role("textbox").fill("Lo sa già.")
    assert axe_findings(page) == []
    finding.get_by_role("button", name="Salva la risposta").press("Enter")
    expect(said).to_have_text(re.compile("La risposta è salvata"))
    expect(page.locator(".findings h3", has_text=title)).to_have_count(0)
    expect(page.locator(".findings h3:focus")).to_have_count(1)

    half_typed = page.locator(".findings-hint .finding-answer").first
    half_typed.locator("summary").click()
    half_typed.get_by_role("textbox").fill("Non ancora finito")
    before = [picture.get_attribute("src") for picture in pictures.all()]
    with studio_scope(member.studio):
        Duty.objects.filter(quantity=None, responsible="studio").update(quantity=7)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.get_by_role("button", name=re.compile("Emetti la versione"))).to_be_enabled()
    expect(said).to_have_text(re.compile("la bozza è cambiata"))
    expect(half_typed.get_by_role("textbox")).to_have_value("Non ancora finito")
    page.wait_for_function(PAGES_CHANGED, arg=before)
    assert page.evaluate("window.notLoadedAgain")

    page.goto(address.replace("/review/", "/economics/"))
    page.evaluate("window.notLoadedAgain = true")
    hours = page.locator("#roles-title + .wide-table tbody tr").first
    shown = hours.inner_text()
    answer = page.locator(".friction fieldset").first.get_by_role("radio").last
    answer.check()
    expect(said).to_have_text(re.compile("Le cifre ne tengono conto"))
    expect(hours).not_to_have_text(shown)
    expect(answer).to_be_focused()
    assert page.evaluate("window.notLoadedAgain")
    assert axe_findings(page) == []


def test_the_small_pictures_and_the_keyboard_lead_from_page_to_page(
    page: Page, review: Callable[[Page], str]
) -> None:
    review(page)
    current = page.locator(".thumbs a[aria-current]")
    expect(current).to_have_text(re.compile("1$"))
    page.locator(".thumbs a", has_text=re.compile(r"\b4$")).click()
    expect(page.locator("#page-4 img")).to_be_in_viewport(ratio=0.5)
    expect(current).to_have_text(re.compile("4$"))
    assert page.locator("#page-4 img").evaluate(
        "picture => picture.decode().then(() => picture.naturalWidth > 500)"
    )
    page.locator(".pages").focus()
    page.keyboard.press("Home")
    expect(current).to_have_text(re.compile("1$"))


@pytest.mark.browser_context_args(**PHONE)
def test_on_a_phone_the_action_stays_in_sight_and_the_pages_stand_side_by_side(
    page: Page, review: Callable[[Page], str]
) -> None:
    review(page)
    expect(page.locator(".pages img").first).to_be_visible()
    issue = page.get_by_role("button", name=re.compile("Emetti la versione"))
    for place in (0, 600, 10_000):
        page.evaluate("top => window.scrollTo(0, top)", place)
        expect(issue).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    first, second = (page.locator(f"#page-{number}").bounding_box() for number in (1, 2))
    assert first is not None
    assert second is not None
    assert second["y"] == first["y"]
    assert second["x"] > first["x"]


def test_without_a_script_the_first_page_is_there_and_leads_to_all(
    browser: Browser,
    live_server: LiveServer,
    member: Membership,
    page: Page,
    review: Callable[[Page], str],
) -> None:
    address = review(page)
    with browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state()) as plain:
        still = plain.new_page()
        still.goto(address)
        link = still.locator("noscript a")
        expect(link.locator("img")).to_be_visible()
        link.click()
        expect(still.locator(".pages img")).not_to_have_count(0)
        still.locator(".thumbs a").nth(2).click()
        expect(still.locator("#page-3 img")).to_be_in_viewport(ratio=0.5)
