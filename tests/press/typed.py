"""Every field of a Scope that takes free text, and a Scope with some text in one of them."""

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from scoping.domain import scope as s
from scoping.domain.limits import LIMITS, Many, Pair, Text
from scoping.domain.words import Fund, Income, Party, Responsible
from tests import scopes

Value = TypeVar("Value")
Field = tuple[type, str]


def free_texts() -> Iterator[tuple[Field, int]]:
    """Each field that takes free text, alone or in a list, with how many characters it may have."""
    for kind, fields in LIMITS.items():
        for name, limit in fields.items():
            each = limit.each if isinstance(limit, Many) else limit
            one = each.other if isinstance(each, Pair) else each
            if isinstance(one, Text) and one.shape is None:
                yield (kind, name), one.limit


def with_text(value: Value, field: Field, text: str) -> Value:
    """A Scope, or an Issue, with a text in one field of every record that has it."""
    return _with_text(value, field, text)


def _with_text(value: Any, field: Field, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_with_text(item, field, text) for item in value)
    if not dataclasses.is_dataclass(value):
        return value
    changes = {
        one.name: _with_text(getattr(value, one.name), field, text) for one in dataclasses.fields(value)
    }
    if isinstance(value, field[0]):
        changes[field[1]] = _filled(changes[field[1]], text)
    return replace(value, **changes)  # type: ignore[type-var]


def _filled(held: Any, text: str) -> Any:
    if not isinstance(held, tuple):
        return text
    if held and isinstance(held[0], tuple):
        return tuple((name, text) for name, _ in held)
    return (text,)


def full() -> s.Scope:
    """A scope in which every kind of record stands, so that each field has somewhere to be printed."""
    scope = scopes.adjacent_work()
    third = s.Person(key="terza", party=Party.THIRD, name="Nadia Blu", organisation="Blu", job="fotografa")
    duties = list(scope.duties)
    duties[1] = replace(
        duties[1], code="", description="Una riga.", platforms=("Instagram",), limits="Fino a tre."
    )
    duties[16] = replace(duties[16], responsible=Responsible.THIRD, person="terza", deliverable="Un elenco")
    return replace(
        scope,
        studio=replace(
            scope.studio,
            tax_code="09876543217",
            tax=replace(
                scope.studio.tax,
                income=Income.SELF_EMPLOYMENT,
                fund=Fund.PROFESSIONAL,
                fund_name="Cassa",
                fund_percent=Decimal(4),
            ),
        ),
        client=replace(scope.client, tax_code="01234567897", purpose="Un caseificio"),
        persons=(*scope.persons, third),
        duties=tuple(duties),
        objectives=tuple(
            replace(line, how_measured="Dal registratore di cassa") for line in scope.objectives
        ),
    )
