"""Whom an owner invites."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.kit.forms import PlainForm, Segments

from .models import Membership, Rank, Studio


class InvitationForm(PlainForm):
    """An address, and what its owner may do here."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    rank = forms.ChoiceField(
        label=gettext_lazy("What this person may do"),
        help_text=gettext_lazy("An owner also changes the studio itself, and invites others."),
        choices=Rank.choices,
        initial=Rank.MEMBER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, studio: Studio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.studio = studio
        self.helper.layout = Layout(
            Row(Column("email", css_class="col-md-7"), Column(Segments("rank"), css_class="col-md-5"))
        )

    def clean_email(self) -> str:
        """In small letters; nobody who is a member already."""
        email: str = self.cleaned_data["email"].lower()
        if Membership.objects.members_of(self.studio).called(email).exists():
            raise ValidationError(_("This person is a member already."), code="member")
        return email
