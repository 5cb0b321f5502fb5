"""Companies and contacts, as they are typed."""

import re
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.kit.countries import country_choices
from scoping.kit.forms import PlainForm, RowForm, Segments
from scoping.kit.glossary import explained
from scoping.studios.identifiers import clean_tax_code, clean_vat_number

from .models import Client, ClientQuerySet, Contact

SDI_CODE = re.compile(r"[A-Z0-9]{6,7}")
NOT_SAID = ("", gettext_lazy("not said"))


class ClientSearch(PlainForm):
    """What the list of clients shows."""

    q = forms.CharField(
        label=gettext_lazy("Name, town or number"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def found(self) -> ClientQuerySet:
        """The clients asked for; all of them where the question makes no sense."""
        rows: ClientQuerySet = Client.objects.all()
        return rows.matching(self.cleaned_data["q"]) if self.is_valid() else rows


class ClientForm(RowForm):
    """Who a client is. What an issued document says of it stays as it was."""

    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=country_choices, initial="IT")
    size_band = forms.ChoiceField(
        label=gettext_lazy("Size"),
        choices=[NOT_SAID, *Client.SIZE_BANDS],
        required=False,
    )
    withholding_agent = forms.TypedChoiceField(
        label=gettext_lazy("Withholding agent"),
        help_text=gettext_lazy("Whether it keeps back part of a freelance professional's fee as tax."),
        choices=[NOT_SAID, ("True", gettext_lazy("yes")), ("False", gettext_lazy("no"))],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )

    class Meta:
        model = Client
        fields = [
            "name", "short_name", "legal_form", "size_band",
            "vat_number", "tax_code", "purpose",
            "street", "postcode", "city", "province", "country",
            "pec", "sdi_code", "withholding_agent", "language",
        ]  # fmt: skip
        labels = {
            "name": gettext_lazy("Company name"),
            "short_name": gettext_lazy("Short name"),
            "legal_form": gettext_lazy("Legal form"),
            "vat_number": gettext_lazy("VAT number"),
            "tax_code": gettext_lazy("Tax code"),
            "purpose": gettext_lazy("Business purpose"),
            "street": gettext_lazy("Street and number"),
            "postcode": gettext_lazy("Postcode"),
            "city": gettext_lazy("Town"),
            "province": gettext_lazy("Province"),
            "pec": gettext_lazy("Certified e-mail (PEC)"),
            "sdi_code": gettext_lazy("SDI code"),
            "language": gettext_lazy("Language of its documents"),
        }
        help_texts = {
            "short_name": gettext_lazy("How sentences call it, without the legal form."),
            "legal_form": gettext_lazy("Such as S.r.l., S.p.A., sole trader."),
            "purpose": gettext_lazy("Only where it has no number yet: what it asks for this work for."),
            "pec": explained("pec"),
            "province": gettext_lazy("In Italy its two letters, such as MI."),
            "sdi_code": gettext_lazy(
                "For electronic invoices: seven letters or figures; six where it is a public office."
            ),
        }
        widgets = {"language": forms.RadioSelect, "purpose": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Fieldset(
                _("The company"),
                Row(Column("name", css_class="col-md-7"), Column("short_name", css_class="col-md-5")),
                Row(Column("legal_form", css_class="col-md-7"), Column("size_band", css_class="col-md-5")),
                Segments("language"),
            ),
            Fieldset(
                _("Address"),
                Row(Column("street", css_class="col-md-8"), Column("postcode", css_class="col-md-4")),
                Row(
                    Column("city", css_class="col-md-5"),
                    Column("province", css_class="col-md-3"),
                    Column("country", css_class="col-md-4"),
                ),
            ),
            Fieldset(
                _("Numbers and invoices"),
                Row(Column("vat_number", css_class="col-md-6"), Column("tax_code", css_class="col-md-6")),
                "purpose",
                Row(Column("pec", css_class="col-md-6"), Column("sdi_code", css_class="col-md-6")),
                Segments("withholding_agent"),
            ),
        )

    def clean_name(self) -> str:
        """No two clients of one name: the second is most often the first one, typed again."""
        name: str = self.cleaned_data["name"]
        if Client.objects.called(name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is a client of this name already."), code="twin")
        return name

    def clean_sdi_code(self) -> str:
        """In capitals: seven letters or figures, or the six of a public office. Raises ValidationError."""
        code: str = self.cleaned_data["sdi_code"].upper()
        if code and not SDI_CODE.fullmatch(code):
            raise ValidationError(
                _("An SDI code has seven letters or figures, or six for a public office."), code="form"
            )
        return code

    def clean_province(self) -> str:
        """The two letters in capitals; what is longer, as it was typed."""
        province: str = self.cleaned_data["province"]
        return province.upper() if len(province) == 2 else province

    def clean(self) -> dict[str, Any]:
        """Checks the numbers by the rules of the country."""
        cleaned = super().clean() or self.cleaned_data
        country = cleaned.get("country", "IT")
        for name, clean in (("vat_number", clean_vat_number), ("tax_code", clean_tax_code)):
            try:
                cleaned[name] = clean(cleaned.get(name, ""), country)
            except ValidationError as error:
                self.add_error(name, error)
        twin = (
            Client.objects.with_vat_number(cleaned.get("vat_number", "")).exclude(pk=self.instance.pk).first()
        )
        if twin is not None:
            self.add_error("vat_number", _("%(client)s has this VAT number already.") % {"client": twin.name})
        return cleaned


class ContactForm(RowForm):
    """A person at a client."""

    class Meta:
        model = Contact
        fields = ["name", "job", "email", "phone"]
        labels = {
            "name": gettext_lazy("First and last name"),
            "job": gettext_lazy("Job"),
            "email": gettext_lazy("E-mail"),
            "phone": gettext_lazy("Phone"),
        }
        help_texts = {
            "job": gettext_lazy("As it will stand on documents, such as “owner” or “sales manager”.")
        }

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.client = client
        self.helper.layout = Layout(
            Row(Column("name", css_class="col-md-6"), Column("job", css_class="col-md-6")),
            Row(Column("email", css_class="col-md-6"), Column("phone", css_class="col-md-6")),
        )

    def clean_name(self) -> str:
        """No two contacts of one name at one client: documents tell people by their names."""
        name: str = self.cleaned_data["name"]
        if self.client.contacts.called(name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This client has a contact of this name already."), code="twin")
        return name

    def save(self, commit: bool = True) -> Contact:
        """Writes the contact of this client."""
        self.instance.client, self.instance.studio = self.client, self.client.studio
        contact: Contact = super().save(commit)
        return contact
