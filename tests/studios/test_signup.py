"""Making an account where the operator allows it, and the letters that go with accounts."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account import app_settings
from allauth.account.models import EmailAddress
from django.conf import settings as settings_of_django
from django.core import mail
from django.test import Client as Browser
from pytest_django.fixtures import Settings

from scoping.studios.models import User
from tests import factories
from tests.drafting.desk import text_of

pytestmark = pytest.mark.django_db

SIGN_UP = "/account/signup/"
# What allauth has besides: frames that ours fill, and ways that nothing here leads to.
FRAMES = re.compile(
    r"base_(?:confirm_code|entrance|manage|manage_email|manage_password|manage_phone)\.html|snippets/"
)
WAYS_NOT_OPEN = re.compile(
    r"code|phone|passkey|email_change\.html|base_notification|"
    r"(?:email_changed|email_confirm|email_deleted|password_changed|password_reset|password_set)_(?:subject|message)"
)
TYPED = {"email": "anna@example.org", "password1": factories.PASSWORD, "password2": factories.PASSWORD}
LINK = re.compile(r"https?://\S+")


@pytest.fixture
def open_door(settings: Settings) -> Settings:
    """Anybody may make an account, as on one's own machine."""
    settings.SIGN_UP_OPEN = True
    return settings


@pytest.fixture
def with_mail(open_door: Settings) -> Settings:
    """The same where letters reach people, at an address of its own."""
    open_door.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    open_door.PUBLIC_URL = "https://paletti.example.org"
    open_door.ALLOWED_HOSTS = ["paletti.example.org", "other.example.org"]
    return open_door


def test_on_one_s_own_machine_an_account_is_made_without_a_letter(
    client: Browser, open_door: Settings
) -> None:
    answer = client.post(SIGN_UP, TYPED, follow=True)
    assert answer.redirect_chain[-1][0] == "/founding/"
    assert mail.outbox == []


def test_with_a_mail_server_the_address_is_confirmed_first(client: Browser, with_mail: Settings) -> None:
    host = {"HTTP_HOST": "other.example.org"}
    page = client.post(SIGN_UP, TYPED, follow=True, **host)  # type: ignore[arg-type]
    assert "Guarda nella posta" in text_of(page)
    assert client.get("/", **host)["Location"].startswith("/account/login/")  # type: ignore[arg-type]
    [letter] = mail.outbox
    assert letter.subject == "Conferma il tuo indirizzo per Paletti"
    links = LINK.findall(str(letter.body))
    assert all(link.startswith("https://paletti.example.org") for link in links)
    path = links[0].removeprefix("https://paletti.example.org")
    assert "anna@example.org" in text_of(client.get(path, **host))  # type: ignore[arg-type]
    client.post(path, **host)  # type: ignore[arg-type]
    login = {"login": "anna@example.org", "password": factories.PASSWORD}
    signed_in = client.post("/account/login/", login, **host)  # type: ignore[arg-type]
    assert signed_in["Location"] == "/"


def test_looking_at_the_link_confirms_nothing(client: Browser, with_mail: Settings) -> None:
    host = {"HTTP_HOST": "paletti.example.org"}
    client.post(SIGN_UP, TYPED, **host)  # type: ignore[arg-type]
    path = LINK.findall(str(mail.outbox[0].body))[0].removeprefix("https://paletti.example.org")
    for _time in range(3):
        client.get(path, **host)  # type: ignore[arg-type]
    assert not EmailAddress.objects.get().verified


def test_a_letter_speaks_the_language_in_which_the_account_was_made(
    client: Browser, with_mail: Settings
) -> None:
    client.post(SIGN_UP, TYPED, headers={"accept-language": "en", "host": "paletti.example.org"})
    assert User.objects.get().language == "en"
    client.post(
        "/account/password/reset/",
        {"email": "anna@example.org"},
        headers={"accept-language": "it", "host": "paletti.example.org"},
    )
    assert [letter.subject for letter in mail.outbox] == [
        "Confirm your address for Paletti",
        "A new password for Paletti",
    ]
    assert "If it was not you, do nothing" in mail.outbox[1].body


def test_an_address_that_has_an_account_is_told_by_letter_only(client: Browser, with_mail: Settings) -> None:
    factories.user(email="anna@example.org")
    host = {"HTTP_HOST": "paletti.example.org"}
    page = client.post(SIGN_UP, TYPED, follow=True, **host)  # type: ignore[arg-type]
    assert "Guarda nella posta" in text_of(page)
    assert mail.outbox[0].subject == "Hai già un accesso a Paletti"
    assert User.objects.count() == 1


def test_a_forgotten_password_tells_nobody_who_has_an_account(client: Browser) -> None:
    factories.user(email="anna@example.org")
    pages = [
        text_of(client.post("/account/password/reset/", {"email": email}, follow=True))
        for email in ("anna@example.org", "nobody@example.org")
    ]
    told = [re.sub(r'value="[^"]*"|CSRFToken": "\w+"', "", page) for page in pages]
    assert told[0] == told[1]
    assert [letter.to for letter in mail.outbox] == [["anna@example.org"], ["nobody@example.org"]]
    assert "var/mail" in pages[0]


def test_a_forgotten_password_is_chosen_anew_by_the_link(client: Browser) -> None:
    member = factories.membership()
    client.post("/account/password/reset/", {"email": member.user.email})
    path = LINK.findall(str(mail.outbox[0].body))[0].removeprefix("http://localhost:8000")
    page = client.get(path, follow=True)
    new = {"password1": "quattro-sassi-lisci", "password2": "quattro-sassi-lisci"}
    assert "La password è cambiata" in text_of(client.post(page.request["PATH_INFO"], new, follow=True))
    assert "non vale più" in text_of(Browser().get(path, follow=True))
    login = {"login": member.user.email, "password": "quattro-sassi-lisci"}
    assert Browser().post("/account/login/", login).status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "anna"), ("email", ""), ("password1", ""), ("password1", "short"), ("password2", "another")],
)
def test_what_is_wrong_is_said_and_the_address_stays(
    client: Browser, open_door: Settings, field: str, value: str
) -> None:
    answer = client.post(SIGN_UP, TYPED | {field: value})
    assert answer.context["form"].errors
    if field != "email":
        assert 'value="anna@example.org"' in text_of(answer)
    assert not User.objects.exists()


def test_where_sign_up_is_closed_the_page_says_so(client: Browser) -> None:
    assert "Qui non si creano accessi" in text_of(client.get(SIGN_UP))
    client.post(SIGN_UP, TYPED)
    assert not User.objects.exists()
    assert SIGN_UP not in text_of(client.get("/account/login/"))


def test_every_page_and_letter_of_an_account_is_of_our_own_words() -> None:
    theirs = Path(allauth.__file__).parent / "templates" / "account"
    ours = Path(settings_of_django.HOME) / "templates" / "account"
    stock = [
        str(file.relative_to(theirs))
        for file in sorted(theirs.rglob("*.*"))
        if not (ours / file.relative_to(theirs)).exists()
    ]
    assert [name for name in stock if not FRAMES.match(name) and not WAYS_NOT_OPEN.search(name)] == []


def test_letters_of_changes_stay_off_as_long_as_they_have_no_words_of_ours() -> None:
    assert not app_settings.EMAIL_NOTIFICATIONS
    assert not app_settings.LOGIN_BY_CODE_ENABLED
    assert not app_settings.PASSWORD_RESET_BY_CODE_ENABLED
    assert not app_settings.EMAIL_VERIFICATION_BY_CODE_ENABLED
