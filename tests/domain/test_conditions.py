"""The four conditions: met, and each way of not being met, in both languages."""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from scoping.domain.conditions import (
    Assessment,
    Experience,
    Judged,
    Qualification,
    Score,
    Standards,
    conditions,
)
from scoping.domain.costing import Band, Costing
from scoping.domain.economics import figures
from scoping.domain.scope import Duty, FeeLine, Objective, Scope
from scoping.domain.words import (
    Cadence,
    Condition,
    ConditionState,
    FeeKind,
    FeeLane,
    Lane,
    Language,
    Responsible,
)

from .costing_examples import estimate, example_costing, rate
from .examples import example_scope, with_item, with_more, without

DAY = dt.date(2026, 11, 24)
STANDARDS = Standards(
    competences=(
        (Lane.MARKETING, "M1", True),
        (Lane.MARKETING, "M2", False),
        (Lane.SOCIAL, "S1", True),
        (Lane.SOCIAL, "S2", False),
    ),
    years=((Lane.MARKETING, 3), (Lane.SOCIAL, 2)),
)


def assessment(lane: Lane, one: int, other: int, **changed: Any) -> Assessment:
    letter = "M" if lane == Lane.MARKETING else "S"
    scores = (Score(f"{letter}1", one, True), Score(f"{letter}2", other, True))
    fields = {"lane": lane, "on": dt.date(2026, 11, 18), "assessor": "Anna Landi", "by_themselves": False}
    return Assessment(**{**fields, "scores": scores, **changed})


def experience(lane: Lane, since: int | None, band: Band = Band.MID, shown: bool = True) -> Experience:
    return Experience(lane=lane, since=since, band=band, shown=shown)


KNOWN = Qualification(
    assessments=(assessment(Lane.MARKETING, 4, 3), assessment(Lane.SOCIAL, 3, 3)),
    experience=(experience(Lane.MARKETING, 2012, Band.SENIOR), experience(Lane.SOCIAL, 2017)),
)
COSTING = example_costing(
    rates=(rate("elena", 50, 60),), estimates=(estimate("plan", 200, 210, 220), estimate("posts", 1, 1, 1))
)


def two_jerseys() -> Scope:
    return with_item(example_scope(), "roles", Lane.SOCIAL, lead="elena")


def judged(
    condition: Condition,
    scope: Scope | None = None,
    known: Qualification = KNOWN,
    standards: Standards = STANDARDS,
    costing: Costing = COSTING,
    overrules: dict[Condition, str] | None = None,
) -> Judged:
    described = scope or two_jerseys()
    found = conditions(described, known, standards, figures(described, costing), DAY, overrules)
    return next(one for one in found if one.condition == condition)


def codes(one: Judged) -> list[tuple[str, Lane | None]]:
    return [(fault.code, fault.lane) for fault in one.faults]


def test_all_four_are_met_where_nothing_is_missing() -> None:
    scope = two_jerseys()
    found = conditions(scope, KNOWN, STANDARDS, figures(scope, COSTING), DAY)
    assert [one.condition for one in found] == list(Condition)
    assert {one.state for one in found} == {ConditionState.MET}
    assert [one.sentence.italian for one in found] == [
        "1 mansione e 1 obiettivo per ruolo, nessuno in comune. Ogni obiettivo social dice quale obiettivo "
        "di marketing serve.",
        "Marketing: 3,5 su 4, valutazione di Anna Landi del 18 novembre 2026. Social media: 3 su 4, "
        "valutazione di Anna Landi del 18 novembre 2026.",
        "14 anni di marketing. 9 anni di social media. Lo studio ne ha le prove.",
        "Ogni ruolo ha il suo compenso, e nessuno dei due comprende l'altro lavoro. I due sono stati "
        "guardati insieme.",
    ]
    english = [one.statement(Language.ENGLISH).sentence for one in found]
    assert english[0].startswith("1 duty and 1 objective a role, none shared.")
    assert english[1].startswith("Marketing: 3.5 of 4, assessed by Anna Landi on November 18, 2026.")
    assert all(english)


