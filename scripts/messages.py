"""Collects the texts of the screens into the Italian catalogue (needs gettext), and says which lack their Italian.

`--check` only says what is missing, from the catalogue as it is. A guess of gettext's ("fuzzy") counts as missing.
`--fill FILE` takes over a JSON object of English texts and their Italian.
"""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

HOME = Path(__file__).resolve().parent.parent
ITALIAN = HOME / "locale" / "it" / "LC_MESSAGES" / "django.po"
FIRST = datetime(2026, 11, 24, tzinfo=UTC)  # a date of its own would change with every run
SKIP = [".venv", "var", "node_modules", "tests", "scripts"]


def read() -> Catalog:
    """The Italian catalogue."""
    with ITALIAN.open("rb") as file:
        return read_po(file, locale="it")


def write(catalogue: Catalog) -> None:
    """Writes it in the order of the texts and without dates, so that two branches seldom meet in one line."""
    catalogue.creation_date = catalogue.revision_date = FIRST
    catalogue.project, catalogue.version, catalogue.language_team = "Paletti", "", ""
    catalogue.last_translator, catalogue.msgid_bugs_address, catalogue.fuzzy = "", "", False
    catalogue.header_comment = "# The Italian of the screens: written, not translated."
    with ITALIAN.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=0,
            no_location=True,
            ignore_obsolete=True,
            sort_output=True,
            omit_header=False,
        )


def collect() -> None:
    """Reads the texts out of code and templates."""
    ignored = [option for name in SKIP for option in ("--ignore", name)]
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "it", "--no-location", "--no-wrap", *ignored],
        cwd=HOME,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    catalogue = read()
    for message in catalogue:
        if message.id and message.fuzzy:
            message.flags.discard("fuzzy")
            message.string = ("",) * 2 if message.pluralizable else ""
    write(catalogue)


def fill(path: Path) -> None:
    """Takes over the Italian of each English text in the file; a plural's are its two forms."""
    catalogue = read()
    for english, italian in json.loads(path.read_text()).items():
        message = catalogue.get(english)
        if message is None:
            print("no such text:", english)
        else:
            message.string = tuple(italian) if isinstance(italian, list) else italian
    write(catalogue)


def missing() -> list[str]:
    """The English texts that have no Italian."""
    found = []
    for message in read():
        if not message.id:
            continue
        strings = message.string if message.pluralizable else [message.string]
        if message.fuzzy or not all(strings):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def main() -> None:
    """Collects and says, or only says."""
    if "--fill" in sys.argv:
        fill(Path(sys.argv[sys.argv.index("--fill") + 1]))
    elif "--check" not in sys.argv:
        collect()
    gaps = missing()
    for text in gaps:
        print("no Italian:", text)
    raise SystemExit(bool(gaps) and "--check" in sys.argv)


if __name__ == "__main__":
    main()
