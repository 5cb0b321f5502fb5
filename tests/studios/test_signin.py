"""Signing in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories


@pytest.mark.django_db
def test_a_member_who_signs_in_sees_the_name_of_the_studio(client: Client) -> None:
    member = factories.membership(studio=factories.studio(name="Studio Faro"))
    answer = client.post(
        "/account/login/", {"login": member.user.email, "password": factories.PASSWORD}, follow=True
    )
    assert "Studio Faro" in answer.content.decode()


@pytest.mark.django_db
def test_a_wrong_password_says_so_and_signs_nobody_in(client: Client) -> None:
    member = factories.membership()
    answer = client.post("/account/login/", {"login": member.user.email, "password": "wrong"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_stranger_is_led_to_sign_in(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["account_login", "account_reset_password"])
def test_a_label_says_what_goes_in_and_no_grey_word_repeats_it(client: Client, address: str) -> None:
    shown = client.get(reverse(address), headers={"accept-language": "it"}).content.decode()
    assert "placeholder=" not in shown
    assert "E-mail" in shown
