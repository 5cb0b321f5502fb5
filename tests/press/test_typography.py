"""How text is set."""

import pytest

from scoping.press.typography import (
    decapitalised,
    is_tall,
    listed,
    paragraphs,
    ranges,
    sentence,
    shortened,
    typeset,
)


def test_a_straight_apostrophe_becomes_a_curly_one() -> None:
    assert typeset("l'ora dell'incarico") == "l’ora dell’incarico"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("entro 30 giorni", "entro 30\u00a0giorni"),
        ("costa 1.150 €", "costa 1.150\u00a0€"),
        ("dell'art. 28", "dell’art.\u00a028"),
        ("P. IVA 0123", "P.\u00a0IVA\u00a00123"),
        ("nel 2026 si vende", "nel 2026 si vende"),
    ],
)
def test_a_unit_stays_with_its_number(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


def test_white_space_of_any_kind_is_one_space() -> None:
    assert typeset("  due \t\n righe ") == "due righe"


def test_an_empty_line_parts_paragraphs() -> None:
    assert paragraphs("uno\ndue\n\n \n\ntre") == ("uno due", "tre")
    assert paragraphs(" ") == ()


def test_rows_are_said_as_ranges() -> None:
    assert [part.replace("\u2060", "") for part in ranges([17, 18, 19, 22, 3, 4, 22])] == [
        "3",
        "4",
        "17–19",
        "22",
    ]
    assert ranges([]) == []


def test_words_stand_in_a_row_with_the_languages_last_word() -> None:
    assert listed(["a"], "e") == "a"
    assert listed(["a", "b", "c"], "e") == "a, b e c"
    assert listed([], "e") == ""


def test_a_sentence_ends_with_one_stop() -> None:
    assert sentence("Fine") == "Fine."
    assert sentence("S.r.l.") == "S.r.l."
    assert sentence("") == ""


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence() -> None:
    assert decapitalised("Servizio fotografico") == "servizio fotografico"
    assert decapitalised("PEC e firma") == "PEC e firma"
    assert decapitalised("B2B") == "B2B"
    assert decapitalised("Un sì") == "un sì"
    assert decapitalised("A yes") == "a yes"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("una riga lunga", 10) == "una riga…"
    assert shortened("corta", 10) == "corta"


def test_only_a_row_that_could_fill_a_page_may_break() -> None:
    assert not is_tall("breve", "breve")
    assert is_tall("a" * 2000)
