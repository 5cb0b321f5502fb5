"""The two jerseys: what each receives, who answers it, and the conditions where one person wears both."""

from dataclasses import replace

import pytest
from django.utils import translation

from scoping.domain.scope import Scope
from scoping.domain.words import FunctionKind, Holder, Lane
from scoping.drafting.roles.jerseys import both_jerseys, facts_of
from scoping.professionals.models import Professional
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import open_desk, text_of
from tests.qualified import qualify

pytestmark = pytest.mark.django_db


def worn_by_one() -> Scope:
    """The example with Elena in both roles."""
    scope = example_scope()
    roles = tuple(replace(role, lead="elena", others=()) for role in scope.roles)
    return replace(scope, roles=roles)


def test_where_one_professional_wears_both_the_four_conditions_stand_on_the_page_with_what_mends_them() -> (
    None
):
    desk = open_desk(worn_by_one())
    page = text_of(desk.get("roles"))
    assert "Elena Conti può tenere tutti e due i ruoli se queste quattro condizioni sono vere." in page
    assert "Social media: le competenze non sono ancora valutate." in page
    with studio_scope(desk.engagement.studio):
        elena = Professional.objects.get(name="Elena Conti")
    for lane in ("marketing", "social"):
        assert f"/professionals/{elena.uid}/assessments/new/{lane}/" in page
    assert "1 su 4" in page  # two jobs on paper; not assessed, no years, no rates


def test_where_two_wear_them_nobody_speaks_of_conditions() -> None:
    desk = open_desk()
    assert both_jerseys(desk.engagement, desk.described, ()) is None
    assert "due casacche se queste" not in text_of(desk.get("roles"))


def test_with_assessments_seniority_and_rates_all_four_are_met_and_the_draft_may_be_issued() -> None:
    desk = open_desk(worn_by_one())
    qualify(desk.engagement)
    page = text_of(desk.get("roles"))
    assert "4 su 4" in page
    assert (
        "disabled"
        not in text_of(desk.get("review")).split('aria-describedby="issuing-reason"')[1].split(">")[0]
    )


@pytest.mark.parametrize(("count", "end"), [(3, "Voce 2"), (4, "e un’altra"), (5, "e altre 2")])
def test_a_jersey_names_three_things_that_it_receives_and_counts_the_rest(count: int, end: str) -> None:
    scope = example_scope()
    guidelines = tuple(replace(scope.guidelines[0], key=f"g{n}", name=f"Voce {n}") for n in range(count))
    with translation.override("it"):
        told = facts_of(replace(scope, guidelines=guidelines), Lane.SOCIAL)[0].told
    assert told.startswith("Voce 0, Voce 1, Voce 2")
    assert told.endswith(end)


def test_a_missing_approver_stands_on_the_jersey_with_the_way_to_choose_one() -> None:
    scope = example_scope()
    functions = tuple(one for one in scope.functions if one.kind != FunctionKind.APPROVER)
    desk = open_desk(replace(scope, functions=functions))
    fact = facts_of(desk.described, Lane.SOCIAL)[-1]
    assert fact.url == desk.url("functions", kind="approver")
    assert fact.url in desk.get("roles").content.decode()
    assert desk.browser.get(fact.url).status_code == 200


def test_a_jersey_that_nobody_wears_says_nothing_more() -> None:
    scope = with_item(example_scope(), "roles", "marketing", held_by=Holder.NOBODY, lead=None)
    assert facts_of(scope, Lane.MARKETING) == ()
