"""The main road in a real browser, in both languages, with and without JavaScript."""

import datetime as dt
import itertools
import os
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.load import load_catalogue
from scoping.domain import scopefile
from scoping.engagements.models import Engagement
from scoping.operations.demo_studio import SAMPLES, UNDIVIDED, draft_with_undivided_fee, take_identity
from scoping.operations.internal import load_estimates, load_people
from scoping.record.write import SYSTEM
from scoping.studios.founding import found
from scoping.studios.models import Studio, User
from scoping.studios.tenancy import studio_scope
from tests import factories

from .conftest import PATIENCE
from .fitting import TWICE, USUAL, letters
from .keyboard import Keyboard
from .mending import mend_until_nothing_blocks
from .walker import Walker, text_of

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "anna@example.org"
CONSULTANT, PARTNER, CLIENT, CONTACT = "Anna Landi", "Marta Neri", "Vivaio Riva", "Paola Riva"


@dataclass(frozen=True)
class Road:
    """What one walk chooses: who holds the roles, what is taken from the catalogue, what is paid."""

    language: Literal["it", "en"]
    title: str
    version: str
    marketing: str
    leader: str
    social: tuple[str, ...]
    objective: str
    duties: tuple[str, ...] = ()
    aim: str = ""
    undivided: tuple[str, str] = ("", "")


ITALIAN = Road(
    language="it",
    title="I social del vivaio nel 2027",
    version="versione 1",
    marketing="nobody",
    leader="",
    social=("Post statico", "Analisi dei profili social"),
    objective="Aumentare le interazioni",
)
ENGLISH = Road(
    language="en",
    title="Marketing and social media 2027",
    version="version 1",
    marketing="studio",
    leader=PARTNER,
    duties=("Marketing check-up", "Objectives and KPIs"),
    aim="Win new customers",
    social=("Static post", "Social profile audit"),
    objective="Raise interactions",
    undivided=("500", "400"),
)
WITHOUT_JAVASCRIPT = Road(
    language="it",
    title="Social 2027, la guida resta in casa",
    version="versione 1",
    marketing="client",
    leader=CONTACT,
    social=("Moderazione dei commenti", "Riunione operativa social"),
    objective="Rispondere in tempi certi",
)

# A desk by keyboard, a phone by mouse, a tablet without JavaScript; all together in `make test-long`, and
# there on the narrowest screen and with letters of twice the size.
WALKS = [(Keyboard, ITALIAN, 1440, USUAL), (Walker, ENGLISH, 390, USUAL)]
if os.environ.get("HYPOTHESIS_PROFILE") == "long":
    WALKS = list(itertools.product((Walker, Keyboard), (ITALIAN, ENGLISH), (390, 768, 1440), (USUAL,)))
    WALKS += [(Walker, ITALIAN, 320, USUAL), (Walker, ITALIAN, 390, TWICE), (Keyboard, ENGLISH, 1440, TWICE)]


@pytest.fixture
def studio() -> Studio:
    """A studio as `found_studio` leaves it."""
    founded = found(name="Studio Faro", email=EMAIL, password=factories.PASSWORD, owner_name=CONSULTANT)
    with studio_scope(founded):
        load_catalogue(founded)
        factories.professional(founded, name=PARTNER)
    return founded


def draft(walker: Walker, road: Road) -> None:
    """Everything that a consultant says of an engagement at first; some of it is forgotten."""
    walker.sign_in(EMAIL, factories.PASSWORD)
    walker.found(CLIENT, road.title)
    walker.describe_client()
    walker.give_function("Decides with marketing", CONTACT)
    walker.give_function("Reads", "Ugo Riva")
    walker.sign_for_studio(CONSULTANT, "consulente")
    walker.step("Roles")
    walker.hold_role("Marketing", road.marketing, road.leader)
    walker.hold_role("Social media", "studio", CONSULTANT)
    if road.duties:
        walker.take_duties("Marketing", "", road.duties)
        walker.take_objectives("Marketing", (road.aim,))
    for name in road.social:
        walker.take_duties("Social media", name, (name,))
    walker.take_objectives("Social media", (road.objective,))
    if any(road.undivided):
        walker.add_fee("Both roles, undivided", "900")
    else:
        walker.add_fee("Social media", "650,50")


