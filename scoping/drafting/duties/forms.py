"""The form of one duty, and the small ones of the board: who does it, what is taken from the catalogue."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain import scope
from scoping.domain.words import Party, Responsible
from scoping.engagements.models import Duty
from scoping.kit.forms import PlainForm, Segments

from ..arranging import FreshKeyField
from ..draft import Draft
from ..figures import BoundedField, check_room
from ..persons import People, PersonField
from ..when import WHEN_FIELDS, HourField, WhenForm, weekday_choices
from .choices import area_choices, duty_choices, guideline_choices
from .platforms import PlatformsField

PARTIES = {Responsible.CLIENT: Party.CLIENT, Responsible.THIRD: Party.THIRD}


def plain(text: str) -> str:
    """A name as it is compared: spaces and capitals make no other duty."""
    return " ".join(text.split()).casefold()


class DutyForm(WhenForm):
    """Everything that is said of one duty. Its lane stays; what is missing is for the findings to tell."""

    responsible = forms.ChoiceField(
        label=gettext_lazy("Responsible party"),
        choices=Duty.RESPONSIBLE,
        widget=forms.RadioSelect,
        required=False,
    )
    person = PersonField(
        label=gettext_lazy("Who of the client or the third party"),
        help_text=gettext_lazy("For a duty that the client or a third party does."),
        required=False,
    )
    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    quantity = BoundedField(scope.Duty, "quantity", label=gettext_lazy("Quantity"), required=False)
    cadence = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=Duty.CADENCES, widget=forms.RadioSelect
    )
    if_needed = forms.ChoiceField(
        label=gettext_lazy("If it is needed after all"),
        choices=[("", gettext_lazy("Not said")), *Duty.IF_NEEDED],
        required=False,
    )
    platforms = PlatformsField(
        label=gettext_lazy("Platforms"), help_text=gettext_lazy("Parted by commas: Instagram, Facebook.")
    )
    answer_weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On which days"),
        choices=lazy(weekday_choices, list)(),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    answer_opens = HourField(label=gettext_lazy("Answers from"))
    answer_closes = HourField(label=gettext_lazy("Answers until"))
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Guidelines that it needs"), widget=forms.CheckboxSelectMultiple, required=False
    )
    depends_on = forms.MultipleChoiceField(
        label=gettext_lazy("Duties that it depends on"), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Duty
        fields = [
            "responsible", "person", "name", "area", "deliverable", "description",
            "quantity", "unit", "unit_plural", "cadence", *WHEN_FIELDS,
            "rounds", "platforms",
            "answers", "answer_days", "answer_weekdays", "answer_opens", "answer_closes",
            "limits", "exclusion", "reason", "if_needed", "content", "needs", "depends_on",
        ]  # fmt: skip
        labels = {
            "name": gettext_lazy("Name"),
            "deliverable": gettext_lazy("What the client receives"),
            "description": gettext_lazy("Description"),
            "unit": gettext_lazy("Unit, for one"),
            "unit_plural": gettext_lazy("Unit, for several"),
            "rounds": gettext_lazy("Rounds of changes"),
            "answers": gettext_lazy("It has answering times"),
            "answer_days": gettext_lazy("Within how many working days"),
            "limits": gettext_lazy("Other limits"),
            "exclusion": gettext_lazy("What it does not include"),
            "reason": gettext_lazy("Why it is not included"),
            "content": gettext_lazy("It is content that the client approves"),
        }
        help_texts = {
            "unit": gettext_lazy("In the document's language, such as “post”."),
            "rounds": gettext_lazy("0 means none. Empty: as the terms of the engagement say."),
            "exclusion": gettext_lazy("The client reads it under the duty."),
            "reason": gettext_lazy("For an excluded duty: about this client, in a sentence."),
            "content": gettext_lazy("Somebody at the client must then be named who approves it."),
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": rows})
            for name, rows in (("description", 3), ("limits", 2), ("exclusion", 2), ("reason", 2))
        }

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        People(draft.engagement).fill(self.fields["person"], Party.CLIENT, Party.THIRD)
        for name, choices in (
            ("area", area_choices(self.instance)),
            ("needs", guideline_choices(draft.described, self.instance)),
            ("depends_on", duty_choices(draft.described, self.instance)),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.helper.layout = self.layout()

    def layout(self) -> Layout:
        """Five groups, in the order in which one thinks of them."""
        half, third = "col-md-6", "col-md-4"
        return Layout(
            *(["key"] if "key" in self.fields else []),
            Fieldset(_("Who does it"), Segments("responsible"), "person", css_class="duty-who"),
            Fieldset(
                _("What it is"),
                Row(Column("name", css_class="col-md-8"), Column("area", css_class=third)),
                "deliverable",
                "description",
            ),
            Fieldset(
                _("How much, how often, when"),
                Row(
                    Column("quantity", css_class=third),
                    Column("unit", css_class=third),
                    Column("unit_plural", css_class=third),
                ),
                Segments("cadence"),
                self.when_layout(),
            ),
            Fieldset(
                _("Within which limits"),
                Row(Column("rounds", css_class=third), Column("platforms", css_class="col-md-8")),
                "answers",
                "answer_days",
                Segments("answer_weekdays"),
                Row(Column("answer_opens", css_class=half), Column("answer_closes", css_class=half)),
                "limits",
                css_class="duty-limits",
            ),
            Fieldset(_("What is not included"), "exclusion", "reason", "if_needed"),
            Fieldset(_("What it stands on"), "content", "needs", "depends_on", css_class="duty-links"),
        )

    def clean_name(self) -> str:
        """Two duties of one lane with the same name could not be told apart."""
        name: str = self.cleaned_data["name"]
        others = self.draft.described.duties_of(self.instance.lane)
        if any(plain(duty.name) == plain(name) for duty in others if duty.key != self.instance.key):
            raise ValidationError(_("A duty of this lane has this name already."), code="duplicate")
        return name

    def clean(self) -> dict[str, Any]:
        """Checks what depends on another field, and forgets what no longer has a meaning."""
        cleaned = super().clean()
        self._check_person(cleaned)
        self._check_answers(cleaned)
        return cleaned

    def _check_person(self, cleaned: dict[str, Any]) -> None:
        party = PARTIES.get(cleaned.get("responsible", ""))
        if party is None:
            cleaned["person"] = None
            self.errors.pop("person", None)
        elif cleaned.get("person") and cleaned["person"].party != party:
            self.add_error("person", _("This person belongs to somebody else than who does the duty."))

    def _check_answers(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("answers"):
            for name, nothing in NO_ANSWERS.items():
                cleaned[name] = nothing
                self.errors.pop(name, None)
            return
        opens, closes = cleaned.get("answer_opens", ""), cleaned.get("answer_closes", "")
        if {"answer_opens", "answer_closes"} & set(self.errors):
            return
        if bool(opens) != bool(closes):
            missing = "answer_closes" if opens else "answer_opens"
            self.add_error(missing, _("Say both hours, or neither."))
        elif opens and opens >= closes:
            self.add_error("answer_closes", _("The second hour must be later than the first."))


NO_ANSWERS: dict[str, Any] = {
    "answer_days": None,
    "answer_weekdays": [],
    "answer_opens": "",
    "answer_closes": "",
}


class NewDutyForm(DutyForm):
    """A duty of the engagement's own."""

    key = FreshKeyField()

    class Meta(DutyForm.Meta):
        fields = ["key", *DutyForm.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """There is room for one more."""
        check_room("duties", self.instance.engagement.duty_rows.count() + 1)
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        return cleaned


class ResponsibleForm(PlainForm):
    """Who does a duty, chosen in its row."""

    responsible = forms.ChoiceField(choices=Duty.RESPONSIBLE)


class QuantityForm(PlainForm):
    """How much of a duty, typed in its row."""

    quantity = BoundedField(scope.Duty, "quantity", label=gettext_lazy("Quantity"), required=False)


class SearchForm(PlainForm):
    """The words that a list is filtered by."""

    q = forms.CharField(
        label=gettext_lazy("Find a duty, in your words or the client's"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class CatalogueForm(PlainForm):
    """Duties chosen from the catalogue, and who does all those chosen."""

    duties = forms.MultipleChoiceField(
        error_messages={
            "required": gettext_lazy("Choose at least one duty."),
            "invalid_choice": gettext_lazy("One of these duties is not in the catalogue."),
        }
    )
    responsible = forms.ChoiceField(
        label=gettext_lazy("Who does those that you choose"),
        choices=Duty.RESPONSIBLE,
        widget=forms.RadioSelect,
        initial=Responsible.STUDIO.value,
    )

    def __init__(self, *args: Any, codes: Iterable[str], here: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        self.fields["duties"].choices = [(code, code) for code in codes]  # type: ignore[attr-defined]

    def clean_duties(self) -> list[str]:
        """There is room for those that are chosen."""
        chosen: list[str] = self.cleaned_data["duties"]
        check_room("duties", self.here + len(chosen))
        return chosen
