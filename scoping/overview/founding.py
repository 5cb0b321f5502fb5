"""Founding a studio of one's own: what is asked first, and all that comes with it."""

from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.load import load_catalogue
from scoping.kit.forms import Segments, screen_language
from scoping.kit.glossary import explained
from scoping.professionals.models import Professional
from scoping.studios.forms import StudioForm
from scoping.studios.founding import join_as_owner
from scoping.studios.models import Membership, Studio, User
from scoping.studios.tenancy import studio_scope

MOST_STUDIOS = 5  # of one person; whoever needs more asks who runs the installation


class FoundingForm(StudioForm):
    """The studio's page with what a first document needs, and the name of who founds it."""

    owner_name = forms.CharField(label=gettext_lazy("Your first and last name"), max_length=120)
    is_professional = forms.BooleanField(
        label=gettext_lazy("I can hold a role myself"),
        help_text=explained("professional"),
        required=False,
        initial=True,
    )
    time_zone = fund_percent = None  # type: ignore[assignment]  # asked on the studio's own page

    class Meta(StudioForm.Meta):
        fields = [
            "name", "vat_number", "street", "postcode", "city", "province", "country", "language",
            "regime", "income", "hourly_rate",
        ]  # fmt: skip
        labels = StudioForm.Meta.labels | {"name": gettext_lazy("Name of the studio")}
        help_texts = StudioForm.Meta.help_texts | {
            "name": gettext_lazy("As your clients know it."),
            "regime": explained("regime"),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        kwargs.setdefault("initial", {"owner_name": user.name, "language": screen_language().value})
        super().__init__(*args, **kwargs)

    def layout(self) -> Layout:
        """Three groups: who, where, tax."""
        return Layout(
            Fieldset(
                _("Who you are"),
                Row(Column("name", css_class="col-md-6"), Column("owner_name", css_class="col-md-6")),
                "is_professional",
                Segments("language"),
            ),
            Fieldset(
                _("Where, and how you are taxed"),
                Row(Column("street", css_class="col-md-8"), Column("postcode", css_class="col-md-4")),
                Row(
                    Column("city", css_class="col-md-5"),
                    Column("province", css_class="col-md-3"),
                    Column("country", css_class="col-md-4"),
                ),
                Row(
                    Column("vat_number", css_class="col-md-6"),
                    Column(AppendedText("hourly_rate", "€"), css_class="col-md-6"),
                ),
                Segments("regime"),
                Segments("income"),
            ),
        )

    def clean(self) -> dict[str, Any]:
        """One person founds a few studios, not hundreds."""
        cleaned = super().clean()
        if Membership.objects.of(self.user).owned().count() >= MOST_STUDIOS:
            raise ValidationError(
                _("You have %(count)d studios already: ask who runs this installation for another.")
                % {"count": MOST_STUDIOS},
                code="many",
            )
        return cleaned


@transaction.atomic
def found_by_user(form: FoundingForm) -> Studio:
    """Found the studio of a valid form, with its catalogue, its owner and, if wished, the first professional.

    The same form sent twice founds one studio: the second time finds it.
    """
    user = User.objects.select_for_update().get(pk=form.user.pk)
    name = form.cleaned_data["owner_name"]
    there = Membership.objects.of(user).owned().named(form.cleaned_data["name"]).first()
    if there:
        return there.studio
    user.name = name
    user.save(update_fields=["name"])
    studio: Studio = form.save()
    join_as_owner(user, studio)
    with studio_scope(studio):
        load_catalogue(studio)
        if form.cleaned_data["is_professional"]:
            Professional.objects.create(studio=studio, user=user, name=name, email=user.email)
    return studio
