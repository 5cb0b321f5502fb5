"""Findings that a member answered: kept with who, when and why, until the facts change."""

import datetime as dt
from dataclasses import dataclass

from scoping.domain.canonical import canonical_hash
from scoping.domain.findings import Finding
from scoping.domain.findings.finding import Both, Fact, Money
from scoping.domain.words import Severity
from scoping.engagements.models import Engagement
from scoping.studios.models import User

from .models import FindingAnswer

Subject = tuple[str, str, str, str]


class NotAnswerable(Exception):
    """What blocks is mended; it can't be answered."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding with the answer that it was given."""

    finding: Finding
    answer: FindingAnswer


def subject_of(finding: Finding) -> Subject:
    """What a finding is about: its code, the row, the field, the lane."""
    return finding.code, finding.place.key, finding.place.field, finding.lane or ""


def token_of(finding: Finding) -> str:
    """What an address calls a finding by: 16 hexadecimal digits, the same as long as it is about the same."""
    return canonical_hash(list(subject_of(finding)))[:16]


def facts_hash(finding: Finding) -> str:
    """The hash of the facts that a finding names: another one when they change."""
    return canonical_hash({name: _plain(fact) for name, fact in finding.facts.items()})


def _plain(fact: Fact) -> object:
    if isinstance(fact, Money):
        return [str(fact.amount), fact.currency]
    if isinstance(fact, Both):
        return [fact.italian, fact.english]
    return list(fact) if isinstance(fact, tuple) else str(fact)


def parted(
    engagement: Engagement, findings: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], tuple[Answered, ...]]:
    """The findings that are open, and those that were answered and of which nothing changed since."""
    known = {(one.code, one.key, one.field, one.lane): one for one in FindingAnswer.objects.of(engagement)}
    open_ones, answered = [], []
    for finding in findings:
        answer = known.get(subject_of(finding)) if finding.severity != Severity.BLOCKS else None
        if answer is not None and answer.facts_sha256 == facts_hash(finding):
            answered.append(Answered(finding, answer))
        else:
            open_ones.append(finding)
    return tuple(open_ones), tuple(answered)


def answer(
    engagement: Engagement, finding: Finding, because: str, *, by: User, at: dt.datetime
) -> FindingAnswer:
    """Keep why a finding does not matter here; a later answer takes the place of an earlier one.

    Raises `NotAnswerable` for a finding that blocks.
    """
    if finding.severity == Severity.BLOCKS:
        raise NotAnswerable(finding.code)
    code, key, field, lane = subject_of(finding)
    kept, _created = FindingAnswer.objects.update_or_create(
        engagement=engagement,
        code=code,
        key=key,
        field=field,
        lane=lane,
        defaults={
            "studio": engagement.studio,
            "facts_sha256": facts_hash(finding),
            "because": because,
            "by": by,
            "at": at,
        },
    )
    return kept


def take_back(engagement: Engagement, finding: Finding) -> None:
    """Let an answered finding speak again."""
    code, key, field, lane = subject_of(finding)
    FindingAnswer.objects.of(engagement).filter(code=code, key=key, field=field, lane=lane).delete()
