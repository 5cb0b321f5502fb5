"""What the studio measures by, as it is typed."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.kit.forms import AmountField, RowForm

from .models import Yardsticks


class YardsticksForm(RowForm):
    """Limits and measures of one studio."""

    loss_limit = AmountField(
        label=gettext_lazy("Risk of a loss that the studio accepts"),
        help_text=gettext_lazy("In per cent: above it the panel warns, and suggestions aim at it."),
        minimum=0,
        maximum=100,
        places=1,
    )
    discount = AmountField(
        label=gettext_lazy("Discount for both roles together"),
        help_text=gettext_lazy("In per cent: so much less than the two apart may one ask for."),
        minimum=0,
        maximum=100,
        places=1,
    )
    assessment_months = forms.IntegerField(
        label=gettext_lazy("Months for which an assessment holds"), min_value=1, max_value=120
    )
    assessment_mean = AmountField(
        label=gettext_lazy("Mean level that each role wants"),
        help_text=gettext_lazy("From 0 to 4. Each core competence wants at least 2."),
        minimum=0,
        maximum=4,
        places=2,
    )

    class Meta:
        model = Yardsticks
        fields = ["loss_limit", "discount", "assessment_months", "assessment_mean"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        half = "col-md-6"
        self.helper.layout = Layout(
            Fieldset(
                _("Money"),
                Row(Column("loss_limit", css_class=half), Column("discount", css_class=half)),
            ),
            Fieldset(
                _("One person in both roles"),
                Row(Column("assessment_months", css_class=half), Column("assessment_mean", css_class=half)),
            ),
        )
