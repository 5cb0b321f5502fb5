"""The draft as it would be printed now, and its pages as pictures.

What was printed is kept for a while under the hash of what it was printed from. A page's picture has an
address with a name for what it shows, so that a browser keeps what has not changed.
"""

import io
import threading
from dataclasses import dataclass

import pypdfium2
from django.core.cache import cache

from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.domain.logo import Logo
from scoping.domain.scope import ConditionStatement, Scope
from scoping.press import pdf

SECONDS_KEPT = 600
PICTURE_KEPT = 7 * 86_400  # seconds a browser keeps a picture whose name says what it shows
WIDTHS = (120, 560, 1120)  # pixels of a picture: beside the page, the page, the page on a fine screen
COLOURS = 64  # of a picture: a fourth of the bytes, and no eye sees it
_OCTREE = 2  # the quick way to choose them
_ONE_AT_A_TIME = threading.Lock()  # PDFium may be called by one thread of a process only


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the draft: its number, from 1, and the name of what it shows."""

    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft's PDF, with its watermark, and its pages."""

    pdf: bytes
    pages: tuple[Page, ...]

    def page(self, number: int) -> Page | None:
        """The page of that number; None where the draft has no such page."""
        return next((page for page in self.pages if page.number == number), None)


def draft_of(
    described: Scope, conditions: tuple[ConditionStatement, ...] = (), logo: Logo | None = None
) -> Draft:
    """The draft of a scope, with what is judged of the four conditions and the studio's logo. Raises what the
    press raises: `pdf.PressError`."""
    key = f"draft:{sha256_hex(scopefile.write(described, logo=logo) + repr(conditions).encode())}"
    kept: tuple[bytes, tuple[str, ...]] | None = cache.get(key)
    if kept is None:
        printed = pdf.preview(described, conditions, logo)
        kept = (printed.pdf, printed.keys)
        cache.set(key, kept, SECONDS_KEPT)
    content, keys = kept
    return Draft(content, tuple(Page(number, name) for number, name in enumerate(keys, start=1)))


def page_image(content: bytes, number: int, width: int) -> bytes:
    """A page of a PDF (from 1) as a PNG, so many pixels wide."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            page = document[number - 1]
            image = page.render(scale=width / page.get_width()).to_pil()
        finally:
            document.close()
    held = io.BytesIO()
    image.quantize(COLOURS, method=_OCTREE).save(held, "PNG")
    return held.getvalue()
