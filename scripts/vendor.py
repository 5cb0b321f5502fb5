"""Copies the style sheet and fonts that Paletti ships from node_modules, and lists their hashes.

`make vendor` runs it; `python scripts/vendor.py --check` (in `make check`) compares the files with the list.
"""

import hashlib
import re
import shutil
import sys
import urllib.parse
from pathlib import Path

from fontTools.ttLib import TTFont

HOME = Path(__file__).resolve().parent.parent
NODE = HOME / "node_modules"
STATIC = HOME / "static"
BOOTSTRAP = STATIC / "vendor" / "bootstrap"
WEB_FONTS = STATIC / "fonts"
DOCUMENT_FONTS = STATIC / "document" / "fonts"
LIST = STATIC / "vendor" / "SHA256SUMS"

# A full file for each face: WeasyPrint 70 mixes up two files of the same family, weight and style.
DOCUMENT_FACES = {
    "source-sans/TTF": [
        "SourceSans3-Regular.ttf",
        "SourceSans3-It.ttf",
        "SourceSans3-Semibold.ttf",
        "SourceSans3-SemiboldIt.ttf",
    ],
    "source-serif/TTF": [
        "SourceSerif4Display-Regular.ttf",
        "SourceSerif4Display-Semibold.ttf",
        "SourceSerif4Subhead-Regular.ttf",
        "SourceSerif4Subhead-Semibold.ttf",
    ],
}
# Faces for writing that Source Sans lacks, unpacked: a TTF loads twenty times as fast as a woff2. The Arabic
# one has whole letters: where a face builds them of strokes and dots, the PDF reads back as something else.
FALLBACK_FACES = {
    "ibm-plex-sans-arabic": ["arabic-400", "arabic-600"],
    "noto-sans-hebrew": ["hebrew-400", "hebrew-600"],
    "noto-emoji": ["emoji-400"],
}
WEB_FACES = {
    "source-sans-3": ["400", "400-italic", "600", "600-italic"],
    "source-serif-4": ["400", "600"],
}


def vendor_bootstrap() -> None:
    """Bootstrap's style sheet without `data:` images and with its dark theme following the system."""
    shutil.rmtree(BOOTSTRAP, ignore_errors=True)
    BOOTSTRAP.mkdir(parents=True)
    css = (NODE / "bootstrap/dist/css/bootstrap.min.css").read_text()
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    images: dict[str, str] = {}

    def write_out(match: re.Match[str]) -> str:
        svg = urllib.parse.unquote(match["svg"])
        name = images.setdefault(svg, f"image-{len(images) + 1:02}.svg")
        (BOOTSTRAP / name).write_text(svg)
        return f'url("{name}")'

    css = re.sub(r"""url\(["']?data:image/svg\+xml,(?P<svg>[^"]*?)["']?\)""", write_out, css)
    (BOOTSTRAP / "bootstrap.css").write_text(css + dark_for_the_system(css))
    shutil.copy(NODE / "bootstrap/LICENSE", BOOTSTRAP / "LICENSE")


def dark_for_the_system(css: str) -> str:
    """The rules of the dark theme once more, for a reader whose system is dark and who chose nothing else."""
    rules = re.findall(r"[^{}]*\[data-bs-theme=dark\][^{}]*\{[^{}]*\}", css)
    chosen = [
        rule.split("*/")[-1].replace("[data-bs-theme=dark]", ":root:not([data-bs-theme=light])")
        for rule in rules
    ]
    return "\n@media (prefers-color-scheme:dark){" + "".join(chosen) + "}\n"


def vendor_web_fonts() -> None:
    """The screens' fonts, a file for each part of Unicode, so that a page loads 16 KB a face."""
    shutil.rmtree(WEB_FONTS, ignore_errors=True)
    WEB_FONTS.mkdir(parents=True)
    rules = ["/* Written by scripts/vendor.py from @fontsource. Licence: LICENSE-*.txt */\n"]
    for family, faces in WEB_FACES.items():
        package = NODE / "@fontsource" / family
        for face in faces:
            css = (package / f"{face}.css").read_text()
            for file in re.findall(r"url\(\./files/([^)]+\.woff2)\)", css):
                shutil.copy(package / "files" / file, WEB_FONTS / file)
            css = re.sub(r",\s*url\([^)]*\.woff\)\s*format\(['\"]woff['\"]\)", "", css)
            rules.append(css.replace("./files/", ""))
        shutil.copy(package / "LICENSE", WEB_FONTS / f"LICENSE-{family}.txt")
    (WEB_FONTS / "fonts.css").write_text("\n".join(rules))


def vendor_document_fonts() -> None:
    """The document's fonts, full TTF files with no other file of the same face beside them."""
    shutil.rmtree(DOCUMENT_FONTS, ignore_errors=True)
    DOCUMENT_FONTS.mkdir(parents=True)
    for folder, names in DOCUMENT_FACES.items():
        for name in names:
            shutil.copy(NODE / folder / name, DOCUMENT_FONTS / name)
        package = folder.split("/")[0]
        shutil.copy(NODE / package / "LICENSE.md", DOCUMENT_FONTS / f"LICENSE-{package}.md")
    for package, faces in FALLBACK_FACES.items():
        for face in faces:
            source = NODE / "@fontsource" / package / "files" / f"{package}-{face}-normal.woff2"
            font = TTFont(source, recalcTimestamp=False)
            font.flavor = None
            font.save(DOCUMENT_FONTS / f"{package}-{face.split('-')[1]}.ttf")
        shutil.copy(NODE / "@fontsource" / package / "LICENSE", DOCUMENT_FONTS / f"LICENSE-{package}.txt")


def hashes() -> str:
    """One line a vendored file, as `sha256sum` writes it."""
    files = sorted(
        path
        for folder in (BOOTSTRAP, WEB_FONTS, DOCUMENT_FONTS)
        for path in folder.rglob("*")
        if path.is_file()
    )
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(HOME)}\n" for path in files
    )


def main() -> None:
    """Vendors, or checks what was vendored."""
    if "--check" in sys.argv:
        found, listed = set(hashes().splitlines()), set(LIST.read_text().splitlines())
        for line in sorted(found ^ listed):
            print("changed, missing or not listed:", line.split("  ")[1])
        raise SystemExit(found != listed)
    vendor_bootstrap()
    vendor_web_fonts()
    vendor_document_fonts()
    LIST.write_text(hashes())


if __name__ == "__main__":
    main()
