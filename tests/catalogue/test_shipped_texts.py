"""The shipped catalogue's texts are there in both languages, well spelt, and easy to read."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from tests.readability import flesch, gulpease, syllables_of

SHIPPED = resources.files("scoping.catalogue") / "shipped" / "catalogue.json"
CATALOGUE: dict[str, Any] = json.loads(SHIPPED.read_text(encoding="utf-8"))
LANGUAGES = ("it", "en")
EASY = 55
JARGON = re.compile(
    r"\b(?:ads|advertising|asset|audit|awareness|backup|benchmark|brand|brief|briefing|business|calls?|check-up|"
    r"community|competitor|concept|content|copy|copywriting|creator|crm|customer|dashboard|deadline|deliverable|"
    r"engagement|feedback|follow-up|format|funnel|gap|insight|kick-off|know-how|kpi|landing|layout|leads?|link|"
    r"live|manager|marketplace|meeting|milestone|mission|mix|packaging|partner|performance|planning|reach|reels?|"
    r"reports?|restyling|roi|slot|staff|stakeholder|stories|storytelling|tags?|target|task|team|template|timing|"
    r"tool|trends?|vision|workflow|workshop)\b",
    re.IGNORECASE,
)
SPELLING = re.compile(
    r"[’‘“”`]|  |\s$|^\s|\b(?:perch|poich|affinch|n|bench|finch|cosicch)è\b|"
    r"\b(?:qual'è|pò|fà|stà|sà|quì|quà)\b|\bE' |\b(?:piu|puo|cosi|gia|pero)'"
)
HOURS = re.compile(r"\d ?(?:ore\b|ora\b|hours?\b|h\b)")


def texts(part: object, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text in two languages, with its path; keywords, which are a client's words, stand apart."""
    if isinstance(part, dict):
        if isinstance(part.get("it"), str):
            yield path, part
        for key, inner in part.items():
            if key != "keywords":
                yield from texts(inner, f"{path}/{part.get('code', '')}{key}")
    elif isinstance(part, list):
        for place, inner in enumerate(part):
            yield from texts(inner, f"{path}/{place}")


def families() -> dict[str, list[dict[str, str]]]:
    """The sets of texts that a client reads, each measured as a whole."""
    duties, clauses = CATALOGUE["duties"], CATALOGUE["clauses"]
    return {
        "descriptions": [duty["description"] for duty in duties],
        "exclusions": [duty["exclusion"] for duty in duties],
        "reasons": [duty["reason"] for duty in duties],
        "limits": [duty["limits"] for duty in duties if duty["limits"]],
        "guidelines": [row["description"] for row in CATALOGUE["guidelines"]],
        "autonomy": [
            {language: f"{row['name'][language]}, {row['detail'][language]}" for language in LANGUAGES}
            for row in CATALOGUE["autonomy"]
        ],
        "roles": [text for role in CATALOGUE["role_texts"].values() for text in role.values()],
        "leads": [role["lead"] for role in CATALOGUE["role_texts"].values()],
        "clauses": [clause["text"] for clause in clauses],
        "why a clause": [clause["why"] for clause in clauses],
        "templates": [template["description"] for template in CATALOGUE["templates"]],
    }


@pytest.mark.parametrize("family", families())
def test_texts_are_easy_to_read_in_both_languages(family: str) -> None:
    assert gulpease(text["it"] for text in families()[family]) >= EASY
    assert flesch(text["en"] for text in families()[family]) >= EASY


def test_every_text_is_there_in_both_languages_and_well_spelt() -> None:
    for path, text in texts(CATALOGUE):
        assert text["it"].strip(), path
        assert text["en"].strip(), path
        assert not SPELLING.search(text["it"]), (path, text["it"])
        assert not JARGON.search(text["it"]), (path, text["it"])
        assert not HOURS.search(text["it"] + text["en"]), (path, text["it"])


@pytest.mark.parametrize("text", ["Il brief del mese.", "Un report.", "Fissare il target", "due call"])
def test_english_jargon_would_be_found(text: str) -> None:
    assert JARGON.search(text)


@pytest.mark.parametrize("text", ["perchè no", "né l’uno", "un pò", "due  spazi", "E' vero"])
def test_bad_spelling_would_be_found(text: str) -> None:
    assert SPELLING.search(text)


def test_readability_is_counted_as_its_authors_wrote_it() -> None:
    assert gulpease(["La casa è blu. Il sole sorge."]) == pytest.approx(89 + (300 * 2 - 10 * 21) / 7)
    assert gulpease(["L'ora costa 1.200 euro, art. 3."]) == pytest.approx(89 + (300 - 10 * 21) / 6)
    easy = flesch(["The table is blue.", "The client's idea"])
    assert easy == pytest.approx(206.835 - 1.015 * 7 / 2 - 84.6 * 11 / 7)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("client", 2), ("management", 3), ("places", 2), ("after-sales", 3), ("every", 3), ("30", 1)],
)
def test_syllables_are_estimated_from_the_spelling(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_readability_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        gulpease(["", "!"])
