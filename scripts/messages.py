"""Collects the texts of the screens into the Italian catalogue, and says which lack their Italian.

`--check` writes nothing: it says what is missing or left over, and ends with an error. `--fill FILE` takes
over a JSON object of English texts and their Italian (a plural's are its two forms). Needs no gettext.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

HOME = Path(__file__).resolve().parent.parent
ITALIAN = HOME / "locale" / "it" / "LC_MESSAGES" / "django.po"
FIRST = datetime(2026, 11, 24, tzinfo=UTC)  # a date of its own would change with every run

Text = str | tuple[str, ...]
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
_STRING = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_FACT = re.compile(r"%\(\w+\)[sd]")
_CALL = re.compile(
    rf"\b(?:(p)?gettext\({_STRING}(?:,\s*{_STRING})?\)|ngettext\({_STRING},\s*{_STRING},)", re.S
)


def texts_of_code() -> Iterator[tuple[Text, str | None]]:
    """Every text that the code marks, with its context."""
    for path in sorted((HOME / "scoping").rglob("*.py")):
        for _line, text, _comments, context in extract_from_file("python", str(path), KEYWORDS):
            yield text, context


def texts_of_templates() -> Iterator[tuple[Text, str | None]]:
    """Every text that a template marks; Django itself turns the template into calls that can be read."""
    settings.configure()
    for path in sorted((HOME / "templates").rglob("*")):
        if path.suffix not in (".html", ".txt", ".svg"):
            continue
        for call in _CALL.finditer(templatize(path.read_text(), origin=str(path))):
            with_context, first, second, singular, plural = call.groups()
            if singular:
                yield (ast.literal_eval(singular), ast.literal_eval(plural)), None
            elif with_context:
                yield ast.literal_eval(second), ast.literal_eval(first)
            else:
                yield ast.literal_eval(first), None


def read() -> Catalog:
    """The Italian catalogue as it is."""
    with ITALIAN.open("rb") as file:
        return read_po(file, locale="it")


def write(catalogue: Catalog) -> None:
    """Writes it in the order of the texts and without dates, so that two branches seldom meet in one line."""
    with ITALIAN.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True, ignore_obsolete=True, sort_output=True)


def collected() -> Catalog:
    """The texts that there are now, with the Italian that is known. A guess counts as unknown."""
    known = read()
    catalogue = Catalog(
        locale="it",
        project="Paletti",
        version="1",
        last_translator="Paletti <paletti@localhost>",
        language_team="Italian",
        msgid_bugs_address="paletti@localhost",
        creation_date=FIRST,
        revision_date=FIRST,
        header_comment="# The Italian of the screens: written, not translated.",
        fuzzy=False,
    )
    for text, context in [*texts_of_code(), *texts_of_templates()]:
        if not text or text == ("", ""):
            continue
        before = known.get(text if isinstance(text, str) else text[0], context)
        fits = before is not None and not before.fuzzy and before.pluralizable == isinstance(text, tuple)
        catalogue.add(text, before.string if before is not None and fits else None, context=context)
    return catalogue


def said(message: Message) -> bool:
    """Whether it has its Italian, every form of it."""
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def same_names(message: Message) -> bool:
    """Whether the Italian fills in the same facts as the English, such as %(count)d."""
    english = message.id if isinstance(message.id, str) else message.id[-1]
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    wanted = set(_FACT.findall(english))
    return all(set(_FACT.findall(string or "")) <= wanted for string in strings) and (
        wanted == set(_FACT.findall(strings[-1] or ""))
    )


def fill(catalogue: Catalog, path: Path) -> None:
    """Takes over the Italian that a file says."""
    for english, italian in json.loads(path.read_text()).items():
        message = catalogue.get(english)
        if message is None:
            print("no such text:", english)
        else:
            message.string = tuple(italian) if isinstance(italian, list) else italian


def main() -> None:
    """Collects, fills or checks; names each text without Italian."""
    catalogue = collected()
    if "--fill" in sys.argv:
        fill(catalogue, Path(sys.argv[sys.argv.index("--fill") + 1]))
    faults = [f"no Italian: {message.id}" for message in catalogue if message.id and not said(message)]
    faults += [
        f"other facts in the Italian: {message.id}"
        for message in catalogue
        if message.id and said(message) and not same_names(message)
    ]
    if "--check" in sys.argv:
        now, before = ({(m.id, m.context) for m in some if m.id} for some in (catalogue, read()))
        faults += [f"nowhere any more, run make messages: {text}" for text, _context in before - now]
    else:
        write(catalogue)
    print(*faults, sep="\n")
    raise SystemExit(bool(faults) and "--check" in sys.argv)


if __name__ == "__main__":
    main()
