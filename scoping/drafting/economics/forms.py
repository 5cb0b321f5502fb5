"""The client's ways and the hours of the duties, as they are typed."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.costing import MOST_EXCHANGE, MOST_HOURS, Costing, Estimate
from scoping.domain.economics import questions
from scoping.domain.money import figure_text
from scoping.domain.scope import Duty, Scope
from scoping.domain.words import Language, Responsible
from scoping.judgement.models import LEAST_WORTH, ExchangeRate
from scoping.kit.forms import AmountField, PlainForm, screen_language

from ..when import DayField

POINTS = ("low", "likely", "high")
NONE = "-"  # what a form carries along where nobody estimated


class FrictionForm(PlainForm):
    """How the client works with the studio: a few described answers. Each carries along what it was when the
    page was made: only what somebody changed is kept, and what others answered meanwhile stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        english = screen_language() == Language.ENGLISH
        self.base_fields = {  # type: ignore[misc]  # the questions are the package's
            one.code: forms.ChoiceField(
                label=one.english if english else one.italian,
                choices=[(each.code, each.english if english else each.italian) for each in one.answers],
                widget=forms.RadioSelect,
                required=False,
                show_hidden_initial=True,
            )
            for one in questions()
        }
        super().__init__(*args, **kwargs)

    @property
    def changed(self) -> dict[str, str]:
        """The questions that were answered anew, each with its answer."""
        answers = {name: self.cleaned_data[name] for name in self.changed_data}
        return {name: answer for name, answer in answers.items() if answer}


class ExchangeForm(PlainForm):
    """What one unit of the currency of the studio's rates is worth in the engagement's, on a day."""

    worth = AmountField(
        label=gettext_lazy("One euro is worth"), minimum=LEAST_WORTH, maximum=MOST_EXCHANGE, places=6
    )
    on = DayField(label=gettext_lazy("On"))

    @classmethod
    def of(cls, known: ExchangeRate | None, today: dt.date) -> "ExchangeForm":
        """The form with what is known; of today where nothing is."""
        return cls(initial={"worth": known.worth, "on": known.on} if known else {"on": today})


class EstimateForm(PlainForm):
    """The hours of one unit of a duty: at least, most likely, at most. All three, or none.

    `read` is what they were when the page was made: of a row that nobody touched nothing is kept, and what
    somebody else wrote meanwhile is overwritten by who has seen it only.
    """

    low = AmountField(label=gettext_lazy("At least"), minimum=0, maximum=MOST_HOURS, required=False)
    likely = AmountField(label=gettext_lazy("Most likely"), minimum=0, maximum=MOST_HOURS, required=False)
    high = AmountField(label=gettext_lazy("At most"), minimum=0, maximum=MOST_HOURS, required=False)
    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, duty: Duty, known: Estimate | None, **kwargs: Any) -> None:
        self.duty, self.known = duty, written(known)
        initial = {point: getattr(known, point) for point in POINTS} if known else {}
        super().__init__(*args, initial={**initial, "read": self.known}, **kwargs)

    @property
    def touched(self) -> bool:
        """Whether somebody wrote other figures than the page was made with."""
        return bool(written(self.estimate) != (self.cleaned_data["read"] or self.known))

    def clean(self) -> dict[str, Any]:
        """The three stand in their order, and nobody else changed them meanwhile."""
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
        elif self._overtaken:
            self._say_what_is_there()
        return cleaned

    @property
    def _overtaken(self) -> bool:
        read, typed = self.cleaned_data["read"], written(self.estimate)
        return self.touched and read not in ("", self.known) and typed != self.known

    def _say_what_is_there(self) -> None:
        """Say what somebody else wrote meanwhile; who saves once more has seen it."""
        figures = [] if self.known == NONE else [Decimal(one) for one in self.known.split()]
        now = " · ".join(figure_text(one, screen_language()) for one in figures) or "–"
        said = _("This changed meanwhile: now it is %(now)s. Save again to overwrite it.")
        self.add_error("low", said % {"now": now})
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a dict or a QueryDict
        self.data[self.add_prefix("read")] = self.known  # type: ignore[index]

    @property
    def estimate(self) -> Estimate | None:
        """The three figures, or None where nobody says them."""
        if self.cleaned_data.get("low") is None:
            return None
        return Estimate(duty=self.duty.key, **{point: self.cleaned_data[point] for point in POINTS})


def written(estimate: Estimate | None) -> str:
    """Three figures as a form carries them along: the same for the same ones."""
    if estimate is None:
        return NONE
    return " ".join(f"{getattr(estimate, point).normalize():f}" for point in POINTS)


def estimate_forms(scope: Scope, costing: Costing, typed: Any = None) -> list[EstimateForm]:
    """A form for each duty of the studio, filled with what is known of it."""
    found = []
    for duty in scope.duties:
        if duty.responsible != Responsible.STUDIO:
            continue
        sent = typed is not None and f"{duty.key}-low" in typed
        known = costing.estimate(duty.key)
        found.append(EstimateForm(typed if sent else None, duty=duty, known=known, prefix=duty.key))
    return found
