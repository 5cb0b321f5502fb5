"""Changes as values: what lies between two Scopes makes one of the other, and its inverse brings it back."""

import dataclasses
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.domain.canonical import canonical_json
from scoping.domain.changes import Change, ChangedSince, applied, changes_between, inverse
from scoping.domain.scope import Duty, Party, Person, Scope
from scoping.domain.scopefile import ScopeFileErrors
from scoping.domain.scopefile.changes import plain_changes, read_changes
from scoping.domain.words import Lane, Responsible

from .examples import example_scope, with_item, with_more, without
from .strategies import SCOPES

EXAMPLE = example_scope()


def of_names(*names: str) -> Scope:
    return dataclasses.replace(
        EXAMPLE, duties=tuple(Duty(key=name, lane=Lane.SOCIAL, name=name) for name in names), objectives=()
    )


@given(SCOPES, SCOPES)
def test_what_lies_between_two_scopes_makes_the_second_of_the_first(before: Scope, after: Scope) -> None:
    changes = changes_between(before, after)
    assert applied(before, changes) == after
    assert applied(after, inverse(changes)) == before


@given(SCOPES, SCOPES)
def test_changes_are_kept_as_json_and_read_again(before: Scope, after: Scope) -> None:
    changes = changes_between(before, after)
    assert read_changes(json.loads(canonical_json(plain_changes(changes)))) == changes


@given(SCOPES)
def test_between_equal_scopes_lies_nothing(one: Scope) -> None:
    assert changes_between(one, dataclasses.replace(one)) == ()


@given(st.permutations("abcdef"), st.permutations("defghi"), st.integers(0, 6), st.integers(0, 6))
def test_rows_come_go_and_move_in_any_order(
    one: list[str], other: list[str], first: int, second: int
) -> None:
    before, after = of_names(*one[:first]), of_names(*other[:second])
    changes = changes_between(before, after)
    assert applied(before, changes) == after
    assert applied(after, inverse(changes)) == before


def test_a_row_that_changes_places_with_its_neighbour_is_one_change() -> None:
    (change,) = changes_between(of_names("a", "b", "c"), of_names("b", "a", "c"))
    assert change.before == change.after
    assert {change.above_before, change.above_after} <= {"", "a", "b"}


def test_a_change_of_terms_is_of_one_member_alone() -> None:
    after = dataclasses.replace(EXAMPLE, terms=dataclasses.replace(EXAMPLE.terms, payment_days=60))
    assert changes_between(EXAMPLE, after) == (
        Change(part="terms", key="payment_days", before=EXAMPLE.terms.payment_days, after=60),
    )


def test_a_row_that_somebody_changed_since_is_not_overwritten() -> None:
    changes = changes_between(EXAMPLE, with_item(EXAMPLE, "duties", "posts", quantity=Decimal(16)))
    others = with_item(EXAMPLE, "duties", "posts", rounds=1)
    with pytest.raises(ChangedSince) as refused:
        applied(others, changes)
    assert refused.value.change.key == "posts"
    assert refused.value.found.rounds == 1


def test_a_row_that_is_gone_or_there_already_is_refused() -> None:
    gone = without(EXAMPLE, "duties", "posts")
    with pytest.raises(ChangedSince):
        applied(gone, changes_between(EXAMPLE, with_item(EXAMPLE, "duties", "posts", rounds=1)))
    with pytest.raises(ChangedSince):
        applied(EXAMPLE, changes_between(gone, EXAMPLE))


def test_what_others_did_to_other_rows_stays() -> None:
    changes = changes_between(EXAMPLE, without(EXAMPLE, "duties", "posts"))
    others = with_item(without(EXAMPLE, "duties", "posts"), "duties", "plan", rounds=1)
    assert applied(others, inverse(changes)) == with_item(EXAMPLE, "duties", "plan", rounds=1)


def test_a_row_whose_neighbour_is_gone_comes_back_at_the_end() -> None:
    changes = changes_between(of_names("a", "b", "c"), of_names("a", "c"))
    assert applied(of_names("c"), inverse(changes)) == of_names("c", "b")


def test_a_person_whom_another_row_names_by_now_stays() -> None:
    paola = next(person for person in EXAMPLE.persons if person.key == "paola")
    bare = dataclasses.replace(
        EXAMPLE,
        persons=tuple(one for one in EXAMPLE.persons if one.key != "paola"),
        functions=tuple(one for one in EXAMPLE.functions if one.person != "paola"),
        guidelines=(),
        autonomy=(),
        duties=tuple(dataclasses.replace(one, person=None) for one in EXAMPLE.duties),
    )
    named = with_item(
        with_more(bare, "persons", paola), "duties", "posts", responsible=Responsible.CLIENT, person="paola"
    )
    others = with_item(named, "duties", "plan", responsible=Responsible.CLIENT, person="paola")
    back = applied(others, inverse(changes_between(bare, named)))
    assert paola in back.persons
    assert not any(duty.key == "posts" and duty.person for duty in back.duties)


def test_a_third_party_whom_another_row_names_by_now_is_not_taken_away() -> None:
    printer = Person(key="printer", party=Party.THIRD, name="Tipografia Riva")
    named = with_more(EXAMPLE, "persons", printer)
    others = with_item(named, "duties", "posts", responsible=Responsible.THIRD, person="printer")
    with pytest.raises(ChangedSince) as refused:
        applied(others, inverse(changes_between(EXAMPLE, named)))
    assert refused.value.change.key == "printer"


def test_an_objective_that_another_one_serves_by_now_is_not_taken_away() -> None:
    new = dataclasses.replace(EXAMPLE.objectives[0], key="new", lane=Lane.MARKETING, serves=())
    added = with_more(EXAMPLE, "objectives", new)
    social = next(one for one in EXAMPLE.objectives if one.lane == Lane.SOCIAL)
    others = with_item(added, "objectives", social.key, serves=("new",))
    with pytest.raises(ChangedSince):
        applied(others, inverse(changes_between(EXAMPLE, added)))


def test_a_kept_change_that_holds_no_value_of_a_scope_is_refused() -> None:
    with pytest.raises(ScopeFileErrors):
        read_changes([{"part": "duties", "key": "a", "after": {"key": "a", "lane": "kitchen", "name": "A"}}])
