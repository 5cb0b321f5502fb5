"""Professionals, as they are typed."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.kit.forms import RowForm
from scoping.studios.models import MembershipQuerySet, User

from .models import Professional

FIRST_YEAR = 1950


class AccountField(forms.ModelChoiceField):
    """One of the studio's members, by name and address."""

    def label_from_instance(self, obj: User) -> str:
        """ "Elena Conti (elena@example.org)"."""
        return f"{obj.name} ({obj.email})" if obj.name else obj.email


class ProfessionalForm(RowForm):
    """A person of the studio who can hold a role.

    `accounts` are the members of whom one may be this person. Only an owner is given them: whoever chose an
    account could read a colleague's competences with it.
    """

    marketing_since = forms.IntegerField(
        label=gettext_lazy("In marketing since"),
        help_text=gettext_lazy("A year. Clients may read how long that is."),
        min_value=FIRST_YEAR,
        required=False,
    )
    social_since = forms.IntegerField(
        label=gettext_lazy("In social media since"),
        help_text=gettext_lazy("Years of the one role do not count for the other."),
        min_value=FIRST_YEAR,
        required=False,
    )

    user = AccountField(
        label=gettext_lazy("Signs in as"),
        help_text=gettext_lazy("Who signs in so reads what was assessed of this person, and of nobody else."),
        queryset=User.objects.none(),
        to_field_name="email",
        empty_label=gettext_lazy("nobody"),
        required=False,
    )

    class Meta:
        model = Professional
        fields = ["name", "job", "email", "phone", "marketing_since", "social_since", "active", "user"]
        labels = {
            "name": gettext_lazy("First and last name"),
            "job": gettext_lazy("Job"),
            "email": gettext_lazy("E-mail"),
            "phone": gettext_lazy("Phone"),
            "active": gettext_lazy("Can be chosen for engagements"),
        }
        help_texts = {
            "job": gettext_lazy("As it will stand on documents, such as “marketing consultant”."),
            "active": gettext_lazy("Without this mark the person stays in the engagements that name them."),
        }

    def __init__(self, *args: Any, accounts: MembershipQuerySet | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        account = []
        if accounts is None:
            del self.fields["user"]
        else:
            account = [Fieldset(_("The account"), "user")]
            field: Any = self.fields["user"]
            field.queryset = User.objects.filter(memberships__in=accounts)
            self.initial["user"] = self.instance.user
        self.helper.layout = Layout(
            Fieldset(
                _("The person"),
                Row(Column("name", css_class="col-md-6"), Column("job", css_class="col-md-6")),
                Row(Column("email", css_class="col-md-6"), Column("phone", css_class="col-md-6")),
            ),
            Fieldset(
                _("Experience"),
                Row(
                    Column("marketing_since", css_class="col-md-6"),
                    Column("social_since", css_class="col-md-6"),
                ),
                "active",
            ),
            *account,
        )

    def clean_name(self) -> str:
        """No two professionals of one name: documents tell people by their names."""
        name: str = self.cleaned_data["name"]
        if Professional.objects.called(name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("The studio has a professional of this name already."), code="twin")
        return name

    def clean_marketing_since(self) -> int | None:
        """A year that has begun."""
        return self._begun("marketing_since")

    def clean_social_since(self) -> int | None:
        """A year that has begun."""
        return self._begun("social_since")

    def _begun(self, name: str) -> int | None:
        year: int | None = self.cleaned_data[name]
        if year is not None and year > timezone.localdate().year:
            raise ValidationError(_("This year has not begun yet."), code="future")
        return year
