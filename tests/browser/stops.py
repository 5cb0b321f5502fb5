"""Where Tab comes to on a page: each stop has to be shown and in sight, and the last leads to the first."""

from playwright.sync_api import Page

MOST_STOPS = 900  # of one page: somebody who pressed Tab so often is trapped
AT_ONCE = 30  # so often Tab is pressed before the page is asked

# Notes each place that the focus comes to: whether it is shown there, and whether it is in sight.
LISTENER = """
window.stops = {faults: [], count: 0, first: null, round: false};
document.addEventListener("focusin", ({target}) => {
  const stops = window.stops;
  if (stops.round) return;
  if (target === stops.first) { stops.round = true; return; }
  stops.first ??= target;
  stops.count += 1;
  const shown = [target, ...(target.labels || []), target.parentElement, target.nextElementSibling]
    .filter(Boolean).map((one) => getComputedStyle(one))
    .some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none");
  const seen = [target, ...(target.labels || [])].map((one) => one.getBoundingClientRect())
    .some(({width, top, bottom, left, right}) =>
      width > 2 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  if (!shown || !seen) {
    const what = target.outerHTML.slice(0, 90);
    stops.faults.push(`${shown ? "out of sight" : "focus is not shown"}: ${what}`);
  }
});
"""


def faults_of_the_keyboard(page: Page) -> list[str]:
    """Press Tab until the focus is back where it began: where it was not shown; or that it never came."""
    page.evaluate(LISTENER)
    for _press in range(0, MOST_STOPS, AT_ONCE):
        for _one in range(AT_ONCE):
            page.keyboard.press("Tab")
        if page.evaluate("stops.round"):
            faults: list[str] = page.evaluate("stops.faults")
            return [f"{page.url} {fault}" for fault in faults]
    return [f"{page.url} Tab never comes back to the beginning, after {page.evaluate('stops.count')} stops"]
