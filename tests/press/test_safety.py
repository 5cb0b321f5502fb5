"""What somebody typed is data: printed as it stands, it never loads anything, and nothing hangs the press."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.press import assets
from scoping.press.errors import RefusedResource, TooLarge, TooSlow
from scoping.press.fonts import needs_fallback, unprintable
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from scoping.press.pdf import accepted, print_html, render
from scoping.press.pool import PRINTERS
from scoping.press.wire import Job
from tests import scopes
from tests.press.readback import Printed

HOME = Path(__file__).resolve().parents[2] / "static" / "document"


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that notes who asks: nobody ever should."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_markup_in_every_field_is_printed_literally_and_loads_nothing(
    listener: tuple[str, list[str]],
) -> None:
    address, asked = listener
    text = (
        f"<script>x()</script><img src=file:///etc/passwd><img src={address}/i><link rel=attachment href=file:///etc/passwd>"
        f"<style>@import url({address}/c); p {{background: url({address}/b)}}</style>"
        "{{ 7 }}{% now %}&amp;"
    )
    scope = scopes.typed(text)
    document = Printed(scope, render(scope, scopes.issue(), seconds=30))
    assert document.rendered.refusals == ()
    assert document.rendered.warnings == ()
    assert asked == []
    told = document.text.replace(" ", "")
    for part in (
        "<script>x()</script>",
        "<imgsrc=file:///etc/passwd>",
        "{{7}}",
        "{%now%}",
        "&amp;",
        "@importurl(",
    ):
        assert part in told
    assert "root:" not in document.text
    assert "/EmbeddedFiles" not in document.pdf.Root.get("/Names", {})


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=file:///etc/passwd>",
        "<img src=https://example.org/a.png>",
        "<img src=data:image/png;base64,AAAA>",
        "<link rel=stylesheet href=other.css>",
        "<link rel=attachment href=file:///etc/passwd>",
        "<style>@import 'https://example.org/a.css'</style>",
        "<style>p { background: url(../settings.py) }</style><p>a",
        "<style>@font-face { font-family: x; src: url(fonts/../../../settings.py) }</style>",
        "<object data=https://example.org/a.svg></object>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd' width='5'/></svg>",
        "<base href='file:///'><img src=etc/passwd>",
    ],
)
def test_were_a_template_to_name_a_foreign_file_it_would_be_refused_and_counted(markup: str) -> None:
    rendered = print_html(f"<!doctype html><html lang=it><title>.</title>{markup}")
    assert rendered.refusals
    assert b"root:" not in rendered.pdf


def test_a_refusal_fails_the_document() -> None:
    rendered = print_html("<html lang=it><title>.</title><img src=file:///etc/passwd alt=a>")
    with pytest.raises(RefusedResource) as caught:
        accepted(rendered)
    assert caught.value.refusals == ("file:///etc/passwd",)


@given(st.text(max_size=60))
def test_only_names_on_the_list_are_given_out(name: str) -> None:
    for address in (name, assets.BASE + name, f"{assets.BASE}../{name}", f"file:///{name}"):
        if address.removeprefix(assets.BASE) not in assets.NAMES:
            assert assets.asset(address, HOME) is None


def test_every_name_on_the_list_is_a_file() -> None:
    for name in assets.NAMES:
        body, media_type = assets.asset(assets.BASE + name, HOME) or (b"", "")
        assert body
        assert media_type in ("text/css", "font/ttf")


def test_texts_of_ten_thousand_characters_are_printed_whole(printed: Callable[..., Printed]) -> None:
    document = printed("long_texts")
    whole = "".join(document.pages).replace(" ", "").replace("-", "")
    sentence = "Unarigalungachespiegaognicosaconcalma,senzafrettaesenzaperdersiperstrada."
    assert whole.count(sentence) > 300
    assert document.rendered.pages < 25


def test_a_document_that_takes_too_long_is_stopped_and_the_next_one_is_printed() -> None:
    wall = "<table>" + "<tr><td><table><tr><td>a</table>" * 40_000
    with pytest.raises(TooSlow):
        print_html(f"<!doctype html><html lang=it><title>.</title>{wall}", seconds=1.5)
    assert print_html("<!doctype html><html lang=it><title>.</title><p>a").pages == 1


def test_a_printer_that_dies_is_replaced() -> None:
    assert print_html("<html lang=it><title>.</title><p>a").pages == 1
    for printer in PRINTERS._free:
        os.kill(printer.process.pid, signal.SIGKILL)
        printer.process.wait()
    assert print_html("<html lang=it><title>.</title><p>a").pages == 1


def test_a_printer_that_dies_at_work_says_so() -> None:
    said: list[Exception] = []
    printer = PRINTERS._take()

    def print_and_die() -> None:
        try:
            printer.print(job, 60)
        except (TooLarge, TooSlow) as error:
            said.append(error)

    job = Job(html="<table>" + "<tr><td>a<td>b" * 30_000, identifier=b"x", seconds=20)
    thread = threading.Thread(target=print_and_die)
    thread.start()
    printer.process.kill()
    thread.join()
    printer.end()
    assert [type(error) for error in said] == [TooLarge]


def test_unprintable_characters_are_named() -> None:
    assert unprintable("Perché no? Łódź, Ελλάς, עברית, عربي, 🧀 ‑ “”") == set()
    assert unprintable("漢字 ok \U0001f9ff \uffff") >= {"漢", "字", "\uffff"}
    assert needs_fallback("🧀")
    assert not needs_fallback("àèì € “—”")


def test_what_no_face_prints_is_told_by_the_renderer_and_still_printed() -> None:
    rendered = print_html("<!doctype html><html lang=it><title>.</title><p>漢字")
    assert rendered.pages == 1
    assert any("U+6F22" in line for line in rendered.warnings)


def test_every_fixed_word_of_ours_can_be_printed() -> None:
    for scope in (scopes.producer(), scopes.in_english(scopes.adjacent_work())):
        assert unprintable(to_html(lay_out(scope, scopes.issue()))) == set()
