"""What the economics say of an engagement: units, gaps, friction, free time, words."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.costing import Capacity
from scoping.domain.economics import (
    Gap,
    Missing,
    Spread,
    busy_months,
    cases_of_hundred,
    figures,
    loads,
    loss_in_words,
    questions,
    two_jobs,
)
from scoping.domain.economics.figures import figures_of
from scoping.domain.economics.friction import friction, rounds_factor
from scoping.domain.economics.histogram import histogram
from scoping.domain.economics.numbers import np
from scoping.domain.economics.plan import month_units, plan_of, worker
from scoping.domain.scope import Duty, FeeLine, Terms, When
from scoping.domain.words import (
    Cadence,
    FeeKind,
    FeeLane,
    Holder,
    Lane,
    Language,
    Responsible,
    WhenKind,
)

from .costing_examples import estimate, example_costing, rate
from .examples import example_scope, with_item, with_more, without

START = dt.date(2027, 1, 31)


def duty(cadence: Cadence, quantity: object = 1, date: dt.date | None = None) -> Duty:
    when = When(kind=WhenKind.DATE, date=date) if date else When()
    return Duty(
        key="d",
        lane=Lane.SOCIAL,
        name="d",
        responsible=Responsible.STUDIO,
        quantity=Decimal(str(quantity)),
        cadence=cadence,
        when=when,
    )


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (duty(Cadence.MONTHLY, 3), [3, 3, 3, 3, 3, 3]),
        (duty(Cadence.WEEKLY, 3), [13] * 6),
        (duty(Cadence.QUARTERLY, 2), [2, 0, 0, 2, 0, 0]),
        (duty(Cadence.YEARLY), [1, 0, 0, 0, 0, 0]),
        (duty(Cadence.ONCE, 4), [4, 0, 0, 0, 0, 0]),
        (duty(Cadence.ON_DEMAND, 4), [0] * 6),
        # months begin on 31 January, 28 February, 31 March, 30 April, ...
        (duty(Cadence.ONCE, date=dt.date(2027, 2, 27)), [1, 0, 0, 0, 0, 0]),
        (duty(Cadence.ONCE, date=dt.date(2027, 2, 28)), [0, 1, 0, 0, 0, 0]),
        (duty(Cadence.ONCE, date=dt.date(2026, 5, 1)), [1, 0, 0, 0, 0, 0]),
        (duty(Cadence.ONCE, date=dt.date(2029, 5, 1)), [0, 0, 0, 0, 0, 1]),
        (duty(Cadence.QUARTERLY, date=dt.date(2027, 3, 1)), [0, 1, 0, 0, 1, 0]),
        (duty(Cadence.YEARLY, date=dt.date(2027, 3, 31)), [0, 0, 1, 0, 0, 0]),
        (duty(Cadence.MONTHLY, date=dt.date(2027, 3, 31)), [1] * 6),
    ],
)
def test_units_fall_into_the_months_of_their_cadence_and_date(one: Duty, expected: list[int]) -> None:
    assert list(month_units(one, START, 6)) == expected


def test_units_of_a_year_are_whole() -> None:
    assert sum(month_units(duty(Cadence.WEEKLY), START, 12)) == pytest.approx(52, rel=1e-12)
    assert sum(month_units(duty(Cadence.QUARTERLY, date=dt.date(2027, 9, 1)), START, 12)) == 4
    assert month_units(duty(Cadence.WEEKLY), None, 1) == (13 / 3,)


def test_without_a_length_there_are_no_figures() -> None:
    assert figures(example_scope(months=None), example_costing()) is None


def test_what_is_missing_is_named_and_never_guessed() -> None:
    scope = with_item(example_scope(), "duties", "plan", quantity=None)
    costing = example_costing(estimates=(), rates=(rate("elena", 60),))
    found = figures(scope, costing)
    assert found is not None
    assert set(found.gaps) == {
        Gap(Missing.QUANTITY, "plan", Lane.MARKETING),
        Gap(Missing.ESTIMATE, "posts", Lane.SOCIAL),
    }
    assert found.together.hours.p90 == 0


def test_a_lane_without_a_rate_has_hours_but_no_risk() -> None:
    found = figures(example_scope(), example_costing(rates=(rate("elena", 60),)))
    assert found is not None
    social = found.lane(Lane.SOCIAL)
    assert social is not None
    assert social.hours.p50 > 0
    assert (social.cost, social.loss, social.break_even) == (None, None, None)
    assert (found.together.loss, found.histogram, found.drivers) == (None, (), ())
    assert found.gaps == (Gap(Missing.RATE, lane=Lane.SOCIAL),)
    assert not found.above_limit


def test_a_rate_that_begins_later_is_no_rate_yet() -> None:
    late = rate("luca", 40, since=dt.date(2027, 3, 1))
    found = figures(example_scope(), example_costing(rates=(rate("elena", 60), late)))
    assert found is not None
    assert Gap(Missing.RATE, lane=Lane.SOCIAL) in found.gaps


def test_a_new_rate_counts_from_its_month_on() -> None:
    rates = (rate("elena", 60), rate("luca", 40), rate("luca", 80, since=dt.date(2027, 7, 1)))
    plan = plan_of(example_scope(), example_costing(rates=rates))
    assert plan.lane(Lane.SOCIAL).costs == (40.0,) * 6 + (80.0,) * 6


def test_an_undivided_fee_leaves_the_roles_without_a_risk_of_their_own() -> None:
    line = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550))
    found = figures(example_scope(fees=(line,)), example_costing())
    assert found is not None
    assert [(lane.fee, lane.loss) for lane in found.lanes] == [(None, None), (None, None)]
    assert found.together.fee == 2550 * 12
    assert found.together.loss is not None
    assert Gap(Missing.UNDIVIDED, lane=Lane.SOCIAL) in found.gaps


def test_adjacent_work_of_the_studio_is_a_third_line() -> None:
    photos = {"responsible": Responsible.STUDIO, "quantity": Decimal(2), "reason": ""}
    scope = with_item(example_scope(), "duties", "photos", **photos)
    fee = FeeLine(key="fee-a", lane=FeeLane.ADJACENT, kind=FeeKind.ONCE, amount=Decimal(900))
    costing = example_costing()
    found = figures(
        with_more(scope, "fees", fee),
        dataclasses.replace(costing, estimates=(*costing.estimates, estimate("photos", 3, 4, 6))),
    )
    assert found is not None
    adjacent = found.lane(Lane.ADJACENT)
    assert adjacent is not None
    assert adjacent.person == "elena"
    assert adjacent.fee == 900
    assert adjacent.loss == 1


def test_the_work_of_a_lane_is_done_by_its_lead_or_by_who_else_of_the_studio_there_is() -> None:
    scope, costing = example_scope(), example_costing()
    assert [worker(scope, costing, lane) for lane in Lane] == ["elena", "luca", "elena"]
    assert worker(scope, example_costing(adjacent="luca"), Lane.ADJACENT) == "luca"
    clients = with_item(scope, "roles", Lane.SOCIAL, held_by=Holder.CLIENT, lead="marco")
    assert worker(clients, costing, Lane.SOCIAL) == "elena"
    assert worker(dataclasses.replace(scope, persons=()), costing, Lane.SOCIAL) is None


# --- the client's friction --------------------------------------------------------------------------------


def test_every_question_has_described_answers_from_the_easiest_to_the_hardest() -> None:
    assert 4 <= len(questions()) <= 5
    for question in questions():
        assert question.italian.endswith("?")
        assert question.english.endswith("?")
        factors = [answer.factor for answer in question.answers]
        assert factors == sorted(factors)
        assert 1.0 in factors
        assert all(answer.italian and answer.english for answer in question.answers)
        assert len({answer.code for answer in question.answers}) == len(question.answers) >= 3


def test_answers_multiply_and_what_is_not_answered_counts_as_ordinary_but_less_sure() -> None:
    none = friction(example_costing())
    hardest = {question.code: question.answers[-1].code for question in questions()}
    all_of_them = friction(example_costing(friction=tuple(hardest.items())))
    assert none.mean == 1
    assert all_of_them.mean == pytest.approx(1.12 * 1.06 * 1.12 * 1.07)
    assert all_of_them.spread < none.spread
    assert friction(example_costing(friction=(("approvers", "no-such-answer"),))) == none


@pytest.mark.parametrize(
    ("limit_here", "limit", "factor"), [(None, None, 1.20), (None, 2, 1.0), (1, None, 0.95), (3, 2, 1.08)]
)
def test_a_limit_of_rounds_caps_what_the_client_is_used_to(
    limit_here: int | None, limit: int | None, factor: float
) -> None:
    scope = with_item(
        example_scope(terms=Terms(rounds=limit)), "duties", "posts", description="x", rounds=limit_here
    )
    posts = next(one for one in scope.duties if one.key == "posts")
    assert rounds_factor(scope, posts, example_costing(friction=(("rounds", "endless"),))) == factor
    assert rounds_factor(scope, posts, example_costing()) == 1
    plan = next(one for one in scope.duties if one.key == "plan")
    assert rounds_factor(scope, plan, example_costing(friction=(("rounds", "endless"),))) == 1


# --- where the risk comes from ----------------------------------------------------------------------------


def test_a_duty_that_is_certain_and_well_paid_drives_no_risk_and_a_wider_one_drives_more() -> None:
    more = dataclasses.replace(duty(Cadence.MONTHLY, 12), key="sure")
    wider = dataclasses.replace(duty(Cadence.MONTHLY, 12), key="wide")
    scope = with_more(example_scope(), "duties", more, wider)
    estimates = (
        estimate("plan", 32, 32, 32),
        estimate("posts", "1.6", 2, "2.4"),
        estimate("sure", 2, 2, 2),
        estimate("wide", "0.5", "1.7", 5),
    )
    fee = with_item(scope, "fees", "fee-s", amount=Decimal(1900))
    found = figures(fee, example_costing(estimates=estimates))
    assert found is not None
    assert found.together.loss is not None
    assert 0.05 < found.together.loss < 0.6
    shares = {driver.key: driver.share for driver in found.drivers}
    assert shares["wide"] > shares["posts"] > shares.get("sure", 0)
    assert list(shares) == sorted(shares, key=lambda key: -shares[key])


def test_without_any_fee_each_duty_drives_its_part_of_the_cost() -> None:
    estimates = (estimate("plan", 10, 10, 10), estimate("posts", 1, 1, 1))
    scope = example_scope(fees=())
    found = figures(scope, example_costing(rates=(rate("elena", 60), rate("luca", 60)), estimates=estimates))
    assert found is not None
    assert found.together.loss == 1
    shares = {driver.key: driver.share for driver in found.drivers}
    assert shares["posts"] == pytest.approx(144 / 154, abs=0.01)


# --- money and time ---------------------------------------------------------------------------------------


def test_two_jobs_for_one_fee_are_compared_with_what_they_cost_apart() -> None:
    scope = example_scope()
    costing = example_costing(estimates=(estimate("plan", 252, 252, 252), estimate("posts", 1, 1, 1)))
    found = figures(scope, costing)
    assert found is not None
    compared = two_jobs(scope, costing, found)
    assert compared is not None
    assert compared.apart == pytest.approx(Decimal(252 * 72 + 144 * 60), rel=Decimal("0.02"))
    assert compared.asked == 2550 * 12
    assert compared.discount < 0
    assert compared.within
    assert "Non c’è sconto" in compared.worded(Language.ITALIAN)
    cheap = dataclasses.replace(compared, apart=Decimal(2664 * 12), allowed=Decimal(5))
    assert (cheap.discount, cheap.within) == (Decimal("4.3"), True)
    assert cheap.worded(Language.ITALIAN) == (
        "Separati costerebbero 2.664\u00a0€ al mese, insieme ne chiedi 2.550\u00a0€. "
        "Lo sconto è del 4,3%, lo studio ammette il 5%."
    )
    assert "The discount is 4.3%; the studio allows 5%." in cheap.worded(Language.ENGLISH)
    assert not dataclasses.replace(cheap, allowed=Decimal(4)).within


def test_two_jobs_are_compared_only_where_the_studio_does_both() -> None:
    scope, costing = without(example_scope(), "duties", "posts"), example_costing()
    found = figures(scope, costing)
    assert found is not None
    assert two_jobs(scope, costing, found) is None


def test_free_time_is_counted_over_all_engagements_month_by_month() -> None:
    scope, costing = example_scope(start=dt.date(2027, 1, 15)), example_costing()
    found = figures(scope, costing)
    assert found is not None
    here = [load for load in loads(scope, found) if load.person == "elena"]
    other = [dataclasses.replace(load, number="2026-020") for load in here]
    months = busy_months("elena", [*here, *other], costing.capacity("elena"))
    assert [month.month for month in months[:2]] == [dt.date(2027, 1, 1), dt.date(2027, 2, 1)]
    january, february = months[:2]
    assert january.hours == pytest.approx(2 * here[0].months[0][1])
    assert [number for number, _ in january.engagements] == ["2026-014", "2026-020"]
    assert january.over == pytest.approx(january.hours - 20)
    assert (february.hours, february.over) == (0, 0)
    assert busy_months("elena", here, None)[0].over == 0
    assert loads(dataclasses.replace(scope, start=None), found) == ()


def test_a_month_with_other_free_hours_is_measured_against_those() -> None:
    scope = example_scope()
    found = figures(scope, example_costing())
    assert found is not None
    free = Capacity(
        person="luca", hours_a_month=Decimal(100), other_months=((dt.date(2027, 8, 1), Decimal(5)),)
    )
    months = busy_months("luca", loads(scope, found), free)
    assert [month.month.month for month in months if month.over] == [8]


def test_the_histogram_has_round_bars_and_an_edge_at_the_break_even() -> None:
    margins = np.linspace(-8000, 11000, 10_000, dtype=np.float32)
    bars = histogram(margins)
    assert sum(bar.count for bar in bars) == 10_000
    assert len(bars) <= 24
    assert {bar.high - bar.low for bar in bars} == {1000.0}
    assert 0 in {bar.low for bar in bars}
    assert sum(bar.count for bar in bars if bar.lost) == int((margins < 0).sum())
    assert len(histogram(np.zeros(100, dtype=np.float32))) == 1


@pytest.mark.parametrize(
    ("probability", "italian", "english"),
    [
        (0.0, "in nessun caso lavori in perdita", "in no case do you lose money"),
        (0.0001, "in meno di 1 caso su 100 lavori in perdita", "in fewer than 1 of 100 cases you lose money"),
        (0.01, "in 1 caso su 100 lavori in perdita", "in 1 of 100 cases you lose money"),
        (0.1849, "in 18 casi su 100 lavori in perdita", "in 18 of 100 cases you lose money"),
        (0.185, "in 19 casi su 100 lavori in perdita", "in 19 of 100 cases you lose money"),
        (0.99, "in 99 casi su 100 lavori in perdita", "in 99 of 100 cases you lose money"),
        (0.9999, "in più di 99 casi su 100 lavori in perdita", "in more than 99 of 100 cases you lose money"),
        (1.0, "in tutti i casi lavori in perdita", "in every case you lose money"),
    ],
)
def test_a_probability_is_said_in_cases_of_a_hundred(probability: float, italian: str, english: str) -> None:
    assert loss_in_words(probability, Language.ITALIAN) == italian
    assert loss_in_words(probability, Language.ENGLISH) == english


def test_cases_of_a_hundred_are_neither_none_nor_all_unless_they_are() -> None:
    cases = [cases_of_hundred(chance) for chance in (0.0, 0.001, 0.5, 0.9999, 1.0)]
    assert cases == [0, 1, 50, 99, 100]


def test_the_limit_of_the_studio_is_passed_only_above_it() -> None:
    plan = plan_of(example_scope(), example_costing())
    loss = figures_of(plan, loss_limit=0).together.loss
    assert loss is not None
    assert figures_of(plan, loss_limit=loss - 0.001).above_limit
    assert not figures_of(plan, loss_limit=loss).above_limit


def test_the_same_engagement_shows_these_figures_on_every_machine() -> None:
    scope = with_item(example_scope(), "fees", "fee-m", amount=Decimal(240))
    found = figures(with_item(scope, "fees", "fee-s", amount=Decimal(1000)), example_costing())
    assert found is not None
    assert [lane.loss for lane in (*found.lanes, found.together)] == [0.0659, 0.453, 0.3353]
    assert found.together.hours == Spread(244.51, 324.14, 426.11)
    assert found.together.margin == Spread(-2917.51, 1263.84, 4561.68)
    assert found.lanes[1].by_month[4] == Spread(15.73, 23.97, 34.83)
    assert [(driver.key, round(driver.share, 4)) for driver in found.drivers] == [
        ("posts", 0.8231),
        ("plan", 0.1769),
    ]
    counts = [1, 3, 1, 3, 23, 47, 72, 135, 243, 426, 547, 834, 1018, 1278, 1403, 1337, 1135, 799, 475]
    assert [bar.count for bar in found.histogram] == [*counts, 186, 33, 1]
