"""`make pictures`: writes pictures/ anew, and those of the README and of the first walk into docs/pictures/.

`make pictures ARGS=--readme` leaves the screens out.
"""

import datetime as dt
import os
import shutil
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scoping.settings")
django.setup()

from playwright.sync_api import sync_playwright  # noqa: E402

from scoping.domain import scopefile  # noqa: E402
from scoping.domain.scope import Issue  # noqa: E402
from scoping.judgement.judge import unexamined  # noqa: E402
from scoping.press.pdf import render  # noqa: E402
from tests.browser.conftest import browser_program  # noqa: E402
from tests.pictures.first import first_pictures  # noqa: E402
from tests.pictures.screens import lay_beside, signed_in, step_pictures, take_all  # noqa: E402
from tests.pictures.server import HOME, demo_server  # noqa: E402
from tests.pictures.sheets import keep, pages_of, sheet_of  # noqa: E402

FOLDER, README = HOME / "pictures", HOME / "docs" / "pictures"
SAMPLES = HOME / "tests" / "samples"
COLOURS = 256  # of a picture of the documentation: enough for type and flat grounds
LARGEST = 300_000  # bytes of a picture of the README, which every clone carries
CODE = "7K3MQX2D9RTV4HWB"


def main() -> None:
    """The samples' pages, then every screen, then the pictures that the documentation shows."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    documents = print_samples()
    with demo_server() as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=browser_program())
        if "--readme" not in sys.argv:
            count = sum(1 for _file in take_all(browser, address, FOLDER / "screens"))
            lay_beside(FOLDER / "screens", FOLDER / "sheets")
            print(f"{count} pictures in {FOLDER / 'screens'}, one sheet a page in {FOLDER / 'sheets'}")
        context = signed_in(browser, address, "it", "light", 1440)
        for name, image in step_pictures(context.new_page(), address).items():
            keep(image, README / f"{name}.png", width=1120, colours=COLOURS)
        context.close()
        for name, image in first_pictures(browser, address):
            keep(image, README / f"{name}.png", colours=COLOURS)
        browser.close()
    pages = pages_of(documents["small-producer"], scale=0.66)[:4]
    keep(sheet_of(pages, columns=4), README / "document.png", colours=COLOURS)
    for picture in README.glob("*.png"):
        if picture.stat().st_size > LARGEST:
            raise RuntimeError(f"{picture.name} is too large: every clone carries it")


def print_samples() -> dict[str, bytes]:
    """Each sample as it is issued, a picture a page and one sheet a document."""
    documents = {}
    for sample in sorted(SAMPLES.glob("*.json")):
        described = scopefile.read(sample.read_bytes()).scope
        issue = Issue(
            version=1,
            moment=dt.datetime.combine(described.dated, dt.time(9), tzinfo=dt.UTC),
            code=CODE,
            address=f"https://paletti.example/v/{CODE}",
            conditions=unexamined(described),
        )
        documents[sample.stem] = render(described, issue).pdf
        pages = pages_of(documents[sample.stem], scale=1.5)
        for number, image in enumerate(pages, start=1):
            keep(image, FOLDER / "documents" / sample.stem / f"{number:02d}.png")
        keep(sheet_of(pages, columns=4), FOLDER / "documents" / f"{sample.stem}.png", width=2400)
        print(f"{len(pages)} pages of {sample.stem}")
    return documents


main()
