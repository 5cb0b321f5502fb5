"""Duties, dates and limits as phrases: how much, how often, when, within how long."""

from decimal import Decimal

from scoping.domain.money import figure_text
from scoping.domain.scope import Answering, Duty, When
from scoping.domain.words import Cadence, WhenKind

from . import figures
from .reading import NOTHING, Reading
from .typography import decapitalised, listed, typeset, unbroken


def when(reading: Reading, moment: When) -> str:
    """When something is done or given: "all’avvio", "il 5 di ogni mese", "lun–ven, 9–18"; empty if unsaid."""
    words, language = reading.words, reading.language
    if moment.kind == WhenKind.START:
        return words.at_start()
    if moment.kind == WhenKind.DATE and moment.date:
        return figures.date(moment.date, language)
    if moment.kind == WhenKind.MONTH_DAY and moment.day:
        return words.on_month_day(moment.day)
    if moment.kind == WhenKind.WEEKDAYS:
        return ", ".join(
            part
            for part in (short_days(reading, moment.weekdays), hours(moment.opens, moment.closes))
            if part
        )
    return ""


def due(reading: Reading, moment: When) -> str:
    """By when something is given, with a dash where nobody said it."""
    return when(reading, moment) or NOTHING


def short_days(reading: Reading, days: tuple[int, ...]) -> str:
    """Weekdays in short: "lun–ven", "lun, mer"."""
    names = [figures.weekday(day, reading.language, short=True) for day in sorted(set(days))]
    together = len(names) > 2 and max(days) - min(days) == len(names) - 1
    return f"{names[0]}–{names[-1]}" if together else ", ".join(names)


def hours(opens: str, closes: str) -> str:
    """Hours of the day in short: "9–18"."""
    return f"{figures.clock(opens)}–{figures.clock(closes)}" if opens and closes else ""


def days_and_hours(reading: Reading, answering: Answering) -> str:
    """Days and hours in words: "dal lunedì al venerdì, dalle 9 alle 18"."""
    words, days = reading.words, sorted(set(answering.weekdays))
    parts = []
    if days:
        names = [figures.weekday(day, reading.language) for day in days]
        together = len(days) > 2 and days[-1] - days[0] == len(days) - 1
        parts.append(words.weekdays(names[0], names[-1]) if together else listed(names, words.last))
    if answering.opens and answering.closes:
        parts.append(words.hours(figures.clock(answering.opens), figures.clock(answering.closes)))
    return ", ".join(parts)


def answering(reading: Reading, limits: Answering) -> str:
    """Within how long a duty answers, on which days and hours."""
    within = [reading.words.within_days(limits.days)] if limits.days is not None else []
    return ", ".join([*within, *(part for part in [days_and_hours(reading, limits)] if part)])


def quantity(reading: Reading, duty: Duty) -> str:
    """The number of a duty alone, empty where nobody said it."""
    return figure_text(duty.quantity, reading.language) if duty.quantity is not None else ""


def unit_of(duty: Duty) -> str:
    """What a duty is counted in, in the number that its quantity asks for: "documento", "post"."""
    singular = duty.quantity is None or duty.quantity == Decimal(1)
    return typeset(duty.unit if singular else duty.unit_plural or duty.unit)


def often(reading: Reading, duty: Duty) -> str:
    """The unit of a duty, how often it comes back and when: "documento, all’avvio", "post al mese"."""
    unit = unit_of(duty)
    moment = when(reading, duty.when)
    cadence = reading.words.cadences[duty.cadence]
    settled = duty.when.kind in (WhenKind.WEEKDAYS, WhenKind.MONTH_DAY) and duty.cadence in (
        Cadence.MONTHLY,
        Cadence.WEEKLY,
    )
    if moment and (duty.cadence == Cadence.ONCE or settled):
        return f"{unit}, {moment}" if unit else moment
    separate = duty.cadence in (Cadence.ONCE, Cadence.ON_DEMAND)
    said = f"{unit}, {cadence}" if unit and separate else f"{unit} {cadence}".strip()
    return f"{said}, {moment}" if moment else said


def often_set(reading: Reading, duty: Duty) -> str:
    """The same as it is set in a narrow column: a line ends before "al mese" or "il 20 di ogni mese", never
    in it."""
    said = often(reading, duty)
    for part in (reading.words.cadences[duty.cadence], when(reading, duty.when)):
        said = said.replace(part, unbroken(part))
    return said


def limits(reading: Reading, duty: Duty) -> str:
    """What bounds a duty: platforms, rounds of changes if not the rule's, answering times, its own words."""
    parts = [", ".join(typeset(platform) for platform in duty.platforms)]
    if duty.rounds is not None and duty.rounds != reading.scope.terms.rounds:
        parts.append(reading.words.rounds(duty.rounds))
    if duty.answering:
        answer = answering(reading, duty.answering)
        parts.append(reading.words.answers(answer) if answer else "")
    own = typeset(duty.limits).rstrip(".")
    parts.append(decapitalised(own) if any(parts) else own)
    said = "; ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
