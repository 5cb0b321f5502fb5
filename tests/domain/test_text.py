import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.domain.text import TextFault, TextRefused, clean_text, finite_decimal
from scoping.domain.words import Language


@pytest.mark.parametrize(
    "text",
    [
        "Caseificio Valverde S.r.l.",
        "perché, così, più",
        "Łódź, Škoda, Ελλάδα",
        "جبن وحليب",
        "גבינה",
        "🧀 e 👩\u200d🍳",
        "",
        "non breaking",
    ],
)
def test_what_people_write_comes_in_as_it_is(text: str) -> None:
    assert clean_text(text, limit=60) == unicodedata.normalize("NFC", text)


def test_letters_and_accents_apart_become_one_letter() -> None:
    assert clean_text("perche\u0301", limit=6) == "perché"


def test_line_breaks_come_in_where_a_text_has_lines_and_are_all_alike() -> None:
    assert clean_text("uno\r\ndue\rtre\n\tquattro", limit=60, lines=True) == "uno\ndue\ntre\n\tquattro"


@pytest.mark.parametrize(
    ("text", "lines", "fault"),
    [
        ("a\x00b", False, TextFault.NUL),
        ("a\x00b", True, TextFault.NUL),
        ("a\x1b[31m", False, TextFault.CONTROL),
        ("a\x7f", False, TextFault.CONTROL),
        ("a\x9b", True, TextFault.CONTROL),
        ("a\tb", False, TextFault.CONTROL),
        ("a\nb", False, TextFault.LINE_BREAK),
        ("a\rb", False, TextFault.LINE_BREAK),
        ("a\u2028b", False, TextFault.LINE_BREAK),
        ("a\u2029b", True, TextFault.CONTROL),
        ("a\x0bb", True, TextFault.CONTROL),
        ("a\ud800", False, TextFault.SURROGATE),
        ("\udfff", True, TextFault.SURROGATE),
        ("abc\u202ecba", False, TextFault.FORCED_DIRECTION),
        ("\u202a", True, TextFault.FORCED_DIRECTION),
        ("\u2066x\u2069", False, TextFault.FORCED_DIRECTION),
        ("🏴\U000e0067\U000e007f", False, TextFault.TAG),
        ("\u0378", False, TextFault.UNASSIGNED),
        ("\uffff", False, TextFault.UNASSIGNED),
        ("x" * 11, False, TextFault.TOO_LONG),
        ("🧀" * 9, False, TextFault.TOO_LONG),
        ("x" * 10_000_000, True, TextFault.TOO_LONG),
    ],
)
def test_what_nobody_sees_or_nobody_can_read_stays_out(text: str, lines: bool, fault: TextFault) -> None:
    with pytest.raises(TextRefused) as refused:
        clean_text(text, limit=10, lines=lines)
    assert refused.value.fault == fault


@pytest.mark.parametrize("value", [None, 3, b"bytes", ["a"], Decimal(1)])
def test_only_a_text_is_a_text(value: object) -> None:
    with pytest.raises(TextRefused) as refused:
        clean_text(value, limit=10)
    assert refused.value.fault == TextFault.NOT_TEXT


def test_a_text_that_grows_when_composed_is_measured_afterwards() -> None:
    with pytest.raises(TextRefused) as refused:
        clean_text("\U0001d160" * 4, limit=10)  # each becomes three code points
    assert refused.value.fault == TextFault.TOO_LONG


@pytest.mark.parametrize("fault", list(TextFault))
@pytest.mark.parametrize("language", list(Language))
def test_every_refusal_has_a_sentence(fault: TextFault, language: Language) -> None:
    facts = {"limit": "10", "character": "U+0000", "minimum": "0", "maximum": "9", "places": "2"}
    sentence = TextRefused(fault, **facts).sentence(language)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_refusal_names_its_facts_in_both_languages() -> None:
    with pytest.raises(TextRefused) as refused:
        clean_text("a\u202e", limit=10)
    assert "U+202E" in refused.value.sentence(Language.ITALIAN)
    assert "U+202E" in refused.value.sentence(Language.ENGLISH)


@given(st.text(st.characters(), max_size=40), st.booleans())
def test_what_comes_in_is_sound_and_comes_in_again_unchanged(text: str, lines: bool) -> None:
    try:
        clean = clean_text(text, limit=30, lines=lines)
    except TextRefused:
        return
    assert clean_text(clean, limit=30, lines=lines) == clean
    assert len(clean) <= 30
    assert len(clean.encode()) <= 90
    assert unicodedata.is_normalized("NFC", clean)
    allowed = {"\n", "\t"} if lines else set()
    assert not any(
        unicodedata.category(character) in {"Cc", "Cs", "Cn"}
        for character in clean
        if character not in allowed
    )


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf", "Zl", "Zp"]), max_size=10))
def test_visible_characters_of_any_script_come_in(text: str) -> None:
    assert clean_text(text, limit=100) == unicodedata.normalize("NFC", text)


def number(value: object) -> Decimal:
    return finite_decimal(value, minimum=Decimal(0), maximum=Decimal(1000), places=2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", "12"),
        ("12.50", "12.5"),
        ("0", "0"),
        ("0.01", "0.01"),
        (7, "7"),
        (Decimal("1.1"), "1.1"),
        ("1000", "1000"),
    ],
)
def test_plain_numbers_come_in(value: object, expected: str) -> None:
    assert number(value) == Decimal(expected)


@pytest.mark.parametrize("value", ["-0", "-0.00", Decimal("-0")])
def test_zero_has_no_minus(value: object) -> None:
    assert not str(number(value)).startswith("-")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("NaN", TextFault.NOT_A_NUMBER),
        ("Infinity", TextFault.NOT_A_NUMBER),
        ("-inf", TextFault.NOT_A_NUMBER),
        ("1e400", TextFault.NOT_A_NUMBER),
        ("1e2", TextFault.NOT_A_NUMBER),
        ("+1", TextFault.NOT_A_NUMBER),
        ("1_000", TextFault.NOT_A_NUMBER),
        ("١٢", TextFault.NOT_A_NUMBER),
        ("1,5", TextFault.NOT_A_NUMBER),
        ("", TextFault.NOT_A_NUMBER),
        (" 1", TextFault.NOT_A_NUMBER),
        ("1.", TextFault.NOT_A_NUMBER),
        ("9" * 41, TextFault.NOT_A_NUMBER),
        (1.5, TextFault.NOT_A_NUMBER),
        (True, TextFault.NOT_A_NUMBER),
        (None, TextFault.NOT_A_NUMBER),
        (Decimal("NaN"), TextFault.NOT_A_NUMBER),
        (Decimal("1e400"), TextFault.NOT_A_NUMBER),
        ("-0.01", TextFault.TOO_SMALL),
        ("1000.01", TextFault.TOO_LARGE),
        ("9" * 40, TextFault.TOO_LARGE),
        ("1.005", TextFault.TOO_MANY_PLACES),
    ],
)
def test_what_is_no_bounded_number_stays_out(value: object, fault: TextFault) -> None:
    with pytest.raises(TextRefused) as refused:
        number(value)
    assert refused.value.fault == fault