def test_where_two_persons_hold_the_roles_there_are_no_conditions() -> None:
    assert conditions(example_scope(), KNOWN, STANDARDS, None, DAY) == ()


# --- distinct ---------------------------------------------------------------------------------------------


def test_a_role_without_duties_or_objectives_is_not_distinct() -> None:
    one = judged(Condition.DISTINCT, without(two_jerseys(), "duties", "posts"))
    assert codes(one) == [("duties", Lane.SOCIAL)]
    assert one.sentence.italian == "Il ruolo social media non ha mansioni."
    one = judged(Condition.DISTINCT, dataclasses.replace(two_jerseys(), objectives=()))
    assert codes(one) == [("objectives", Lane.MARKETING), ("objectives", Lane.SOCIAL)]


def test_an_objective_or_a_duty_of_both_roles_is_not_distinct() -> None:
    shared = Objective(key="x", lane=Lane.SOCIAL, name=" lanciare  la LINEA", serves=("sales",))
    one = judged(Condition.DISTINCT, with_more(two_jerseys(), "objectives", shared))
    assert codes(one) == [("shared_objective", None)]
    assert "«Lanciare la linea» è un obiettivo di tutti e due i ruoli." in one.sentence.italian
    twin = Duty(key="x", lane=Lane.SOCIAL, name="Piano di marketing", responsible=Responsible.STUDIO)
    assert codes(judged(Condition.DISTINCT, with_more(two_jerseys(), "duties", twin))) == [
        ("shared_duty", None)
    ]
    left_out = dataclasses.replace(twin, responsible=Responsible.EXCLUDED)
    one = judged(Condition.DISTINCT, with_more(two_jerseys(), "duties", left_out))
    assert one.state == ConditionState.MET


def test_a_social_objective_says_what_it_serves() -> None:
    one = judged(Condition.DISTINCT, with_item(two_jerseys(), "objectives", "reach", serves=()))
    assert codes(one) == [("serves", Lane.SOCIAL)]
    assert one.faults[0].key == "reach"
    assert "non dice quale obiettivo di marketing serve" in one.sentence.italian
    assert "does not say which marketing objective it serves" in one.sentence.english


# --- assessed ---------------------------------------------------------------------------------------------


def knowing(*assessments: Assessment) -> Qualification:
    return dataclasses.replace(KNOWN, assessments=assessments)


SOCIAL_DONE = assessment(Lane.SOCIAL, 3, 3)


@pytest.mark.parametrize(
    ("marketing", "expected"),
    [
        (assessment(Lane.MARKETING, 2, 3), []),  # a mean of exactly 2.5, a core competence of exactly 2
        (assessment(Lane.MARKETING, 2, 2), ["mean"]),
        (assessment(Lane.MARKETING, 1, 4), ["core"]),
        (assessment(Lane.MARKETING, 0, 4), ["core", "mean"]),
        (assessment(Lane.MARKETING, 4, 4, on=dt.date(2025, 11, 24)), []),
        (assessment(Lane.MARKETING, 4, 4, on=dt.date(2025, 11, 23)), ["expired"]),
        (assessment(Lane.MARKETING, 4, 4, on=dt.date(2026, 11, 25)), ["unassessed"]),
        (assessment(Lane.MARKETING, 4, 4, scores=(Score("M1", 4, True),)), ["mean"]),
        (
            assessment(Lane.MARKETING, 4, 4, scores=(Score("M1", 4, True), Score("M2", 4, False))),
            ["unshown"],
        ),
    ],
)
def test_competences_are_scored_lately_with_evidence_and_well_enough(
    marketing: Assessment, expected: list[str]
) -> None:
    one = judged(Condition.ASSESSED, known=knowing(marketing, SOCIAL_DONE))
    assert [fault.code for fault in one.faults] == expected
    assert (one.state == ConditionState.MET) == (not expected)
    assert {fault.lane for fault in one.faults} <= {Lane.MARKETING}


