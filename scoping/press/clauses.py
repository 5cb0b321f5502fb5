"""The text of clauses with their listed names filled in: our own substitution, never a format string.

A name in braces that a field of the engagement gives is filled from that field; the clause's own parameters
fill the others. A name that nothing fills becomes a gap to be written in by hand, and anything else in braces
is text like any other.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from scoping.domain.money import figure_text, money_text
from scoping.domain.scope import Clause, Scope
from scoping.domain.words import FunctionKind

GAP = "______"
_NAME = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
_DECIMAL = re.compile(r"\d{1,9}\.\d{1,6}")


def from_fields(scope: Scope) -> dict[str, str]:
    """The values that fields of the engagement give to clauses, as the document's language writes them."""
    days = [function.days for _, function in scope.with_function(FunctionKind.APPROVER) if function.days is not None]
    known: dict[str, Decimal | int | None] = {
        "validity_days": scope.validity_days,
        "months": scope.months,
        "payment_days": scope.terms.payment_days,
        "rounds": scope.terms.rounds,
        "approval_days": max(days) if days else None,
    }
    figures = {
        name: figure_text(Decimal(value), scope.language) if value is not None else ""
        for name, value in known.items()
    }
    rate = scope.terms.hourly_rate
    money = money_text(rate, scope.currency, scope.language) if rate is not None else ""
    return figures | {"hourly_rate": money}


def names_in(text: str) -> tuple[str, ...]:
    """The names in braces that a text holds, each once, in their order."""
    return tuple(dict.fromkeys(_NAME.findall(text)))


def filled(clause: Clause, scope: Scope) -> str:
    """The clause's text with its names filled in."""
    values = dict(_own(clause.parameters, scope)) | from_fields(scope)
    return _NAME.sub(lambda found: values.get(found[1], "") or GAP, clause.text)


def _own(parameters: Iterable[tuple[str, str]], scope: Scope) -> Iterable[tuple[str, str]]:
    for name, value in parameters:
        decimal = _DECIMAL.fullmatch(value.strip())
        yield name, figure_text(Decimal(value), scope.language) if decimal else value
