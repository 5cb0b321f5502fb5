"""Names of countries in the reader's language, from Unicode's own data."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

# What CLDR lists beside ISO 3166-1: groups, private codes, test regions.
NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    territories = Locale.parse(language).territories
    found = [
        (code, name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0] != "IT", pair[1].casefold())))


def country_choices() -> list[tuple[str, str]]:
    """Code and name of each country, Italy first, then by name, in the language of the screens."""
    return list(_names((get_language() or "it").split("-")[0]))
