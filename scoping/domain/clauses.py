"""The text of clauses with their listed names filled in: our own substitution, never a format string.

A name in braces that a field of the engagement gives is filled from that field and never typed twice; the
clause's own parameters fill the others. What no name fills is a gap; anything else in braces is text.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from .money import figure_text, money_text
from .scope import Clause, Scope
from .words import FunctionKind

GAP = "______"
FIELDS = ("validity_days", "months", "hourly_rate", "payment_days", "rounds", "approval_days")

_NAME = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
_DECIMAL = re.compile(r"[0-9]{1,9}\.[0-9]{1,6}")


def from_fields(scope: Scope) -> dict[str, str]:
    """What fields of the engagement give to clauses, as its language writes it; empty where nobody said it.

    Of several approvers' days the longest count.
    """
    days = [function.days for _, function in scope.with_function(FunctionKind.APPROVER) if function.days]
    figures: dict[str, int | None] = {
        "validity_days": scope.validity_days,
        "months": scope.months,
        "payment_days": scope.terms.payment_days,
        "rounds": scope.terms.rounds,
        "approval_days": max(days, default=None),
    }
    rate = scope.terms.hourly_rate
    return {
        **{name: "" if figure is None else str(figure) for name, figure in figures.items()},
        "hourly_rate": "" if rate is None else money_text(rate, scope.currency, scope.language),
    }


def filled(clause: Clause, scope: Scope) -> str:
    """The clause's text with its names filled in, and a gap to write in where one has no value."""
    values = _values(clause, scope)
    return _NAME.sub(lambda found: values.get(found[1], "") or GAP, clause.text)


def names_in(text: str) -> tuple[str, ...]:
    """The names in braces that a text holds, each once, in their order."""
    return tuple(dict.fromkeys(_NAME.findall(text)))


def unfilled(clause: Clause, scope: Scope) -> tuple[str, ...]:
    """The names in a clause's text that nothing fills yet."""
    names = names_in(clause.text)
    values = _values(clause, scope) if names else {}
    return tuple(name for name in names if not values.get(name, "").strip())


def _values(clause: Clause, scope: Scope) -> Mapping[str, str]:
    own = {
        name: figure_text(Decimal(value), scope.language) if _DECIMAL.fullmatch(value.strip()) else value
        for name, value in clause.parameters
    }
    return own | from_fields(scope)
