"""The draft as it would be printed now, kept for a while under the hash of what it is printed from."""

import io

import pypdfium2
from django.core.cache import cache

from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.domain.scope import Scope
from scoping.press import pdf

SECONDS_KEPT = 600
DOTS_PER_INCH = 110


def draft_pdf(described: Scope) -> bytes:
    """The draft's PDF, with its watermark. Raises what the press raises: `pdf.PressError`."""
    key = f"draft:{sha256_hex(scopefile.write(described))}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = pdf.render(described).pdf
        cache.set(key, kept, SECONDS_KEPT)
    return kept


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def page_image(content: bytes, page: int) -> bytes | None:
    """One page (from 1) as a PNG; None where the document has no such page."""
    document = pypdfium2.PdfDocument(content)
    try:
        if not 1 <= page <= len(document):
            return None
        image = document[page - 1].render(scale=DOTS_PER_INCH / 72).to_pil()
        held = io.BytesIO()
        image.save(held, "PNG")
        return held.getvalue()
    finally:
        document.close()
