"""The studio's logo on the cover: one picture by one name, told in words, and the same bytes each time."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageChops, ImageDraw

from scoping.domain.logo import SIDES, Logo, file_name
from scoping.kit.pictures import on_paper
from scoping.press import assets
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from scoping.press.pdf import job_of, preview, print_job, render
from scoping.press.printer import OwnFilesOnly
from tests import scopes
from tests.press.readback import Printed
from tests.press.test_accessibility import EXPLAINED, found_in

GREEN = (20, 120, 80)


@cache
def logo(size: tuple[int, int] = (640, 200)) -> Logo:
    """A green disc on nothing, as a studio keeps it, drawn for paper."""
    drawn = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(drawn).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=(*GREEN, 255))
    written = io.BytesIO()
    drawn.save(written, "PNG")
    return Logo.of(on_paper(written.getvalue(), SIDES))


@cache
def printed(size: tuple[int, int] = (640, 200)) -> Printed:
    scope = scopes.few()
    return Printed(scope, render(scope, scopes.issue(), logo(size)))


def green_box(document: Printed) -> tuple[int, int, int, int]:
    """Where the first page is green, in points: left, top, right, bottom."""
    picture = document.picture(0, 1.0).convert("RGB")
    away = ImageChops.difference(picture, Image.new("RGB", picture.size, GREEN)).convert("L")
    box = away.point([255] * 10 + [0] * 246).getbbox()
    assert box is not None, "nothing is green"
    return box


@pytest.mark.parametrize(
    ("size", "wide", "high"), [((640, 200), 127, 40), ((300, 300), 40, 40), ((640, 80), 142, 18)]
)
def test_it_stands_on_the_cover_in_its_own_proportions(size: tuple[int, int], wide: int, high: int) -> None:
    left, top, right, bottom = green_box(printed(size))
    assert right - left == pytest.approx(wide, abs=2)
    assert bottom - top == pytest.approx(high, abs=2)
    assert left == pytest.approx(22 * 72 / 25.4, abs=2)
    assert bottom == pytest.approx(85, abs=2), "on one line with the document's number"


def test_it_is_told_as_the_studios_name_and_the_checker_finds_nothing() -> None:
    document = printed()
    found = found_in(document.rendered.pdf)
    assert [one for one in found if one.severity != "info" and one.rule not in EXPLAINED] == []
    figures = [
        str(one.Alt)
        for one in document.pdf.objects
        if getattr(one, "get", None) and one.get("/S") == "/Figure"
    ]
    assert document.scope.studio.name in figures
    assert (document.rendered.warnings, document.rendered.refusals) == ((), ())


def test_the_same_logo_gives_the_same_bytes_and_another_one_another_document() -> None:
    scope = scopes.few()
    assert render(scope, scopes.issue(), logo()).pdf == printed().rendered.pdf
    assert b"/Image" not in render(scope, scopes.issue()).pdf
    other = printed((300, 300)).rendered.pdf
    assert other != printed().rendered.pdf


def test_a_draft_bears_it_too_and_its_preview_is_the_same_file() -> None:
    scope = replace(scopes.few(), title="Con il logo")
    shown = preview(scope, logo=logo())
    assert shown.pdf == render(scope, logo=logo()).pdf
    assert preview(scope).keys[0] != shown.keys[0]
    assert preview(scope).keys[1:] == shown.keys[1:]


def test_that_picture_has_one_name_and_every_other_is_refused() -> None:
    fetcher = OwnFilesOnly(Path(settings.STATICFILES_DIRS[0]) / "document")
    content, name = logo().content, file_name(logo().content)
    with pytest.raises(ValueError, match="own files"):
        fetcher.fetch(assets.BASE + name)
    fetcher.logo = content
    assert fetcher.fetch(assets.BASE + name).read() == content
    for other in ("logo.png", f"{name}?a", f"x/{name}", file_name(b"another"), name.upper()):
        with pytest.raises(ValueError, match="own files"):
            fetcher.fetch(assets.BASE + other)


def test_a_document_that_names_a_logo_which_did_not_come_is_refused() -> None:
    html = to_html(lay_out(scopes.few(), scopes.issue(), logo=logo()))
    for given in (None, logo((300, 300))):
        assert print_job(job_of(html, logo=given)).refusals == (assets.BASE + file_name(logo().content),)
    assert print_job(job_of(html, logo=logo())).refusals == ()
