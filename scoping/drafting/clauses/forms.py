"""The form of one clause, and the one that takes some from the library."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.limits import LIMITS, Many, Pair
from scoping.domain.scope import Clause as ClauseValue
from scoping.engagements.models import Clause
from scoping.kit.forms import PlainForm, RowForm, Segments, TypedText

from ..arranging import FreshKeyField
from ..figures import check_room
from .parameters import label_of, own_names

_LIMIT = LIMITS[ClauseValue]["parameters"]
assert isinstance(_LIMIT, Many)
assert isinstance(_LIMIT.each, Pair)
MOST_NAMES, LONGEST_VALUE = _LIMIT.most, _LIMIT.each.other.limit


class ClauseForm(RowForm):
    """One clause: its text, whether it is onerous, and a field for each of its own names in braces."""

    onerous = forms.ChoiceField(
        label=gettext_lazy("Is it onerous?"), choices=Clause.ONEROUS, widget=forms.RadioSelect
    )

    class Meta:
        model = Clause
        fields = ["name", "text", "onerous"]
        labels = {"name": gettext_lazy("Title"), "text": gettext_lazy("Text")}
        help_texts = {
            "text": gettext_lazy(
                "A name in braces, such as {notice_days}, is filled in: from a field of the engagement, or"
                " from one below."
            )
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        values = dict(self.instance.parameters)
        self.names = own_names(self.typed_text())[:MOST_NAMES]
        for name in self.names:
            self.fields[f"value_{name}"] = field = forms.CharField(
                label=label_of(name), max_length=LONGEST_VALUE, required=False, initial=values.get(name, "")
            )
            self.typed[f"value_{name}"] = typed = TypedText(LONGEST_VALUE, lines=False)
            field.validators = [typed, *field.validators]
        self.helper.layout = Layout(
            *(["key"] if "key" in self.fields else []),
            Fieldset(_("The clause"), "name", "text", Segments("onerous")),
            *([Fieldset(_("Its values"), *(f"value_{name}" for name in self.names))] if self.names else []),
        )

    def typed_text(self) -> str:
        """The text whose names the form asks for: as it was just typed, else as it is kept."""
        typed = self.data.get(self.add_prefix("text")) if self.is_bound else None
        return typed if isinstance(typed, str) else self.instance.text

    def clean_text(self) -> str:
        """Bounds how many names a text may hold."""
        text: str = self.cleaned_data["text"]
        if len(own_names(text)) > MOST_NAMES:
            said = _("The text holds too many names in braces: %(most)d at most.")
            raise ValidationError(said % {"most": MOST_NAMES}, code="too_many")
        return text

    def parameters(self) -> list[list[str]]:
        """The values of the clause's own names, in the order of the text; ask a valid form."""
        return [[name, self.cleaned_data.get(f"value_{name}", "")] for name in self.names]


class ClauseValuesForm(ClauseForm):
    """The values of a clause's own names, in its row; its text stays as it is."""

    onerous = None  # type: ignore[assignment]  # so a form takes a field away

    class Meta(ClauseForm.Meta):
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"clause-{kwargs['instance'].key}-%s", **kwargs)
        for field in self.fields.values():
            field.widget.attrs |= {"class": "form-control", "autocomplete": "off"}

    def typed_text(self) -> str:
        """The text as it is kept: it is not in this form."""
        text: str = self.instance.text
        return text


class NewClauseForm(ClauseForm):
    """A clause of the engagement's own."""

    key = FreshKeyField()

    class Meta(ClauseForm.Meta):
        fields = ["key", *ClauseForm.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """There is room for one more."""
        check_room("clauses", self.instance.engagement.clause_rows.count() + 1)
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        return cleaned


class LibraryForm(PlainForm):
    """Clauses chosen from the library."""

    clauses = forms.MultipleChoiceField(
        error_messages={
            "required": gettext_lazy("Choose at least one clause."),
            "invalid_choice": gettext_lazy("One of these clauses is not in the library."),
        }
    )

    def __init__(self, *args: Any, codes: Iterable[str], here: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        self.fields["clauses"].choices = [(code, code) for code in codes]  # type: ignore[attr-defined]

    def clean_clauses(self) -> list[str]:
        """There is room for those that are chosen."""
        chosen: list[str] = self.cleaned_data["clauses"]
        check_room("clauses", self.here + len(chosen))
        return chosen