def test_the_latest_assessment_counts_even_where_it_is_worse() -> None:
    older, newer = assessment(Lane.MARKETING, 4, 4, on=dt.date(2026, 1, 7)), assessment(Lane.MARKETING, 1, 1)
    one = judged(Condition.ASSESSED, known=knowing(newer, older, SOCIAL_DONE))
    assert one.state == ConditionState.NOT_MET
    assert "Marketing: 1 su 4" in one.sentence.italian


def test_a_role_that_nobody_assessed_is_said() -> None:
    one = judged(Condition.ASSESSED, known=knowing(assessment(Lane.MARKETING, 4, 3)))
    assert codes(one) == [("unassessed", Lane.SOCIAL)]
    assert one.sentence.italian.endswith("Social media: le competenze non sono ancora valutate.")
    assert one.sentence.english.endswith("Social media: the competences are not assessed yet.")


def test_a_self_assessment_counts_and_is_called_that() -> None:
    own = assessment(Lane.MARKETING, 4, 3, assessor="Elena Conti", by_themselves=True)
    one = judged(Condition.ASSESSED, known=knowing(own, SOCIAL_DONE))
    assert one.state == ConditionState.MET
    assert "autovalutazione del 18 novembre 2026" in one.sentence.italian
    assert "self-assessment of November 18, 2026" in one.sentence.english


def test_the_studio_sets_how_long_an_assessment_holds_and_how_good_it_must_be() -> None:
    older = knowing(assessment(Lane.MARKETING, 4, 4, on=dt.date(2026, 5, 1)), SOCIAL_DONE)
    strict = dataclasses.replace(STANDARDS, validity=6)
    assert codes(judged(Condition.ASSESSED, known=older, standards=strict)) == [("expired", Lane.MARKETING)]
    high = dataclasses.replace(STANDARDS, mean=Decimal("3.2"))
    assert codes(judged(Condition.ASSESSED, standards=high)) == [("mean", Lane.SOCIAL)]


# --- not a junior -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marketing", "expected"),
    [
        (experience(Lane.MARKETING, 2023), []),  # exactly the band's least
        (experience(Lane.MARKETING, 2024), ["years"]),
        (experience(Lane.MARKETING, None), ["years"]),
        (experience(Lane.MARKETING, 2030), ["years"]),
        (experience(Lane.MARKETING, 2012, Band.JUNIOR), ["band"]),
        (experience(Lane.MARKETING, 2012, Band.MID, shown=False), ["evidence"]),
    ],
)
def test_years_and_evidence_reach_the_band_above_junior(marketing: Experience, expected: list[str]) -> None:
    known = dataclasses.replace(KNOWN, experience=(marketing, experience(Lane.SOCIAL, 2024)))
    one = judged(Condition.NOT_JUNIOR, known=known)
    assert [fault.code for fault in one.faults] == expected
    assert (one.state == ConditionState.MET) == (not expected)


def test_nothing_known_of_a_role_is_not_enough() -> None:
    one = judged(Condition.NOT_JUNIOR, known=dataclasses.replace(KNOWN, experience=()))
    assert codes(one) == [("years", Lane.MARKETING), ("years", Lane.SOCIAL)]
    assert one.sentence.italian == (
        "Per marketing servono almeno 3 anni. Per social media servono almeno 2 anni."
    )


# --- paid as two ------------------------------------------------------------------------------------------


def test_an_undivided_fee_is_not_two() -> None:
    line = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550))
    one = judged(Condition.PAID_AS_TWO, with_more(two_jerseys(), "fees", line))
    assert codes(one) == [("undivided", None)]
    assert one.sentence.italian.startswith("C'è un compenso unico per i due ruoli")


def test_a_role_without_a_fee_is_seen_even_without_rates() -> None:
    one = judged(Condition.PAID_AS_TWO, without(two_jerseys(), "fees", "fee-s"), costing=Costing())
    assert codes(one) == [("unpaid", Lane.SOCIAL)]
    zero = with_item(two_jerseys(), "fees", "fee-s", amount=Decimal(0))
    assert codes(judged(Condition.PAID_AS_TWO, zero)) == [("unpaid", Lane.SOCIAL)]


