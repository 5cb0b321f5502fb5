"""The studio's logo as its documents bear it: a small PNG inside the scope file, beside the Scope.

It is how a document looks and no part of what it says: two Scopes are compared without it.
"""

import base64
import binascii
import zlib
from dataclasses import dataclass
from hashlib import sha256

LARGEST = 262_144  # bytes of the PNG: as many pixels as may be, however badly they pack, fit in
SIDES = (480, 160)  # pixels at most, wide and high: 300 a inch on the cover
_BEGINS = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a pixel, by the kind of colour (PNG specification, 11.2.1)
_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The studio's logo: its PNG in base64 (480 by 160 pixels and 256 KiB at most), and the SHA-256 of the
    PNG's bytes, in hexadecimal."""

    sha256: str
    png: str

    @classmethod
    def of(cls, content: bytes) -> "Logo":
        """The logo that is this PNG."""
        return cls(sha256=sha256(content).hexdigest(), png=base64.b64encode(content).decode())

    @property
    def content(self) -> bytes:
        """The PNG; empty where the text is no base64."""
        try:
            return base64.b64decode(self.png, validate=True)
        except binascii.Error:
            return b""


def file_name(content: bytes) -> str:
    """What a document calls the picture: by what it shows, so that another picture is another document."""
    return f"logo-{sha256(content).hexdigest()[:16]}.png"


def is_small_picture(content: bytes) -> bool:
    """Whether these bytes are a whole PNG of eight bits a sample within the limits, and nothing beside it."""
    parts = _parts(content) if len(content) <= LARGEST else []
    if len(parts) < 3 or parts[0][0] != b"IHDR" or len(parts[0][1]) != 13 or parts[-1] != (b"IEND", b""):
        return False
    head = parts[0][1]
    wide, high = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    depth, colour, *usual = head[8:]
    if not (0 < wide <= SIDES[0] and 0 < high <= SIDES[1] and depth == 8 and usual == [0, 0, 0]):
        return False
    return colour in _SAMPLES and _holds(parts, high, 1 + wide * _SAMPLES[colour])


def _parts(content: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG, each with its name; none where one is unknown, cut off or damaged."""
    parts, at = [], len(_BEGINS)
    if not content.startswith(_BEGINS):
        return []
    while at < len(content):
        name, end = content[at + 4 : at + 8], at + 8 + int.from_bytes(content[at : at + 4])
        body = content[at + 8 : end]
        if name not in _PARTS or content[end : end + 4] != zlib.crc32(name + body).to_bytes(4):
            return []
        parts.append((name, body))
        at = end + 4
    return parts


def _holds(parts: list[tuple[bytes, bytes]], lines: int, length: int) -> bool:
    """Whether the pixels unpack to exactly so many lines of that length, each with a filter that exists."""
    reader = zlib.decompressobj()
    try:
        pixels = reader.decompress(
            b"".join(body for name, body in parts if name == b"IDAT"), lines * length + 1
        )
    except zlib.error:
        return False
    return len(pixels) == lines * length and reader.eof and max(pixels[::length]) <= 4
