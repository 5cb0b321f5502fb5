"""The one door to a file: the fixed list of what the document's own style sheets and templates name."""

from pathlib import Path

from scoping.domain.logo import file_name

BASE = "https://document.invalid/"  # a name that cannot exist; nothing is ever asked of any network
TYPES = {".css": "text/css", ".ttf": "font/ttf"}
STYLE = "document.css"
FALLBACK_STYLE = "fallback.css"
FACES = (
    "fonts/SourceSans3-Regular.ttf",
    "fonts/SourceSans3-Semibold.ttf",
    "fonts/SourceSerif4Display-Semibold.ttf",
    "fonts/SourceSerif4Subhead-Regular.ttf",
    "fonts/SourceSerif4Subhead-Semibold.ttf",
    "marks/PalettiMarks.ttf",
)
FALLBACK_FACES = (
    "fonts/ibm-plex-sans-arabic-400.ttf",
    "fonts/ibm-plex-sans-arabic-600.ttf",
    "fonts/noto-sans-hebrew-400.ttf",
    "fonts/noto-sans-hebrew-600.ttf",
    "fonts/noto-emoji-400.ttf",
)
NAMES = frozenset({STYLE, FALLBACK_STYLE, *FACES, *FALLBACK_FACES})


def asset(url: str, home: Path) -> tuple[bytes, str] | None:
    """The bytes and the media type of one of our own files by its address; None for every other address.

    `home` is the folder of the document's files. Only a name on the list is ever joined to it.
    """
    name = url.removeprefix(BASE)
    if name == url or name not in NAMES:
        return None
    path = home / name
    return path.read_bytes(), TYPES[path.suffix]


def logo(url: str, content: bytes) -> tuple[bytes, str] | None:
    """The one picture that came with a document, by the name that follows from its bytes; None for every
    other address."""
    return (content, "image/png") if content and url == BASE + file_name(content) else None
