"""What is too narrow for its letters: a page that runs off the side, a text of which a part is cut off."""

from playwright.sync_api import Page

# Letters of twice the size, as somebody sets the browser's own who sees badly; and the usual ones.
TWICE, USUAL = 32, 16

# A text is cut off where it is longer than a box that shows no more. Not meant: what is only read aloud, and
# what says itself, by an ellipsis, that it goes on.
MISFITS = """() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("runs off the side");
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility({checkVisibilityCSS: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const said = range.getBoundingClientRect();
    for (let box = parent; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box), shown = box.getBoundingClientRect();
      if (style.position === "fixed" || shown.width <= 2 || shown.height <= 2) break;
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") break;
      if (said.width && !seen.has(box) && (hides(style.overflowX) && said.right > shown.right + 1
          || hides(style.overflowY) && said.bottom > shown.bottom + 1)) {
        seen.add(box);
        found.push(`cuts off «${text.data.trim().slice(0, 40)}»: ${box.localName} ${box.className}`);
      }
      if (style.overflowX === "auto" || style.overflowX === "scroll") break;
    }
  }
  return found;
}"""


def letters(page: Page, size: int) -> None:
    """Set the browser's own size of letters, in pixels, as its settings do; pages that follow have it too."""
    page.context.new_cdp_session(page).send(
        "Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}}
    )


def misfits(page: Page) -> list[str]:
    """What is too narrow for its letters on this page, in words."""
    found: list[str] = page.evaluate(MISFITS)
    return [f"{page.url} {one}" for one in found]
