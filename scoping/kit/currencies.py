"""Names of currencies in the reader's language, from Unicode's own data."""

from functools import cache

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language

FIRST = ("EUR", "CHF", "GBP", "USD")


@cache
def _in_use() -> frozenset[str]:
    territories = get_global("territory_currencies").values()
    return frozenset(
        code for ranges in territories for code, _start, end, tender in ranges if end is None and tender
    )


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    names = Locale.parse(language).currencies
    rest = sorted((code for code in _in_use() if code in names and code not in FIRST), key=names.__getitem__)
    return tuple((code, f"{code} · {names[code]}") for code in (*FIRST, *rest))


def currency_choices() -> list[tuple[str, str]]:
    """Code and name of each currency that some country uses, the nearest first."""
    return list(_names((get_language() or "it").split("-")[0]))
