from decimal import Decimal

import pytest

from scoping.domain.money import figure_text, money_text, percent_of, round_half_up
from scoping.domain.words import Language


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("0.025", "0.03"),
        ("-0.005", "-0.01"),
        ("2.344999", "2.34"),
        ("7", "7.00"),
    ],
)
def test_half_a_cent_goes_away_from_zero(amount: str, expected: str) -> None:
    rounded = round_half_up(Decimal(amount))
    assert str(rounded) == expected


def test_a_percentage_is_rounded_to_the_cent() -> None:
    assert percent_of(Decimal("100.25"), Decimal(22)) == Decimal("22.06")  # 22.055


@pytest.mark.parametrize(
    ("amount", "language", "expected"),
    [
        ("1250", Language.ITALIAN, "1.250\u00a0€"),
        ("1250.00", Language.ITALIAN, "1.250\u00a0€"),
        ("1250.5", Language.ITALIAN, "1.250,50\u00a0€"),
        ("1250", Language.ENGLISH, "€1,250"),
        ("1250.5", Language.ENGLISH, "€1,250.50"),
        ("0", Language.ITALIAN, "0\u00a0€"),
        ("30600", Language.ITALIAN, "30.600\u00a0€"),
    ],
)
def test_money_is_written_as_people_of_that_language_write_it(
    amount: str, language: Language, expected: str
) -> None:
    assert money_text(Decimal(amount), "EUR", language) == expected


def test_cents_can_be_asked_for() -> None:
    assert money_text(Decimal(1250), "EUR", Language.ITALIAN, cents=True) == "1.250,00\u00a0€"
    assert money_text(Decimal("9.6"), "EUR", Language.ENGLISH, cents=False) == "€10"


def test_a_currency_keeps_its_own_sign() -> None:
    assert money_text(Decimal(80), "CHF", Language.ITALIAN) == "80\u00a0CHF"
    assert money_text(Decimal(80), "CHF", Language.ENGLISH) == "CHF\u00a080"
    assert money_text(Decimal(80), "GBP", Language.ENGLISH) == "£80"


@pytest.mark.parametrize(
    ("figure", "language", "expected"),
    [
        ("12", Language.ITALIAN, "12"),
        ("12.50", Language.ITALIAN, "12,5"),
        ("12.50", Language.ENGLISH, "12.5"),
        ("25000", Language.ITALIAN, "25.000"),
        ("-3.1", Language.ENGLISH, "-3.1"),
    ],
)
def test_a_figure_is_written_without_idle_zeros(figure: str, language: Language, expected: str) -> None:
    assert figure_text(Decimal(figure), language) == expected


def test_an_amount_below_zero_has_a_minus_sign() -> None:
    assert money_text(Decimal(-1200), "EUR", Language.ITALIAN) == "\u22121.200\u00a0€"
    assert money_text(Decimal(-1200), "EUR", Language.ENGLISH) == "\u2212€1,200"
