"""allauth's forms as every form here looks: a label says what goes in, no grey word repeats it."""

from typing import Any

from allauth.account import forms as account
from django import forms
from django.utils.translation import gettext_lazy


class _Plain(forms.Form):
    """Mixed in before a form of allauth's."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in ("login", "email"):
                field.label = gettext_lazy("E-mail")


class LoginForm(_Plain, account.LoginForm):
    """E-mail and password."""


class SignupForm(_Plain, account.SignupForm):
    """A new account."""


class AddEmailForm(_Plain, account.AddEmailForm):
    """One more address of an account."""


class ChangePasswordForm(_Plain, account.ChangePasswordForm):
    """The password, and the one that takes its place."""


class SetPasswordForm(_Plain, account.SetPasswordForm):
    """The first password of an account that has none."""


class ResetPasswordForm(_Plain, account.ResetPasswordForm):
    """Whose password is forgotten."""


class ResetPasswordKeyForm(_Plain, account.ResetPasswordKeyForm):
    """The new password of somebody who came by the letter."""


class ReauthenticateForm(_Plain, account.ReauthenticateForm):
    """The password again, before something that matters."""
