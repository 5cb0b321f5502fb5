"""The studio's own page: who it is, and how its fees are taxed."""

import zoneinfo
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from scoping.domain.words import Fund, TaxRegime
from scoping.kit.countries import country_choices
from scoping.kit.forms import AmountField, PlainForm, RowForm, Segments
from scoping.kit.glossary import explained
from scoping.kit.pictures import Picture, PictureRefused, drawn_anew

from .identifiers import clean_tax_code, clean_vat_number
from .logo import BOUNDS
from .models import Studio

NOT_A_LOGO = {
    "large": _("This file is too large: a logo may have 2 MB at most."),
    "kind": _("This file is no picture that can be read here: choose a PNG, a JPEG or a WebP."),
    "pixels": _("This picture has too many pixels: make it smaller, 4000 a side at most."),
    "small": _("This picture is too small: it wants 16 pixels a side at least."),
    "broken": _("This picture is damaged: save it anew from the program that made it, or choose another."),
}


def zone_choices() -> list[tuple[str, str]]:
    """Every zone that has a town's name."""
    return [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if "/" in name]


class StudioForm(RowForm):
    """What an owner says of the studio."""

    country = forms.ChoiceField(label=_("Country"), choices=country_choices)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=lazy(zone_choices, list)())
    hourly_rate = AmountField(
        label=_("Hourly rate of work outside the scope"),
        help_text=_("Clients read it. Without VAT."),
        minimum=0,
        maximum=10_000,
        required=False,
    )
    fund_percent = AmountField(label=_("The fund's contribution"), minimum=0, maximum=30, required=False)

    class Meta:
        model = Studio
        fields = [
            "name", "legal_name", "vat_number", "tax_code",
            "street", "postcode", "city", "province", "country",
            "email", "pec", "phone", "website",
            "language", "time_zone", "hourly_rate", "approve_possible_apart",
            "regime", "income", "fund", "fund_name", "fund_percent", "law_4_2013",
        ]  # fmt: skip
        labels = {
            "name": _("Name"),
            "legal_name": _("Legal name"),
            "vat_number": _("VAT number"),
            "tax_code": _("Tax code"),
            "street": _("Street and number"),
            "postcode": _("Postcode"),
            "city": _("Town"),
            "province": _("Province"),
            "email": _("E-mail"),
            "pec": _("Certified e-mail (PEC)"),
            "phone": _("Phone"),
            "website": _("Website"),
            "language": _("Language of new engagements"),
            "approve_possible_apart": _("Clauses that may be onerous are approved apart too"),
            "regime": _("How fees are taxed"),
            "income": _("Kind of income"),
            "fund": _("Pension contribution added to fees"),
            "fund_name": _("Name of the professional fund"),
            "law_4_2013": _("Profession under Italian law 4/2013, without a register"),
        }
        help_texts = {
            "legal_name": _("As it stands in the register, if it differs from the name."),
            "pec": explained("pec"),
            "regime": _("Until you say it, no document can be issued."),
            "income": explained("income"),
            "fund": explained("fund"),
            "law_4_2013": explained("law_4_2013"),
        }
        widgets = {
            "regime": forms.RadioSelect,
            "income": forms.RadioSelect,
            "fund": forms.RadioSelect,
            "language": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("regime", "income"):  # a blank radio says nothing that leaving them all open does not
            choices = [choice for choice in self.fields[name].choices if choice[0]]  # type: ignore[attr-defined]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.helper.layout = self.layout()

    def layout(self) -> Layout:
        """Four groups: who, where, new engagements, tax."""
        return Layout(
            Fieldset(
                _("The studio"),
                Row(Column("name", css_class="col-md-6"), Column("legal_name", css_class="col-md-6")),
                Row(Column("vat_number", css_class="col-md-6"), Column("tax_code", css_class="col-md-6")),
            ),
            Fieldset(
                _("Address and contacts"),
                Row(Column("street", css_class="col-md-8"), Column("postcode", css_class="col-md-4")),
                Row(
                    Column("city", css_class="col-md-5"),
                    Column("province", css_class="col-md-3"),
                    Column("country", css_class="col-md-4"),
                ),
                Row(Column("email", css_class="col-md-6"), Column("pec", css_class="col-md-6")),
                Row(Column("phone", css_class="col-md-6"), Column("website", css_class="col-md-6")),
            ),
            Fieldset(
                _("New engagements"),
                Segments("language"),
                Row(
                    Column(AppendedText("hourly_rate", "€"), css_class="col-md-6"),
                    Column("time_zone", css_class="col-md-6"),
                ),
                "approve_possible_apart",
            ),
            Fieldset(
                _("Tax"),
                Segments("regime"),
                Segments("income"),
                Segments("fund"),
                Row(
                    Column("fund_name", css_class="col-md-8"),
                    Column(AppendedText("fund_percent", "%"), css_class="col-md-4"),
                ),
                "law_4_2013",
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Checks the fields that depend on one another."""
        cleaned = super().clean() or self.cleaned_data
        country = cleaned.get("country", "IT")
        for name, clean in (("vat_number", clean_vat_number), ("tax_code", clean_tax_code)):
            try:
                cleaned[name] = clean(cleaned.get(name, ""), country)
            except ValidationError as error:
                self.add_error(name, error)
        self.check_tax(cleaned, country)
        return cleaned

    def check_tax(self, cleaned: dict[str, Any], country: str) -> None:
        """A regime of the studio's country; a professional fund with its name and percentage."""
        regime = cleaned.get("regime")
        if regime == TaxRegime.OUTSIDE_ITALY and country == "IT":
            self.add_error("regime", _("The studio's address is in Italy: choose an Italian regime."))
        if regime in (TaxRegime.ORDINARY, TaxRegime.FLAT_RATE) and country != "IT":
            self.add_error("regime", _("The studio's address is not in Italy: choose “outside Italy”."))
        if cleaned.get("fund") != Fund.PROFESSIONAL:
            cleaned["fund_name"], cleaned["fund_percent"] = "", None
            return
        if not cleaned.get("fund_name"):
            self.add_error("fund_name", _("Which fund is it?"))
        if cleaned.get("fund_percent") is None and "fund_percent" not in self.errors:
            self.add_error("fund_percent", _("How much is its contribution?"))


class LogoForm(PlainForm):
    """The studio's logo, as a file."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("PNG, JPEG or WebP, up to 2 MB. It is drawn anew: what a camera wrote into it is gone."),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty."),
            "invalid": _("Choose a file first."),
        },
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def __init__(self, *args: Any, dropped: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if dropped:  # the file did not even arrive whole
            self.fields["picture"].error_messages["required"] = NOT_A_LOGO["large"]

    def clean_picture(self) -> Picture:
        """The picture, drawn anew."""
        uploaded = self.cleaned_data["picture"]
        try:
            return drawn_anew(uploaded, uploaded.size, BOUNDS)
        except PictureRefused as refused:
            raise ValidationError(NOT_A_LOGO[refused.fault], code=refused.fault) from refused
