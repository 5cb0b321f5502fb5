"""The form of one fee line, of the terms, and of the division of a fee that pays both roles."""

from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain import scope
from scoping.domain.money import money_text
from scoping.domain.words import FeeKind
from scoping.engagements.models import Engagement, FeeLine
from scoping.kit.forms import PlainForm, RowForm, Segments, screen_language

from ..arranging import FreshKeyField
from ..figures import BoundedField, check_room

HALF = "col-sm-6"


class FeeForm(RowForm):
    """One fee line: what it pays, how much, and in which months."""

    lane = forms.ChoiceField(
        label=gettext_lazy("What it pays"), choices=FeeLine.LANES, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("How it is paid"), choices=FeeLine.KINDS, widget=forms.RadioSelect
    )
    amount = BoundedField(scope.FeeLine, "amount", label=gettext_lazy("Amount without VAT"))

    class Meta:
        model = FeeLine
        fields = ["lane", "kind", "amount", "label", "first_month", "last_month"]
        labels = {
            "label": gettext_lazy("What the document calls it"),
            "first_month": gettext_lazy("First month, or the month in which it is paid once"),
            "last_month": gettext_lazy("Last month"),
        }
        help_texts = {
            "label": gettext_lazy("May stay empty: then only the role is named."),
            "first_month": gettext_lazy("1 is the first month of the engagement."),
            "last_month": gettext_lazy("Empty: to the end of the engagement."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.engagement: Engagement = self.instance.engagement
        self.helper.layout = self.layout()

    def layout(self) -> Layout:
        """What it pays, how much and how, when, under which name."""
        return Layout(
            *(["key"] if "key" in self.fields else []),
            Fieldset(
                _("The fee"),
                Segments("lane"),
                Row(
                    Column(AppendedText("amount", self.engagement.currency), css_class=HALF),
                    Column(Segments("kind"), css_class=HALF),
                ),
                Row(Column("first_month", css_class=HALF), Column("last_month", css_class=HALF)),
                "label",
            ),
        )

    def clean(self) -> dict[str, Any]:
        """What is paid once has one month; a last month comes after the first, within the engagement."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == FeeKind.ONCE:
            cleaned["last_month"] = None
            self.errors.pop("last_month", None)
        first, last = cleaned.get("first_month"), cleaned.get("last_month")
        if first and last and last < first:
            self.add_error("last_month", _("The last month comes before the first."))
        for name, month in (("first_month", first), ("last_month", last)):
            if month and self.engagement.months and month > self.engagement.months:
                said = _("The engagement has %(months)d months only.") % {"months": self.engagement.months}
                self.add_error(name, said)
        return cleaned


class FeeRowForm(FeeForm):
    """How much a fee line is and how it is paid, in its row; the rest stays as it is."""

    lane = None  # type: ignore[assignment]  # so a form takes a field away

    class Meta(FeeForm.Meta):
        fields = ["kind", "amount"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        line: FeeLine = kwargs["instance"]
        super().__init__(*args, auto_id=f"fee-{line.key}-%s", **kwargs)
        named = _("Amount of “%(name)s”, without VAT") % {"name": line.label or line.get_lane_display()}
        told = {"class": "form-control amount", "autocomplete": "off", "aria-label": named}
        self.fields["amount"].widget.attrs |= told

    def layout(self) -> Layout:
        """Its row is written by hand."""
        return Layout()

    def clean(self) -> dict[str, Any]:
        """What is paid once has one month."""
        cleaned = super().clean()
        if cleaned.get("kind") == FeeKind.ONCE:
            self.instance.last_month = None
        return cleaned


class NewFeeForm(FeeForm):
    """A new fee line."""

    key = FreshKeyField()

    class Meta(FeeForm.Meta):
        fields = ["key", *FeeForm.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """There is room for one more."""
        check_room("fees", self.instance.engagement.feeline_rows.count() + 1)
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        return cleaned


class TermsForm(RowForm):
    """What the whole engagement agrees on about money and changes."""

    hourly_rate = BoundedField(
        scope.Terms,
        "hourly_rate",
        label=gettext_lazy("Hourly rate of work outside the scope"),
        help_text=gettext_lazy("The client reads it. Without VAT."),
        required=False,
    )

    class Meta:
        model = Engagement
        fields = ["hourly_rate", "payment_days", "rounds", "approve_possible_apart"]
        labels = {
            "payment_days": gettext_lazy("Invoices are paid within how many days"),
            "rounds": gettext_lazy("Rounds of changes for each piece"),
            "approve_possible_apart": gettext_lazy("Clauses that may be onerous are approved apart too"),
        }
        help_texts = {"rounds": gettext_lazy("0 means none.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Fieldset(
                _("Terms"),
                AppendedText("hourly_rate", self.instance.currency, wrapper_class="short"),
                Row(Column("payment_days", css_class=HALF), Column("rounds", css_class=HALF)),
                "approve_possible_apart",
            )
        )


class DivisionForm(PlainForm):
    """How much of an undivided fee is for each role.

    `together` carries the sum that was last agreed on: where the two amounts make another one, the form says
    so and asks once more.
    """

    marketing = BoundedField(scope.FeeLine, "amount", label=gettext_lazy("For marketing, without VAT"))
    social = BoundedField(scope.FeeLine, "amount", label=gettext_lazy("For social media, without VAT"))
    together = BoundedField(scope.FeeLine, "amount", required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: FeeLine, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line, self.currency = line, currency
        self.fields["together"].initial = line.amount
        self.helper.layout = Layout(
            "together",
            Row(
                Column(AppendedText("marketing", currency), css_class=HALF),
                Column(AppendedText("social", currency), css_class=HALF),
            ),
        )

    def clean(self) -> dict[str, Any]:
        """Both amounts are something, and their sum is what was agreed on."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("marketing", "social"):
            if cleaned.get(name) == 0:
                self.add_error(
                    name, _("Each role needs a fee of its own: the amount must be more than zero.")
                )
        if self.errors:
            return cleaned
        total = cleaned["marketing"] + cleaned["social"]
        if total not in (self.line.amount, cleaned.get("together")):
            self.data = self.data.copy()  # type: ignore[attr-defined]  # a dict or a QueryDict
            self.data["together"] = str(total)  # type: ignore[index]
            language = screen_language()
            said = _(
                "The two make %(sum)s; the undivided fee is %(whole)s. If the new sum is right, divide again."
            )
            raise ValidationError(
                said
                % {
                    "sum": money_text(total, self.currency, language),
                    "whole": money_text(self.line.amount, self.currency, language),
                }
            )
        return cleaned
