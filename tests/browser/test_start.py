"""How far it is from a template to an engagement that can be issued: counted in a real browser.

Counted is what a person does who works with the mouse: each press of its button, also the one that puts the
cursor into a field or opens a list; and each field that gets an answer, by its name and page.
"""

import datetime as dt
import os
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.catalogue.competences import competences
from scoping.catalogue.load import load_catalogue
from scoping.domain.words import ROLE_LANES
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import HourRate
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests import factories

from .walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)

MOST_FIELDS, MOST_CLICKS = 14, 25

# Kept for the tab, so that it goes on over pages. A script's own events count as a person's would.
COUNTER = """
const nothing = '{"clicks": 0, "fields": [], "pages": 0}';
const counted = () => JSON.parse(sessionStorage.getItem("counted") || nothing);
const keep = (now) => sessionStorage.setItem("counted", JSON.stringify(now));
addEventListener("pointerdown", (event) => {
  const now = counted(); now.clicks += 1; keep(now);
}, true);
for (const kind of ["input", "change"]) addEventListener(kind, (event) => {
  const now = counted(), field = location.href + " " + event.target.name;
  if (!now.fields.includes(field)) now.fields.push(field);
  keep(now);
}, true);
if (location.protocol.startsWith("http")) { const now = counted(); now.pages += 1; keep(now); }
"""


@dataclass(frozen=True)
class Start:
    """One walk: what it starts from, who is in the studio, which fees are paid."""

    template: str
    language: str
    professionals: tuple[dict[str, Any], ...]
    fees: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.template}-{self.language}-{len(self.professionals)}"


ONE = ({"name": "Anna Landi", "job": "consulente", "marketing_since": 2012, "social_since": 2014},)
TWO = (
    {"name": "Anna Landi", "job": "marketing", "marketing_since": 2012},
    {"name": "Ugo Conti", "job": "social", "social_since": 2018},
)
STARTS: tuple[Start, ...] = (
    Start("Solo social", "it", ONE, ("Social media",)),
    Start("Solo marketing", "it", TWO, ("Marketing",)),
    Start("Marketing e social, una persona", "it", ONE, ("Marketing", "Social media")),
    Start("Marketing and social media, two people", "en", TWO, ("Marketing", "Social media")),
)

if os.environ.get("HYPOTHESIS_PROFILE") != "long":  # each language, one role and both
    STARTS = (STARTS[0], STARTS[-1])


def known_studio(start: Start) -> User:
    """A studio that said everything of itself, and has not worked with Paletti yet."""
    member = factories.membership(
        studio=factories.studio(
            name="Studio Faro", regime="flat_rate", hourly_rate=Decimal(60), language=start.language
        )
    )
    with studio_scope(member.studio):
        load_catalogue(member.studio)
        for fields in start.professionals:
            qualified(factories.professional(member.studio, **fields), member.user)
    return member.user


def qualified(professional: Professional, by: User) -> None:
    """Has the professional assessed in the roles whose years are said, with evidence, and priced."""
    studio = professional.studio
    for lane in ROLE_LANES:
        if professional.since(lane) is None:
            continue
        RoleExperience.objects.create(
            studio=studio, professional=professional, lane=lane, band="senior", evidence="Dodici clienti."
        )
        CompetenceAssessment.objects.create(
            studio=studio,
            professional=professional,
            lane=lane,
            on=timezone.localdate() - dt.timedelta(days=30),
            assessor="Ivo Neri",
            scores={
                one.code: {"level": 3, "evidence": "Tre lavori.", "link": ""} for one in competences(lane)
            },
            by=by,
        )
    HourRate.objects.create(
        studio=studio,
        professional=professional,
        since=dt.date(2026, 1, 1),
        cost=Decimal(25),
        price=Decimal(45),
    )


class Mouse:
    """A person at the mouse and the keyboard: clicks into a field before typing."""

    def __init__(self, walker: Walker) -> None:
        self.walker, self.page = walker, walker.page

    def type(self, label: str, text: str) -> None:
        """Into the field of that label."""
        self.type_into(self.walker.field(label), text)

    def type_into(self, field: Locator, text: str) -> None:
        """Into that field, digit by digit where the browser asks for a day in its own way."""
        field.click()
        if field.get_attribute("type") == "date":
            field.fill(text)
        else:
            field.press_sequentially(text)

    def card(self, name: str) -> None:
        """Choose the card of that name."""
        self.page.locator(".start-card").filter(has=self.page.get_by_text(name, exact=True)).click()

    def follow_finding(self, words: str) -> None:
        """The link of the finding of these words that blocks, from the review."""
        if not self.page.url.endswith("/review/"):
            self.walker.step("Review and issue")
        self.page.locator(".findings-blocks li").filter(has_text=words).first.get_by_role("link").click()

    def counted(self) -> dict[str, Any]:
        """What was done until now."""
        counted: dict[str, Any] = self.page.evaluate("JSON.parse(sessionStorage.getItem('counted'))")
        return counted


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_from_a_template_to_an_engagement_that_can_be_issued(
    page: Page,
    live_server: LiveServer,
    signed_in: Any,
    start: Start,
    capsys: pytest.CaptureFixture[str],
) -> None:
    user = known_studio(start)
    signed_in(page, user)
    page.goto(f"{live_server.url}/engagements/")
    page.get_by_role("button", name=start.language.upper(), exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", start.language)
    page.add_init_script(COUNTER)
    walker = Walker(page, live_server.url, start.language)
    mouse = Mouse(walker)
    page.goto(f"{live_server.url}/engagements/")
    page.get_by_role("main").get_by_role("link", name=walker.says("New engagement")).first.click()
    mouse.card(start.template)
    mouse.type("Name of the new client", "Vivaio Riva")
    mouse.type("VAT number of the new client", "01234560157")
    mouse.type("Who decides there", "Paola Riva")
    mouse.type("Title of the engagement", "Il 2027 del vivaio")
    mouse.type("Start", "2027-01-11")
    walker.press("Begin")
    for lane in start.fees:
        mend_the_fee(mouse, lane)
    say_which_programs_are_used(mouse)
    walker.step("Review and issue")
    issue = page.get_by_role("button", name=walker.says("Issue version %(version)s", version=1))
    expect(issue).to_be_enabled()
    counted = mouse.counted()
    with capsys.disabled():
        print(
            f"\n{start.template}: {len(counted['fields'])} fields, {counted['clicks']} clicks, "
            f"{counted['pages']} pages, to an engagement that can be issued"
        )
    assert len(counted["fields"]) <= MOST_FIELDS, counted
    assert counted["clicks"] <= MOST_CLICKS, counted
    assert counted["fields"]
    assert counted["clicks"] > 6


def mend_the_fee(mouse: Mouse, lane: str) -> None:
    """A role without a fee: the finding leads to the field of the amount."""
    without = {"it": "Un ruolo senza compenso", "en": "A role without a fee"}[mouse.walker.language]
    mouse.follow_finding(f"{without}: {mouse.walker.says(lane).lower()}")
    mouse.type("Amount without VAT", "3000")
    mouse.walker.press("Save")
    mouse.walker.told("The fee is added.")


def say_which_programs_are_used(mouse: Mouse) -> None:
    """A clause asks once which programs the studio uses."""
    mouse.follow_finding({"it": "ha uno spazio vuoto", "en": "has a gap"}[mouse.walker.language])
    mouse.type_into(mouse.page.locator("[id^='id_value_']").first, "un correttore di bozze")
    mouse.walker.press("Save")
