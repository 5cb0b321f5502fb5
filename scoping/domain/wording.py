"""Small words that sentences in either language are made of: names in a row, days, one or several."""

import datetime as dt

from babel.dates import format_date

from .words import Lane, Language

NAMED = 3
LONGEST_NAME = 60

LANE_NAMES: dict[Lane, tuple[str, str]] = {
    Lane.MARKETING: ("marketing", "marketing"),
    Lane.SOCIAL: ("social media", "social media"),
    Lane.ADJACENT: ("attività affini", "adjacent work"),
}


def either(language: Language, italian: str, english: str) -> str:
    """The one of two wordings that is in that language."""
    return english if language == Language.ENGLISH else italian


def lane_name(lane: Lane, language: Language) -> str:
    """A lane as a sentence names it."""
    return either(language, *LANE_NAMES[lane])


def day_text(day: dt.date, language: Language) -> str:
    """A day in full: "1° gennaio 2027", "January 1, 2027"."""
    text = str(format_date(day, "long", locale=language.value))
    return text.replace("1 ", "1° ", 1) if language == Language.ITALIAN and day.day == 1 else text


def month_text(day: dt.date, language: Language, *, year: bool = True) -> str:
    """The calendar month of a day: "gennaio 2027", "January 2027"; or without its year."""
    return str(format_date(day, "MMMM y" if year else "LLLL", locale=language.value))


def quoted(name: str, language: Language) -> str:
    """A name in the quotes of that language, cut where it is very long."""
    short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
    return either(language, f"«{short}»", f"“{short}”")


def listed(names: tuple[str, ...], language: Language, *, masculine: bool = False) -> str:
    """Names in quotes, the first three of many: "«a», «b», «c» e altre 2"."""
    told = [quoted(name, language) for name in names[:NAMED]]
    if more := len(names) - len(told):
        one, several = ("un altro", "altri") if masculine else ("un'altra", "altre")
        told.append(either(language, one if more == 1 else f"{several} {more}", f"{more} more"))
    if len(told) == 1:
        return told[0]
    return f"{', '.join(told[:-1])} {either(language, 'e', 'and')} {told[-1]}"
