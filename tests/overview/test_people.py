"""The list of professionals: how long each does the work of a role, and what they hold now."""

import dataclasses
import datetime as dt

import pytest
from django.test import Client as Browser
from django.utils import timezone

from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.overview.people.reading import Person, everybody
from scoping.professionals.models import Professional
from scoping.record.write import SYSTEM
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories, scopes
from tests.drafting.desk import AT, text_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def member() -> Membership:
    return factories.membership()


def people(member: Membership) -> list[Person]:
    with studio_scope(member.studio):
        return everybody(TODAY)


@pytest.mark.parametrize(
    ("marketing", "social", "bands"),
    [
        (2024, 2025, ("Junior", "Junior")),
        (2023, 2024, ("Intermedio", "Intermedio")),
        (2020, 2022, ("Intermedio", "Intermedio")),
        (2019, 2021, ("Senior", "Senior")),
        (None, 2010, ("", "Senior")),
    ],
)
def test_the_band_follows_the_years_of_each_role(
    member: Membership, marketing: int | None, social: int, bands: tuple[str, str]
) -> None:
    with studio_scope(member.studio):
        factories.professional(member.studio, marketing_since=marketing, social_since=social)
    [person] = people(member)
    assert tuple(role.band for role in person.experience) == bands
    assert [role.years for role in person.experience] == [
        2026 - marketing if marketing else 0,
        2026 - social,
    ]


def test_who_leads_or_works_in_a_role_holds_it(member: Membership) -> None:
    with studio_scope(member.studio):
        engagement = import_scope(
            studio=member.studio, described=scopes.producer(), actor=SYSTEM, at=AT
        ).engagement
    held = {person.professional.name: person.held for person in people(member) if person.held}
    assert held
    [(name, [one])] = held.items()
    assert one.engagement == engagement
    assert [role.letter for role in one.roles] == ["M", "S"]
    page = text_of(factories.browser(member).get("/professionals/"))
    assert name in page
    assert f"/engagements/{engagement.number}/" in page


@pytest.mark.parametrize(
    "gone", [{"state": Engagement.State.ENDED}, {"archived_at": timezone.now()}], ids=["ended", "put away"]
)
def test_what_does_not_go_on_is_not_held(member: Membership, gone: dict[str, object]) -> None:
    with studio_scope(member.studio):
        import_scope(studio=member.studio, described=scopes.producer(), actor=SYSTEM, at=AT)
        Engagement.objects.update(**gone)
    assert [person.held for person in people(member) if person.held] == []


def test_the_number_of_queries_does_not_grow_with_the_people(
    member: Membership, django_assert_num_queries: object
) -> None:
    with studio_scope(member.studio):
        for place in range(3):
            described = dataclasses.replace(scopes.producer(), number=f"2026-10{place}")
            import_scope(studio=member.studio, described=described, actor=SYSTEM, at=AT)
            factories.professional(member.studio)
        with django_assert_num_queries(3):  # type: ignore[operator]
            everybody(TODAY)


def test_who_is_not_chosen_any_more_is_shown_apart(member: Membership) -> None:
    with studio_scope(member.studio):
        factories.professional(member.studio, name="Elena Conti", active=False)
    page = text_of(factories.browser(member).get("/professionals/"))
    assert "Non si scelgono più (1)" in page
    assert "Elena Conti" in page
    assert "Nessuno può ancora tenere un ruolo" in page


def test_another_studio_s_people_and_engagements_are_not_seen(member: Membership) -> None:
    other = factories.membership()
    with studio_scope(other.studio):
        import_scope(studio=other.studio, described=scopes.producer(), actor=SYSTEM, at=AT)
        names = [professional.name for professional in Professional.objects.all()]
    page = text_of(factories.browser(member).get("/professionals/"))
    assert names
    assert not [name for name in names if name in page]


def test_years_are_said_as_each_language_does(member: Membership) -> None:
    with studio_scope(member.studio):
        factories.professional(member.studio, marketing_since=timezone.localdate().year - 1)
    browser: Browser = factories.browser(member)
    assert "1 anno, dal" in text_of(browser.get("/professionals/"))
    browser.post("/language/", {"language": "en", "next": "/"})
    assert "1 year, since" in text_of(browser.get("/professionals/"))
