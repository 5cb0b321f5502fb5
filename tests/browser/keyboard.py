"""A walker without a mouse: Tab and Shift+Tab, arrows, Space, Enter, and what is typed.

Before anything is used, it has to show that it has the focus, and to be in sight. Who does not get there by
Tab is trapped. No script puts the focus anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ElementHandle, Error, Locator

from .walker import Walker

MOST_STOPS = 100  # so often the way to a place is asked for; each time half of it is gone

# Whether the element has the focus, or the radio button of its row that Tab comes to.
HELD = """(element) => {
  const held = document.activeElement;
  return held === element || (element.type === "radio" && held?.type === "radio"
    && held.name === element.name && held.form === element.form);
}"""
# About how many stops lie between what has the focus and the element; negative where it stands before.
AWAY = """(element) => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...document.querySelectorAll(kinds)].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  return stops.indexOf(element) - stops.indexOf(document.activeElement);
}"""
# How it looks, and what may show the focus in its place: its outline and its shadow.
LOOK = """(element) => [element, ...(element.labels || []), element.parentElement, element.nextElementSibling]
  .map((one) => one && getComputedStyle(one)).map((style) => !style ? "" : [
    style.outlineStyle === "none" || !parseFloat(style.outlineWidth) ? "" : style.outline,
    style.boxShadow === "none" ? "" : style.boxShadow].join(""))"""
# Whether it, or its label, is in the window and nothing lies over it.
IN_SIGHT = """(element) => [element, ...(element.labels || [])].some((one) => {
  const {width, height, left, right, top, bottom} = one.getBoundingClientRect();
  const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
                  (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const there = document.elementFromPoint(x, y);
  return width > 2 && height > 2 && there && (one.contains(there) || there.contains(one));
})"""
# Marks the page until something comes of a key: another page, an answer in place, something that opens.
WAIT = """() => {
  document.documentElement.dataset.waits = "";
  for (const kind of ["htmx:afterSettle", "toggle", "hashchange"])
    document.addEventListener(kind, () => delete document.documentElement.dataset.waits,
      {once: true, capture: true});
}"""


@dataclass
class Keyboard(Walker):
    """A walker who has nothing but a keyboard."""

    stops: int = 0  # how often Tab was pressed

    def key(self, name: str) -> None:
        """Press a key, and let what is saved by it be answered."""
        self.page.keyboard.press(name)
        self.page.locator("form.htmx-request, .htmx-request").first.wait_for(state="detached")

    def reach(self, target: Locator) -> ElementHandle:
        """Bring the focus to it, or to its row of radio buttons. It has to show it, and to be in sight."""
        element = present(target)
        if element.evaluate(HELD):  # the page put the focus there: away and back, to see the difference
            self.tab("Shift+Tab")
        plain: list[str] = element.evaluate(LOOK)
        for _turn in range(MOST_STOPS):
            away: int = element.evaluate(AWAY)
            for _stop in range(max(1, abs(away) // 2)):
                self.tab("Tab" if away > 0 else "Shift+Tab")
            element = present(target, element)
            if element.evaluate(HELD):
                self.see(plain)
                return element
        raise AssertionError(f"{target} is not reached with {self.stops} times Tab at {self.page.url}")

    def tab(self, name: str) -> None:
        """One stop further, or back."""
        self.stops += 1
        self.page.keyboard.press(name)

    def see(self, plain: list[str]) -> None:
        """The focus is shown: something looks otherwise than `plain`, as it was without; and in sight."""
        held = self.page.locator("*:focus")
        look: list[str] = held.evaluate(LOOK)
        what = f"{held.evaluate('one => one.outerHTML.slice(0, 120)')} at {self.page.url}"
        assert any(now and now not in plain for now in look), f"the focus is not shown: {what}"
        assert held.evaluate(IN_SIGHT), f"out of sight: {what}"

    # What the hand does.

    def hit(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def activate(self, target: Locator) -> None:
        self.reach(target)
        self.page.evaluate(WAIT)
        self.page.keyboard.press("Enter")
        self.page.locator("html:not([data-waits])").wait_for(state="attached")
        self.page.wait_for_load_state("domcontentloaded")

    def type_into(self, field: Locator, text: str) -> None:
        element = self.reach(field)
        if element.get_attribute("type") == "date":
            year, month, day = text.split("-")
            assert month == day, "which of them is asked for first depends on the machine's language"
            return self.page.keyboard.type(f"{day}{month}{year}")
        self.page.keyboard.press("ControlOrMeta+A")
        return self.page.keyboard.type(text)

    def set_box(self, box: Locator, ticked: bool = True) -> None:
        element = self.reach(box)
        if element.get_attribute("type") == "radio":
            self.turn(lambda: box.evaluate("one => one === document.activeElement"), "ArrowRight")
            element = present(box, element)
        if element.is_checked() != ticked:
            self.key("Space")
        assert present(box, element).is_checked() == ticked

    def choose_entry(self, choice: Locator, entry: str) -> None:
        self.reach(choice)
        self.page.keyboard.type(entry.split()[0])
        chosen = "list => list.selectedOptions[0].label"
        self.turn(lambda: choice.evaluate(chosen) == entry, "ArrowDown")

    def turn(self, there: Callable[[], Any], key: str) -> None:
        """Press an arrow until it is there."""
        for _turn in range(MOST_STOPS):
            if there():
                return
            self.key(key)
        raise AssertionError(f"{key} does not lead there at {self.page.url}")

    def visit(self, review: str, address: str) -> bool:
        if self.page.url != review:
            self.activate(self.page.locator(f"a[href='{urlsplit(review).path}']").first)
        link = self.page.locator(f".findings-blocks a[href='{address}']").first
        if not link.count():
            return False
        self.activate(link)
        return True


def present(target: Locator, known: ElementHandle | None = None) -> ElementHandle:
    """The element as it is in the page now: an answer in place may have brought another."""
    try:
        if known is not None and known.evaluate("one => one.isConnected"):
            return known
    except Error:
        pass  # of a page that is gone
    return target.element_handle()
