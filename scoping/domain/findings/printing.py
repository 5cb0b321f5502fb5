"""Findings of the document's letters: characters that no font there can print."""

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ..scope import Function, RoleAssignment, Scope
from ..words import Lane, Party, Severity
from .finding import Found, Step, rule

# Which characters of a text cannot be printed; fonts belong to the press.
Unprintable = Callable[[str], set[str]]

_STEPS = {
    "studio": Step.STUDIO,
    "client": Step.CLIENT,
    "functions": Step.ENGAGEMENT,
    "roles": Step.ROLES,
    "guidelines": Step.ROLES,
    "autonomy": Step.ROLES,
    "duties": Step.DUTIES,
    "objectives": Step.OBJECTIVES,
    "fees": Step.FEES,
    "terms": Step.FEES,
    "clauses": Step.CLAUSES,
}
_PERSON_STEPS = {Party.STUDIO: Step.STUDIO, Party.CLIENT: Step.CLIENT, Party.THIRD: Step.ROLES}
_LONGEST = 60


@dataclasses.dataclass(frozen=True, slots=True)
class _Typed:
    """A text of a Scope and where it was typed."""

    text: str
    step: Step
    key: str = ""
    field: str = ""
    lane: Lane | None = None


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Caratteri che non si possono stampare",
        "In «{text}» c'è {characters}: nessun carattere tipografico del documento lo sa disegnare, e al "
        "suo posto resterebbe un vuoto.",
        "Riscrivi il testo",
    ),
    english=(
        "Characters that cannot be printed",
        "“{text}” has {characters}: no typeface of the document can draw it, and a gap would stand there.",
        "Write the text anew",
    ),
)
def unprintable_characters(scope: Scope) -> Iterator[Found]:
    """Nothing without a press: see `unprintable_texts`."""
    yield from ()


def unprintable_texts(scope: Scope, unprintable: Unprintable) -> Iterator[Found]:
    """Every text of the Scope with characters that cannot be printed, one a field."""
    typed = list(_typed(scope))
    if not unprintable("".join(one.text for one in typed)):
        return
    for one in typed:
        if missing := sorted(unprintable(one.text)):
            characters = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing[:3])
            text = one.text if len(one.text) <= _LONGEST else one.text[:_LONGEST] + "…"
            facts = {"text": text, "characters": characters}
            yield Found(key=one.key, field=one.field, lane=one.lane, step=one.step, facts=facts)


def _typed(scope: Scope) -> Iterator[_Typed]:
    """Every text that the document may print."""
    yield _Typed(scope.title, Step.ENGAGEMENT, field="title")
    yield _Typed(scope.number, Step.ENGAGEMENT, field="number")
    for person in scope.persons:
        yield from _texts(person, _PERSON_STEPS[person.party])
    for name, step in _STEPS.items():
        value = getattr(scope, name)
        for item in value if isinstance(value, tuple) else (value,):
            yield from _texts(item, step)


def _texts(row: Any, step: Step) -> Iterator[_Typed]:
    """The texts of one row, and of the parts that it holds."""
    key, lane = _key_of(row), getattr(row, "lane", None)
    for field, text in _fields(row):
        yield _Typed(text, step, key, field, lane if isinstance(lane, Lane) else None)


def _key_of(row: Any) -> str:
    """The key that a finding's place names: a function's person, a role's lane."""
    if isinstance(row, Function):
        return row.person
    return str(row.lane) if isinstance(row, RoleAssignment) else getattr(row, "key", "")


def _fields(part: Any) -> Iterator[tuple[str, str]]:
    """The texts of a dataclass, each with its field."""
    for name in _names_of(part.__class__):
        value = getattr(part, name)
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, tuple):
            yield from ((name, text) for text in _flat(value))
        elif dataclasses.is_dataclass(value):
            yield from _fields(value)


@cache
def _names_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(field.name for field in dataclasses.fields(kind))


def _flat(value: tuple[Any, ...]) -> Iterator[str]:
    for part in value:
        if isinstance(part, tuple):
            yield from _flat(part)
        elif isinstance(part, str):
            yield part


RULES = (unprintable_characters,)
