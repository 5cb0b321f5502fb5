"""The finding of the economics: a risk above what the studio accepts."""

import dataclasses
from decimal import Decimal

from scoping.domain.costing import Costing
from scoping.domain.economics import figures
from scoping.domain.findings import Finding, findings_of
from scoping.domain.scope import Scope
from scoping.domain.words import Language, Severity

from .costing_examples import example_costing
from .examples import example_scope, with_item

LOW = with_item(example_scope(), "fees", "fee-s", amount=Decimal(600))


def found(scope: Scope, costing: Costing) -> list[Finding]:
    said = findings_of(
        scope, unprintable=lambda text: set(), usual_reasons={}, figures=figures(scope, costing)
    )
    return [one for one in said if one.code == "loss_above_limit"]


def test_a_risk_above_the_studios_limit_warns_in_both_languages_and_leads_to_the_figures() -> None:
    costing = example_costing(loss_limit=Decimal("7.5"))
    scope = with_item(LOW, "fees", "fee-m", amount=Decimal(500))
    (finding,) = found(scope, costing)
    told = figures(scope, costing)
    assert told is not None
    assert told.together.loss is not None
    cases = round(told.together.loss * 100)
    assert (finding.severity, finding.place.field) == (Severity.WARNS, "economics")
    italian, english = finding.worded(Language.ITALIAN), finding.worded(Language.ENGLISH)
    assert italian.title == f"Rischi di lavorare in perdita: {cases} casi su 100"
    assert italian.why == (
        "Con queste mansioni e questi compensi, per Caseificio Valverde in "
        f"{cases} casi su 100 lavori in perdita. Lo studio ne ammette 7,5 su 100."
    )
    assert english.title == f"You may work at a loss: {cases} of 100 cases"
    assert english.why.endswith("The studio accepts 7.5 of 100.")


def test_a_risk_at_the_limit_or_none_at_all_says_nothing() -> None:
    assert found(example_scope(), example_costing()) == []
    loss = figures(LOW, example_costing())
    assert loss is not None
    assert loss.together.loss is not None
    at_the_limit = example_costing(loss_limit=Decimal(str(loss.together.loss)) * 100)
    assert found(LOW, at_the_limit) == []


def test_a_risk_that_nobody_can_tell_says_nothing() -> None:
    assert found(LOW, Costing()) == []
    assert found(dataclasses.replace(LOW, months=None), example_costing()) == []
