"""Each page of the application, found by following its links: one picture a view, in every dress."""

import html
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from tests.house.world import addresses
from tests.pictures.sheets import keep, rows_of

LANGUAGES, SCHEMES, WIDTHS = ("it", "en"), ("light", "dark"), (1440, 390)
NOT_PAGES = (".pdf", ".png")
LINK = re.compile(r'href="([^"]+)"')
MOST_OF_A_VIEW = 8  # so many pages of one view are searched for links
TALLEST = 2400  # pixels of a page that a sheet shows


def reader(browser: Browser, language: str, scheme: str, width: int) -> BrowserContext:
    """A browser of that language, theme and width, of somebody who did not sign in."""
    return browser.new_context(
        locale="it-IT" if language == "it" else "en-GB",
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )


def signed_in(browser: Browser, address: str, language: str, scheme: str, width: int) -> BrowserContext:
    """The same, signed in to the demo."""
    context = reader(browser, language, scheme, width)
    page = context.new_page()
    page.goto(f"{address}/account/login/")
    email, password = settings.DEMO_SIGN_IN
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login/" not in url)
    return context


def views_of(context: BrowserContext, address: str) -> dict[str, str]:
    """One path for each view that answers this browser with a page: those without a name in their address,
    and those that links lead to, the newest engagement's first."""
    found: dict[str, list[str]] = {}
    waiting = ["/engagements/", *(reverse(one.view) for one in addresses() if not one.names)]
    seen = set(waiting)
    while waiting:
        path = waiting.pop(0)
        try:
            view = resolve(path).view_name
        except Resolver404:
            continue
        if path.endswith(NOT_PAGES) or len(found.get(view, ())) == MOST_OF_A_VIEW:
            continue
        answer = context.request.get(address + path, max_redirects=0)
        if answer.status != 200 or "html" not in answer.headers.get("content-type", ""):
            continue
        found.setdefault(view, []).append(path)
        for link in LINK.findall(answer.text()):
            target = urlsplit(urljoin(address + path, html.unescape(link)))
            if f"{target.scheme}://{target.netloc}" == address and target.path not in seen:
                seen.add(target.path)
                waiting.append(target.path)
    return {view: paths[0] for view, paths in found.items()}


def open_whole(page: Page, address: str) -> None:
    """Open a page with what it loads only once it is scrolled to."""
    page.goto(address)
    if page.locator("img[loading=lazy]").count():
        page.eval_on_selector_all(
            "img[loading=lazy]", "images => images.forEach(one => one.loading = 'eager')"
        )
        page.wait_for_load_state("networkidle")


def take_all(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """A picture of every view in both languages, both themes and both widths; yields each file."""
    stranger, member = reader(browser, "it", "light", 1440), signed_in(browser, address, "it", "light", 1440)
    inside = views_of(member, address)
    outside = {view: path for view, path in views_of(stranger, address).items() if view not in inside}
    for context in (stranger, member):
        context.close()
    for language, scheme, width in itertools.product(LANGUAGES, SCHEMES, WIDTHS):
        dress = f"{language}-{scheme}-{width}"
        for context, views in (
            (signed_in(browser, address, language, scheme, width), inside),
            (reader(browser, language, scheme, width), outside),
        ):
            page = context.new_page()
            for view, path in sorted(views.items()):
                open_whole(page, address + path)
                file = folder / dress / f"{view.replace(':', '-')}.png"
                page.screenshot(path=file, full_page=True)
                yield file
            context.close()


def lay_beside(folder: Path, into: Path) -> None:
    """One sheet a view: a row a language, in it each theme and width."""
    rows = [
        [f"{language}-{scheme}-{width}" for width in WIDTHS for scheme in SCHEMES] for language in LANGUAGES
    ]
    for first in sorted((folder / rows[0][0]).glob("*.png")):
        sheet = rows_of([[Image.open(folder / dress / first.name) for dress in row] for row in rows], TALLEST)
        keep(sheet, into / first.name, width=2400)


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
