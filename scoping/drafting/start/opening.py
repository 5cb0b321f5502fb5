"""What is asked of every new engagement: for whom, who there, which title, from when."""

import datetime as dt
import uuid
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Column, Field, Fieldset, Layout, Row
from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.clients.models import Client, Contact
from scoping.domain.tax import EU_COUNTRIES
from scoping.domain.words import Language
from scoping.engagements.founding import found_engagement
from scoping.engagements.models import Engagement
from scoping.kit.choices import UidChoiceField
from scoping.kit.forms import PlainForm, Segments
from scoping.record.write import Actor
from scoping.studios.identifiers import clean_vat_number
from scoping.studios.models import Studio

from ..engagement.forms import within
from ..when import DayField

NEW_CLIENT = ("new_client", "vat_number")


def country_of(vat_number: str) -> str:
    """The country whose two letters a VAT number begins with; Italy where it begins with a figure."""
    prefix = vat_number.strip()[:2].upper()
    country = "GR" if prefix == "EL" else prefix
    return country if country in EU_COUNTRIES else "IT"


class OpeningForm(PlainForm):
    """A new engagement, for a client that is there or for a new one whose name is enough to begin.

    `once` names this very form, so that sending it twice founds one engagement.
    """

    client = UidChoiceField(
        label=gettext_lazy("Client"), empty_label=gettext_lazy("A new client"), required=False
    )
    new_client = forms.CharField(label=gettext_lazy("Name of the new client"), max_length=200, required=False)
    vat_number = forms.CharField(
        label=gettext_lazy("VAT number of the new client"),
        help_text=gettext_lazy("Can wait. From abroad with the country's two letters in front."),
        max_length=20,
        required=False,
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Who decides there"),
        help_text=gettext_lazy(
            "First and last name. Signs, decides with you and approves, until you say otherwise."
        ),
        max_length=120,
        required=False,
    )
    contact_job = forms.CharField(label=gettext_lazy("Job"), max_length=120, required=False)
    title = forms.CharField(
        label=gettext_lazy("Title of the engagement"),
        help_text=gettext_lazy(
            "As it will stand on the document, such as “Marketing and social media 2027”."
        ),
        max_length=200,
    )
    start = DayField(label=gettext_lazy("Start"), required=False)
    months = forms.IntegerField(label=gettext_lazy("Length"), required=False, initial=12, **within("months"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"),
        choices=[("", gettext_lazy("the client's")), *Client.LANGUAGES],
        widget=forms.RadioSelect,
        required=False,
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def __init__(self, *args: Any, studio: Studio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.studio = studio
        self.spare = uuid.uuid4()
        self.knows_clients = Client.objects.exists()
        self.fields["client"].offer(Client.objects.all())  # type: ignore[attr-defined]
        self.helper.layout = Layout(*self.before(), *self._asked())

    def before(self) -> list[Any]:
        """What is asked first, beside what every way to start asks."""
        return []

    def _asked(self) -> list[Any]:
        half = "col-md-6"
        return [
            Fieldset(
                _("For whom"),
                *(["client"] if self.knows_clients else []),
                Row(Column("new_client", css_class=half), Column("vat_number", css_class=half)),
                Row(Column("contact_name", css_class=half), Column("contact_job", css_class=half)),
            ),
            Fieldset(
                _("What, and from when"),
                "title",
                Row(
                    Column("start", css_class="col-6 col-md-4"),
                    Column(AppendedText("months", _("months")), css_class="col-6 col-md-4"),
                ),
                Segments("language"),
            ),
            Field("once"),
        ]

    def clean_vat_number(self) -> str:
        """By the rules of the country that it names; of no other client."""
        typed: str = self.cleaned_data["vat_number"]
        return clean_vat_number(typed, country_of(typed))

    def clean(self) -> dict[str, Any]:
        """One client: chosen or new, and no second one of the same name."""
        cleaned = super().clean() or self.cleaned_data
        if {"client", *NEW_CLIENT} & set(self.errors):
            return cleaned
        if not self.founded_before():
            self._check_client(cleaned.get("client"), cleaned["new_client"], cleaned["vat_number"])
        return cleaned

    def _check_client(self, chosen: Client | None, new: str, vat_number: str) -> None:
        twin = Client.objects.with_vat_number(vat_number).first()
        if chosen and new:
            self.add_error("new_client", _("Choose a client, or write a new name: not both."))
        elif chosen and vat_number:
            self.add_error("vat_number", _("This is for a new client, and you chose one that is there."))
        elif not chosen and not new:
            field = "client" if self.knows_clients else "new_client"
            self.add_error(field, _("Choose a client, or write the name of a new one."))
        elif new and Client.objects.called(new).exists():
            self.add_error("new_client", _("There is a client of this name already: choose it above."))
        elif twin is not None:
            self.add_error("vat_number", _("%(client)s has this VAT number already.") % {"client": twin.name})

    def founded_before(self) -> Engagement | None:
        """The engagement that this very form founded when it was sent the first time."""
        return Engagement.objects.of_uid(self._uid()).first()

    def _uid(self) -> uuid.UUID:
        # Of this studio: what somebody else posts can never meet it.
        return uuid.uuid5(self.studio.uid, str(self.cleaned_data.get("once") or self.spare))

    def beginning(self) -> dict[str, Any]:
        """What the engagement starts from, as `found_engagement` takes it; nothing is a blank draft."""
        return {}

    def default_language(self, client: Client) -> str:
        """The document's language where none was chosen."""
        return client.language

    def found(self, actor: Actor, at: dt.datetime) -> Engagement:
        """Found the engagement, and its client and contact where they are new; the form sent again finds the
        first one."""
        try:
            return self._found(actor, at)
        except IntegrityError:  # sent twice at the very same time
            founded = self.founded_before()
            if founded is None:
                raise
            return founded

    @transaction.atomic
    def _found(self, actor: Actor, at: dt.datetime) -> Engagement:
        founded = self.founded_before()
        if founded is not None:
            return founded
        cleaned = self.cleaned_data
        client = cleaned["client"] or self._new_client()
        return found_engagement(
            client=client,
            title=cleaned["title"],
            language=Language(cleaned["language"] or self.default_language(client)),
            actor=actor,
            at=at,
            uid=self._uid(),
            start=cleaned["start"],
            months=cleaned["months"],
            contact=self._contact(client),
            **self.beginning(),
        )

    def _new_client(self) -> Client:
        cleaned = self.cleaned_data
        return Client.objects.create(
            studio=self.studio,
            name=cleaned["new_client"],
            vat_number=cleaned["vat_number"],
            country=country_of(cleaned["vat_number"]),
            language=cleaned["language"] or self.studio.language,
        )

    def _contact(self, client: Client) -> Contact | None:
        """The client's contact of that name, or a new one; None where nobody was named."""
        name, job = self.cleaned_data["contact_name"], self.cleaned_data["contact_job"]
        if not name:
            return None
        known = client.contacts.called(name).first()
        return known or Contact.objects.create(studio=self.studio, client=client, name=name, job=job)
