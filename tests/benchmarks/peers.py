"""Where the other programs are that print the same document. One that is not here is left out, never
guessed."""

import os
import shutil
from pathlib import Path

PROGRAMS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-headless-shell")


def chromium() -> str:
    """Chromium or Chrome, or the one that Playwright brought; empty where there is none."""
    for name in (os.environ.get("PALETTI_CHROMIUM", ""), *PROGRAMS):
        if name and (found := shutil.which(name)):
            return found
    bundled = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return str(bundled[-1]) if bundled else ""


def libreoffice() -> str:
    """LibreOffice; empty where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""
