"""Which contact has which function, and who signs for the studio."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.clients.models import Contact
from scoping.domain.words import FunctionKind, Party
from scoping.engagements.models import Engagement, EngagementFunction, Participant
from scoping.kit.forms import PlainForm, RowForm

from ..persons import People, PersonField, admit

ASKED = {FunctionKind.SIGNATORY: ("order", "power"), FunctionKind.APPROVER: ("days",)}
ALL_ASKED = ("order", "power", "days")
MOST_IN_ORDER = 20


class FunctionForm(RowForm):
    """What is said of a function that a contact has: order and power of who signs, days of who approves."""

    class Meta:
        model = EngagementFunction
        fields = ["order", "power", "days"]
        labels = {
            "order": gettext_lazy("Place in the order of signing"),
            "power": gettext_lazy("Power to sign"),
            "days": gettext_lazy("Working days to answer"),
        }
        help_texts = {
            "order": gettext_lazy("1 signs first. Empty: behind the others."),
            "power": gettext_lazy("Such as “sole director” or “by proxy of 3 March”."),
            "days": gettext_lazy("Within how many working days content is approved or sent back."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = ASKED.get(FunctionKind(self.instance.kind), ())
        for name in set(ALL_ASKED) - set(self.asked):
            del self.fields[name]
            self.typed.pop(name, None)
        self.helper.layout = Layout(Row(*(Column(name, css_class="col-md-6") for name in self.asked)))

    def save(self, commit: bool = True) -> EngagementFunction:
        """Writes the function; who signs and has no place yet comes behind the others."""
        row = self.instance
        if row.kind == FunctionKind.SIGNATORY and row.order is None:
            others = row.engagement.functions.of_kind(row.kind).exclude(pk=row.pk)
            row.order = min(others.last_in_order() + 1, MOST_IN_ORDER)
        saved: EngagementFunction = super().save(commit)
        return saved


class NewFunctionForm(FunctionForm):
    """Gives a contact a function; the contact is chosen, or added on the spot."""

    participant = PersonField(
        label=gettext_lazy("Contact"), empty=gettext_lazy("Somebody new"), required=False
    )
    new_name = forms.CharField(label=gettext_lazy("First and last name"), max_length=120, required=False)
    new_job = forms.CharField(label=gettext_lazy("Job"), max_length=120, required=False)
    new_email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    new_phone = forms.CharField(label=gettext_lazy("Phone"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people.fill(self.fields["participant"], Party.CLIENT)
        half = "col-md-6"
        self.helper.layout = Layout(
            Fieldset(
                _("Who"),
                "participant",
                *([Row(*(Column(name, css_class=half) for name in self.asked))] if self.asked else []),
            ),
            Fieldset(
                _("If it is somebody new"),
                Row(Column("new_name", css_class=half), Column("new_job", css_class=half)),
                Row(Column("new_email", css_class=half), Column("new_phone", css_class=half)),
            ),
        )

    @cached_property
    def people(self) -> People:
        """Whom the engagement names or can name."""
        return People(self.instance.engagement)

    def clean(self) -> dict[str, Any]:
        """One contact, chosen or new, who does not have this function yet."""
        cleaned = super().clean() or self.cleaned_data
        if {"participant", "new_name"} & set(self.errors):
            return cleaned
        chosen, new = cleaned.get("participant"), cleaned.get("new_name", "")
        if chosen and new:
            self.add_error("new_name", _("Choose a contact, or write a new name: not both."))
        elif not chosen and not new:
            self.add_error("participant", _("Choose a contact, or write the name of a new one."))
        elif new and self.instance.engagement.client.contacts.called(new).exists():
            self.add_error("new_name", _("There is a contact of this name already: choose it above."))
        elif chosen and self._has_it(chosen):
            self.add_error("participant", _("This contact has this function already."))
        return cleaned

    def _has_it(self, participant: Participant) -> bool:
        functions = self.instance.engagement.functions.of_kind(self.instance.kind)
        return participant.pk is not None and bool(functions.filter(participant=participant).exists())

    def save(self, commit: bool = True) -> EngagementFunction:
        """Writes the function, and the contact where it is new."""
        row, cleaned = self.instance, self.cleaned_data
        participant = cleaned["participant"] or Participant(
            studio=row.studio, engagement=row.engagement, party=Party.CLIENT.value, contact=self._contact()
        )
        row.participant = admit(participant)
        row.position = row.engagement.functions.count()
        return super().save(commit)

    def _contact(self) -> Contact:
        row, cleaned = self.instance, self.cleaned_data
        return Contact.objects.create(
            studio=row.studio,
            client=row.engagement.client,
            name=cleaned["new_name"],
            job=cleaned["new_job"],
            email=cleaned["new_email"],
            phone=cleaned["new_phone"],
        )


class StudioSignatoryForm(PlainForm):
    """Who signs for the studio."""

    signatory = PersonField(label=gettext_lazy("Professional"), required=False)

    def __init__(self, *args: Any, engagement: Engagement, **kwargs: Any) -> None:
        self.people = People(engagement)
        signing = next((one for one in self.people.participants if one.signs_for_studio), None)
        kwargs.setdefault("initial", {"signatory": signing})
        super().__init__(*args, **kwargs)
        self.people.fill(self.fields["signatory"], Party.STUDIO)

    def save(self) -> None:
        """Let this person sign for the studio, and nobody else."""
        chosen = admit(self.cleaned_data["signatory"])
        rows = self.people.engagement.participant_rows
        rows.filter(signs_for_studio=True).update(signs_for_studio=False)
        if chosen is not None:
            rows.filter(pk=chosen.pk).update(signs_for_studio=True)
