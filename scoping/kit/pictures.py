"""Pictures that somebody uploads: looked at before they are unpacked, and drawn anew by us."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageFile, ImageOps

MOST_PIXELS = 16_000_000  # 64 MB unpacked; a telephone's photograph has twelve million
SMALLEST_SIDE = 16  # pixels
FORMATS = ("PNG", "JPEG", "WEBP")


class PictureRefused(Exception):
    """The file cannot become a picture. `fault`: large, kind, pixels, small or broken."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a picture may come in (bytes; pixels of the longest side), and the pixels that it is made to
    fit into. With `photographs` a JPEG stays one; all else becomes a PNG."""

    largest_file: int
    longest_side: int
    kept: tuple[int, int]
    photographs: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of ours, without anything that the file said beside its pixels. `kind`: png or jpeg."""

    content: bytes
    width: int
    height: int
    kind: str = "png"


def drawn_anew(file: BinaryIO, size: int, bounds: Bounds) -> Picture:
    """The uploaded picture within these bounds. Raises PictureRefused.

    `size` is the file's length in bytes. Kind and pixels are read from its first bytes, before anything is
    unpacked; of a moving picture the first frame stays.
    """
    if size > bounds.largest_file:
        raise PictureRefused("large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused("pixels") from error
    except _BROKEN as error:
        raise PictureRefused("kind") from error
    with opened:
        _check_pixels(opened, bounds)
        try:
            with _whole_files_only():
                return _kept(opened, bounds)
        except _BROKEN as error:
            raise PictureRefused("broken") from error


# What Pillow's readers raise on bytes that are not what they claim to be.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, IndexError, KeyError, OverflowError)


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Have Pillow refuse a file that was cut off, whatever another library told it to do."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_pixels(opened: Image.Image, bounds: Bounds) -> None:
    if max(opened.size) > bounds.longest_side or opened.width * opened.height > MOST_PIXELS:
        raise PictureRefused("pixels")
    if min(opened.size) < SMALLEST_SIDE:
        raise PictureRefused("small")


def on_paper(content: bytes, sides: tuple[int, int]) -> bytes:
    """A picture of ours as a document shows it: on white, without transparency, made to fit into so many
    pixels."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        drawn = opened.convert("RGBA")
    drawn.thumbnail(sides)
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    written = io.BytesIO()
    paper.convert("RGB").save(written, "PNG", optimize=True)
    return written.getvalue()


def _kept(opened: Image.Image, bounds: Bounds) -> Picture:
    photograph = bounds.photographs and opened.format == "JPEG"
    opened.draft("RGB", bounds.kept)  # a JPEG is unpacked no larger than it is needed
    drawn = ImageOps.exif_transpose(opened).convert("RGB" if photograph else "RGBA")
    drawn.thumbnail(bounds.kept)
    clean = Image.new(drawn.mode, drawn.size)
    clean.paste(drawn)
    written = io.BytesIO()
    if photograph:
        clean.save(written, "JPEG", quality=88)
    else:
        clean.save(written, "PNG")
    return Picture(written.getvalue(), *clean.size, kind="jpeg" if photograph else "png")
