"""Dates, hours and measures in both languages."""

import datetime as dt
from decimal import Decimal

from scoping.domain.words import Language
from scoping.press import figures

IT, EN = Language.ITALIAN, Language.ENGLISH


def test_a_date_is_written_in_words() -> None:
    assert figures.date(dt.date(2026, 11, 24), IT).replace("\u00a0", " ") == "24 novembre 2026"
    assert figures.date(dt.date(2027, 1, 1), IT).replace("\u00a0", " ") == "1° gennaio 2027"
    assert figures.date(dt.date(2026, 11, 24), EN).replace("\u00a0", " ") == "24 November 2026"


def test_an_offer_is_valid_until_a_day() -> None:
    assert "15" in figures.valid_until(dt.date(2026, 11, 24), 21, IT)
    assert figures.valid_until(dt.date(2026, 11, 24), None, IT) == ""


def test_a_measure_has_its_unit_where_the_language_puts_it() -> None:
    assert figures.measure(Decimal("1150"), "€", "EUR", IT) == "1.150\u00a0€"
    assert figures.measure(Decimal("1150"), "€", "EUR", EN) == "€1,150"
    assert figures.measure(Decimal("1.5"), "%", "EUR", IT) == "1,5\u00a0%"
    assert figures.measure(Decimal("1.5"), "%", "EUR", EN) == "1.5%"
    assert figures.measure(Decimal("60000"), "", "EUR", IT) == "60.000"


def test_an_hour_has_no_needless_zeros() -> None:
    assert figures.clock("09:00") == "9"
    assert figures.clock("13:30") == "13:30"


def test_numbers_are_padded_to_stand_in_line() -> None:
    assert figures.padded("8", 3) == "\u2007\u20078"
    assert figures.padded("1.200", 3) == "1.200"
