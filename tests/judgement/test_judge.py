"""What the room adds to the rules: names for what is missing, and conditions that nobody examined."""

import dataclasses
from collections.abc import Iterator

import pytest

from scoping.catalogue.load import load_catalogue
from scoping.domain.words import Condition, ConditionState, Holder, Lane, Language
from scoping.judgement.judge import judge, unexamined
from scoping.studios.tenancy import studio_scope
from tests import factories, scopes


@pytest.fixture
def catalogue(db: None) -> Iterator[None]:
    studio = factories.studio()
    with studio_scope(studio):
        load_catalogue(studio)
        yield


@pytest.mark.usefixtures("catalogue")
def test_a_duty_that_is_missing_is_called_by_the_catalogues_name_not_by_its_code() -> None:
    described = scopes.producer()
    first = dataclasses.replace(described.duties[0], depends_on=("MKT-STR-01", "not-in-any-catalogue"))
    judged = judge(dataclasses.replace(described, duties=(first, *described.duties[1:])))
    (finding,) = (one for one in judged.blocks if one.code == "depends_on_nobody")
    said = finding.worded(Language.ITALIAN).why
    assert "Diagnosi di marketing" in said
    assert "MKT-STR-01" not in said
    assert "not-in-any-catalogue" in said


@pytest.mark.usefixtures("catalogue")
def test_findings_are_told_apart_by_weight() -> None:
    judged = judge(dataclasses.replace(scopes.producer(), fees=()))
    assert judged.blocks
    assert len(judged.blocks) + len(judged.warns) + len(judged.hints) == len(judged.findings)


def test_nobody_examined_the_conditions_of_who_holds_both_roles() -> None:
    statements = unexamined(scopes.producer())
    assert [one.condition for one in statements] == list(Condition)
    assert {one.state for one in statements} == {ConditionState.NOT_EXAMINED}


def test_where_two_persons_hold_the_roles_there_are_no_conditions() -> None:
    described = scopes.producer()
    roles = tuple(
        dataclasses.replace(role, held_by=Holder.CLIENT) if role.lane == Lane.SOCIAL else role
        for role in described.roles
    )
    assert unexamined(dataclasses.replace(described, roles=roles)) == ()
