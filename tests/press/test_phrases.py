"""How much, how often, when, within how long: the phrases of both languages."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from scoping.domain import scope as s
from scoping.domain.words import Cadence, Lane, Language, Responsible, WhenKind
from scoping.press import phrases
from scoping.press.reading import Reading
from scoping.press.sections.duties import duty_rows
from tests import scopes

IT, EN = Language.ITALIAN, Language.ENGLISH
WEEK = (0, 1, 2, 3, 4)
START = s.When(kind=WhenKind.START)
NONE = s.When()


def reading(language: Language) -> Reading:
    """A scope of a language, as sections read it."""
    return Reading.of(replace(scopes.producer(), language=language), None)


def duty(**changes: object) -> s.Duty:
    """A duty of the studio."""
    made = s.Duty(key="a", lane=Lane.MARKETING, name="A", responsible=Responsible.STUDIO)
    return replace(made, **changes)  # type: ignore[arg-type]


def flat(text: str) -> str:
    """Text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("quantity", "cadence", "when", "italian", "english"),
    [
        (1, Cadence.ONCE, START, "1 piano, all’avvio", "1 piano, at the start"),
        (1, Cadence.ONCE, NONE, "1 piano, una volta", "1 piano, once"),
        (12, Cadence.MONTHLY, NONE, "12 piani al mese", "12 piani a month"),
        (2, Cadence.WEEKLY, NONE, "2 piani a settimana", "2 piani a week"),
        (1, Cadence.QUARTERLY, NONE, "1 piano a trimestre", "1 piano a quarter"),
        (1, Cadence.YEARLY, NONE, "1 piano all’anno", "1 piano a year"),
        (3, Cadence.ON_DEMAND, NONE, "3 piani, su richiesta", "3 piani, on request"),
        (1500, Cadence.ONCE, NONE, "1.500 piani, una volta", "1,500 piani, once"),
        (
            1,
            Cadence.ONCE,
            s.When(kind=WhenKind.DATE, date=dt.date(2027, 3, 1)),
            "1 piano, 1° marzo 2027",
            "1 piano, 1 March 2027",
        ),
        (
            1,
            Cadence.MONTHLY,
            s.When(kind=WhenKind.MONTH_DAY, day=8),
            "1 piano, l’8 di ogni mese",
            "1 piano, 8th of each month",
        ),
    ],
)
def test_how_much_and_how_often(
    quantity: int, cadence: Cadence, when: s.When, italian: str, english: str
) -> None:
    made = duty(quantity=Decimal(quantity), unit="piano", unit_plural="piani", cadence=cadence, when=when)
    for language, meant in ((IT, italian), (EN, english)):
        known = reading(language)
        assert flat(f"{phrases.quantity(known, made)} {phrases.often(known, made)}") == meant


def test_half_a_thing_is_written_as_the_language_writes_it() -> None:
    made = duty(quantity=Decimal("0.5"), unit="giornata", unit_plural="giornate")
    assert phrases.quantity(reading(IT), made) == "0,5"
    assert phrases.quantity(reading(EN), made) == "0.5"
    assert phrases.quantity(reading(IT), duty(quantity=None)) == ""


@pytest.mark.parametrize(
    ("when", "italian", "english"),
    [
        (START, "all’avvio", "at the start"),
        (s.When(kind=WhenKind.DATE, date=dt.date(2027, 1, 1)), "1° gennaio 2027", "1 January 2027"),
        (s.When(kind=WhenKind.MONTH_DAY, day=1), "il 1° di ogni mese", "1st of each month"),
        (s.When(kind=WhenKind.MONTH_DAY, day=11), "l’11 di ogni mese", "11th of each month"),
        (s.When(kind=WhenKind.MONTH_DAY, day=22), "il 22 di ogni mese", "22nd of each month"),
        (s.When(kind=WhenKind.WEEKDAYS, weekdays=WEEK), "lun–ven", "Mon–Fri"),
        (s.When(kind=WhenKind.WEEKDAYS, weekdays=(0, 2)), "lun, mer", "Mon, Wed"),
        (
            s.When(kind=WhenKind.WEEKDAYS, weekdays=WEEK, opens="09:00", closes="18:30"),
            "lun–ven, 9–18:30",
            "Mon–Fri, 9–18:30",
        ),
        (NONE, "–", "–"),
        (s.When(kind=WhenKind.DATE), "–", "–"),
        (s.When(kind=WhenKind.MONTH_DAY), "–", "–"),
    ],
)
def test_by_when(when: s.When, italian: str, english: str) -> None:
    assert flat(phrases.due(reading(IT), when)) == italian
    assert flat(phrases.due(reading(EN), when)) == english


