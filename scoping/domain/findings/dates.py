"""Findings of dates: a duty that is due on a day, and what it waits for."""

import datetime as dt
from collections.abc import Iterator

from ..scope import Duty, Scope, When
from ..words import Party, Responsible, Severity, WhenKind
from .client import client_name
from .duties import of_duty
from .finding import Found, Step, rule

OTHERS = (Party.CLIENT, Party.THIRD)


def _due(when: When) -> dt.date | None:
    return when.date if when.kind == WhenKind.DATE else None


def _waits_for(scope: Scope, duty: Duty) -> list[tuple[str, When]]:
    """What others give a duty before it can be done: guidelines that it needs, duties that it depends on."""
    given = [
        (one.name, one.when) for one in scope.guidelines if one.key in duty.needs and one.source in OTHERS
    ]
    done = [
        (one.name, one.when)
        for one in scope.duties
        if one.key in duty.depends_on and one.responsible in (Responsible.CLIENT, Responsible.THIRD)
    ]
    return sorted([*given, *done], key=lambda one: one[0])


def _dated(scope: Scope) -> Iterator[tuple[Duty, dt.date]]:
    for duty in scope.duties:
        due = _due(duty.when)
        if duty.responsible == Responsible.STUDIO and due is not None:
            yield duty, due


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}»: la data dipende da altri",
        "È dovuta in un giorno preciso, ma {inputs} non ha ancora una scadenza. Se {client} ritarda, il "
        "ritardo sembrerà tuo.",
        "Guarda da che cosa dipende",
    ),
    english=(
        "“{duty}”: its date depends on others",
        "It is due on a day, but {inputs} has no date yet. If {client} is late, the delay will look like "
        "yours.",
        "See what it waits for",
    ),
)
def date_waits_for_others(scope: Scope) -> Iterator[Found]:
    """What a dated duty waits for has a date of its own."""
    for duty, _date in _dated(scope):
        undated = tuple(name for name, when in _waits_for(scope, duty) if when.kind == WhenKind.NONE)
        if undated:
            yield of_duty(duty, "when", inputs=undated, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}» è dovuta prima di ciò che le serve",
        "{inputs} arriva più tardi della data promessa: così non si può rispettare.",
        "Rivedi la data",
    ),
    english=(
        "“{duty}” is due before what it needs",
        "{inputs} comes later than the date that was promised: it can't be kept like this.",
        "Review the date",
    ),
)
def date_before_its_input(scope: Scope) -> Iterator[Found]:
    """What a dated duty waits for comes on that day or earlier."""
    for duty, date in _dated(scope):
        late = tuple(name for name, when in _waits_for(scope, duty) if (_due(when) or date) > date)
        if late:
            yield of_duty(duty, "when", inputs=late)


RULES = (date_waits_for_others, date_before_its_input)
