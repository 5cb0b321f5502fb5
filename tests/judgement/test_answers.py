"""Findings that were answered: kept with who, when and why; they come back when the facts change."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest

from scoping.domain.findings import Finding
from scoping.domain.scope import Scope
from scoping.domain.words import Lane
from scoping.engagements.models import Engagement
from scoping.judgement.answers import NotAnswerable, answer, parted, take_back
from scoping.judgement.judge import judge
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item, without
from tests.drafting.desk import open_desk

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def engagement() -> Iterator[Engagement]:
    desk = open_desk()
    with studio_scope(desk.engagement.studio):
        yield desk.engagement


@pytest.fixture
def member(engagement: Engagement) -> User:
    return factories.membership(studio=engagement.studio).user


def said_of(scope: Scope, code: str) -> tuple[Finding, ...]:
    return tuple(one for one in judge(scope).findings if one.code == code)


SERVES_NOTHING = with_item(example_scope(), "objectives", "reach", serves=())


def test_an_answered_finding_is_quiet_and_keeps_who_when_and_why(
    engagement: Engagement, member: User
) -> None:
    findings = said_of(SERVES_NOTHING, "objective_serves_nothing")
    answer(engagement, findings[0], "Misura il nome, e basta.", by=member, at=AT)
    (kept,) = parted(engagement, findings)[1]
    assert parted(engagement, findings)[0] == ()
    assert (kept.answer.because, kept.answer.by, kept.answer.at) == ("Misura il nome, e basta.", member, AT)


def test_it_comes_back_when_the_facts_change(engagement: Engagement, member: User) -> None:
    answer(engagement, said_of(SERVES_NOTHING, "objective_serves_nothing")[0], "Va bene.", by=member, at=AT)
    renamed = with_item(SERVES_NOTHING, "objectives", "reach", name="Un altro pubblico")
    findings = said_of(renamed, "objective_serves_nothing")
    assert parted(engagement, findings) == (findings, ())


def test_one_answer_speaks_of_one_row_alone(engagement: Engagement, member: User) -> None:
    scope = with_item(SERVES_NOTHING, "objectives", "sales", lane=Lane.SOCIAL)
    findings = said_of(scope, "objective_serves_nothing")
    assert len(findings) == 2
    answer(engagement, findings[0], "Va bene.", by=member, at=AT)
    still_open, answered = parted(engagement, findings)
    assert (still_open, [one.finding for one in answered]) == (findings[1:], [findings[0]])


def test_a_second_answer_takes_the_place_of_the_first_and_can_be_taken_back(
    engagement: Engagement, member: User
) -> None:
    findings = said_of(SERVES_NOTHING, "objective_serves_nothing")
    for because in ("Va bene.", "Va bene così."):
        answer(engagement, findings[0], because, by=member, at=AT)
    assert [one.answer.because for one in parted(engagement, findings)[1]] == ["Va bene così."]
    take_back(engagement, findings[0])
    assert parted(engagement, findings) == (findings, ())


def test_what_blocks_is_not_answered(engagement: Engagement, member: User) -> None:
    findings = said_of(without(example_scope(), "functions", "signatory"), "no_signatory")
    with pytest.raises(NotAnswerable):
        answer(engagement, findings[0], "Non serve.", by=member, at=AT)
    assert parted(engagement, findings) == (findings, ())


def test_an_answer_is_the_engagements_own(engagement: Engagement, member: User) -> None:
    findings = said_of(SERVES_NOTHING, "objective_serves_nothing")
    answer(engagement, findings[0], "Va bene.", by=member, at=AT)
    other = open_desk(dataclasses.replace(example_scope(), number="2026-099")).engagement
    with studio_scope(other.studio):
        assert parted(other, findings) == (findings, ())
