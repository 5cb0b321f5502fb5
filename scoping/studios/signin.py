"""How allauth behaves here: who may make an account, and what its letters say and link to."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils.translation import get_language, override

from scoping.kit.forms import screen_language

from .models import User

INVITED = "invited"  # in the session of somebody who came by an invitation's link


def may_sign_up(request: HttpRequest) -> bool:
    """Whether this stranger may make themselves an account: the operator allows it, or they were invited."""
    session = getattr(request, "session", {})  # a page of trouble may come before there is one
    return bool(settings.SIGN_UP_OPEN) or bool(session.get(INVITED))


def sign_up(request: HttpRequest) -> dict[str, bool]:
    """Tells templates whether strangers may make themselves an account, and whether letters only become
    files on this machine."""
    return {
        "sign_up_open": may_sign_up(request),
        "letters_are_files": bool(settings.LETTERS_ARE_FILES),
    }


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the operator, by who was invited, or by anybody where sign-up is open."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether this stranger may make themselves an account."""
        return may_sign_up(request)

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """A new account is written to in the language in which it was made."""
        user.language = screen_language().value
        return super().save_user(request, user, form, commit)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """The letter in its reader's language. Its links begin with the installation's own address,
        whatever host the request named."""
        links = {name: at_home(str(url)) for name, url in context.items() if name.endswith("_url")}
        reader = context.get("user")
        language = reader.language if isinstance(reader, User) else get_language()
        with override(language):
            told = context | links | {"home": settings.PUBLIC_URL}
            letter: EmailMessage = super().render_mail(template_prefix, email, told, headers)
        return letter


def at_home(url: str) -> str:
    """The same page of this installation, by the address where people reach it."""
    parts = urlsplit(url)
    return settings.PUBLIC_URL + parts.path + (f"?{parts.query}" if parts.query else "")
