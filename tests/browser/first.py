"""A first-time user's walk: from no account to the first issued document, as docs/first-scope.md tells it.

The walk stops once in each section of the page: the stop's name is that of the picture which shows it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from .mending import saving
from .walker import Walker

PASSWORD = "una-frase-lunga-da-ricordare"
STOPS = ("account", "studio", "steps", "start", "review", "issue", "document")
# What is typed where a finding leads to a field whose name begins so.
MENDED = {"hourly": "60", "amount": "700", "value": "un correttore di bozze"}

# Kept for the tab, so that it goes on over pages.
COUNTER = """
const nothing = '{"clicks": 0, "fields": [], "pages": 0}';
const counted = () => JSON.parse(sessionStorage.getItem("counted") || nothing);
const keep = (now) => sessionStorage.setItem("counted", JSON.stringify(now));
addEventListener("pointerdown", () => { const now = counted(); now.clicks += 1; keep(now); }, true);
for (const kind of ["input", "change"]) addEventListener(kind, (event) => {
  const now = counted(), field = location.href + " " + event.target.name;
  if (!now.fields.includes(field)) now.fields.push(field);
  keep(now);
}, true);
if (location.protocol.startsWith("http")) { const now = counted(); now.pages += 1; keep(now); }
"""


def first_scope(walker: Walker, email: str) -> Iterator[str]:
    """Walk, and stop at each of STOPS with the page as a reader has it before going on."""
    page, says = walker.page, walker.says
    page.goto(walker.home)
    page.get_by_role("button", name=walker.language.upper(), exact=True).click()
    page.locator("a[href*='/signup/']").first.click()
    type_into(page.get_by_label("E-mail"), email)
    type_into(page.locator("[name=password1]"), PASSWORD)
    type_into(page.locator("[name=password2]"), PASSWORD)
    yield "account"
    walker.press("Make the account")
    fill_studio(walker)
    yield "studio"
    walker.press("Found the studio")
    expect(page.get_by_role("heading", level=1)).to_have_text(says("Five steps to your first document"))
    yield "steps"
    walker.follow("Begin the first engagement")
    begin(walker)
    yield "start"
    walker.press("Begin")
    walker.step("Review and issue")
    yield "review"
    mend(walker)
    walker.step("Review and issue")
    expect(page.get_by_role("button", name=says("Issue version %(version)s", version=1))).to_be_enabled()
    yield "issue"
    walker.press("Issue version %(version)s", version=1)
    walker.told("Version %(version)d is issued.", version=1)
    yield "document"


def type_into(field: Locator, text: str) -> None:
    """As a person does: a click into the field, then the text."""
    field.click()
    field.fill(text)


def fill_studio(walker: Walker) -> None:
    """What the page that founds a studio asks for, and a document needs."""
    for label, text in (
        ("Name of the studio", "Studio Faro"),
        ("Your first and last name", "Anna Landi"),
        ("VAT number", "00743110157"),
        ("Street and number", "Via del Molo 3"),
        ("Postcode", "17100"),
        ("Town", "Savona"),
    ):
        type_into(walker.field(label), text)
    walker.pick("How fees are taxed", "Flat-rate regime (forfettario)")
    walker.pick("Kind of income", "Self-employment (freelance professional)")


def begin(walker: Walker) -> None:
    """Choose the template for social media alone, and say who the client is."""
    page = walker.page
    card, title = {
        "it": ("Solo social", "I social del vivaio"),
        "en": ("Social media only", "The nursery’s social media"),
    }[walker.language]
    page.locator(".start-card").filter(has=page.get_by_text(card, exact=True)).click()
    for label, text in (
        ("Name of the new client", "Vivaio Riva"),
        ("VAT number of the new client", "01234560157"),
        ("Who decides there", "Paola Riva"),
        (
            "Title of the engagement",
            title,
        ),
        ("Start", "2027-01-11"),
    ):
        type_into(walker.field(label), text)


def mend(walker: Walker) -> None:
    """Follow what blocks to its field, one after the other, until nothing does."""
    while (link := blocking(walker.page)).count():
        link.click()
        walker.page.wait_for_url("**#*")
        address = urlsplit(walker.page.url)
        field = walker.page.locator(f"[id='{address.fragment}']")
        with saving(walker, field):
            type_into(field, MENDED[address.fragment.split("_")[1]])
        walker.step("Review and issue")


def blocking(page: Page) -> Locator:
    """The link of the first finding that blocks."""
    return page.locator(".findings-blocks li a").first