def walk(walker: Walker, road: Road) -> None:
    """From sign-in to the PDF, which says what was typed and chosen."""
    draft(walker, road)
    number = walker.number
    mended = mend_until_nothing_blocks(walker, contact=CONTACT, divided=road.undivided)
    assert len(mended) > 5
    expect(walker.page.get_by_role("heading", name=walker.says("They block"))).to_have_count(0)
    walker.issue(1)
    name, content = walker.download()
    assert name == f"{number}-v1.pdf"
    said = text_of(content)
    duties = (*road.duties, *road.social)
    for expected in (number, road.version, road.title, CLIENT, CONTACT, CONSULTANT, road.objective, *duties):
        assert expected in said, expected
    walker.verify()
    facts = walker.page.get_by_role("main").get_by_role("definition").all_inner_texts()
    assert facts == [number, "1", walker.says("issued")]


def called(choice: object) -> str:
    """The name of what a walk chooses."""
    return str(getattr(choice, "language", getattr(choice, "__name__", choice)))


@pytest.mark.parametrize(("by", "road", "width", "size"), WALKS, ids=called)
def test_a_consultant_walks_from_sign_in_to_the_issued_document(
    page: Page, live_server: LiveServer, studio: Studio, by: type[Walker], road: Road, width: int, size: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    letters(page, size)
    walk(by(page, live_server.url, road.language), road)
    assert page.locator("html").get_attribute("lang") == road.language


def test_the_same_road_without_javascript(browser: Browser, live_server: LiveServer, studio: Studio) -> None:
    window = ViewportSize(width=768, height=1024)
    context = browser.new_context(java_script_enabled=False, locale="it-IT", viewport=window)
    context.set_default_timeout(PATIENCE)
    walk(Walker(context.new_page(), live_server.url, "it"), WITHOUT_JAVASCRIPT)
    context.close()


def test_the_demos_draft_is_led_from_what_blocks_to_its_issue_by_nothing_but_links(
    page: Page, live_server: LiveServer, studio: Studio
) -> None:
    """One person in both roles: two conditions are missing, and the screen leads to both of them."""
    demo_draft(studio)
    walker = Walker(page, live_server.url, "it")
    walker.sign_in(EMAIL, factories.PASSWORD)
    page.goto(f"{live_server.url}/engagements/{walker_number(studio)}/roles/")
    expect(page.locator("#conditions")).to_contain_text("2 su 4")
    page.get_by_role("link", name="Valuta le competenze social").click()
    for competence in page.locator("fieldset.competence").all():
        competence.locator(".levels label").nth(3).click()
        competence.get_by_label("Che cosa lo mostra").fill("Tre clienti, con i rapporti.")
    walker.press("Keep the assessment")
    page.goto(f"{live_server.url}/engagements/{walker_number(studio)}/review/")
    expect(page.get_by_role("button", name="Emetti la versione 1")).to_be_disabled()
    page.locator(".findings-blocks li").filter(has_text="Un compenso paga").get_by_role("link").first.click()
    divide(walker, "1400", "1150")
    walker.told("The fee is divided: each role has its own.")
    walker.step("Roles")
    expect(page.locator("#conditions")).to_contain_text("4 su 4")
    walker.issue(1)
    expect(page.get_by_role("row")).to_have_count(2)
    said = text_of(walker.download()[1])
    assert "1.400" in said
    assert "non esaminata" not in said


def walker_number(studio: Studio) -> str:
    """The number of the one engagement of a studio."""
    with studio_scope(studio):
        return Engagement.objects.get().number


def demo_draft(studio: Studio) -> None:
    """The demo's draft, with what the demo knows of its owner, in this studio."""
    sample = scopefile.read((SAMPLES / f"{UNDIVIDED}.json").read_bytes()).scope
    take_identity(studio, sample.studio)
    studio.save()
    with studio_scope(studio):
        factories.professional(studio, name=CONSULTANT, job="marketing", marketing_since=2008)
        load_people(studio, User.objects.get(email=EMAIL))
        draft = draft_with_undivided_fee(studio, sample, SYSTEM, dt.datetime.now(dt.UTC))
        load_estimates(draft, sample.number)


def divide(walker: Walker, marketing: str, social: str) -> None:
    """Fill in the form that divides a fee."""
    walker.fill("For marketing, without VAT", marketing)
    walker.fill("For social media, without VAT", social)
    walker.press("Divide")
