"""Dates, hours and measures as the document's language writes them (Babel; British English)."""

import datetime as dt
from decimal import Decimal

from babel.dates import format_date, get_day_names

from scoping.domain.money import figure_text, money_text
from scoping.domain.words import Language

from .typography import NO_BREAK

FIGURE_SPACE = "\u2007"
_LOCALES = {Language.ITALIAN: "it_IT", Language.ENGLISH: "en_GB"}


def measure(value: Decimal, unit: str, currency: str, language: Language) -> str:
    """A number with its unit: money signs where the language puts them, other units after a fixed space."""
    if unit in ("€", currency):
        return money_text(value, "EUR" if unit == "€" else currency, language)
    written = figure_text(value, language)
    if unit == "%" and language == Language.ENGLISH:
        return f"{written}%"
    return f"{written}{NO_BREAK}{unit}" if unit else written


def date(day: dt.date, language: Language) -> str:
    """A day in words: "24 novembre 2026", "1° gennaio 2027", "24 November 2026"."""
    written = format_date(day, "d MMMM y", locale=_LOCALES[language])
    if language == Language.ITALIAN and day.day == 1:
        written = "1°" + written[1:]
    return written.replace(" ", NO_BREAK, 1)


def weekday(index: int, language: Language, *, short: bool = False) -> str:
    """The name of a weekday; 0 is Monday."""
    return str(get_day_names("abbreviated" if short else "wide", locale=_LOCALES[language])[index])


def clock(hour: str) -> str:
    """An hour of the day without needless zeros: "09:00" is "9", "13:30" is "13:30"."""
    hours, _, minutes = hour.partition(":")
    return f"{int(hours)}" if minutes in ("", "00") else f"{int(hours)}:{minutes}"


def padded(written: str, places: int) -> str:
    """A number pushed to the right by figure spaces, so that a column of them stands in line."""
    return FIGURE_SPACE * max(0, places - len(written)) + written


def valid_until(dated: dt.date, days: int | None, language: Language) -> str:
    """The last day of an offer that is valid for so many calendar days from its date; empty if unsaid."""
    if days is None:
        return ""
    return date(dated + dt.timedelta(days=days), language)
