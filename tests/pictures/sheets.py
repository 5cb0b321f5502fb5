"""PDF pages as images, and many images on one sheet."""

from pathlib import Path

import pypdfium2
from PIL import Image

GAP, GROUND = 12, "#8a8a8a"


def pages_of(pdf: bytes, scale: float) -> list[Image.Image]:
    """Each page as an image; scale 1 is 72 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=scale).to_pil() for page in document]
    finally:
        document.close()


def sheet_of(images: list[Image.Image], columns: int, height: int | None = None) -> Image.Image:
    """The images side by side, so many a row; taller ones cut to the height."""
    cut = [image.crop((0, 0, image.width, min(image.height, height or image.height))) for image in images]
    wide, high = max(image.width for image in cut), max(image.height for image in cut)
    rows = -(-len(cut) // columns)
    sheet = Image.new("RGB", (columns * (wide + GAP) + GAP, rows * (high + GAP) + GAP), GROUND)
    for place, image in enumerate(cut):
        sheet.paste(image, (GAP + place % columns * (wide + GAP), GAP + place // columns * (high + GAP)))
    return sheet


def rows_of(rows: list[list[Image.Image]], height: int) -> Image.Image:
    """Images of several widths in rows, each cut to the height; columns keep their places."""
    cut = [[image.crop((0, 0, image.width, min(image.height, height))) for image in row] for row in rows]
    wide = max(sum(image.width + GAP for image in row) for row in cut) + GAP
    high = [max(image.height for image in row) + GAP for row in cut]
    sheet = Image.new("RGB", (wide, sum(high) + GAP), GROUND)
    for place, row in enumerate(cut):
        left = GAP
        for image in row:
            sheet.paste(image, (left, GAP + sum(high[:place])))
            left += image.width + GAP
    return sheet


def keep(image: Image.Image, path: Path, width: int | None = None, colours: int | None = None) -> None:
    """Write a PNG, not wider than asked; with so many colours alone it takes a third of the room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if width is not None and image.width > width:
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image = image.convert("RGB")
    (image.quantize(colours, Image.Quantize.MAXCOVERAGE) if colours else image).save(path, optimize=True)
