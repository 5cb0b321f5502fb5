"""Suggestions: each lowers the risk on the same scenarios, is applied by its changes and undone by their
inverse."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.changes import applied, inverse
from scoping.domain.costing import Capacity, Costing
from scoping.domain.economics import Kind, Suggestion, figures, suggestions
from scoping.domain.scope import Scope, Terms
from scoping.domain.words import Language, Responsible

from .costing_examples import estimate, example_costing, rate
from .examples import example_scope, with_item

FREE_IN_FEBRUARY = Capacity(
    person="elena", hours_a_month=Decimal(20), other_months=((dt.date(2027, 2, 1), Decimal(30)),)
)


@pytest.fixture(scope="module")
def engaged() -> tuple[Scope, Costing]:
    """An engagement above the studio's limit, whose client asks for changes without an end."""
    scope = with_item(example_scope(terms=Terms()), "fees", "fee-s", amount=Decimal(1300))
    costing = example_costing(
        friction=(("rounds", "endless"),),
        estimates=(estimate("plan", 20, 32, 48), estimate("posts", "1.5", "2.3", "3.5")),
        rates=(rate("elena", 360), rate("luca", 40)),
        capacities=(FREE_IN_FEBRUARY,),
    )
    return scope, costing


@pytest.fixture(scope="module")
def found(engaged: tuple[Scope, Costing]) -> tuple[Suggestion, ...]:
    figured = figures(*engaged)
    assert figured is not None
    assert figured.above_limit
    return suggestions(*engaged, figured)


def test_there_are_five_at_most_of_every_kind_that_helps_the_best_in_front(
    found: tuple[Suggestion, ...],
) -> None:
    assert len(found) == 5
    assert {one.kind for one in found} == set(Kind)
    after = [one.after for one in found if one.after is not None]
    assert after == sorted(after)


def test_each_effect_is_what_the_changed_engagement_gives(
    engaged: tuple[Scope, Costing], found: tuple[Suggestion, ...]
) -> None:
    scope, costing = engaged
    for one in found:
        then = figures(applied(scope, one.changes), costing)
        assert then is not None
        assert one.after == then.together.loss
        if one.kind == Kind.MOVE:
            assert one.over_after < one.over_before
        else:
            assert one.after is not None
            assert one.before is not None
            assert one.after < one.before


def test_applied_and_undone_each_gives_the_same_engagement(
    engaged: tuple[Scope, Costing], found: tuple[Suggestion, ...]
) -> None:
    scope, _ = engaged
    for one in found:
        changed = applied(scope, one.changes)
        assert changed != scope
        assert applied(changed, inverse(one.changes)) == scope


def test_a_raised_fee_reaches_the_limit_by_a_round_amount(
    engaged: tuple[Scope, Costing], found: tuple[Suggestion, ...]
) -> None:
    one = next(one for one in found if one.kind == Kind.FEE)
    assert one.after is not None
    assert one.after <= 0.1
    (change,) = one.changes
    more = change.after.amount - change.before.amount
    assert more > 0
    assert more % 10 == 0
    less = dataclasses.replace(change.after, amount=change.after.amount - 10)
    scope, costing = engaged
    then = figures(applied(scope, (dataclasses.replace(change, after=less),)), costing)
    assert then is not None
    assert then.above_limit


def test_they_are_said_in_both_languages(found: tuple[Suggestion, ...]) -> None:
    titles = {one.kind: (one.worded(Language.ITALIAN)[0], one.worded(Language.ENGLISH)[0]) for one in found}
    assert titles[Kind.ROUNDS] == (
        "«Post statico»: al più 2 giri di modifiche",
        "“Post statico”: 2 rounds of changes at most",
    )
    assert titles[Kind.CAP] == ("«Post statico»: da 12 a 9 post", "“Post statico”: from 12 to 9 post")
    assert titles[Kind.EXCLUDE][0].endswith("»: fuori dall'incarico")
    assert titles[Kind.FEE][0].startswith("Compenso ")
    assert titles[Kind.MOVE] == (
        "«Piano di marketing»: da gennaio a febbraio 2027",
        "“Piano di marketing”: from January to February 2027",
    )


