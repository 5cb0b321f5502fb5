"""Rules of the game: three plain paragraphs, then the clauses, numbered, those to be approved apart
marked."""

from dataclasses import dataclass

from scoping.domain.clauses import filled
from scoping.domain.scope import Answering
from scoping.domain.words import FunctionKind, Responsible

from .. import phrases
from ..reading import Reading
from ..typography import paragraphs, ranges, typeset


@dataclass(frozen=True, slots=True)
class Rule:
    """One plain paragraph with its title."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseText:
    """One clause with its number; `apart`: it is approved apart."""

    number: int
    name: str
    paragraphs: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The section."""

    title: str
    lead: str
    rules: tuple[Rule, ...]
    clauses: tuple[ClauseText, ...]
    no_clauses: str
    kind: str = "rules"
    bar: str = ""


def rules(reading: Reading) -> Rules:
    """The section of this scope."""
    words = reading.words
    return Rules(
        title=words.sections["rules"],
        lead=words.rules_lead,
        rules=(
            Rule(words.names.changes, _changes(reading)),
            Rule(words.names.approvals, _approvals(reading)),
            Rule(words.names.answering, _answering(reading)),
        ),
        clauses=clause_texts(reading),
        no_clauses="" if reading.scope.clauses else words.no_clauses,
    )


def clause_texts(reading: Reading) -> tuple[ClauseText, ...]:
    """The clauses in their order, numbered, filled in."""
    apart = {clause.key for clause in reading.scope.clauses_approved_apart}
    return tuple(
        ClauseText(
            number, typeset(clause.name), paragraphs(filled(clause, reading.scope)), clause.key in apart
        )
        for number, clause in enumerate(reading.scope.clauses, start=1)
    )


def _changes(reading: Reading) -> str:
    rounds = reading.scope.terms.rounds
    own = [reading.words.rounds_rule(rounds)] if rounds is not None else []
    return " ".join([reading.words.change_rule, *own])


def _approvals(reading: Reading) -> str:
    approvers = [
        (typeset(person.name), function.days)
        for person, function in reading.scope.with_function(FunctionKind.APPROVER)
    ]
    if approvers:
        return reading.words.approval_rule(approvers)
    content = any(duty.content and duty.responsible == Responsible.STUDIO for duty in reading.scope.duties)
    return reading.words.approver_missing() if content else reading.words.no_approval


def _answering(reading: Reading) -> str:
    """The answering times of the studio's duties; those that answer alike are said together."""
    alike: dict[Answering, list[int]] = {}
    for row in reading.rows.of_party(Responsible.STUDIO):
        limits = row.duty.answering
        if limits is not None and phrases.answering(reading, limits):
            alike.setdefault(limits, []).append(row.number)
    if not alike:
        return reading.words.no_answering
    return " ".join(
        reading.words.answering_rule(
            reading.words.rows(ranges(numbers), capital=True), phrases.answering(reading, limits)
        )
        for limits, numbers in alike.items()
    )
