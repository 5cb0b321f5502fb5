"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


def sign_up(request: HttpRequest) -> dict[str, bool]:
    """Tells templates whether strangers may make themselves an account."""
    return {"sign_up_open": bool(settings.SIGN_UP_OPEN)}


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the operator, unless an open sign-up is allowed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether strangers may make themselves an account."""
        return bool(settings.SIGN_UP_OPEN)
