"""When something is done or given, as fields of a form: the same for guidelines and duties."""

from typing import Any

from babel.dates import get_day_names
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.domain.limits import EARLIEST_DAY, LATEST_DAY
from scoping.domain.scope import When
from scoping.domain.words import WhenKind
from scoping.engagements.models.rows import HOUR, WhenFields
from scoping.kit.days import day_text
from scoping.kit.forms import RowForm, Segments, screen_language

WHEN_FIELDS = ["when_kind", "when_date", "when_day", "when_weekdays", "when_opens", "when_closes"]


class DayField(forms.DateField):
    """A day of this century, with the browser's own calendar where it has one."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**options)

    def validate(self, value: Any) -> None:
        """Raises ValidationError for a day that no engagement can have."""
        super().validate(value)
        if value is not None and not EARLIEST_DAY <= value <= LATEST_DAY:
            first, last = EARLIEST_DAY.year, LATEST_DAY.year
            raise ValidationError(
                _("Choose a day between the years %(first)d and %(last)d."),
                code="far",
                params={"first": first, "last": last},
            )


class HourField(forms.CharField):
    """An hour of the day, such as 09:00; "9" and "9.30" are understood."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"type": "time", "class": "hour"}))
        super().__init__(max_length=8, validators=[HOUR], required=False, **options)

    def to_python(self, value: Any) -> str:
        """Hours and minutes with two figures each."""
        text = (super().to_python(value) or "").strip().replace(".", ":")
        if not text.isascii():
            raise ValidationError(HOUR.message, code="invalid")
        hours, _colon, minutes = text.partition(":")
        if not hours.isdigit():
            return text
        return f"{hours:0>2}:{minutes[:2] or '00'}"


def weekday_choices() -> list[tuple[int, str]]:
    """Monday to Sunday in the language of the screens; Monday is 0."""
    names = get_day_names("abbreviated", locale=screen_language())
    return [(day, names[day]) for day in range(7)]


def when_text(when: When) -> str:
    """When, in a few words of the screens; empty where nobody said it."""
    match when.kind:
        case WhenKind.START:
            return _("at the start")
        case WhenKind.DATE if when.date:
            return day_text(when.date)
        case WhenKind.MONTH_DAY if when.day:
            return _("day %(day)d of each month") % {"day": when.day}
        case WhenKind.WEEKDAYS:
            names = dict(weekday_choices())
            days = ", ".join(names[day] for day in sorted(when.weekdays))
            hours = f"{when.opens}–{when.closes}" if when.opens and when.closes else ""
            return " ".join(part for part in (days, hours) if part)
        case _:
            return ""


class WhenForm(RowForm):
    """Mixed into a row's form whose Meta lists `WHEN_FIELDS`; its layout takes `when_layout`."""

    when_kind = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=WhenFields.WHEN,
        widget=forms.RadioSelect,
        initial=WhenKind.NONE.value,
    )
    when_date = DayField(label=gettext_lazy("Date"), required=False)
    when_day = forms.IntegerField(
        label=gettext_lazy("Day of the month"),
        help_text=gettext_lazy("In a shorter month, its last day."),
        min_value=1,
        max_value=31,
        required=False,
    )
    when_weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Weekdays"),
        choices=lazy(weekday_choices, list)(),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    when_opens = HourField(label=gettext_lazy("From"))
    when_closes = HourField(label=gettext_lazy("To"))

    def when_layout(self) -> Layout:
        """The kind, and under it what each kind asks for."""
        return Layout(
            Segments("when_kind"),
            Row(Column("when_date", css_class="col-sm-6"), Column("when_day", css_class="col-sm-6")),
            Segments("when_weekdays"),
            Row(Column("when_opens", css_class="col-sm-6"), Column("when_closes", css_class="col-sm-6")),
        )

    def clean(self) -> dict[str, Any]:
        """Wants what the kind asks for, and forgets what belongs to another kind."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("when_kind")
        self._want(kind == WhenKind.DATE, "when_date", None, _("Which day?"))
        self._want(kind == WhenKind.MONTH_DAY, "when_day", None, _("Which day of the month?"))
        self._want(kind == WhenKind.WEEKDAYS, "when_weekdays", [], _("Which weekdays?"))
        if kind != WhenKind.WEEKDAYS:
            for name in ("when_opens", "when_closes"):
                cleaned[name] = ""
                self.errors.pop(name, None)
        self._check_hours(cleaned)
        return cleaned

    def _want(self, asked: bool, name: str, nothing: Any, question: str) -> None:
        if not asked:
            self.errors.pop(name, None)
            self.cleaned_data[name] = nothing
        elif not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, question)

    def _check_hours(self, cleaned: dict[str, Any]) -> None:
        opens, closes = cleaned.get("when_opens", ""), cleaned.get("when_closes", "")
        if {"when_opens", "when_closes"} & set(self.errors):
            return
        if bool(opens) != bool(closes):
            self.add_error("when_closes" if opens else "when_opens", _("Say both hours, or neither."))
        elif opens and opens >= closes:
            self.add_error("when_closes", _("The second hour must be later than the first."))
