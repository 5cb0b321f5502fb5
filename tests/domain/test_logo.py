"""The logo in a scope file: a small whole PNG and nothing else, or its path and a plain word."""

import dataclasses
import io
import json
import struct
import zlib
from typing import Any

import jsonschema
import pytest
from PIL import Image

from scoping.domain import scopefile
from scoping.domain.logo import LARGEST, SIDES, Logo, is_small_picture
from scoping.domain.scopefile.schema import json_schema

from .examples import example_scope
from .test_scopefile import ISSUE, faults_of


def picture(size: tuple[int, int] = (120, 40), mode: str = "RGB", **options: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, "PNG", **options)
    return written.getvalue()


def made(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, each with its right checksum."""
    parts = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def head(wide: int, high: int, depth: int = 8, colour: int = 2, interlaced: int = 0) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, interlaced)


LINE = b"\0" + bytes(30)  # ten pixels of three samples
END = (b"IEND", b"")
SMALL = made(head(10, 2), (b"IDAT", zlib.compress(2 * LINE)), END)
BAD = {
    "nothing": b"",
    "text": b"Studio Faro",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "first bytes": SMALL[:20],
    "cut": SMALL[:-6],
    "more behind": SMALL + b"<script>",
    "damaged": SMALL.replace(b"IDAT", b"IDAT\0", 1),
    "wide": picture((SIDES[0] + 1, 20)),
    "high": picture((20, SIDES[1] + 1)),
    "no pixels": made(head(0, 0), (b"IDAT", zlib.compress(b"")), END),
    "words inside": made(head(10, 2), (b"tEXt", b"a\0b"), (b"IDAT", zlib.compress(2 * LINE)), END),
    "no picture": made(head(10, 2), END),
    "no head": made((b"IDAT", zlib.compress(2 * LINE)), END, END),
    "sixteen bits": made(head(10, 2, depth=16), (b"IDAT", zlib.compress(4 * LINE)), END),
    "no such colour": made(head(10, 2, colour=5), (b"IDAT", zlib.compress(2 * LINE)), END),
    "interlaced": made(head(10, 2, interlaced=1), (b"IDAT", zlib.compress(2 * LINE)), END),
    "a line short": made(head(10, 2), (b"IDAT", zlib.compress(LINE)), END),
    "a bomb": made(head(10, 2), (b"IDAT", zlib.compress(bytes(50_000_000))), END),
    "no filter": made(head(10, 2), (b"IDAT", zlib.compress(b"\5" + LINE[1:] + LINE)), END),
    "not packed": made(head(10, 2), (b"IDAT", 2 * LINE), END),
    "heavy": made(head(10, 2), (b"IDAT", zlib.compress(2 * LINE) + bytes(LARGEST)), END),
}


def file_with(logo: object) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(scopefile.write(example_scope()))
    return {**document, "logo": logo}


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA"])
def test_a_logo_goes_into_a_file_and_comes_out_again(mode: str) -> None:
    logo = Logo.of(picture(SIDES, mode, optimize=True))
    data = scopefile.write(example_scope(), ISSUE, logo)
    read = scopefile.read(data)
    assert (read.scope, read.issue, read.logo) == (example_scope(), ISSUE, logo)
    assert scopefile.write(read.scope, read.issue, read.logo) == data
    jsonschema.validate(json.loads(data), json_schema())


def test_a_file_without_one_is_what_it_always_was() -> None:
    data = scopefile.write(example_scope(), ISSUE)
    assert b"logo" not in data.partition(b'"issue"')[2]
    assert scopefile.read(data).logo is None


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_small_picture_is_refused_at_its_place(name: str) -> None:
    assert not is_small_picture(BAD[name])
    logo = Logo.of(BAD[name])
    if logo.png and len(BAD[name]) <= LARGEST:
        assert faults_of(file_with(dataclasses.asdict(logo))) == [("$.logo.png", "no_small_picture")]
    else:
        ((path, _code),) = faults_of(file_with(dataclasses.asdict(logo)))
        assert path == "$.logo.png"


def test_each_other_fault_of_a_logo_has_its_path() -> None:
    right = dataclasses.asdict(Logo.of(SMALL))
    for logo, path in (
        ({**right, "sha256": "0" * 64}, "$.logo.sha256"),
        ({**right, "sha256": "x"}, "$.logo.sha256"),
        ({"png": right["png"]}, "$.logo.sha256"),
        ({**right, "png": "%%%"}, "$.logo.png"),
        ({**right, "png": right["png"] + "A"}, "$.logo.png"),
        ({**right, "png": 7}, "$.logo.png"),
        ({**right, "url": "https://example.org"}, "$.logo.url"),
        ("logo.png", "$.logo"),
        ([right], "$.logo"),
    ):
        assert [found for found, _code in faults_of(file_with(logo))] == [path]
