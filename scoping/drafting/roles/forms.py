"""Who holds the two roles, third parties' persons, and what each role receives."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.words import Holder, Lane, Party
from scoping.engagements.models import Engagement, Guideline, Participant, RoleAssignment, RoleHolder
from scoping.kit.forms import RowForm, Segments

from ..arranging import FreshKeyField
from ..figures import most
from ..persons import People, PeopleField, PersonField, admit
from ..when import WHEN_FIELDS, WhenForm

PARTIES = {Holder.STUDIO: Party.STUDIO, Holder.CLIENT: Party.CLIENT, Holder.THIRD: Party.THIRD}
HOLDERS = {party: holder for holder, party in PARTIES.items()}


class RoleForm(RowForm):
    """Who holds one role in this engagement. Its prefix is the lane.

    Who holds it and who leads it are saved one at a time, as they are made: of the two, the one that was not
    changed follows the other.
    """

    held_by = forms.ChoiceField(
        label=gettext_lazy("Who holds the role"), choices=RoleAssignment.HOLDERS, widget=forms.HiddenInput
    )
    lead = PersonField(label=gettext_lazy("Who leads it"), required=False)
    others = PeopleField(label=gettext_lazy("Who else works in it"), required=False)

    class Meta:
        model = RoleAssignment
        fields = ["held_by", "lead", "example"]
        labels = {"example": gettext_lazy("An example from this engagement")}
        help_texts = {"example": gettext_lazy("One sentence that tells the client what this role is about.")}
        widgets = {"example": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, instance: RoleAssignment, people: People, **kwargs: Any) -> None:
        others = [holder.participant_id for holder in instance.others.all()] if instance.pk else []
        super().__init__(*args, instance=instance, prefix=instance.lane, initial={"others": others}, **kwargs)
        people.fill(self.fields["lead"])
        people.fill(self.fields["others"])

    def clean(self) -> dict[str, Any]:
        """Wants persons of the party that holds the role; where nobody does, there are none."""
        cleaned = super().clean() or self.cleaned_data
        if "held_by" in cleaned and "lead" in cleaned:
            self._follow(cleaned)
        held_by = cleaned.get("held_by")
        if held_by == Holder.NOBODY:
            cleaned["lead"], cleaned["others"] = None, []
        elif held_by:
            self._check_party(PARTIES[Holder(held_by)])
        return cleaned

    def _follow(self, cleaned: dict[str, Any]) -> None:
        """Another holder lets go who led for the one before; another lead says who holds the role."""
        lead, others = cleaned["lead"], cleaned.get("others") or []
        if lead is not None and "lead" in self.changed_data and "held_by" not in self.changed_data:
            cleaned["held_by"] = HOLDERS[Party(lead.party)].value
        party = PARTIES.get(Holder(cleaned["held_by"]))
        if lead is not None and lead.party != party and "lead" not in self.changed_data:
            cleaned["lead"] = None
        if "others" not in self.changed_data:
            cleaned["others"] = [other for other in others if other.party == party]

    def _check_party(self, party: Party) -> None:
        wrong = {
            Party.STUDIO: _("%(name)s is not of the studio, which holds the role."),
            Party.CLIENT: _("%(name)s is not of the client, who holds the role."),
            Party.THIRD: _("%(name)s is not of the third party that holds the role."),
        }[party]
        lead, others = self.cleaned_data.get("lead"), self.cleaned_data.get("others") or []
        if lead is not None and lead.party != party:
            self.add_error("lead", wrong % {"name": lead})
        for other in others:
            if other.party != party:
                self.add_error("others", wrong % {"name": other})

    def save(self, commit: bool = True) -> RoleAssignment:
        """Writes who holds the role, and the further holders; the lead is none of them."""
        role: RoleAssignment = self.instance
        role.lead = admit(role.lead)
        super().save(commit)
        others = [admit(other) for other in self.cleaned_data["others"]]
        role.others.all().delete()
        RoleHolder.objects.bulk_create(
            RoleHolder(studio=role.studio, role=role, participant=other, position=place)
            for place, other in enumerate(other for other in others if other != role.lead)
        )
        return role


def role_form(engagement: Engagement, lane: Lane, people: People, posted: Any = None) -> RoleForm:
    """The form of a role; one of which nothing was said yet begins as held by nobody."""
    row = engagement.roles.filter(lane=lane).first() or RoleAssignment(
        studio=engagement.studio, engagement=engagement, lane=lane.value
    )
    return RoleForm(posted, instance=row, people=people)


class ThirdPersonForm(RowForm):
    """A third party's person, whom only this engagement knows."""

    name = forms.CharField(label=gettext_lazy("First and last name"), max_length=120)

    class Meta:
        model = Participant
        fields = ["name", "job", "organisation", "email", "phone"]
        labels = {
            "job": gettext_lazy("Job"),
            "organisation": gettext_lazy("Company"),
            "email": gettext_lazy("E-mail"),
            "phone": gettext_lazy("Phone"),
        }
        help_texts = {"organisation": gettext_lazy("For whom this person works, if for somebody else.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        half = "col-md-6"
        if self.instance.pk is None:
            self.fields["key"] = FreshKeyField()
        self.helper.layout = Layout(
            Row(Column("name", css_class=half), Column("job", css_class=half)),
            Row(Column("organisation", css_class=half)),
            Row(Column("email", css_class=half), Column("phone", css_class=half)),
            *([] if self.instance.pk else ["key"]),
        )

    def clean(self) -> dict[str, Any]:
        """No two persons of the same name and company, and no more than a document can name."""
        cleaned = super().clean() or self.cleaned_data
        rows = self.instance.engagement.participant_rows
        name, organisation = cleaned.get("name", ""), cleaned.get("organisation", "")
        others = rows.exclude(pk=self.instance.pk).filter(
            name__iexact=name, organisation__iexact=organisation
        )
        if name and others.exists():
            self.add_error("name", _("This person is in the list already."))
        elif self.instance.pk is None and rows.count() >= most("persons"):
            self.add_error("name", _("The engagement names as many persons as a document can."))
        return cleaned

    def save(self, commit: bool = True) -> Participant:
        """Writes the person, behind the others."""
        row = self.instance
        if row.pk is None:
            row.key, row.position = self.cleaned_data["key"], row.engagement.participant_rows.count()
        saved: Participant = super().save(commit)
        return saved


class GuidelineForm(WhenForm):
    """What a role receives: what it is, from whom, by when."""

    source = forms.ChoiceField(
        label=gettext_lazy("From whom"),
        choices=[("", gettext_lazy("not said")), *Participant.PARTIES],
        widget=forms.RadioSelect,
        required=False,
    )
    person = PersonField(label=gettext_lazy("Who gives it"), required=False)

    class Meta:
        model = Guideline
        fields = ["name", "description", "source", "person", *WHEN_FIELDS]
        labels = {"name": gettext_lazy("What"), "description": gettext_lazy("In a few words")}
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people.fill(self.fields["person"])
        if not self.instance.key:
            self.fields["key"] = FreshKeyField()
        self.helper.layout = Layout(
            Fieldset(_("What"), "name", "description"),
            Fieldset(_("From whom"), Segments("source"), "person"),
            Fieldset(_("By when"), *self.when_layout()),
            *([] if self.instance.key else ["key"]),
        )

    def clean_name(self) -> str:
        """No two guidelines of one role with the same name, and no more than a document can hold."""
        name: str = self.cleaned_data["name"]
        rows = self.instance.engagement.guideline_rows
        if rows.exclude(pk=self.instance.pk).filter(lane=self.instance.lane, name__iexact=name).exists():
            raise ValidationError(_("This role has a guideline of this name already."), code="twin")
        if self.instance.pk is None and rows.count() >= most("guidelines"):
            raise ValidationError(_("There are as many guidelines as a document can hold."), code="many")
        return name

    def clean(self) -> dict[str, Any]:
        """The person is of the party that gives it; a person without a party says the party."""
        cleaned = super().clean()
        source, person = cleaned.get("source"), cleaned.get("person")
        if person is not None and not source:
            cleaned["source"] = person.party
        elif person is not None and person.party != source:
            self.add_error("person", _("%(name)s is of another party.") % {"name": person})
        return cleaned

    def save(self, commit: bool = True) -> Guideline:
        """Writes the guideline; a new one stands behind the others."""
        row = self.instance
        row.person = admit(row.person)
        if row.pk is None:
            row.key = self.cleaned_data.get("key", row.key)  # one that is put back has its own
            row.position = row.engagement.guideline_rows.count()
        saved: Guideline = super().save(commit)
        return saved
