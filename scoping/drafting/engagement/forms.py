"""Title, time, currency, language of an engagement."""

from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.limits import LIMITS, Whole
from scoping.domain.scope import Scope
from scoping.engagements.models import Engagement
from scoping.kit.currencies import currency_choices
from scoping.kit.forms import RowForm, Segments

from ..when import DayField


def within(name: str) -> dict[str, Any]:
    """The bounds of one whole number of a Scope, as an IntegerField takes them."""
    limit = LIMITS[Scope][name]
    assert isinstance(limit, Whole)
    return {"min_value": limit.minimum, "max_value": limit.maximum}


class EngagementForm(RowForm):
    """What holds for the whole engagement. There is no end to type: it follows from start and months."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("As it will stand on the document."),
        max_length=200,
    )
    start = DayField(label=gettext_lazy("Start"), required=False)
    months = forms.IntegerField(label=gettext_lazy("Length"), required=False, **within("months"))
    validity_days = forms.IntegerField(
        label=gettext_lazy("The offer is valid for"),
        help_text=gettext_lazy("Counted from the day on which the document is issued."),
        required=False,
        **within("validity_days"),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=currency_choices)

    class Meta:
        model = Engagement
        fields = ["title", "start", "months", "currency", "validity_days", "language"]
        labels = {"language": gettext_lazy("Language of the document")}
        help_texts = {
            "language": gettext_lazy(
                "Texts that were taken from the catalogue stay as they are: after a change of language they"
                " have to be written anew."
            )
        }
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Fieldset(_("What"), "title", Segments("language")),
            Fieldset(
                _("From when, for how long"),
                Row(
                    Column("start", css_class="col-md-4"),
                    Column(AppendedText("months", _("months")), css_class="col-md-4"),
                    Column(AppendedText("validity_days", _("days")), css_class="col-md-4"),
                ),
            ),
            Fieldset(_("Money"), Row(Column("currency", css_class="col-md-6"))),
        )

    def save(self, commit: bool = True) -> Engagement:
        """Writes these fields alone: state and revision are changed elsewhere."""
        self.instance.save(update_fields=list(self._meta.fields or ()))
        engagement: Engagement = self.instance
        return engagement
