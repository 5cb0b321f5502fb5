"""The Scopes that are printed: the sample of 40 duties, larger ones made from it, one with very long
texts."""

import dataclasses
import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

from scoping.domain import scopefile
from scoping.domain.scope import ConditionStatement, Duty, Issue, Scope
from scoping.domain.words import Condition, ConditionState

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "small-producer.json"
LONG = 10_000  # characters of one text: as long as any may be
_SENTENCE = "Con un testo così lungo si vede se l'impaginazione regge e quanto tempo chiede. "


@cache
def sample() -> scopefile.ScopeFile:
    """The sample, as it is read from its file."""
    return scopefile.read(SAMPLE.read_bytes())


def issue() -> Issue:
    """The sample's version, or one where it has none: the document bears its code and no watermark."""
    return sample().issue or Issue(
        version=1,
        moment=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC),
        code="7K3MQX2D9RTV4HWB",
        address="https://paletti.example/v/7K3MQX2D9RTV4HWB",
        conditions=tuple(
            ConditionStatement(condition=condition, state=ConditionState.NOT_EXAMINED)
            for condition in Condition
        ),
    )


def with_duties(scope: Scope, count: int) -> Scope:
    """The scope with so many duties: its own, repeated under other names and keys, in the same
    proportions."""
    own = len(scope.duties)
    repeated = [_again(scope.duties[index % own], index // own) for index in range(count)]
    return replace(scope, duties=tuple(repeated))


def _again(duty: Duty, turn: int) -> Duty:
    if not turn:
        return duty
    return replace(
        duty,
        key=f"{duty.key[:58]}-{turn}",
        name=f"{duty.name} {turn + 1}",
        depends_on=tuple(f"{key[:58]}-{turn}" for key in duty.depends_on),
    )


def with_long_texts(scope: Scope) -> Scope:
    """The scope with a text of 10,000 characters at four places, one of them without a single space."""
    words = (_SENTENCE * (LONG // len(_SENTENCE) + 1))[:LONG]
    first, second, third, *rest = scope.duties
    excluded = next(index for index, duty in enumerate(rest) if duty.reason)
    rest[excluded] = replace(rest[excluded], reason=words)
    clause, *clauses = scope.clauses
    return replace(
        scope,
        duties=(
            replace(first, description=words),
            replace(second, exclusion=words.replace(" ", "")),
            third,
            *rest,
        ),
        clauses=(replace(clause, text=words), *clauses),
    )


def varied(scope: Scope, turn: int) -> Scope:
    """The same engagement with other words in each of its sections, so that nothing kept can answer for
    it."""
    letter = chr(ord("A") + turn % 26)
    seen: set[tuple[object, object]] = set()
    duties = []
    for duty in scope.duties:
        kind = (duty.lane, duty.responsible)
        duties.append(duty if kind in seen else replace(duty, name=f"{duty.name} {letter}"))
        seen.add(kind)
    clause, *clauses = scope.clauses
    client = scope.client
    return replace(
        scope,
        number=f"2026-{100 + turn:03d}",
        client=replace(client, name=f"{client.name} {letter}", short_name=f"{client.short_name} {letter}"),
        duties=tuple(duties),
        objectives=tuple(
            replace(goal, target=goal.target + turn) if goal.target is not None else goal
            for goal in scope.objectives
        ),
        fees=tuple(dataclasses.replace(fee, amount=fee.amount + turn) for fee in scope.fees),
        clauses=(replace(clause, name=f"{clause.name} {letter}"), *clauses),
    )
