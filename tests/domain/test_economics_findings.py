"""The findings of the economics: a risk above the limit, and what hours, rates and free time lack."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.costing import BadFigure, Costing
from scoping.domain.economics import Overload, figures
from scoping.domain.findings import Finding, Place, Step, findings_of, risk
from scoping.domain.scope import Scope
from scoping.domain.words import Language, Severity

from .costing_examples import estimate, example_costing, rate
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


NO_RATE = example_costing(rates=(rate("elena", 60),))
NO_ESTIMATE = example_costing(estimates=(estimate("plan", 20, 32, 48),))
UNCONVERTED = example_costing(worth=None)
FRANCS = dataclasses.replace(example_scope(), currency="CHF")
JANUARY, MARCH = dt.date(2027, 1, 1), dt.date(2027, 3, 1)
ASKED = (
    Overload(person="Elena Conti", month=JANUARY, hours=31.6, free=20.0, engagements=("2026-014",)),
    Overload(person="Elena Conti", month=MARCH, hours=58.2, free=20.0, engagements=("2026-012", "2026-014")),
)


def all_found(scope: Scope, costing: Costing, overloads: tuple[Overload, ...] = ()) -> list[Finding]:
    return list(
        findings_of(
            scope,
            unprintable=lambda text: set(),
            usual_reasons={},
            figures=figures(scope, costing),
            overloads=overloads,
        )
    )


@pytest.mark.parametrize(
    ("scope", "costing", "overloads", "code", "severity", "place", "italian", "english"),
    [
        (
            example_scope(), example_costing(), ASKED, "free_time_exceeded", Severity.WARNS,
            Place(Step.FEES, "", "free_time"),
            "In marzo 2027 Elena Conti ha 20 ore libere, e gliene servono 58, contando anche 2026-012.",
            "In March 2027 Elena Conti has 20 free hours and needs 58, with 2026-012 counted too.",
        ),
        (
            example_scope(), example_costing(), ASKED[:1], "free_time_exceeded", Severity.WARNS,
            Place(Step.FEES, "", "free_time"),
            "In gennaio 2027 Elena Conti ha 20 ore libere, e gliene servono 32. ",
            "In January 2027 Elena Conti has 20 free hours and needs 32. ",
        ),
        (
            FRANCS, UNCONVERTED, (), "currency_without_rate", Severity.WARNS,
            Place(Step.FEES, "", "exchange"),
            "nessun costo e nessun rischio è calcolato per Caseificio Valverde",
            "no cost and no risk is worked out for Caseificio Valverde",
        ),
        (
            example_scope(), NO_RATE, (), "hour_without_rate", Severity.HINT,
            Place(Step.FEES, "", "rates"),
            "dei compensi di Caseificio Valverde nessuno sa che cosa resta",
            "of Caseificio Valverde's fees nobody knows what is left",
        ),
        (
            example_scope(), NO_ESTIMATE, (), "duty_without_estimate", Severity.HINT,
            Place(Step.DUTIES, "posts", "estimate"),
            "Le sue ore contano zero",
            "Its hours count as none",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_of_hours_rates_and_time_is_said_in_both_languages(
    scope: Scope,
    costing: Costing,
    overloads: tuple[Overload, ...],
    code: str,
    severity: Severity,
    place: Place,
    italian: str,
    english: str,
) -> None:
    (finding,) = (one for one in all_found(scope, costing, overloads) if one.code == code)
    assert (finding.severity, finding.place) == (severity, place)
    assert italian in finding.worded(Language.ITALIAN).why
    assert english in finding.worded(Language.ENGLISH).why
    assert "{" not in "".join(dataclasses.astuple(finding.worded(Language.ITALIAN)))


@pytest.mark.parametrize(
    ("scope", "costing"),
    [
        (example_scope(), example_costing()),
        (FRANCS, example_costing(worth=Decimal("0.94"))),
        (dataclasses.replace(FRANCS, duties=()), UNCONVERTED),
        (dataclasses.replace(example_scope(), duties=()), Costing()),
        (dataclasses.replace(example_scope(), months=None), Costing()),
    ],
    ids=["all is known", "an exchange rate", "no work in francs", "no work", "no length"],
)
def test_nothing_is_missing_where_all_is_known_or_nothing_is_done(scope: Scope, costing: Costing) -> None:
    new = {rule.code for rule in risk.RULES}
    assert not new & {one.code for one in all_found(scope, costing)}


def test_an_unconverted_currency_is_said_once_and_not_as_a_missing_rate() -> None:
    codes = [one.code for one in all_found(FRANCS, UNCONVERTED)]
    assert codes.count("currency_without_rate") == 1
    assert "hour_without_rate" not in codes


def test_each_person_without_time_has_one_finding_that_counts_the_months() -> None:
    other = dataclasses.replace(ASKED[0], person="Luca Neri")
    found = [
        one for one in all_found(example_scope(), example_costing(), (*ASKED, other)) if one.lane is None
    ]
    titles = [one.worded(Language.ITALIAN).title for one in found if one.code == "free_time_exceeded"]
    assert titles == ["A Elena Conti mancano ore: 2 mesi", "A Luca Neri mancano ore: 1 mese"]


def test_costs_are_converted_at_the_rate_that_was_said() -> None:
    own, francs = (
        figures(example_scope(), example_costing()),
        figures(FRANCS, example_costing(worth=Decimal(2))),
    )
    unknown = figures(FRANCS, UNCONVERTED)
    assert own is not None
    assert francs is not None
    assert unknown is not None
    assert own.together.cost is not None
    assert francs.together.cost is not None
    assert francs.together.cost.p50 == pytest.approx(2 * own.together.cost.p50, rel=1e-6)
    assert francs.together.hours == own.together.hours == unknown.together.hours
    assert (unknown.together.cost, unknown.together.loss, unknown.together.break_even) == (None, None, None)


@pytest.mark.parametrize("worth", [Decimal(-1), Decimal("NaN"), Decimal(10_000_001)])
def test_an_exchange_rate_that_cannot_be_is_refused(worth: Decimal) -> None:
    with pytest.raises(BadFigure):
        Costing(worth=worth)
