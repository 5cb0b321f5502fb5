"""Amounts of money: how they are rounded, and how they are written for people."""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_currency, format_decimal, get_currency_symbol

from .words import Language

CENT = Decimal("0.01")
ZERO = Decimal("0.00")

MINUS = "\u2212"

_WHOLE = {Language.ITALIAN: "#,##0\u00a0¤", Language.ENGLISH: "¤#,##0"}
_CENTS = {Language.ITALIAN: "#,##0.00\u00a0¤", Language.ENGLISH: "¤#,##0.00"}


def round_half_up(amount: Decimal) -> Decimal:
    """The amount in whole cents; half a cent goes away from zero (domain.md, Time, money, tax)."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def percent_of(base: Decimal, percent: Decimal) -> Decimal:
    """So many per cent of a base, rounded half up to the cent."""
    return round_half_up(base * percent / 100)


def money_text(amount: Decimal, currency: str, language: Language, *, cents: bool | None = None) -> str:
    """An amount for people: "1.250 €", "€1,250", "CHF 1,250"; cents only where there are any, unless `cents`
    says so. Below zero it has a minus sign, not a hyphen."""
    if cents is None:
        cents = amount != amount.to_integral_value()
    pattern = (_CENTS if cents else _WHOLE)[language]
    if get_currency_symbol(currency, language.value).isalpha():
        pattern = pattern.replace("¤#", "¤\u00a0#")
    text = format_currency(amount, currency, pattern, locale=language.value, currency_digits=False)
    return str(text).replace("-", MINUS)


def figure_text(figure: Decimal, language: Language) -> str:
    """A number for people, without trailing zeros: "1.250,5" or "1,250.5"."""
    return str(format_decimal(figure, "#,##0.######", locale=language.value))
