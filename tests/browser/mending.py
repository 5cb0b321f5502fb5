"""Mending what blocks, by nothing but the review: each finding's link, the field that it leads to, a button.

What is typed depends only on the field's name; where a field stands is for the link to tell.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Locator, expect

from .walker import Walker

# What is typed where a finding leads to a field of this name.
TYPED = {
    "vat_number": "01234560157",
    "start": "2027-01-01",
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
            if walker.visit(review, address):
                mend(walker, contact, divided)
        walker.page.goto(review, wait_until="domcontentloaded")
    raise AssertionError(f"Still blocked after {MOST_ROUNDS} rounds: {titles}")


def mend(walker: Walker, contact: str, divided: tuple[str, str] = ("", "")) -> None:
    """Mend what the page that a finding led to was opened for."""
    address = urlsplit(walker.page.url)
    assert address.fragment, f"{walker.page.url} leads to no field"
    field = walker.page.locator(f"[id='{address.fragment}']")
    expect(field).to_be_visible()
    name = re.sub(r"^id_|(_0)+$", "", address.fragment)
    if name == "marketing":
        walker.fill("For marketing, without VAT", divided[0])
        walker.fill("For social media, without VAT", divided[1])
        return walker.press("Divide")
    with saving(walker, field):
        answer(walker, field, name, contact)
    return expect(walker.page.locator(".form-errors")).to_have_count(0)


@contextmanager
def saving(walker: Walker, field: Locator) -> Iterator[None]:
    """What is answered meanwhile is saved: by the button of the field's form, or as it is made."""
    button = walker.page.locator("form", has=field).locator("button.btn-primary")
    there = bool(button.count())
    yield
    if there:
        walker.activate(button)
    else:
        walker.page.keyboard.press("Tab")
        expect(walker.page.locator("#said")).not_to_be_empty()
        walker.page.locator(".htmx-request").first.wait_for(state="detached")


def answer(walker: Walker, field: Locator, name: str, contact: str) -> None:
    """Answer what the field of that name asks."""
    if name == "participant":
        walker.say_contact(contact)
        if (days := walker.field("Working days to answer")).count():
            walker.type_into(days, "3")
    elif name in PICKED:
        walker.set_box(walker.page.locator(f"[name='{name}'][value='{PICKED[name]}']"))
    elif name == "depends_on":
        untie(walker)
    elif name in ("source", "person", "when_kind"):
        give_guideline(walker, contact)
    else:
        fill_all_empty(walker, field, name)


def fill_all_empty(walker: Walker, field: Locator, name: str) -> None:
    """Type into the field; of a clause, into each of its values that is still empty."""
    if not name.startswith("value_"):
        return walker.type_into(field, TYPED[name])
    for value in field.page.locator("[id^='id_value_']").all():
        if not value.input_value():
            walker.type_into(value, "10")
    return None


def untie(walker: Walker) -> None:
    """Let the duty depend on nothing any more."""
    while (box := walker.page.locator("[name='depends_on']:checked").first).count():
        walker.set_box(box, False)


def give_guideline(walker: Walker, contact: str) -> None:
    """The client's contact gives the guideline, at the start."""
    walker.pick("From whom", "client")
    walker.select("Who gives it", contact)
    walker.pick("When", "at the start")
