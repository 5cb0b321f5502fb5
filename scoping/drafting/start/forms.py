"""Finding an engagement, and founding one."""

import datetime as dt
import uuid
from typing import Any

from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.clients.models import Client
from scoping.domain.words import Language
from scoping.engagements.founding import found_engagement
from scoping.engagements.models import Engagement
from scoping.engagements.models.engagement import EngagementQuerySet
from scoping.kit.choices import UidChoiceField
from scoping.kit.forms import PlainForm, Segments
from scoping.record.write import Actor
from scoping.studios.models import Studio


class EngagementSearch(PlainForm):
    """What the list of engagements shows."""

    q = forms.CharField(
        label=gettext_lazy("Number, client or title"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[("", gettext_lazy("all")), *Engagement.State.choices],
        widget=forms.RadioSelect,
        required=False,
    )

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return self.is_valid() and any(self.cleaned_data.values())

    def found(self) -> EngagementQuerySet:
        """The engagements asked for; all of them where the question makes no sense."""
        rows: EngagementQuerySet = Engagement.objects.for_list()
        if not self.is_valid():
            return rows
        return rows.matching(self.cleaned_data["q"]).in_state(self.cleaned_data["state"])


class FoundingForm(PlainForm):
    """A new engagement: for a client that is there, or for a new one whose name is enough to begin.

    `once` names this very form, so that sending it twice founds one engagement.
    """

    client = UidChoiceField(
        label=gettext_lazy("Client"), empty_label=gettext_lazy("A new client"), required=False
    )
    new_client = forms.CharField(
        label=gettext_lazy("Name of the new client"),
        help_text=gettext_lazy("VAT number, address and the rest come in the next step."),
        max_length=200,
        required=False,
    )
    title = forms.CharField(
        label=gettext_lazy("Title of the engagement"),
        help_text=gettext_lazy(
            "As it will stand on the document, such as “Marketing and social media 2027”."
        ),
        max_length=200,
    )
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
        self.fields["client"].offer(Client.objects.all())  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            Fieldset(_("For whom"), "client", "new_client"),
            Fieldset(_("What"), "title", Segments("language")),
            Field("once"),
        )

    def clean(self) -> dict[str, Any]:
        """One client: chosen or new, and no second one of the same name."""
        cleaned = super().clean() or self.cleaned_data
        if {"client", "new_client"} & set(self.errors):
            return cleaned
        chosen, new = cleaned.get("client"), cleaned.get("new_client", "")
        if chosen and new:
            self.add_error("new_client", _("Choose a client, or write a new name: not both."))
        elif not chosen and not new:
            self.add_error("client", _("Choose a client, or write the name of a new one."))
        elif new and not self._founded_before() and Client.objects.called(new).exists():
            self.add_error("new_client", _("There is a client of this name already: choose it above."))
        return cleaned

    def _founded_before(self) -> Engagement | None:
        return Engagement.objects.of_uid(self._uid()).first()

    def _uid(self) -> uuid.UUID:
        # Of this studio: what somebody else posts can never meet it.
        return uuid.uuid5(self.studio.uid, str(self.cleaned_data.get("once") or uuid.uuid4()))

    def found(self, actor: Actor, at: dt.datetime) -> Engagement:
        """Found the engagement, and its client where it is new; the form sent again finds the first one."""
        try:
            return self._found(actor, at)
        except IntegrityError:  # sent twice at the very same time
            founded = self._founded_before()
            if founded is None:
                raise
            return founded

    @transaction.atomic
    def _found(self, actor: Actor, at: dt.datetime) -> Engagement:
        founded = self._founded_before()
        if founded is not None:
            return founded
        language = self.cleaned_data["language"]
        client = self.cleaned_data["client"]
        if client is None:
            client = Client.objects.create(
                studio=self.studio,
                name=self.cleaned_data["new_client"],
                language=language or self.studio.language,
            )
        return found_engagement(
            client=client,
            title=self.cleaned_data["title"],
            language=Language(language or client.language),
            actor=actor,
            at=at,
            uid=self._uid(),
        )
