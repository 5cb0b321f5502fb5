"""The Costing of an engagement: the studio's own figures first, then the catalogue's; nothing is guessed."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest

from scoping.domain.costing import Band
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Engagement
from scoping.judgement.costing import costing_of
from scoping.judgement.models import DutyEstimate, FrictionAnswer, Yardsticks
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import Desk, open_desk

pytestmark = pytest.mark.django_db

SCOPE = with_item(example_scope(), "duties", "plan", code="MKT-STR-03")
DAY = dt.date(2026, 1, 1)


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = open_desk(SCOPE, catalogue=True)
    with studio_scope(opened.engagement.studio):
        yield opened


def elena() -> Professional:
    return Professional.objects.get(name="Elena Conti")


def described(desk: Desk) -> Scope:
    return desk.described


def own(engagement: Engagement) -> dict[str, object]:
    return {"studio": engagement.studio, "engagement": engagement}


def test_nothing_that_nobody_said_is_in_it_but_the_catalogues_estimates(desk: Desk) -> None:
    costing = costing_of(desk.engagement, described(desk))
    assert (costing.rates, costing.standings, costing.friction, costing.capacities) == ((), (), (), ())
    assert [one.duty for one in costing.estimates] == ["plan"]
    assert costing.estimate("plan") is not None
    assert (costing.loss_limit, costing.discount) == (Decimal(10), Decimal(10))


def test_the_studios_own_estimate_takes_the_place_of_the_catalogues(desk: Desk) -> None:
    figures = {"low": Decimal(1), "likely": Decimal(2), "high": Decimal(4)}
    for duty in ("plan", "posts"):
        DutyEstimate.objects.create(**own(desk.engagement), duty=duty, **figures)
    costing = costing_of(desk.engagement, described(desk))
    assert {one.duty: one.high for one in costing.estimates} == {"plan": Decimal(4), "posts": Decimal(4)}


def test_only_what_the_studio_does_is_estimated(desk: Desk) -> None:
    desk.post("duty_responsible", {"responsible": Responsible.EXCLUDED.value}, key="plan")
    assert costing_of(desk.engagement, described(desk)).estimates == ()


def test_rates_are_a_persons_own_or_their_bands_from_a_day_on(desk: Desk) -> None:
    studio, person = desk.engagement.studio, elena()
    RoleExperience.objects.create(studio=studio, professional=person, lane=Lane.SOCIAL, band="mid")
    money = {"cost": Decimal(40), "price": Decimal(60)}
    HourRate.objects.create(studio=studio, band="mid", since=DAY, **money)
    costing = costing_of(desk.engagement, described(desk))
    assert costing.rate("elena", Lane.SOCIAL, DAY) is not None
    assert costing.rate("elena", Lane.MARKETING, DAY) is None
    assert costing.rate("elena", Lane.SOCIAL, DAY - dt.timedelta(days=1)) is None
    HourRate.objects.create(
        studio=studio, professional=person, since=DAY, cost=Decimal(50), price=Decimal(70)
    )
    found = costing_of(desk.engagement, described(desk)).rate("elena", Lane.SOCIAL, DAY)
    assert found is not None
    assert (found.cost, found.band) == (Decimal(50), None)
    assert costing.standings[0].band == Band.MID


def test_free_time_knows_months_that_differ(desk: Desk) -> None:
    FreeTime.objects.create(
        studio=desk.engagement.studio,
        professional=elena(),
        hours_a_month=Decimal(44),
        other_months={"2027-08": "22"},
    )
    free = costing_of(desk.engagement, described(desk)).capacity("elena")
    assert free is not None
    assert free.hours_in(dt.date(2027, 7, 9)) == Decimal(44)
    assert free.hours_in(dt.date(2027, 8, 9)) == Decimal(22)


def test_the_clients_ways_and_the_studios_measures_are_in_it(desk: Desk) -> None:
    FrictionAnswer.objects.create(**own(desk.engagement), question="rounds", answer="two")
    Yardsticks.objects.create(studio=desk.engagement.studio, loss_limit=Decimal(15), discount=Decimal(5))
    costing = costing_of(desk.engagement, described(desk))
    assert costing.friction == (("rounds", "two"),)
    assert (costing.loss_limit, costing.discount) == (Decimal(15), Decimal(5))


def test_another_engagements_figures_stay_there(desk: Desk) -> None:
    figures = {"low": Decimal(1), "likely": Decimal(2), "high": Decimal(4)}
    DutyEstimate.objects.create(**own(desk.engagement), duty="posts", **figures)
    other = open_desk(dataclasses.replace(SCOPE, number="2026-077"))
    with studio_scope(other.engagement.studio):
        assert costing_of(other.engagement, other.described).estimate("posts") is None


@pytest.mark.usefixtures("desk")
def test_reading_it_takes_as_many_queries_whatever_the_duties(
    desk: Desk, django_assert_num_queries: object
) -> None:
    scope = described(desk)
    more = tuple(dataclasses.replace(scope.duties[0], key=f"plan-{n}") for n in range(20))
    larger = dataclasses.replace(scope, duties=(*scope.duties, *more))
    for one in (scope, larger):
        with django_assert_num_queries(9):  # type: ignore[operator]
            costing_of(desk.engagement, one)
