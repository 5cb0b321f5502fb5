"""Each page of the application, found by following its links: one picture a view, in every dress."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

LANGUAGES, SCHEMES, WIDTHS = ("it", "en"), ("light", "dark"), (1440, 390)
NOT_PAGES = (".pdf", ".png")


def signed_in(browser: Browser, address: str, language: str, scheme: str, width: int) -> BrowserContext:
    """A browser of that language, theme and width, signed in to the demo."""
    context = browser.new_context(
        locale="it-IT" if language == "it" else "en-GB",
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}/account/login/")
    email, password = settings.DEMO_SIGN_IN
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login/" not in url)
    return context


def views_of(page: Page, address: str) -> dict[str, str]:
    """One path for each view that links lead to, the newest engagement's first."""
    found: dict[str, str] = {}
    waiting, seen = ["/engagements/"], {"/engagements/"}
    while waiting:
        path = waiting.pop(0)
        try:
            view = resolve(path).view_name
        except Resolver404:
            continue
        if view in found or path.endswith(NOT_PAGES):
            continue
        answer = page.goto(address + path)
        if answer is None or not answer.ok or "html" not in answer.headers.get("content-type", ""):
            continue
        found[view] = path
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            parts = urlsplit(urljoin(address + path, link))
            if f"{parts.scheme}://{parts.netloc}" == address and parts.path not in seen:
                seen.add(parts.path)
                waiting.append(parts.path)
    return found


def take_all(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """A picture of every view in both languages, both themes and both widths; yields each file."""
    first = signed_in(browser, address, "it", "light", 1440)
    views = views_of(first.new_page(), address)
    first.close()
    for language, scheme, width in itertools.product(LANGUAGES, SCHEMES, WIDTHS):
        context = signed_in(browser, address, language, scheme, width)
        page = context.new_page()
        for view, path in sorted(views.items()):
            page.goto(address + path)
            file = folder / f"{language}-{scheme}-{width}" / f"{view.replace(':', '-')}.png"
            page.screenshot(path=file, full_page=True)
            yield file
        context.close()


def step_pictures(page: Page, address: str) -> dict[str, Image.Image]:
    """The newest draft's board and review, as they stand in a window."""
    page.goto(f"{address}/engagements/")
    newest = page.locator("main a[href^='/engagements/2']").first.get_attribute("href") or ""
    number = newest.split("/")[2]
    pictures: dict[str, Image.Image] = {}
    for name, step in (("board", "duties"), ("review", "review")):
        page.goto(f"{address}/engagements/{number}/{step}/")
        page.wait_for_load_state("networkidle")
        pictures[name] = Image.open(io.BytesIO(page.screenshot()))
    return pictures
