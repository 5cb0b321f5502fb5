import datetime as dt

import pytest

from scoping.domain.wording import LONGEST_NAME, day_text, lane_name, listed, quoted
from scoping.domain.words import Lane, Language

ITALIAN, ENGLISH = Language.ITALIAN, Language.ENGLISH


@pytest.mark.parametrize(
    ("names", "italian", "english"),
    [
        ("a", "«a»", "“a”"),
        ("ab", "«a» e «b»", "“a” and “b”"),
        ("abc", "«a», «b» e «c»", "“a”, “b” and “c”"),
        ("abcd", "«a», «b», «c» e un'altra", "“a”, “b”, “c” and 1 more"),
        ("abcde", "«a», «b», «c» e altre 2", "“a”, “b”, “c” and 2 more"),
    ],
)
def test_names_stand_in_a_row_and_many_are_counted(names: str, italian: str, english: str) -> None:
    assert listed(tuple(names), ITALIAN) == italian
    assert listed(tuple(names), ENGLISH) == english


def test_italian_counts_with_its_gender() -> None:
    assert listed(tuple("abcde"), ITALIAN, masculine=True) == "«a», «b», «c» e altri 2"
    assert listed(tuple("abcd"), ITALIAN, masculine=True) == "«a», «b», «c» e un altro"


def test_a_very_long_name_is_cut() -> None:
    assert quoted("x" * 200, ITALIAN) == "«" + "x" * (LONGEST_NAME - 1) + "…»"
    assert quoted("x" * LONGEST_NAME, ITALIAN) == "«" + "x" * LONGEST_NAME + "»"


@pytest.mark.parametrize(
    ("day", "italian", "english"),
    [
        ("2027-01-01", "1° gennaio 2027", "January 1, 2027"),
        ("2027-01-11", "11 gennaio 2027", "January 11, 2027"),
        ("2028-02-29", "29 febbraio 2028", "February 29, 2028"),
    ],
)
def test_days_are_written_in_full(day: str, italian: str, english: str) -> None:
    assert day_text(dt.date.fromisoformat(day), ITALIAN) == italian
    assert day_text(dt.date.fromisoformat(day), ENGLISH) == english


def test_every_lane_has_a_name() -> None:
    assert {lane_name(lane, language) for lane in Lane for language in Language} == {
        "marketing",
        "social media",
        "attività affini",
        "adjacent work",
    }
