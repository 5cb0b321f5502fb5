"""Founding a studio from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from scoping.catalogue.models import CatalogueDuty
from scoping.studios.founding import found
from scoping.studios.models import Membership, Studio, User
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_command_founds_a_studio_with_its_catalogue(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{factories.PASSWORD}\n"))
    call_command("found_studio", "Studio Faro", "Anna@Example.org", owner="Anna Landi", stdout=io.StringIO())
    studio = Studio.objects.get()
    with studio_scope(studio):
        assert CatalogueDuty.objects.count() > 20
    answer = client.post(
        "/account/login/", {"login": "anna@example.org", "password": factories.PASSWORD}, follow=True
    )
    assert "Studio Faro" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "email", "password"),
    [
        ("Studio Faro", "no address", factories.PASSWORD),
        ("  ", "anna@example.org", factories.PASSWORD),
        ("Studio\x00", "anna@example.org", factories.PASSWORD),
        ("Studio Faro", "anna@example.org", "short"),
    ],
)
def test_what_will_not_do_is_refused_and_leaves_nothing(
    name: str, email: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(password))
    with pytest.raises(CommandError):
        call_command("found_studio", name, email)
    assert not Studio.objects.exists()
    assert not User.objects.exists()


def test_an_account_that_is_there_keeps_its_password_and_gets_a_second_studio() -> None:
    owner = factories.membership().user
    found(name="Studio Molo", email=owner.email.upper(), password="un-altro-cancello")
    owner.refresh_from_db()
    assert owner.check_password(factories.PASSWORD)
    assert Membership.objects.of(owner).count() == 2