@pytest.mark.parametrize(
    ("answering", "italian", "english"),
    [
        (
            s.Answering(days=1, weekdays=WEEK, opens="09:00", closes="18:00"),
            "entro 1 giorno lavorativo, dal lunedì al venerdì, dalle 9 alle 18",
            "within 1 working day, Monday to Friday, from 9 to 18",
        ),
        (s.Answering(days=3), "entro 3 giorni lavorativi", "within 3 working days"),
        (
            s.Answering(weekdays=(0, 3), opens="01:00", closes="13:30"),
            "lunedì e giovedì, dall’1 alle 13:30",
            "Monday and Thursday, from 1 to 13:30",
        ),
        (s.Answering(), "", ""),
    ],
)
def test_within_how_long(answering: s.Answering, italian: str, english: str) -> None:
    assert flat(phrases.answering(reading(IT), answering)) == italian
    assert flat(phrases.answering(reading(EN), answering)) == english


def test_limits_are_one_sentence_that_begins_with_a_capital() -> None:
    made = duty(
        platforms=("Instagram", "Facebook"),
        rounds=1,
        answering=s.Answering(days=2),
        limits="Fino a tre formati.",
    )
    assert flat(phrases.limits(reading(IT), made)).startswith(
        "Instagram, Facebook; un giro di modifiche; risposta entro 2 giorni lavorativi; "
    )
    assert flat(phrases.limits(reading(IT), duty(rounds=3))) == "Tre giri di modifiche"
    assert flat(phrases.limits(reading(IT), duty(rounds=0))) == "Senza giri di modifiche"
    assert flat(phrases.limits(reading(EN), duty(rounds=1))) == "One round of changes"
    assert phrases.limits(reading(IT), duty()) == ""


def test_the_rounds_that_hold_for_the_whole_engagement_are_not_said_again_with_each_duty() -> None:
    known = reading(IT)
    assert known.scope.terms.rounds == 2
    assert phrases.limits(known, duty(rounds=2)) == ""
    other = Reading.of(replace(known.scope, terms=replace(known.scope.terms, rounds=None)), None)
    assert flat(phrases.limits(other, duty(rounds=2))) == "Due giri di modifiche"


def test_no_capital_follows_a_semicolon() -> None:
    for text in ("Fino a tre formati.", "I listini di due marche", "A chi compra"):
        said = phrases.limits(reading(IT), duty(rounds=1, limits=text))
        assert said.rpartition("; ")[2][0].islower(), said
    assert phrases.limits(reading(IT), duty(rounds=1, limits="SEO di dieci pagine")).endswith(
        "; SEO di dieci pagine"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Non comprende il logo.", "Non comprende il logo."),
        ("Logo e marchio", "Non compreso: logo e marchio."),
        ("Fuori: il logo", "Non compreso: fuori: il logo."),
        ("", ""),
    ],
)
def test_an_exclusion_says_that_it_is_one_in_whichever_way_it_was_typed(typed: str, told: str) -> None:
    scope = replace(scopes.producer(), duties=(duty(exclusion=typed),))
    (row,) = duty_rows(Reading.of(scope, None), Lane.MARKETING)
    assert row.exclusion == told


def test_money_has_cents_only_where_there_are_some() -> None:
    known = reading(IT)
    assert known.money(Decimal("1150")) == "1.150\u00a0€"
    assert known.money(Decimal("1150.5")) == "1.150,50\u00a0€"
    assert reading(EN).money(Decimal("1150")) == "€1,150"
    assert reading(EN).money(Decimal("1150.5")) == "€1,150.50"
