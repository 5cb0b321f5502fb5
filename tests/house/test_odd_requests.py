"""Requests that no browser of a reader sends: odd headers and cookies get an ordinary answer, never a 500."""

import pytest
from django.test import Client

from tests import factories
from tests.drafting.desk import open_desk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.mark.parametrize("referrer", ["http://[broken", "http://testserver:0x/?review=2026-001", "\x00", "?"])
def test_a_referrer_that_is_no_address_leads_nowhere_and_breaks_nothing(
    client: Client, referrer: str
) -> None:
    answer = client.get("/account/login/", headers={"referer": referrer})
    assert answer.status_code == 200
    assert "way-back" not in answer.content.decode()


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "messages", "django_language"])
def test_a_cookie_with_a_nul_is_none(client: Client, cookie: str) -> None:
    answer = client.get("/account/login/", headers={"cookie": f'{cookie}="\\000{"a" * 31}"'})
    assert answer.status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_is_called_by_a_nul(method: str) -> None:
    owner = factories.browser(factories.membership())
    assert (
        getattr(owner, method)("/studio/members/removal/", {"email": "anna\0@example.org"}).status_code == 404
    )


def test_no_address_has_a_nul_in_it() -> None:
    desk = open_desk()
    for path in (
        "functions/%00/",
        "functions/signatory/%00/",
        "functions/%00/anna/",
        "functions/%00/anna/removal/",
    ):
        assert desk.browser.get(f"{desk.url('client')}{path}").status_code == 404, path


def test_nothing_is_copied_from_a_nul() -> None:
    assert open_desk().browser.get("/engagements/new/copy/", {"of": "\0"}).status_code == 200
