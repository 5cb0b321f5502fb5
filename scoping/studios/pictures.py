"""Pictures that somebody uploads: looked at before they are unpacked, and drawn anew by us."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageFile, ImageOps

LARGEST_FILE = 2_000_000  # bytes
LONGEST_SIDE = 4_000  # pixels
SMALLEST_SIDE = 16
KEPT = (640, 320)  # the picture is made to fit into so many pixels
FORMATS = ("PNG", "JPEG", "WEBP")


class PictureRefused(Exception):
    """The file cannot become a picture. `fault`: large, kind, pixels, small or broken."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of ours, without anything that the file said beside its pixels."""

    content: bytes
    width: int
    height: int


def drawn_anew(file: BinaryIO, size: int) -> Picture:
    """The uploaded picture as a PNG that fits into KEPT. Raises PictureRefused.

    `size` is the file's length in bytes. Kind and pixels are read from its first bytes, before anything is
    unpacked; of a moving picture the first frame stays.
    """
    if size > LARGEST_FILE:
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
        _check_pixels(opened)
        try:
            with _whole_files_only():
                return _kept(opened)
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


def _check_pixels(opened: Image.Image) -> None:
    if max(opened.size) > LONGEST_SIDE:
        raise PictureRefused("pixels")
    if min(opened.size) < SMALLEST_SIDE:
        raise PictureRefused("small")


def _kept(opened: Image.Image) -> Picture:
    opened.draft("RGB", KEPT)  # a JPEG is unpacked no larger than it is needed
    drawn = ImageOps.exif_transpose(opened).convert("RGBA")
    drawn.thumbnail(KEPT)
    clean = Image.new("RGBA", drawn.size)
    clean.paste(drawn)
    written = io.BytesIO()
    clean.save(written, "PNG", optimize=True)
    return Picture(written.getvalue(), *clean.size)
