"""Mending what blocks, by nothing but the review: each finding's link, the field that it leads to, a button.

What is typed depends only on the field's name; where a field stands is for the link to tell.
"""

import re
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Locator, Page, expect

from .walker import Walker

# What is typed where a finding leads to a field of this name.
TYPED = {
    "vat_number": "01234560157",
    "start": "2027-01-11",
    "months": "12",
    "validity_days": "30",
    "hourly_rate": "70",
    "payment_days": "30",
    "rounds": "2",
    "days": "3",
    "quantity": "1",
}
# The radio that is chosen where a finding leads to a row of buttons.
PICKED = {"responsible": "studio", "regime": "flat_rate", "cadence": "monthly"}
MOST_ROUNDS = 5  # what is mended may uncover something else, but not for ever


def mend_until_nothing_blocks(
    walker: Walker, *, contact: str, divided: tuple[str, str] = ("", "")
) -> list[str]:
    """Follow the link of each blocking finding and mend it there, until none is left: their titles."""
    titles: list[str] = []
    walker.step("Review and issue")
    review = walker.page.url
    for _round in range(MOST_ROUNDS):
        blocking = walker.page.locator(".findings-blocks li")
        addresses = {link.get_attribute("href") or "" for link in blocking.get_by_role("link").all()}
        if not addresses:
            return titles
        titles += blocking.get_by_role("heading").all_inner_texts()
        for address in sorted(addresses):
            walker.page.goto(urljoin(review, address))
            mend(walker, contact, divided)
        walker.page.goto(review, wait_until="domcontentloaded")
    raise AssertionError(f"Still blocked after {MOST_ROUNDS} rounds: {titles}")


def mend(walker: Walker, contact: str, divided: tuple[str, str] = ("", "")) -> None:
    """Mend what the page that a finding led to was opened for."""
    page = walker.page
    address = urlsplit(page.url)
    assert address.fragment, f"{page.url} leads to no field"
    field = page.locator(f"[id='{address.fragment}']")
    expect(field).to_be_visible()
    name = re.sub(r"^id_|(_0)+$", "", address.fragment)
    if name == "marketing":
        walker.fill("For marketing, without VAT", divided[0])
        walker.fill("For social media, without VAT", divided[1])
        return walker.press("Divide")
    if name == "participant":
        walker.say_contact(contact)
        if (days := walker.field("Working days to answer")).count():
            days.fill("3")
    elif name in PICKED:
        page.locator(f"[name='{name}'][value='{PICKED[name]}']").check()
    elif name == "depends_on":
        untie(page)
    elif name in ("source", "person", "when_kind"):
        give_guideline(walker, contact)
    else:
        fill_all_empty(field, name)
    return keep(page, field)


def keep(page: Page, field: Locator) -> None:
    """Press the form's button; where what is typed is saved as it is typed, wait for the word that it is."""
    button = page.locator("form", has=field).locator("button.btn-primary")
    if not button.count():
        field.press("Enter")
        return expect(page.locator("#said")).not_to_be_empty()
    button.click()
    return expect(page.locator(".form-errors")).to_have_count(0)


def fill_all_empty(field: Locator, name: str) -> None:
    """Type into the field; of a clause, into each of its values that is still empty."""
    if not name.startswith("value_"):
        return field.fill(TYPED[name])
    for value in field.page.locator("[id^='id_value_']").all():
        if not value.input_value():
            value.fill("10")
    return None


def untie(page: Page) -> None:
    """Let the duty depend on nothing any more."""
    for box in page.locator("[name='depends_on']:checked").all():
        box.uncheck()


def give_guideline(walker: Walker, contact: str) -> None:
    """The client's contact gives the guideline, at the start."""
    walker.pick("From whom", "client")
    walker.select("Who gives it", contact)
    walker.pick("When", "at the start")
