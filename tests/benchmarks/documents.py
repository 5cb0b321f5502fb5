"""The files that contestants print, made before any of them is timed: one folder for each document and
turn."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.template import Context, Engine
from django.utils import translation
from fontTools.ttLib import TTFont

from scoping.domain import scopefile
from scoping.domain.scope import Scope
from scoping.press.html import to_html
from scoping.press.layout import Document, lay_out

from . import scopes, wordfile

HERE = Path(__file__).resolve().parent
HOME = HERE.parent.parent
ASSETS = HOME / "static" / "document"
REFERENCE = "reference"
LONG = "long"
_FACE = re.compile(r"url\((\S+\.ttf)\)")


def scope_of(name: str) -> Scope:
    """The Scope of a document by its name: the sample, the long texts, or the sample with so many duties."""
    sample = scopes.sample().scope
    if name == REFERENCE:
        return sample
    return scopes.with_long_texts(sample) if name == LONG else scopes.with_duties(sample, int(name))


def prepare(folder: Path, names: Iterable[str], turns: int, *, for_the_web: bool) -> None:
    """Write what is needed to print some documents so many times, each time with other words.

    `for_the_web`: the careless document's faces too, which takes a few seconds.
    """
    if for_the_web:
        _write_fonts_for_the_web(folder)
    for name in names:
        scope = scope_of(name)
        for turn in range(turns):
            _prepare_one(folder, name, turn, scopes.varied(scope, turn))


def folder_of(folder: Path, name: str, turn: int) -> Path:
    """Where the files of one document and turn are."""
    return folder / name / str(turn)


def _prepare_one(folder: Path, name: str, turn: int, scope: Scope) -> None:
    place = folder_of(folder, name, turn)
    place.mkdir(parents=True, exist_ok=True)
    document = lay_out(scope, scopes.issue())
    html = to_html(document)
    (place / "document.html").write_text(html)
    (place / "linked.html").write_text(linked(html, (ASSETS / "document.css").as_uri()))
    if name != REFERENCE:
        return
    (place / "scope.json").write_bytes(scopefile.write(scope, scopes.issue()))
    ordinary, careless = HERE / "ordinary" / "ordinary.css", HERE / "careless" / "careless.css"
    (place / "ordinary.html").write_text(linked(to_naive_html(document, "ordinary"), ordinary.as_uri()))
    web = (folder / "web" / "document.css").as_uri()
    (place / "careless.html").write_text(linked(to_naive_html(document, "careless"), web, careless.as_uri()))
    wordfile.write(place / "document.docx", document)


def linked(html: str, *sheets: str) -> str:
    """HTML that names its style sheets, as every renderer reads it."""
    links = "".join(f'<link rel="stylesheet" href="{sheet}">\n' for sheet in sheets)
    return html.replace("</head>", f"{links}</head>", 1)


def to_naive_html(document: Document, manner: str) -> str:
    """The same document in other markup, which stays as it is when the document's own is bettered.

    "ordinary" is good plain HTML: a table cell for each column, its own elements for each piece of text.
    "careless" is what a page for the screen would be: grids, flexible rows, a table a duty, drawn dots, a
    page reference for each row; what is not in its folder is ordinary.
    """
    with translation.override(document.language.value):
        return (
            engine(manner)
            .get_template("document/document.html")
            .render(Context({"document": document, "words": document.words}))
        )


@cache
def engine(manner: str) -> Engine:
    """The templates of one manner."""
    return Engine(dirs=[str(HERE / manner), str(HERE / "ordinary")])


def _write_fonts_for_the_web(folder: Path) -> None:
    """The naive document's style sheet with its faces as WOFF2, which most pages on the web have."""
    web = folder / "web"
    web.mkdir(parents=True, exist_ok=True)
    style = (HERE / "ordinary" / "ordinary.css").read_text()
    for face in _FACE.findall(style):
        target = web / f"{Path(face).stem}.woff2"
        with TTFont(HERE / "ordinary" / face) as font:
            font.flavor = "woff2"
            font.save(target)
    (web / "document.css").write_text(_FACE.sub(lambda found: f"url({Path(found[1]).stem}.woff2)", style))
