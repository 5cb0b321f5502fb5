"""The glossary: every word that a screen explains is there, in both languages, and easy to read."""

import re
from pathlib import Path

import pytest

from scoping.domain.glossary import GLOSSARY, GROUPS
from scoping.domain.words import Language
from scoping.drafting.steps import StepName
from scoping.templatetags.words import STEPS
from tests.readability import flesch, gulpease

HOME = Path(__file__).resolve().parents[2]
USED = re.compile(r"""(?:\{% term |explained\()((?:["']\w+["'] ?)+)""")
WORD = re.compile(r"\w+")


def used() -> dict[str, str]:
    """The words that templates and forms explain, and where."""
    files = [*(HOME / "templates").rglob("*.html"), *(HOME / "scoping").rglob("*.py")]
    in_files = {
        word: str(file.relative_to(HOME))
        for file in files
        for words in USED.findall(file.read_text(encoding="utf-8"))
        for word in WORD.findall(words)
    }
    return in_files | {word: f"step {step}" for step, words in STEPS.items() for word in words}


def test_every_word_that_a_screen_explains_is_in_the_glossary() -> None:
    found = used()
    assert found, "no page explains a word any more"
    assert {word: place for word, place in found.items() if word not in GLOSSARY} == {}


def test_each_step_of_a_draft_explains_its_words() -> None:
    assert set(STEPS) == set(StepName) - {StepName.ECONOMICS}  # a page of figures, not of words
    assert {"lane", "duty", "adjacent", "kpi", "withholding", "guideline"} <= set(used())


@pytest.mark.parametrize("name", GLOSSARY)
def test_each_word_is_written_in_both_languages(name: str) -> None:
    term = GLOSSARY[name]
    for language in Language:
        assert term.word(language).strip()
        assert term.says(language).endswith(".")
        assert len(term.says(language)) < 260
    assert term.it_says != term.en_says


def test_the_explanations_are_easy_to_read() -> None:
    assert gulpease(term.it_says for term in GLOSSARY.values()) >= 55
    assert flesch(term.en_says for term in GLOSSARY.values()) >= 55


def test_the_groups_of_the_page_hold_each_word_once() -> None:
    listed = [name for _group, names in GROUPS for name in names]
    assert sorted(listed) == sorted(GLOSSARY)
