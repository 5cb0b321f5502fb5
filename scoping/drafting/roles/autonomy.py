"""The autonomy matrix of the social role: what it decides, proposes, asks approval for, and whose."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.words import Decision
from scoping.engagements.models import AutonomyRow
from scoping.kit.forms import RowForm, Segments

from ..arranging import FreshKeyField
from ..figures import most
from ..persons import People, PersonField, admit


class DecisionForm(RowForm):
    """The decision of one row: exactly one dot, whose approval, in how many working days."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Who decides"),
        choices=AutonomyRow.DECISIONS,
        widget=forms.RadioSelect,
        required=False,
    )
    person = PersonField(label=gettext_lazy("To whom"), required=False)

    class Meta:
        model = AutonomyRow
        fields = ["decision", "person", "days"]
        labels = {"days": gettext_lazy("Working days")}

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people.fill(self.fields["person"])

    def clean(self) -> dict[str, Any]:
        """What is decided alone is nobody else's to answer."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == Decision.DECIDES:
            cleaned["person"], cleaned["days"] = None, None
            self.errors.pop("person", None)
            self.errors.pop("days", None)
        return cleaned

    def save(self, commit: bool = True) -> AutonomyRow:
        """Writes the row."""
        self.instance.person = admit(self.instance.person)
        saved: AutonomyRow = super().save(commit)
        return saved


class AutonomyRowForm(DecisionForm):
    """A whole row: also what it is about."""

    class Meta(DecisionForm.Meta):
        fields = ["name", "detail", *DecisionForm.Meta.fields]
        labels = {
            **DecisionForm.Meta.labels,
            "name": gettext_lazy("What it is about"),
            "detail": gettext_lazy("Within which bounds"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.key:
            self.fields["key"] = FreshKeyField()
        self.helper.layout = Layout(
            Fieldset(_("What"), "name", "detail"),
            Fieldset(
                _("Who decides"),
                Segments("decision"),
                Row(Column("person", css_class="col-md-8"), Column("days", css_class="col-md-4")),
            ),
            *([] if self.instance.key else ["key"]),
        )

    def clean_name(self) -> str:
        """No two rows of one name, and no more than a document can hold."""
        name: str = self.cleaned_data["name"]
        rows = self.instance.engagement.autonomyrow_rows
        if rows.exclude(pk=self.instance.pk).filter(name__iexact=name).exists():
            raise ValidationError(_("There is a row of this name already."), code="twin")
        if self.instance.pk is None and rows.count() >= most("autonomy"):
            raise ValidationError(_("There are as many rows as a document can hold."), code="many")
        return name

    def save(self, commit: bool = True) -> AutonomyRow:
        """Writes the row; a new one stands behind the others."""
        row = self.instance
        if row.pk is None:
            row.key = self.cleaned_data.get("key", row.key)  # one that is put back has its own
            row.position = row.engagement.autonomyrow_rows.count()
        return super().save(commit)
