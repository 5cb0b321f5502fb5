"""The studio's series of numbers, as it is typed."""

import datetime as dt
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.kit.forms import PlainForm, Segments
from scoping.studios.models import Studio, check_number_prefix

from .models import Engagement
from .numbering import following_place, set_series


class SeriesForm(PlainForm):
    """What new numbers look like, and the next place in this year's series."""

    beginning = forms.CharField(
        label=gettext_lazy("Before the year"),
        help_text=gettext_lazy("Letters and figures, such as your initials. A dash follows. May stay empty."),
        max_length=11,
        required=False,
    )
    digits = forms.TypedChoiceField(
        label=gettext_lazy("Behind the year"),
        choices=[(3, "001"), (4, "0001"), (5, "00001")],
        coerce=int,
        widget=forms.RadioSelect,
    )
    following = forms.IntegerField(
        label=gettext_lazy("Next place of this year"),
        help_text=gettext_lazy("A higher one leaves a gap, which is allowed. A lower one is not."),
        min_value=1,
        max_value=99_999,
    )

    def __init__(self, *args: Any, studio: Studio, today: dt.date, **kwargs: Any) -> None:
        self.studio, self.year = studio, today.year
        self.lowest = following_place(studio, self.year)
        kwargs.setdefault(
            "initial",
            {
                "beginning": studio.number_prefix.removesuffix("-"),
                "digits": studio.number_digits,
                "following": self.lowest,
            },
        )
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("beginning", css_class="col-md-6"), Column("following", css_class="col-md-6")),
            Segments("digits"),
        )

    def clean_beginning(self) -> str:
        """With its dash."""
        typed: str = self.cleaned_data["beginning"].rstrip("-")
        if not typed:
            return ""
        check_number_prefix(f"{typed}-")
        return f"{typed}-"

    def clean_following(self) -> int:
        """Never a place that was given already."""
        place: int = self.cleaned_data["following"]
        if place < self.lowest:
            raise ValidationError(
                _("The places before %(place)d were given already, and none is given twice.")
                % {"place": self.lowest},
                code="given",
            )
        return place

    def clean(self) -> dict[str, Any]:
        """The very next number must be free."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and Engagement.objects.numbered(self.next_number).exists():
            self.add_error(
                "following",
                _("An engagement has the number %(number)s already.") % {"number": self.next_number},
            )
        return cleaned

    @property
    def next_number(self) -> str:
        """The number that the next engagement gets by what was typed; the form has no errors."""
        chosen = self.cleaned_data
        looks = Studio(number_prefix=chosen["beginning"], number_digits=chosen["digits"])
        return looks.number_of(self.year, chosen["following"])

    def save(self) -> None:
        """From now on it is so."""
        chosen = self.cleaned_data
        set_series(
            self.studio,
            prefix=chosen["beginning"],
            digits=chosen["digits"],
            year=self.year,
            following=chosen["following"],
        )
