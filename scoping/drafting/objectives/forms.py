"""The form of one objective, and the one that takes some from the catalogue."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain import scope
from scoping.domain.words import Lane
from scoping.engagements.models import Objective, RoleAssignment
from scoping.kit.forms import PlainForm, RowForm, Segments
from scoping.kit.glossary import explained

from ..arranging import FreshKeyField
from ..draft import Draft
from ..figures import BoundedField, check_room


class ObjectiveForm(RowForm):
    """Everything that is said of one objective."""

    lane = forms.ChoiceField(
        label=gettext_lazy("Whose objective it is"), choices=RoleAssignment.LANES, widget=forms.RadioSelect
    )
    horizon = forms.ChoiceField(
        label=gettext_lazy("Horizon"), choices=Objective.HORIZONS, widget=forms.RadioSelect
    )
    control = forms.ChoiceField(
        label=gettext_lazy("What it promises"),
        help_text=gettext_lazy(
            "A delivery can be promised. A result depends on others too, and the document says so."
        ),
        choices=Objective.CONTROLS,
        widget=forms.RadioSelect,
    )
    baseline = BoundedField(scope.Objective, "baseline", label=gettext_lazy("Today"), required=False)
    target = BoundedField(scope.Objective, "target", label=gettext_lazy("Target"), required=False)
    serves = forms.MultipleChoiceField(
        label=gettext_lazy("Marketing objectives that it serves"),
        help_text=gettext_lazy("For a social media objective: at least one."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Objective
        fields = [
            "lane", "name", "kpi", "how_measured",
            "unit", "baseline", "target", "horizon", "control", "serves",
        ]  # fmt: skip
        labels = {
            "name": gettext_lazy("Objective"),
            "kpi": gettext_lazy("What is measured (KPI)"),
            "how_measured": gettext_lazy("How it is measured"),
            "unit": gettext_lazy("Unit"),
        }
        help_texts = {
            "kpi": explained("kpi"),
            "unit": gettext_lazy("Behind the figures: %, €. Empty for a count."),
        }

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["serves"].choices = [  # type: ignore[attr-defined]
            (one.key, one.name)
            for one in draft.described.objectives
            if one.lane == Lane.MARKETING and one.key != self.instance.key
        ]
        self.helper.layout = self.layout()

    def layout(self) -> Layout:
        """What it is, how far it goes, whom it serves."""
        third = "col-md-4"
        return Layout(
            *(["key"] if "key" in self.fields else []),
            Fieldset(_("What is to be reached"), Segments("lane"), "name", "kpi", "how_measured"),
            Fieldset(
                _("From where to where, and by when"),
                Row(
                    Column("baseline", css_class=third),
                    Column("target", css_class=third),
                    Column("unit", css_class=third),
                ),
                Segments("horizon"),
                Segments("control"),
            ),
            Fieldset(_("What it serves"), "serves", css_class="objective-serves"),
        )

    def clean(self) -> dict[str, Any]:
        """Only a social objective serves another one."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("lane") != Lane.SOCIAL:
            cleaned["serves"] = []
            self.errors.pop("serves", None)
        return cleaned


class NewObjectiveForm(ObjectiveForm):
    """An objective of the engagement's own."""

    key = FreshKeyField()

    class Meta(ObjectiveForm.Meta):
        fields = ["key", *ObjectiveForm.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """There is room for one more."""
        check_room("objectives", self.instance.engagement.objective_rows.count() + 1)
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        return cleaned


class LinkForm(PlainForm):
    """One marketing objective that a social one serves from now on (`link`), or no longer (`unlink`)."""

    link = forms.ChoiceField(required=False)
    unlink = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, objectives: Iterable[scope.Objective], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [("", ""), *((one.key, one.name) for one in objectives if one.lane == Lane.MARKETING)]
        for field in self.fields.values():
            field.choices = keys  # type: ignore[attr-defined]

    def linked(self, serves: list[str]) -> list[str]:
        """What is served behind this change, in its order."""
        link, unlink = self.cleaned_data["link"], self.cleaned_data["unlink"]
        added = [link] if link and link not in serves else []
        return [one for one in [*serves, *added] if one != unlink]


class CatalogueForm(PlainForm):
    """Objectives chosen from the catalogue."""

    objectives = forms.MultipleChoiceField(
        error_messages={
            "required": gettext_lazy("Choose at least one objective."),
            "invalid_choice": gettext_lazy("One of these objectives is not in the catalogue."),
        }
    )

    def __init__(self, *args: Any, codes: Iterable[str], here: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        self.fields["objectives"].choices = [(code, code) for code in codes]  # type: ignore[attr-defined]

    def clean_objectives(self) -> list[str]:
        """There is room for those that are chosen."""
        chosen: list[str] = self.cleaned_data["objectives"]
        check_room("objectives", self.here + len(chosen))
        return chosen
