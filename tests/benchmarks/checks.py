"""What has to be true for the figures to mean anything: the tuned document is the bare one, and says the
same."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import ImageChops

from .documents import REFERENCE, folder_of
from .rounds import Results
from .tagged import Told, told

PAGES = range(5, 10)  # 40 duties
BARS = 6  # millimetres at the paper's edge where the press draws its bars after the layout
DOTS_PER_INCH = 100
SHADES, JOINTS = 8, 40  # where the press joins the pieces of a rule, a few dots of a million lose their seam


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was looked at, what was found, and whether it is as it should be."""

    what: str
    found: str
    good: bool


def look(results: Results, folder: Path) -> list[Check]:
    """Everything that can be looked at, given who took part."""
    return [*_of_ours(results), *_beside_bare(results), *_of_naive(results, folder)]


def _of_ours(results: Results) -> Iterator[Check]:
    if "ours" not in results.kept:
        return
    with pikepdf.open(results.kept["ours"]) as pdf:
        pages, tags, faces = len(pdf.pages), tags_of(pdf), faces_of(pdf)
    yield Check("pages of the reference document (5 to 9)", str(pages), pages in PAGES)
    yield Check("tags", f"{sum(tags.values())}: {_counted(tags)}", tags["Table"] > 0 and tags["H1"] > 0)
    subset = all(len(name.partition("+")[0]) == 6 for name in faces)
    yield Check("faces, embedded and subset", f"{len(faces)}", subset and all(faces.values()))


def _beside_bare(results: Results) -> Iterator[Check]:
    if not {"ours", "bare"} <= results.kept.keys():
        return
    ours, bare = results.kept["ours"], results.kept["bare"]
    different = pages_that_differ(ours, bare)
    which = ", ".join(map(str, different)) or "none"
    yield Check(
        "pages that look otherwise than the bare render's (their bars left out)", which, not different
    )
    with pikepdf.open(ours) as one, pikepdf.open(bare) as other:
        yield read_alike(told(one), told(other))
        names = [{name.partition("+")[2] for name in faces_of(pdf)} for pdf in (one, other)]
        yield Check("faces as in the bare render", "", names[0] == names[1])


def _of_naive(results: Results, folder: Path) -> Iterator[Check]:
    place = folder_of(folder, REFERENCE, 0)
    if "ordinary" not in results.kept:
        return
    own = set(words_of(place / "document.html"))
    for name, title in (("ordinary", "naive"), ("careless", "careless")):
        missing = own - set(words_of(place / f"{name}.html"))
        yield Check(
            f"words that the {title} document lacks", ", ".join(sorted(missing)[:5]) or "none", not missing
        )


def read_alike(ours: Told, bare: Told) -> Check:
    """Whether our tags tell what the renderer's own do: the press leaves out those that mean nothing."""
    pairs = list(itertools.zip_longest(ours, bare))
    other = [f"{one} for {another}" for one, another in pairs if one != another]
    found = other[0] if other else f"{len(pairs)} of them"
    return Check(
        "text by headings, paragraphs, cells and lists, in their order, as the bare render tells it",
        found,
        not other,
    )


def tags_of(pdf: pikepdf.Pdf) -> Counter[str]:
    """How many structure elements of each kind a PDF has; empty where it is not tagged."""
    found: Counter[str] = Counter()
    waiting = [pdf.Root.StructTreeRoot] if "/StructTreeRoot" in pdf.Root else []
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            found[str(element.S)[1:]] += 1
        held: Any = element.get("/K", [])
        kids = list(held) if isinstance(held, pikepdf.Array) else [held]
        waiting += [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return found


def faces_of(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """The faces of a PDF by name, and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in pdf.pages:
        resources: Any = page.get("/Resources", {})
        for face in resources.get("/Font", {}).values():
            within = face.DescendantFonts[0] if "/DescendantFonts" in face else face
            described: Any = within.get("/FontDescriptor", {})
            embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found[str(face.BaseFont)[1:]] = embedded
    return found


def pages_that_differ(one: Path, other: Path) -> list[int]:
    """The pages, from 1, of which two documents do not show the same picture, bars left out."""
    first, second = pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(other)
    try:
        if len(first) != len(second):
            return list(range(1, max(len(first), len(second)) + 1))
        return [
            number for number in range(1, len(first) + 1) if not _same(first[number - 1], second[number - 1])
        ]
    finally:
        first.close()
        second.close()


def _same(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage) -> bool:
    pictures = [page.render(scale=DOTS_PER_INCH / 72).to_pil() for page in (one, other)]
    if pictures[0].size != pictures[1].size:
        return False
    width, height = pictures[0].size
    edge = round(BARS / 25.4 * DOTS_PER_INCH)
    parts = [picture.crop((edge, 0, width, height)) for picture in pictures]
    shades = ImageChops.difference(*parts).convert("L").histogram()
    return sum(shades[SHADES:]) <= JOINTS


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.shown = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.shown = self.shown or tag == "body"

    def handle_data(self, data: str) -> None:
        if self.shown:
            self.found.update(word for word in data.split() if any(letter.isalnum() for letter in word))


def words_of(file: Path) -> Counter[str]:
    """Each word that a page of HTML shows, and how often; dots and dashes are none."""
    reader = _Words()
    reader.feed(file.read_text())
    return reader.found


def _counted(tags: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in tags.most_common(6))
