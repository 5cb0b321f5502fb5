"""Requests that no browser of a reader sends: odd headers and cookies get an ordinary answer, never a 500."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.mark.parametrize("referrer", ["http://[broken", "http://testserver:0x/?review=2026-001", "\x00", "?"])
def test_a_referrer_that_is_no_address_leads_nowhere_and_breaks_nothing(client: Client, referrer: str) -> None:
    answer = client.get("/account/login/", headers={"referer": referrer})
    assert answer.status_code == 200
    assert "way-back" not in answer.content.decode()
