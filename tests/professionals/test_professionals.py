"""Professionals: added, edited, no longer chosen."""

import datetime as dt

import pytest
from django.test import Client as Browser
from django.urls import reverse

from scoping.professionals.models import Professional
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, text_of

pytestmark = pytest.mark.django_db

NEW = "/professionals/new/"
ELENA = {
    "name": "Elena Conti",
    "job": "consulente di marketing",
    "email": "elena@example.org",
    "phone": "02 1",
    "marketing_since": "2012",
    "social_since": "",
    "active": "on",
}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def everybody(member: Membership) -> list[Professional]:
    with studio_scope(member.studio):
        return list(Professional.objects.all())


def test_a_professional_is_added_and_then_no_longer_chosen(member: Membership, signed_in: Browser) -> None:
    assert signed_in.post(NEW, ELENA).status_code == 302
    [elena] = everybody(member)
    assert (elena.name, elena.marketing_since, elena.social_since) == ("Elena Conti", 2012, None)
    assert elena.active
    address = reverse("professionals:professional", args=[elena.uid])
    signed_in.post(address, {name: value for name, value in ELENA.items() if name != "active"})
    assert not everybody(member)[0].active
    assert "Non si scelgono più" in text_of(signed_in.get("/professionals/"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("email", "elena"),
        ("marketing_since", "1949"),
        ("marketing_since", str(dt.date.today().year + 1)),
        *(("social_since", number) for number in NO_NUMBERS),
        ("social_since", "9" * 5000),
        ("social_since", "-1"),
        *(("name", text) for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    member: Membership, signed_in: Browser, field: str, value: str
) -> None:
    answer = signed_in.post(NEW, ELENA | {field: value})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert "consulente di marketing" in text_of(answer)
    assert everybody(member) == []


def test_the_same_form_sent_twice_makes_one_professional(member: Membership, signed_in: Browser) -> None:
    for _time in range(2):
        signed_in.post(NEW, ELENA)
    assert len(everybody(member)) == 1


def test_an_empty_list_leads_to_the_first_professional(signed_in: Browser) -> None:
    assert NEW in text_of(signed_in.get("/professionals/"))


def test_a_year_is_written_without_a_point(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NEW, ELENA)
    page = text_of(signed_in.get("/professionals/"))
    assert "2012" in page
    assert "2.012" not in page


def test_another_studio_s_professional_is_not_found(signed_in: Browser) -> None:
    other = factories.membership()
    with studio_scope(other.studio):
        foreign = factories.professional(other.studio, name="Segreta")
    address = reverse("professionals:professional", args=[foreign.uid])
    assert signed_in.get(address).status_code == 404
    assert signed_in.post(address, ELENA).status_code == 404
    assert "Segreta" not in text_of(signed_in.get("/professionals/"))