def test_of_moved_work_the_hours_beyond_the_free_ones_are_said(found: tuple[Suggestion, ...]) -> None:
    moved = next(one for one in found if one.kind == Kind.MOVE)
    one = dataclasses.replace(moved, before=0.2, after=0.19)
    before, after = (f"{hours:.1f}" for hours in (one.over_before, one.over_after))
    assert (
        one.worded(Language.ENGLISH)[1] == f"the hours beyond the free ones go down from {before} to {after}"
    )
    same = dataclasses.replace(one, before=0.2, after=0.2, over_before=58.0, over_after=54.55)
    assert same.worded(Language.ITALIAN)[1] == (
        "le ore oltre il tempo libero scendono da 58 a 54,5; il rischio resta com’è"
    )


def test_work_that_is_moved_for_less_than_an_hour_is_not_worth_a_suggestion() -> None:
    scope, costing = example_scope(), example_costing(rates=())
    found = figures(scope, costing)
    assert found is not None
    assert suggestions(scope, costing, found) == ()


def test_the_hours_that_one_saves_are_said(found: tuple[Suggestion, ...]) -> None:
    one = next(one for one in found if one.kind == Kind.CAP)
    assert one.hours_saved > 5
    hours = f"{one.hours_saved:.1f}"
    assert one.worded(Language.ENGLISH)[1] == f"{hours} hours less a month, the same fee"
    assert (
        one.worded(Language.ITALIAN)[1] == f"{hours.replace('.', ',')} ore in meno al mese, stesso compenso"
    )
    raised = next(one for one in found if one.kind == Kind.FEE)
    assert raised.worded(Language.ITALIAN)[1] == "arriva al limite dello studio"


def test_work_moves_to_the_nearest_month_with_room_and_not_what_others_wait_for() -> None:
    talk = dataclasses.replace(example_scope().duties[0], key="talk", name="Colloqui")
    scope = example_scope(duties=(*example_scope().duties, talk))
    costing = example_costing(
        estimates=(estimate("plan", 30, 30, 30), estimate("talk", 9, 9, 9), estimate("posts", 1, 1, 1))
    )
    found = figures(scope, costing)
    assert found is not None
    (one,) = (one for one in suggestions(scope, costing, found) if one.kind == Kind.MOVE)
    (change,) = one.changes
    assert (change.key, change.after.when.date) == ("talk", dt.date(2027, 2, 1))


def test_an_engagement_of_one_month_has_nowhere_to_move_work_to() -> None:
    scope, costing = example_scope(months=1), example_costing()
    found = figures(scope, costing)
    assert found is not None
    assert Kind.MOVE not in {one.kind for one in suggestions(scope, costing, found)}


def test_nothing_is_suggested_where_nothing_is_lost_and_nobody_is_too_busy() -> None:
    scope = with_item(example_scope(), "fees", "fee-s", amount=Decimal(90_000))
    free = Capacity(person="elena", hours_a_month=Decimal(500))
    costing = example_costing(capacities=(free,))
    found = figures(scope, costing)
    assert found is not None
    assert suggestions(scope, costing, found) == ()


def test_without_a_rate_only_work_can_be_moved() -> None:
    scope, costing = example_scope(), example_costing(rates=(), capacities=(FREE_IN_FEBRUARY,))
    found = figures(scope, costing)
    assert found is not None
    assert [one.kind for one in suggestions(scope, costing, found)] == [Kind.MOVE]


def test_an_excluded_duty_says_what_to_do_if_it_is_needed(
    engaged: tuple[Scope, Costing], found: tuple[Suggestion, ...]
) -> None:
    one = next(one for one in found if one.kind == Kind.EXCLUDE)
    changed = applied(engaged[0], one.changes)
    duty = next(duty for duty in changed.duties if duty.key == one.proposal.key)
    assert duty.responsible == Responsible.EXCLUDED
    assert duty.if_needed is not None
