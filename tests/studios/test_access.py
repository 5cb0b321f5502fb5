"""Who gets in where: members, owners, people of several studios, people of none."""

import pytest
from django.test import Client

from scoping.studios.models import Rank
from tests import factories

pytestmark = pytest.mark.django_db


def studio_named(client: Client) -> str:
    """The studio that the head of the first page names."""
    page = client.get("/", follow=True).content.decode()
    return page.split("<summary>")[1].split("</summary>")[0]


def test_somebody_in_two_studios_goes_from_one_to_the_other(client: Client) -> None:
    first = factories.membership(studio=factories.studio(name="Studio Faro"))
    second = factories.membership(user=first.user, studio=factories.studio(name="Studio Molo"))
    client.force_login(first.user)
    assert studio_named(client) == "Studio Faro"
    client.post("/studio/current/", {"studio": str(second.studio.uid)})
    assert studio_named(client) == "Studio Molo"


@pytest.mark.parametrize("wish", ["foreign", "no uid", ""])
def test_a_studio_that_one_is_not_in_is_not_found(client: Client, wish: str) -> None:
    client.force_login(factories.membership().user)
    foreign = str(factories.membership().studio.uid)
    assert (
        client.post("/studio/current/", {"studio": foreign if wish == "foreign" else wish}).status_code == 404
    )


def test_a_membership_that_ended_opens_nothing_from_the_next_request_on(client: Client) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    client.force_login(member.user)
    assert studio_named(client) == "Studio Faro"
    member.active = False
    member.save()
    answer = client.get("/", follow=True)
    assert answer.redirect_chain[-1][0] == "/studio/none/"
    assert "Studio Faro" not in answer.content.decode()
    assert client.get("/studio/").status_code == 302


def test_only_an_owner_changes_the_studio(client: Client) -> None:
    member = factories.membership(rank=Rank.MEMBER)
    client.force_login(member.user)
    assert client.get("/studio/").status_code == 403
    assert client.post("/studio/", {"name": "Mine"}).status_code == 403
    member.studio.refresh_from_db()
    assert member.studio.name != "Mine"


def test_sign_up_is_closed_unless_the_operator_opens_it(client: Client, settings: object) -> None:
    typed = {"email": "nuovo@example.org", "password1": factories.PASSWORD, "password2": factories.PASSWORD}
    client.post("/account/signup/", typed)
    assert not factories.User.objects.filter(email="nuovo@example.org").exists()
    settings.SIGN_UP_OPEN = True  # type: ignore[attr-defined]
    client.post("/account/signup/", typed)
    assert factories.User.objects.filter(email="nuovo@example.org").exists()


def test_the_language_is_kept_and_no_foreign_address_is_followed(client: Client) -> None:
    member = factories.membership()
    client.force_login(member.user)
    answer = client.post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
    member.user.refresh_from_db()
    assert member.user.language == "en"
    client.post("/language/", {"language": "xx"})
    member.user.refresh_from_db()
    assert member.user.language == "en"