def test_each_role_pays_its_own_cost() -> None:
    low = with_item(two_jerseys(), "fees", "fee-s", amount=Decimal(550))  # 12 hours a month at 50
    one = judged(Condition.PAID_AS_TWO, low)
    assert codes(one) == [("below_cost", Lane.SOCIAL)]
    assert "compenso 6.600" in one.faults[0].why.italian


def test_together_they_pay_two_jobs_within_the_discount() -> None:
    # 210 and 144 hours at 60 are 21,240 apart; at most 10 % less is 19,116
    fair = with_item(two_jerseys(), "fees", "fee-m", amount=Decimal(960))
    fair = with_item(fair, "fees", "fee-s", amount=Decimal(700))
    assert judged(Condition.PAID_AS_TWO, fair).state == ConditionState.MET
    dear = example_costing(rates=(rate("elena", 40, 66),), estimates=COSTING.estimates)
    one = judged(Condition.PAID_AS_TWO, fair, costing=dear)
    assert codes(one) == [("discount", None)]
    wide = dataclasses.replace(STANDARDS, discount=Decimal(20))
    assert judged(Condition.PAID_AS_TWO, fair, costing=dear, standards=wide).state == ConditionState.MET


@pytest.mark.parametrize(
    "costing", [Costing(), example_costing(rates=()), example_costing(estimates=(estimate("plan", 1, 1, 1),))]
)
def test_without_hours_or_rates_nobody_can_say(costing: Costing) -> None:
    assert judged(Condition.PAID_AS_TWO, costing=costing).state == ConditionState.NOT_EXAMINED
    endless = dataclasses.replace(two_jerseys(), months=None)
    assert judged(Condition.PAID_AS_TWO, endless).state == ConditionState.NOT_EXAMINED


def test_work_on_demand_has_no_hours_to_wait_for() -> None:
    extra = Duty(
        key="x",
        lane=Lane.SOCIAL,
        name="Extra",
        responsible=Responsible.STUDIO,
        cadence=Cadence.ON_DEMAND,
    )
    one = judged(Condition.PAID_AS_TWO, with_more(two_jerseys(), "duties", extra))
    assert one.state == ConditionState.MET


@pytest.mark.parametrize("amount", [550, 1151])
def test_the_client_reads_no_cost_no_discount_and_no_hours(amount: int) -> None:
    one = judged(Condition.PAID_AS_TWO, with_item(two_jerseys(), "fees", "fee-s", amount=Decimal(amount)))
    for sentence in (one.sentence.italian, one.sentence.english):
        assert not any(letter.isdigit() for letter in sentence)
        assert not any(word in sentence for word in ("cost", "sconto", "discount", "ore ", "hours", "€", "%"))


# --- overruled --------------------------------------------------------------------------------------------


def test_a_written_reason_overrules_a_condition_that_is_not_met_and_the_sentence_stays() -> None:
    known = dataclasses.replace(KNOWN, experience=())
    before = judged(Condition.NOT_JUNIOR, known=known)
    after = judged(Condition.NOT_JUNIOR, known=known, overrules={Condition.NOT_JUNIOR: " Lo seguo io. "})
    assert (after.state, after.reason) == (ConditionState.OVERRULED, "Lo seguo io.")
    assert after.sentence == before.sentence
    assert "Lo seguo io" not in after.statement(Language.ITALIAN).sentence


def test_without_a_reason_or_a_fault_nothing_is_overruled() -> None:
    known = dataclasses.replace(KNOWN, experience=())
    blank = judged(Condition.NOT_JUNIOR, known=known, overrules={Condition.NOT_JUNIOR: "  "})
    assert blank.state == ConditionState.NOT_MET
    met = judged(Condition.NOT_JUNIOR, overrules={Condition.NOT_JUNIOR: "Perché sì."})
    assert (met.state, met.reason) == (ConditionState.MET, "")
