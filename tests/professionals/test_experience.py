"""Seniority in a role: the band, and what shows it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from scoping.catalogue.competences import band_by_years, bands
from scoping.domain.words import Lane
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import ODD_TEXTS, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def visitor(member: Membership) -> Client:
    return factories.browser(member)


@pytest.fixture
def elena(member: Membership) -> Professional:
    with studio_scope(member.studio):
        return Professional.objects.create(studio=member.studio, name="Elena Conti", social_since=2017)


def say(visitor: Client, elena: Professional, lane: str = "social", **sent: str) -> Any:
    return visitor.post(reverse("professionals:experience", kwargs={"uid": elena.uid, "lane": lane}), sent)


@pytest.mark.parametrize(
    ("lane", "years", "band"),
    [
        (Lane.MARKETING, 0, "junior"),
        (Lane.MARKETING, 2, "junior"),
        (Lane.MARKETING, 3, "mid"),
        (Lane.MARKETING, 6, "mid"),
        (Lane.MARKETING, 7, "senior"),
        (Lane.SOCIAL, 1, "junior"),
        (Lane.SOCIAL, 2, "mid"),
        (Lane.SOCIAL, 5, "senior"),
        (Lane.SOCIAL, 40, "senior"),
    ],
)
def test_a_bands_first_year_counts_and_the_next_bands_does_not(lane: Lane, years: int, band: str) -> None:
    assert band_by_years(lane, years).code == band


@pytest.mark.parametrize("lane", [Lane.MARKETING, Lane.SOCIAL])
def test_the_form_names_the_bands_that_the_catalogue_knows(lane: Lane) -> None:
    assert [one.code for one in bands(lane)] == [code for code, _name in RoleExperience.BANDS]


def test_what_was_said_is_read_on_the_page_of_competences(visitor: Client, elena: Professional) -> None:
    for band, evidence in (("mid", "Tre clienti."), ("senior", "Cinque clienti, una crisi gestita.")):
        page = text_of(visitor.get(say(visitor, elena, band=band, evidence=evidence).url))
    assert "senior, dal 2017" in page
    assert "Cinque clienti, una crisi gestita." in page
    assert "Tre clienti." not in page


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"band": "senior", "evidence": ""}, "evidence"),
        ({"band": "mid", "evidence": "x" * 2_001}, "evidence"),
        ({"band": "guru", "evidence": "Tutto."}, "band"),
        ({"evidence": "Tutto."}, "band"),
        *(({"band": "mid", "evidence": text}, "evidence") for text, _said in ODD_TEXTS.values()),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    visitor: Client, elena: Professional, sent: dict[str, str], field: str
) -> None:
    answer = say(visitor, elena, **sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    with studio_scope(elena.studio):
        assert not RoleExperience.objects.exists()


def test_a_junior_needs_nothing_that_shows_it(visitor: Client, elena: Professional) -> None:
    assert say(visitor, elena, band="junior", evidence="").status_code == 302


def test_adjacent_work_has_no_seniority_and_a_stranger_finds_nobody(
    visitor: Client, elena: Professional
) -> None:
    assert say(visitor, elena, "adjacent", band="junior").status_code == 404
    assert say(factories.browser(factories.membership()), elena, band="junior").status_code == 404
