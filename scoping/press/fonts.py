"""Which characters the document's own faces can print."""

import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

from .assets import FACES, FALLBACK_FACES

_INVISIBLE = {"Cf", "Zs", "Zl", "Zp", "Cc"}


@cache
def _characters(faces: tuple[str, ...]) -> frozenset[int]:
    """The code points that at least one of some faces has a glyph for."""
    folder = Path(settings.STATICFILES_DIRS[0]) / "document"
    found: set[int] = set()
    for face in faces:
        with TTFont(folder / face, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def needs_fallback(text: str) -> bool:
    """Whether a text has characters that only the fallback faces can print (Arabic, Hebrew, emoji)."""
    return any(
        ord(character) not in _characters(FACES) and not _invisible(character) for character in set(text)
    )


def unprintable(text: str) -> set[str]:
    """The characters of a text that no face here can print; empty means that all of it will be seen."""
    return {
        character
        for character in set(text)
        if ord(character) not in _characters(FACES)
        and ord(character) not in _characters(FALLBACK_FACES)
        and not _invisible(character)
    }


def _invisible(character: str) -> bool:
    """Whether a character has no picture of its own: spaces, joiners, variation selectors."""
    return unicodedata.category(character) in _INVISIBLE or 0xFE00 <= ord(character) <= 0xFE0F


@cache
def _advances() -> dict[int, int]:
    """How wide each character of the text face is, in thousandths of its size."""
    with TTFont(Path(settings.STATICFILES_DIRS[0]) / "document" / FACES[0], lazy=True) as font:
        metrics = font["hmtx"].metrics
        return {code: metrics[name][0] for code, name in font.getBestCmap().items()}


def width(text: str, points: float) -> float:
    """How wide a text is, about, in millimetres, set in the text face at a size in points."""
    advances = _advances()
    return sum(advances.get(ord(character), 600) for character in text) * points * 25.4 / 72_000
