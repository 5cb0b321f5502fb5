"""What the documentation names is there: pages, pictures, files, targets, commands."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

HOME = Path(__file__).resolve().parents[2]
PAGES = sorted([*HOME.glob("*.md"), *(HOME / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.M)
TARGET = re.compile(r"\bmake ([a-z-]+)")
COMMAND = re.compile(r"\bmanage\.py ([a-z_]+)")
NAMED_COMMAND = re.compile(r"([a-z]+(?:_[a-z]+)+) ")
FOLDERS = ("tests", "scoping", "scripts", "docs", "templates", "static", "locale", "requirements")
OF_ONE_ROOM = re.compile(
    r"(?:domain|press|documents|engagements|record|judgement|kit|drafting|catalogue)/[\w./]+"
)
MADE = {"docs/performance.md"}  # `make bench` writes it
OTHERS = {"pg_dump"}  # commands of other programs


def code_of(source: Path) -> Iterator[str]:
    """What stands in a page's code spans and indented lines."""
    for found in CODE.finditer(source.read_text()):
        yield found[1] or found[2]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (HOME / "Makefile").read_text(), re.M))


def missing_paths(source: Path) -> list[str]:
    """Paths of this repository that a page names and that are not there."""
    missing = []
    for code in code_of(source):
        if "*" in code or "…" in code:
            continue
        whole = re.match(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*", code)
        short = OF_ONE_ROOM.fullmatch(code)
        if whole and whole[0] not in MADE and not (HOME / whole[0]).exists():
            missing.append(code)
        if short and not (HOME / "scoping" / short[0]).exists():
            missing.append(code)
    return missing


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.name)
def test_what_a_page_names_is_there(source: Path) -> None:
    text = source.read_text()
    links = {source.parent / found[1] for found in LINK.finditer(text) if "://" not in found[1]}
    made = {HOME / name for name in MADE}
    assert [str(link) for link in links - made if not link.exists()] == []
    assert missing_paths(source) == []


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.name)
def test_what_a_page_tells_to_run_can_be_run(source: Path) -> None:
    told = [code for code in code_of(source) if not code.startswith("room:")]
    asked = {name for code in told for name in TARGET.findall(code)}
    assert asked - targets() == set()
    named = {name for code in told for name in COMMAND.findall(code)}
    named |= {found[1] for code in told if (found := NAMED_COMMAND.match(code)) and code[0].islower()}
    assert named - OTHERS - set(get_commands()) == set()


def test_every_command_and_target_of_ours_is_told_somewhere() -> None:
    text = "".join(page.read_text() for page in PAGES)
    ours = {name for name, app in get_commands().items() if app == "scoping"}
    assert [name for name in ours if name not in text] == []
    assert [name for name in targets() - {"help"} if f"make {name}" not in text] == []


def test_the_first_page_is_short_and_leads_to_every_other() -> None:
    readme = (HOME / "README.md").read_text()
    assert len(readme.splitlines()) <= 70
    told = {found[1] for found in LINK.finditer(readme)}
    unreached = {str(page.relative_to(HOME)) for page in PAGES} - told - MADE - {"README.md"}
    assert unreached == set()


def test_no_page_names_a_place_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.])/(?:home|root|work|Users|tmp)/")
    assert [page.name for page in PAGES if place.search(page.read_text())] == []
