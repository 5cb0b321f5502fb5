"""Rates and free time, as they are typed."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.costing import MOST_HOURS_A_MONTH, MOST_RATE
from scoping.domain.text import TextRefused, finite_decimal
from scoping.kit.forms import AmountField, PlainForm, Segments, plain_number, screen_language

from .rates import HourRate, month_of

EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
CENT = Decimal("0.01")
LINE = re.compile(r"(?P<month>2[0-9]{3}-(?:0[1-9]|1[0-2]))[\s:=]+(?P<hours>\S+)")
MOST_MONTHS = 60


class RateForm(PlainForm):
    """What an hour costs and what is asked for it, from a day on."""

    since = forms.DateField(
        label=gettext_lazy("Valid from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    cost = AmountField(
        label=gettext_lazy("An hour costs"),
        help_text=gettext_lazy("All that the studio spends for it."),
        minimum=CENT,
        maximum=MOST_RATE,
    )
    price = AmountField(
        label=gettext_lazy("An hour is worth"),
        help_text=gettext_lazy("What the studio wants for it."),
        minimum=CENT,
        maximum=MOST_RATE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        third = "col-md-4"
        self.helper.layout = Layout(
            Row(*(Column(name, css_class=third) for name in ("since", "cost", "price")))
        )

    def clean_since(self) -> dt.date:
        """A day of this century."""
        since: dt.date = self.cleaned_data["since"]
        if not EARLIEST <= since <= LATEST:
            raise ValidationError(_("Choose a day between 2000 and 2100."), code="day")
        return since


class BandRateForm(RateForm):
    """The same of a band of seniority: it counts for who has no rate of their own."""

    band = forms.ChoiceField(label=gettext_lazy("Band"), choices=HourRate.BANDS, widget=forms.RadioSelect)
    field_order = ("band",)  # what is to correct is told in the order of the page

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout.insert(0, Segments("band"))


class FreeTimeForm(PlainForm):
    """The hours a month, and the months that differ, one a line: "2027-08 22"."""

    hours_a_month = AmountField(
        label=gettext_lazy("Hours a month for engagements"), minimum=0, maximum=MOST_HOURS_A_MONTH, places=1
    )
    other_months = forms.CharField(
        label=gettext_lazy("Months that differ"),
        help_text=gettext_lazy("One a line, such as 2027-08 22: in August 2027 there are 22 hours."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1_000,
        required=False,
    )

    def clean_other_months(self) -> dict[str, str]:
        """The months with their hours, as they are kept."""
        lines = [line.strip() for line in self.cleaned_data["other_months"].splitlines() if line.strip()]
        if len(lines) > MOST_MONTHS:
            raise ValidationError(_("These are more than sixty months."), code="many")
        found: dict[str, str] = {}
        for line in lines:
            month, hours = _month_and_hours(line)
            if month in found:
                raise ValidationError(_("%(month)s stands there twice.") % {"month": month}, code="twice")
            found[month] = hours
        return dict(sorted(found.items()))


def _month_and_hours(line: str) -> tuple[str, str]:
    match = LINE.fullmatch(line)
    if match is None:
        said = _("“%(line)s” is no month with its hours: write it as 2027-08 22.")
        raise ValidationError(said % {"line": line}, code="line")
    month_of(match["month"])
    try:
        hours = finite_decimal(
            plain_number(match["hours"], ","), minimum=Decimal(0), maximum=MOST_HOURS_A_MONTH, places=1
        )
    except TextRefused as refused:
        said = f"{match['month']}: {refused.sentence(screen_language())}"
        raise ValidationError(said, code=refused.fault) from refused
    return match["month"], f"{hours:f}"
