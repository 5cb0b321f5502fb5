"""Findings of the four conditions under which one person may hold both roles (domain.md, rule 3)."""

from collections.abc import Iterator, Sequence

from ..conditions import Judged, Said
from ..scope import Scope
from ..words import Condition, ConditionState, Severity
from .finding import Both, Finding, Found, Step, found, rule

TOLD_BY_THE_FEES = {"undivided", "unpaid"}  # faults that a finding of the fees says, and leads to

TITLES = {
    Condition.DISTINCT: Both("mansioni e obiettivi distinti", "distinct duties and objectives"),
    Condition.ASSESSED: Both("competenze valutate", "assessed competences"),
    Condition.NOT_JUNIOR: Both("un profilo che non è junior", "a profile that is not junior"),
    Condition.PAID_AS_TWO: Both("un compenso per ciascun ruolo", "a fee for each role"),
}


@rule(
    Severity.BLOCKS,
    Step.ROLES,
    italian=(
        "Una persona, due ruoli. Manca: {condition}",
        "{person} guida il marketing e i social media. {why}",
        "Rimedia qui",
    ),
    english=(
        "One person, two roles. Missing: {condition}",
        "{person} leads marketing and social media. {why}",
        "Mend it here",
    ),
)
def condition_not_met(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `jerseys_judged`."""
    yield from ()


@rule(
    Severity.BLOCKS,
    Step.ROLES,
    italian=(
        "Una persona, due ruoli. Da completare: {condition}",
        "{person} guida il marketing e i social media. {why}",
        "Completa i dati",
    ),
    english=(
        "One person, two roles. To be completed: {condition}",
        "{person} leads marketing and social media. {why}",
        "Complete the figures",
    ),
)
def condition_not_examined(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `jerseys_judged`."""
    yield from ()


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "Una persona, due ruoli. Si va avanti senza: {condition}",
        "Il motivo scritto resta nel registro: «{reason}». Il documento dice al cliente che la condizione "
        "manca.",
        "Guarda i ruoli",
    ),
    english=(
        "One person, two roles. One goes on without: {condition}",
        "The written reason stays in the record: “{reason}”. The document tells the client that the "
        "condition is not met.",
        "See the roles",
    ),
)
def condition_overruled(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `jerseys_judged`."""
    yield from ()


def jerseys_judged(scope: Scope, conditions: Sequence[Judged]) -> Iterator[Finding]:
    """What is missing of the conditions, each in one finding at the first thing that mends it. That a role
    has no fee of its own is told by the fees: two findings would say the same."""
    person = scope.double_holder
    for one in conditions if person is not None else ():
        name, condition = person.name if person else "", TITLES[one.condition]
        first = one.faults[0] if one.faults else None
        if one.state == ConditionState.OVERRULED:
            told = found(at="conditions", reason=one.reason, person=name, condition=condition)
            yield from condition_overruled.findings([told])
        elif one.state == ConditionState.NOT_EXAMINED:
            told = found(at="economics", why=_both(one.evidence), person=name, condition=condition)
            yield from condition_not_examined.findings([told])
        elif first is not None and first.code not in TOLD_BY_THE_FEES:
            why = _both([fault.why for fault in one.faults])
            told = found(
                key=first.key, at=first.code, lane=first.lane, why=why, person=name, condition=condition
            )
            yield from condition_not_met.findings([told])


def _both(said: Sequence[Said]) -> Both:
    return Both(" ".join(one.italian for one in said), " ".join(one.english for one in said))


RULES = (condition_not_met, condition_not_examined, condition_overruled)
