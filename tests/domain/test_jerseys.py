"""Findings of the four conditions: what is missing blocks and leads to what mends it; an overrule warns."""

import dataclasses
from decimal import Decimal

import pytest

from scoping.domain.conditions import Fault, Judged, Said, Standards
from scoping.domain.conditions.paid_as_two import paid_as_two
from scoping.domain.findings import Finding, Step, findings_of
from scoping.domain.scope import FeeLine, Scope
from scoping.domain.words import (
    Condition,
    ConditionState,
    FeeKind,
    FeeLane,
    Lane,
    Language,
    Severity,
)

from .examples import example_scope, with_item

BOTH = with_item(example_scope(), "roles", "social", lead="elena")
WHY = Said("Manca la valutazione.", "The assessment is missing.")


def judged(state: ConditionState, **fields: object) -> Judged:
    return dataclasses.replace(Judged(condition=Condition.ASSESSED, state=state), **fields)  # type: ignore[arg-type]


def found(scope: Scope, *conditions: Judged) -> list[Finding]:
    said = findings_of(scope, unprintable=lambda text: set(), usual_reasons={}, conditions=conditions)
    return [one for one in said if one.code.startswith(("condition_", "two_jerseys"))]


def test_a_condition_that_is_not_met_blocks_at_the_first_thing_that_mends_it() -> None:
    faults = (Fault("unassessed", WHY, Lane.SOCIAL), Fault("mean", WHY, Lane.MARKETING))
    (finding,) = found(BOTH, judged(ConditionState.NOT_MET, faults=faults))
    assert (finding.code, finding.severity) == ("condition_not_met", Severity.BLOCKS)
    assert (finding.place.step, finding.place.field, finding.lane) == (Step.ROLES, "unassessed", Lane.SOCIAL)
    assert finding.worded(Language.ITALIAN).why.startswith(
        "Elena Conti guida il marketing e i social media. "
    )
    assert finding.worded(Language.ENGLISH).why.count("The assessment is missing.") == 2


def test_what_nobody_can_say_yet_blocks_too_and_leads_to_the_figures() -> None:
    (finding,) = found(BOTH, judged(ConditionState.NOT_EXAMINED, evidence=(WHY,)))
    assert (finding.code, finding.severity) == ("condition_not_examined", Severity.BLOCKS)
    assert finding.place.field == "economics"


def test_an_overruled_condition_warns_with_its_reason() -> None:
    (finding,) = found(BOTH, judged(ConditionState.OVERRULED, reason="Solo per tre mesi."))
    assert (finding.code, finding.severity) == ("condition_overruled", Severity.WARNS)
    assert "«Solo per tre mesi.»" in finding.worded(Language.ITALIAN).why


@pytest.mark.parametrize("conditions", [(), (judged(ConditionState.MET),)])
def test_where_they_are_met_nothing_is_said(conditions: tuple[Judged, ...]) -> None:
    assert found(BOTH, *conditions) == []


def test_where_nobody_judged_them_that_is_what_is_said() -> None:
    said = findings_of(BOTH, unprintable=lambda text: set(), usual_reasons={})
    assert "two_jerseys_not_examined" in {one.code for one in said}


def test_where_two_persons_hold_the_roles_no_condition_is_asked() -> None:
    faults = (Fault("unassessed", WHY, Lane.SOCIAL),)
    assert found(example_scope(), judged(ConditionState.NOT_MET, faults=faults)) == []


UNDIVIDED = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550))
STANDARDS = Standards(competences=(), years=())


@pytest.mark.parametrize(
    ("fees", "code"),
    [
        ((UNDIVIDED,), "fee_undivided"),
        (example_scope().fees[:1], "role_without_fee"),
    ],
    ids=["undivided", "unpaid"],
)
def test_a_role_without_a_fee_of_its_own_is_one_finding(fees: tuple[FeeLine, ...], code: str) -> None:
    scope = dataclasses.replace(BOTH, fees=fees)
    condition = paid_as_two(scope, STANDARDS, None)
    assert condition.state == ConditionState.NOT_MET
    said = findings_of(scope, unprintable=lambda text: set(), usual_reasons={}, conditions=(condition,))
    assert [one.code for one in said if one.severity == Severity.BLOCKS] == [code]
