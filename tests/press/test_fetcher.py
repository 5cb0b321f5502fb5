"""The renderer reads our own listed files and nothing else, whoever asks and however the address is spelt."""

import io
from functools import reduce
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings

from scoping.press import assets
from scoping.press.errors import RefusedResource
from scoping.press.pdf import Rendered, accepted, print_html, render
from scoping.press.printer import OwnFilesOnly
from tests import scopes
from tests.press.readback import Printed
from tests.press.typed import free_texts, full, with_text

HOME = Path(settings.STATICFILES_DIRS[0]) / "document"
CANARY = "kanarienvogel-5519"
PAGE = "<!doctype html><html lang=it><title>.</title>"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file outside the document's folder that no document may hold a byte of."""
    file = tmp_path / "canary.css"
    file.write_text(f"/* {CANARY} */ p::after {{ content: '{CANARY}' }}")
    return file


def holds(pdf: bytes, text: str) -> bool:
    """Whether a text stands anywhere in a PDF: its bytes, its unpacked streams, its letters."""
    opened = pikepdf.open(io.BytesIO(pdf))
    streams = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)]
    read = Printed(full(), Rendered(pdf=pdf, pages=0)).text
    return text in read or any(text.encode() in part for part in (pdf, *streams))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file:static/document/document.css",
        "http://127.0.0.1:1/a.css",
        "https://example.org/document.css",
        "ftp://example.org/a",
        "data:text/css,p{}",
        "DATA:text/css,p{}",
        "//example.org/a.css",
        "document.css",
        "/document.css",
        "javascript:x",
        "",
        assets.BASE,
        assets.BASE + "../settings.py",
        assets.BASE + "fonts/../document.css",
        assets.BASE + "fonts/../../../scoping/settings.py",
        assets.BASE + "/etc/passwd",
        assets.BASE + "%2e%2e/settings.py",
        assets.BASE + "document.css?a",
        assets.BASE + "document.css#a",
        assets.BASE + "document.css/",
        assets.BASE + "Document.css",
        assets.BASE + "fonts",
        assets.BASE + "fonts/LICENSE-source-sans.md",
        assets.BASE.replace("https", "http") + "document.css",
        assets.BASE.replace("document.invalid", "user@document.invalid") + "document.css",
    ],
)
def test_an_address_that_is_not_on_the_list_gives_nothing_and_is_counted(address: str) -> None:
    fetcher = OwnFilesOnly(HOME)
    with pytest.raises(ValueError, match="own files"):
        fetcher.fetch(address)
    assert fetcher.refusals == [address]


def test_a_name_on_the_list_gives_that_files_bytes_and_counts_nothing() -> None:
    fetcher = OwnFilesOnly(HOME)
    for name in assets.NAMES:
        assert fetcher.fetch(assets.BASE + name).read() == (HOME / name).read_bytes()
    assert fetcher.refusals == []


def test_every_file_that_the_style_sheets_name_is_on_the_list() -> None:
    for sheet in (assets.STYLE, assets.FALLBACK_STYLE):
        named = [part.partition(")")[0] for part in (HOME / sheet).read_text().split("url(")[1:]]
        assert set(named) <= assets.NAMES


def test_no_file_that_a_text_names_comes_into_the_document(canary: Path) -> None:
    """The same hostile text in every field at once, as far as each takes it."""
    text = f'<link rel=stylesheet href="{canary.as_uri()}"><link rel=attachment href="{canary.as_uri()}">'
    scope = reduce(
        lambda made, field: with_text(made, field[0], text[: field[1]]) if field[1] >= 40 else made,
        free_texts(),
        full(),
    )
    rendered = render(scope, scopes.issue(), seconds=40)
    assert rendered.refusals == ()
    assert rendered.warnings == ()
    assert not holds(rendered.pdf, CANARY)
    assert "<link rel=stylesheet href=" in Printed(scope, rendered).text


@pytest.mark.parametrize(
    "markup",
    [
        "<link rel=stylesheet href={0}>",
        "<link rel=attachment href={0}>",
        "<a rel=attachment href={0}>a</a>",
        "<style>@import url({0})</style>",
        "<style>@font-face {{ font-family: x; src: url({0}) }} p {{ font-family: x }}</style><p>a",
        "<style>@page {{ background: url({0}) }}</style><p>a",
        "<style>p::before {{ content: url({0}) }}</style><p>a",
        "<style>li {{ list-style-image: url({0}) }}</style><ul><li>a</ul>",
        "<p style='background: url({0})'>a",
        "<img src={0} alt=a>",
        "<object data={0}>a</object>",
        "<embed src={0}>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='{0}' width='9' height='9'/></svg>",
    ],
)
def test_a_document_that_asks_for_another_file_is_refused(markup: str, canary: Path) -> None:
    rendered = print_html(PAGE + markup.format(canary.as_uri()))
    assert any(canary.name in refusal for refusal in rendered.refusals)
    assert not holds(rendered.pdf, CANARY)
    with pytest.raises(RefusedResource) as caught:
        accepted(rendered)
    assert canary.as_uri() in str(caught.value)


def test_a_refusal_is_the_documents_own_and_not_the_next_ones(canary: Path) -> None:
    assert print_html(f"{PAGE}<img src={canary.as_uri()} alt=a>").refusals
    assert print_html(f"{PAGE}<p>a").refusals == ()
