"""A walk over every address, made from the URL configuration: what strangers and other studios get there."""

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from scoping.engagements.reading import scope_of
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.house.world import PLANTED, Address, World, addresses, make_world

pytestmark = pytest.mark.django_db

# Everybody may see these; all else wants somebody who is signed in.
PUBLIC = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "documents:verify",
    "studios:language",
}
METHODS = ("get", "post")
WRONG_METHOD = 405  # says nothing of what is there


@pytest.fixture
def world() -> World:
    return make_world()


def views() -> list[Address]:
    return list(addresses())


def ask(client: Client, method: str, path: str, **headers: str) -> tuple[int, str, str]:
    """Status, where it leads, and the page."""
    answer = getattr(client, method)(path, headers=headers)
    content = b"" if answer.streaming else answer.content
    return answer.status_code, answer.headers.get("Location", ""), content.decode(errors="replace")


def test_every_address_can_be_filled(world: World) -> None:
    unknown = []
    for address in views():
        try:
            resolve(world.filled(address))
        except (LookupError, Resolver404) as error:
            unknown.append(str(error))
    assert unknown == []


def test_who_is_not_signed_in_is_led_to_sign_in_everywhere(world: World, client: Client) -> None:
    open_doors = []
    for address in views():
        for method in METHODS:
            status, location, _page = ask(client, method, world.filled(address))
            if address.view not in PUBLIC and not (status == 302 and location.startswith("/account/login/")):
                open_doors.append((address.view, method, status, location))
    assert open_doors == []


def test_the_list_of_public_pages_names_only_pages_that_are_there() -> None:
    there = {address.view for address in views()}
    assert there >= PUBLIC


@pytest.mark.parametrize("htmx", [False, True])
def test_another_studio_finds_nothing(world: World, client: Client, htmx: bool) -> None:
    with studio_scope(world.member.studio):
        before = scope_of(world.engagement)
    client.force_login(factories.membership().user)
    found = []
    for address in views():
        if address.view.startswith("account_"):
            continue
        path = world.filled(address)
        for method in METHODS:
            status, _location, page = ask(client, method, path, **({"HX-Request": "true"} if htmx else {}))
            of_a_row = bool(address.names) and address.view not in PUBLIC
            if (of_a_row and status not in (404, WRONG_METHOD)) or status >= 500 or leaks(page, path):
                found.append((address.view, method, status))
    assert found == []
    with studio_scope(world.member.studio):
        assert scope_of(world.engagement) == before


def leaks(page: str, path: str) -> bool:
    """Whether the page says a planted name that the asker did not say first, in the address."""
    return PLANTED in page.replace(path, "")


def test_the_studio_itself_finds_what_the_others_do_not(world: World, client: Client) -> None:
    client.force_login(world.member.user)
    missing = []
    for address in views():
        if not address.view.startswith("account_") and address.names:
            status, _location, _page = ask(client, "get", world.filled(address))
            if status not in (200, 302, WRONG_METHOD):
                missing.append((address.view, status))
    assert missing == []
