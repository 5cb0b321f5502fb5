"""The client's ways and the hours of the duties, as they are typed."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.costing import MOST_HOURS, Costing
from scoping.domain.economics import questions
from scoping.domain.scope import Duty, Scope
from scoping.domain.words import Language, Responsible
from scoping.kit.forms import AmountField, PlainForm, screen_language

POINTS = ("low", "likely", "high")


class FrictionForm(PlainForm):
    """How the client works with the studio: a few described answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        english = screen_language() == Language.ENGLISH
        self.base_fields = {  # type: ignore[misc]  # the questions are the package's
            one.code: forms.ChoiceField(
                label=one.english if english else one.italian,
                choices=[(each.code, each.english if english else each.italian) for each in one.answers],
                widget=forms.RadioSelect,
                required=False,
            )
            for one in questions()
        }
        super().__init__(*args, **kwargs)


class EstimateForm(PlainForm):
    """The hours of one unit of a duty: at least, most likely, at most. All three, or none."""

    low = AmountField(label=gettext_lazy("At least"), minimum=0, maximum=MOST_HOURS, required=False)
    likely = AmountField(label=gettext_lazy("Most likely"), minimum=0, maximum=MOST_HOURS, required=False)
    high = AmountField(label=gettext_lazy("At most"), minimum=0, maximum=MOST_HOURS, required=False)

    def __init__(self, *args: Any, duty: Duty, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duty = duty

    def clean(self) -> dict[str, Any]:
        """The three stand in their order."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        low, likely, high = (cleaned.get(point) for point in POINTS)
        if low is None or likely is None or high is None:
            missing = [point for point in POINTS if cleaned.get(point) is None]
            if len(missing) < len(POINTS):
                self.add_error(missing[0], _("All three are needed, or none."))
        elif likely < low:
            self.add_error("likely", _("It can't be less than “at least”."))
        elif high < likely:
            self.add_error("high", _("It can't be less than “most likely”."))
        return cleaned

    @property
    def estimate(self) -> dict[str, Decimal] | None:
        """The three figures, or None where nobody says them."""
        if self.cleaned_data.get("low") is None:
            return None
        return {point: self.cleaned_data[point] for point in POINTS}


def estimate_forms(scope: Scope, costing: Costing, typed: Any = None) -> list[EstimateForm]:
    """A form for each duty of the studio, filled with what is known of it."""
    found = []
    for duty in scope.duties:
        if duty.responsible != Responsible.STUDIO:
            continue
        known = costing.estimate(duty.key)
        initial = {point: getattr(known, point) for point in POINTS} if known else {}
        sent = typed is not None and f"{duty.key}-low" in typed
        found.append(EstimateForm(typed if sent else None, duty=duty, prefix=duty.key, initial=initial))
    return found
