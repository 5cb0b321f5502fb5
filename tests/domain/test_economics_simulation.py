"""The simulation against what can be worked out: closed forms, a plain run, an independent sampler."""

import dataclasses
import random
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.domain.changes import applied, inverse
from scoping.domain.costing import Costing
from scoping.domain.economics import suggestions
from scoping.domain.economics.columns import normal_quantiles, order, pert_quantiles
from scoping.domain.economics.figures import figures, loss_probability, share_lost
from scoping.domain.economics.friction import Friction
from scoping.domain.economics.plan import Line, Plan, plan_of
from scoping.domain.economics.simulation import NOISE, moments, simulated
from scoping.domain.scope import Duty, FeeLine, Scope
from scoping.domain.words import Cadence, FeeKind, FeeLane, Lane, Responsible
from scripts.calibrate import engagement, outcomes, table

from .costing_examples import estimate, example_costing, rate
from .examples import example_scope, with_item


def weighed(plan: Plan) -> list[tuple[Line, tuple[float, ...]]]:
    return [(line, plan.lane(line.lane).costs) for line in plan.lines]


def told(plan: Plan, scenarios: int) -> tuple[float, float]:
    cost = simulated(plan, scenarios).cost
    assert cost is not None
    return float(cost.mean(dtype=np.float64)), float(cost.std(dtype=np.float64))


@pytest.mark.parametrize("seed", range(6))
def test_mean_and_standard_deviation_are_those_of_the_closed_form(seed: int) -> None:
    plan = plan_of(*engagement(random.Random(seed), 0.2))
    mean, deviation = moments(plan, weighed(plan))
    for scenarios, tolerance in ((10_000, 0.01), (40_000, 0.005)):
        drawn_mean, drawn_deviation = told(plan, scenarios)
        assert drawn_mean == pytest.approx(mean, rel=0.001)
        assert drawn_deviation == pytest.approx(deviation, rel=tolerance)


def test_over_many_engagements_the_standard_deviation_is_neither_too_small_nor_too_great() -> None:
    plans = [plan_of(*engagement(random.Random(seed), 0.2)) for seed in range(60)]
    errors = [told(plan, 10_000)[1] / moments(plan, weighed(plan))[1] - 1 for plan in plans]
    assert abs(sum(errors) / len(errors)) < 0.001
    assert max(map(abs, errors)) < 0.01


def plain_loss(plan: Plan, scenarios: int = 400_000) -> float:
    """Without any short cut: each duty's month drawn on its own."""
    generator = np.random.default_rng(7)
    cost = np.zeros(scenarios)
    for line, rates in weighed(plan):
        width = line.high - line.low
        peak = (line.likely - line.low) / width if width else 0
        hours = line.low + width * generator.beta(1 + 4 * peak, 5 - 4 * peak, scenarios)
        for units, paid in zip(line.units, rates, strict=True):
            if units:
                cost += paid * units * hours * (1 + NOISE * generator.standard_normal(scenarios))
    sigma = plan.friction.spread
    cost *= plan.friction.mean * generator.lognormal(-sigma * sigma / 2, sigma, scenarios)
    return float((cost > float(plan.fee)).mean())


@pytest.mark.parametrize(("seed", "aim"), [(1, 0.05), (2, 0.18), (3, 0.5), (4, 0.8)])
def test_the_loss_probability_is_that_of_a_plain_run(seed: int, aim: float) -> None:
    plan = plan_of(*engagement(random.Random(seed), aim))
    plan = dataclasses.replace(plan, lines=plan.lines[:5])
    mean, deviation = moments(plan, weighed(plan))
    plan = dataclasses.replace(plan, fee=Decimal(mean + deviation * (0.5 - aim) * 2).quantize(Decimal(1)))
    found = loss_probability(plan)
    assert found == pytest.approx(plain_loss(plan), abs=0.01)


def test_what_is_said_happens_as_often_as_it_is_said() -> None:
    found = outcomes(engagements=150, around=90, seed=5)
    around = [one for one in found if 0.175 <= one.said <= 0.225]
    assert len(around) > 30
    assert 0.08 <= sum(one.lost for one in around) / len(around) <= 0.32
    assert sum(one.said for one in found) == pytest.approx(sum(one.lost for one in found), abs=20)
    assert "| 17.5 to 22.5 % |" in table(found)


