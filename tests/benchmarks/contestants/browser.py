"""Headless Chromium, kept running and started anew."""

import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from .. import processor
from ..peers import chromium
from .cold import Cold
from .taken import Taken


class WarmChromium:
    """Chromium as it is used for PDFs: started once, one page kept, driven by Playwright.

    Only Chromium's own processes count, not Playwright's driver.
    """

    def __init__(self) -> None:
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=chromium())
        self.page = self.browser.new_page()
        found = [process for process in psutil.Process().children(recursive=True) if _is_browser(process)]
        self.pids = [found[0].pid]

    def print(self, folder: Path) -> Taken:
        """Load the HTML, wait for its fonts, print it tagged and with an outline."""
        address = (folder / "linked.html").as_uri()
        wall, before = time.monotonic(), processor.tree_seconds(self.pids)
        pdf = self.pdf(self.page, address)
        wall = time.monotonic() - wall
        processor.wait_until_idle(self.pids)
        return Taken(processor.tree_seconds(self.pids) - before, wall, pdf)

    def pdf(self, page: Page, address: str) -> bytes:
        """Print an address in a page."""
        page.goto(address)
        page.evaluate("document.fonts.ready")
        return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)

    def roots(self) -> Sequence[int]:
        """The browser."""
        return self.pids

    def end(self) -> None:
        """Close the browser."""
        self.browser.close()
        self.playwright.stop()


class PageEach(WarmChromium):
    """The same with a page of its own for each document, as one keeps the documents of different clients
    apart."""

    def pdf(self, page: Page, address: str) -> bytes:
        """Print an address in a new page, which is closed."""
        with self.browser.new_page() as own:
            return super().pdf(own, address)


def _is_browser(process: psutil.Process) -> bool:
    """Whether this is Chromium's first process, not one of those that it started."""
    command = process.cmdline()
    return (
        bool(command) and "chrom" in Path(command[0]).name and not any("--type=" in part for part in command)
    )


class ColdChromium(Cold):
    """Chromium from the command line, on the same file."""

    def command(self, folder: Path, target: Path) -> list[str]:
        """Print the file to a PDF; a profile that already exists."""
        quiet = ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--no-pdf-header-footer"]
        kept = [f"--user-data-dir={self.home}/profile", "--no-first-run", "--generate-pdf-document-outline"]
        return [chromium(), *quiet, *kept, f"--print-to-pdf={target}", (folder / "linked.html").as_uri()]
