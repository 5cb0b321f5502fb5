"""What no template and no page script may do."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
SCREENS = sorted(path for path in (HOME / "templates").rglob("*.html") if path.parts[-2] != "document")
ALL = sorted((HOME / "templates").rglob("*"))

FORBIDDEN_ON_SCREENS = {
    "inline style": re.compile(r"\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)"),
    "event attribute": re.compile(r"\son[a-z]+\s*="),
    "foreign address": re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//"""),
    "javascript address": re.compile(r"javascript:"),
}
FORBIDDEN_EVERYWHERE = {
    "unescaped text": re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape off"),
}


def is_plain_text(path: Path) -> bool:
    """Letters, and words that a page escapes when it shows them: escaped twice they would read `&#x27;`."""
    return path.suffix == ".txt" and path.parent.name in ("email", "messages")


@pytest.mark.parametrize("name", FORBIDDEN_ON_SCREENS)
def test_no_page_has(name: str) -> None:
    found = [str(path) for path in SCREENS if FORBIDDEN_ON_SCREENS[name].search(path.read_text())]
    assert found == []


@pytest.mark.parametrize("name", FORBIDDEN_EVERYWHERE)
def test_no_template_has(name: str) -> None:
    files = [path for path in ALL if path.is_file() and path.suffix in (".html", ".txt", ".svg", ".css")]
    markup = [path for path in files if not is_plain_text(path)]
    found = [str(path) for path in markup if FORBIDDEN_EVERYWHERE[name].search(path.read_text())]
    assert found == []


def test_every_style_sheet_of_ours_is_in_the_main_one() -> None:
    folder = HOME / "static" / "css"
    main = (folder / "main.css").read_text()
    assert [
        path.name for path in folder.glob("*.css") if path.name != "main.css" and path.name not in main
    ] == []


def test_no_style_sheet_loads_from_elsewhere_or_from_its_own_text() -> None:
    sheets = [*(HOME / "static").rglob("*.css")]
    assert [
        str(path) for path in sheets if re.search(r"url\(\s*[\"']?(?:data:|https?:|//)", path.read_text())
    ] == []