def test_columns_are_equally_likely_values_in_an_order_of_their_own() -> None:
    quantiles = pert_quantiles(0.25, 10_000)
    assert np.all(np.diff(quantiles) >= 0)
    assert float(quantiles.mean(dtype=np.float64)) == pytest.approx(2 / 6, abs=1e-4)  # a = 2, b = 4
    assert float(quantiles.std(dtype=np.float64)) == pytest.approx((8 / (36 * 7)) ** 0.5, rel=0.001)
    assert float(normal_quantiles(10_000).std(dtype=np.float64)) == pytest.approx(1, rel=0.001)
    one, other = order(10_000, "estimate", "social", "posts"), order(10_000, "estimate", "marketing", "posts")
    assert sorted(one) == list(range(10_000))
    assert not np.array_equal(one, other)
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 0.05


def test_every_column_is_even_across_the_clients_friction() -> None:
    for name in (("estimate", "social", "posts"), ("month", "marketing", "3")):
        hundredths = order(10_000, *name).reshape(100, 100) // 100
        assert np.array_equal(np.sort(hundredths, axis=1), np.tile(np.arange(100), (100, 1)))
    with pytest.raises(ValueError, match="reshape"):
        order(10_001, "estimate", "social", "posts")


def test_the_widest_noise_never_takes_back_a_months_hours() -> None:
    assert NOISE * float(normal_quantiles(10_000).max()) < 1


def test_a_change_of_one_line_moves_only_what_that_line_moves() -> None:
    scope, costing = example_scope(), example_costing()
    before = simulated(plan_of(scope, costing))
    after = simulated(plan_of(with_item(scope, "duties", "posts", quantity=Decimal(20)), costing))
    assert np.array_equal(before.lane(Lane.MARKETING).by_month, after.lane(Lane.MARKETING).by_month)
    ratio = after.lane(Lane.SOCIAL).by_month / before.lane(Lane.SOCIAL).by_month
    assert np.allclose(ratio, 20 / 12, rtol=1e-5)


def test_figures_of_known_hours_are_those_of_a_pocket_calculator() -> None:
    costing = example_costing(estimates=(estimate("plan", 30, 30, 30), estimate("posts", 2, 2, 2)))
    found = figures(example_scope(), costing)
    assert found is not None
    marketing, social = found.lane(Lane.MARKETING), found.lane(Lane.SOCIAL)
    assert marketing is not None
    assert social is not None
    assert social.hours.p50 == pytest.approx(12 * 12 * 2, rel=0.01)
    assert social.hours_a_month.p50 == pytest.approx(24, rel=0.01)
    assert social.break_even == pytest.approx(1150 / 40, abs=0.01)
    assert social.an_hour == pytest.approx(1150 * 12 / social.hours.p50, abs=0.01)
    assert marketing.hours.p50 == pytest.approx(30, rel=0.02)
    assert [month.p50 for month in marketing.by_month[1:]] == [0] * 11
    assert (found.together.loss, found.drivers) == (0, ())


# --- what always holds ------------------------------------------------------------------------------------

HOURS = st.decimals("0.1", "40", places=1)


@st.composite
def engagements(draw: st.DrawFn) -> tuple[Scope, Costing]:
    """A few duties of both roles, with fees that sometimes pay them."""
    duties, estimates = [], []
    for number in range(draw(st.integers(1, 5))):
        low, likely, high = sorted(draw(st.tuples(HOURS, HOURS, HOURS)))
        duty = Duty(
            key=f"duty-{number}",
            lane=draw(st.sampled_from(Lane)),
            name=f"Duty {number}",
            responsible=Responsible.STUDIO,
            quantity=draw(st.decimals(1, 20, places=0)),
            cadence=draw(st.sampled_from(Cadence)),
        )
        duties.append(duty)
        estimates.append(estimate(duty.key, low, likely, high))
    months = draw(st.integers(1, 14))
    fees = tuple(
        FeeLine(
            key=f"fee-{lane}", lane=lane, kind=FeeKind.MONTHLY, amount=draw(st.decimals(0, 9000, places=0))
        )
        for lane in draw(st.sets(st.sampled_from([FeeLane.MARKETING, FeeLane.SOCIAL, FeeLane.ADJACENT])))
    )
    scope = example_scope(months=months, duties=tuple(duties), fees=fees)
    return scope, example_costing(estimates=tuple(estimates))


