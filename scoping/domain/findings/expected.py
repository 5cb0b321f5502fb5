"""Findings of what nobody spoke about: borders between the lanes, work that clients take for granted, clauses
that a studio of this kind needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..scope import Scope
from ..wording import quoted
from ..words import Lane, Language, Responsible, Severity
from .client import client_name
from .finding import Both, Finding, Found, Step, found, rule

NAMED = 4  # so many are named; the rest is counted


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the studio's catalogue knows by a name in both languages, and the codes of its rows."""

    italian: str
    english: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the studio's catalogue would have one speak about: cases that lie on a border between two lanes,
    duties that clients take for granted, clauses that this studio needs."""

    borders: tuple[Topic, ...] = ()
    granted: tuple[Topic, ...] = ()
    clauses: tuple[Topic, ...] = ()


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "Confini non detti: {count}",
        "Stanno fra un ruolo e l'altro, e nessuno ha scelto da che parte: {topics}. {client} può "
        "aspettarseli da chiunque.",
        "Scegli dal catalogo",
    ),
    english=(
        "Borders that nobody drew: {count}",
        "They lie between two roles, and nobody chose a side: {topics}. {client} may expect them of anybody.",
        "Choose from the catalogue",
    ),
)
def borders_undrawn(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `expected_judged`."""
    yield from ()


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "Spesso date per scontate, e qui non dette: {count}",
        "Né comprese né escluse: {topics}. Ciò che non è scritto, {client} lo dà per compreso.",
        "Escludile o comprendile",
    ),
    english=(
        "Often taken for granted, and not spoken of here: {count}",
        "Neither included nor excluded: {topics}. What is not written, {client} takes as included.",
        "Exclude or include them",
    ),
)
def taken_for_granted(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `expected_judged`."""
    yield from ()


@rule(
    Severity.WARNS,
    Step.CLAUSES,
    italian=(
        "Mancano clausole che servono a questo studio: {count}",
        "Per un contratto italiano di questo studio servono anche: {topics}.",
        "Aggiungile dalla raccolta",
    ),
    english=(
        "Clauses that this studio needs are missing: {count}",
        "An Italian contract of this studio needs these too: {topics}.",
        "Add them from the library",
    ),
)
def clauses_expected(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `expected_judged`."""
    yield from ()


def expected_judged(scope: Scope, expected: Expected) -> Iterator[Finding]:
    """What of it the engagement says nothing about; each kind in one finding."""
    spoken = {duty.code for duty in scope.duties if duty.responsible is not None}
    clauses = {clause.code for clause in scope.clauses}
    included = any(duty.responsible == Responsible.STUDIO for duty in scope.duties)
    borders = [one for one in expected.borders if included and not spoken & set(one.codes)]
    granted = [one for one in expected.granted if included and not spoken & set(one.codes)]
    wanted = [one for one in expected.clauses if scope.clauses and not clauses & set(one.codes)]
    yield from borders_undrawn.findings(_told(scope, borders, None))
    yield from taken_for_granted.findings(_told(scope, granted, Lane.ADJACENT))
    yield from clauses_expected.findings(_told(scope, wanted, None))


def _told(scope: Scope, topics: Sequence[Topic], lane: Lane | None) -> Iterator[Found]:
    if topics:
        italian = _listed([one.italian for one in topics], Language.ITALIAN, "e altre {more}")
        english = _listed([one.english for one in topics], Language.ENGLISH, "and {more} more")
        client = client_name(scope)
        yield found(lane=lane, topics=Both(italian, english), count=len(topics), client=client)


def _listed(names: Sequence[str], language: Language, rest: str) -> str:
    told = ", ".join(quoted(name, language) for name in names[:NAMED])
    more = len(names) - NAMED
    return f"{told} {rest.format(more=more)}" if more > 0 else told


RULES = (borders_undrawn, taken_for_granted, clauses_expected)
