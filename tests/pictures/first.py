"""The pictures of docs/first-scope.md: a window at each stop of a first user's walk, in two languages."""

import io
from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.first import first_scope
from tests.browser.walker import Walker

WINDOW = {"width": 1120, "height": 780}


def first_pictures(browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    """Walk the guide and give, at each stop, the picture's name and the picture."""
    for language, locale in (("it", "it-IT"), ("en", "en-GB")):
        context = browser.new_context(locale=locale, viewport=WINDOW, reduced_motion="reduce")  # type: ignore[arg-type]
        page = context.new_page()
        for stop in first_scope(Walker(page, address, language), f"anna-{language}@example.org"):
            page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
            page.wait_for_load_state("networkidle")
            yield f"first-{stop}-{language}", Image.open(io.BytesIO(page.screenshot()))
        context.close()