@given(engagements(), st.data())
def test_leaving_a_duty_out_at_the_same_fee_never_raises_the_risk(
    engaged: tuple[Scope, Costing], data: st.DataObject
) -> None:
    scope, costing = engaged
    duty = data.draw(st.sampled_from(scope.duties))
    less = with_item(scope, "duties", duty.key, responsible=Responsible.EXCLUDED)
    before, after = loss_probability(plan_of(scope, costing)), loss_probability(plan_of(less, costing))
    assert before is not None
    assert after is not None
    assert after <= before


@given(engagements(), st.decimals("0.01", 5000, places=2))
def test_raising_a_fee_never_raises_the_risk(engaged: tuple[Scope, Costing], more: Decimal) -> None:
    scope, costing = engaged
    before = loss_probability(plan_of(scope, costing))
    raised = tuple(dataclasses.replace(line, amount=line.amount + more) for line in scope.fees)
    after = loss_probability(plan_of(dataclasses.replace(scope, fees=raised), costing))
    assert before is not None
    assert after is not None
    assert after <= before


@given(engagements(), st.randoms(use_true_random=False))
def test_the_order_of_the_duties_changes_no_figure(
    engaged: tuple[Scope, Costing], chance: random.Random
) -> None:
    scope, costing = engaged
    shuffled = list(scope.duties)
    chance.shuffle(shuffled)
    other = dataclasses.replace(scope, duties=tuple(shuffled), fees=scope.fees[::-1])
    assert figures(scope, costing) == figures(other, costing)


@given(engagements())
def test_shares_of_the_risk_sum_to_one_wherever_there_is_a_risk(engaged: tuple[Scope, Costing]) -> None:
    found = figures(*engaged)
    assert found is not None
    total = sum(driver.share for driver in found.drivers)
    assert total == pytest.approx(1 if found.together.loss else 0)
    assert all(driver.share > 0 for driver in found.drivers)


@given(engagements())
def test_each_suggestion_helps_and_undone_gives_the_same_engagement(engaged: tuple[Scope, Costing]) -> None:
    scope, costing = engaged
    found = figures(scope, costing)
    assert found is not None
    for one in suggestions(scope, costing, found):
        changed = applied(scope, one.changes)
        assert one.helps
        assert loss_probability(plan_of(changed, costing)) == one.after
        assert applied(changed, inverse(one.changes)) == scope


def test_no_hours_and_no_fee_lose_nothing() -> None:
    costing = example_costing(estimates=(estimate("plan", 0, 0, 0), estimate("posts", 0, 0, 0)))
    found = figures(example_scope(fees=()), costing)
    assert found is not None
    assert (found.together.loss, found.together.an_hour, found.drivers) == (0, None, ())
    assert sum(bar.count for bar in found.histogram) == 10_000


def test_enormous_hours_are_lost_in_every_case() -> None:
    costing = example_costing(estimates=(estimate("plan", 0, 0, 10_000), estimate("posts", 0, 9_999, 10_000)))
    scope = with_item(example_scope(months=120), "duties", "posts", quantity=Decimal("999999.99"))
    found = figures(scope, costing)
    assert found is not None
    assert found.together.loss == 1
    assert found.drivers[0].key == "posts"
    assert sum(bar.count for bar in found.histogram) == 10_000


def test_a_rate_of_zero_never_loses_and_has_no_break_even() -> None:
    found = figures(example_scope(), example_costing(rates=(rate("elena", 0), rate("luca", 0))))
    assert found is not None
    assert (found.together.loss, found.together.break_even) == (0, None)
    assert found.together.hours.p50 > 0


def test_share_lost_counts_only_what_is_really_lost() -> None:
    costs = np.array([9, 10, 11, 12], dtype=np.float32)
    assert share_lost(costs, Decimal(10)) == 0.5
    assert share_lost(None, Decimal(10)) is None
    assert share_lost(costs, None) is None


def test_friction_multiplies_all_hours() -> None:
    plan = plan_of(example_scope(), example_costing())
    harder = dataclasses.replace(plan, friction=Friction(plan.friction.mean * 1.25, plan.friction.spread))
    ratio = simulated(harder).lane(Lane.SOCIAL).hours / simulated(plan).lane(Lane.SOCIAL).hours
    assert np.allclose(ratio, 1.25, rtol=1e-5)
