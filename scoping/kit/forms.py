"""What every form shares: typed text by the one rule, numbers as people write them, segments for selects."""

import re
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from scoping.domain.text import TextFault, TextRefused, clean_text, finite_decimal
from scoping.domain.words import Language

LONGEST_TEXT = 10_000  # characters, where a field names no limit of its own

_GROUPED = re.compile(r"\d{1,3}([.,  ]\d{3})+")
_WHOLE = re.compile(r"-?[0-9]+")
_SEPARATOR = re.compile(r"[.,]")
_SAID_BY_TYPED_TEXT = (MaxLengthValidator, ProhibitNullCharactersValidator)  # or each would be said twice


def screen_language() -> Language:
    """The language of the screens, for sentences that stand in the code in both."""
    return Language.ENGLISH if (get_language() or "it").startswith("en") else Language.ITALIAN


class TypedText:
    """A validator: refuses what `clean_text` refuses, in the reader's language."""

    def __init__(self, limit: int, lines: bool) -> None:
        self.limit, self.lines = limit, lines

    def __call__(self, value: Any) -> None:
        if isinstance(value, str):  # a public id's field makes something else of what was typed
            self.clean(value)

    def clean(self, value: str) -> str:
        """The text as it is kept. Raises ValidationError."""
        try:
            return clean_text(value, limit=self.limit, lines=self.lines)
        except TextRefused as refused:
            raise ValidationError(refused.sentence(screen_language()), code=refused.fault) from refused


def plain_number(typed: str, decimal_separator: str) -> str:
    """What people write as an amount, in plain digits: "1.400,50", "1,400.50" and "1400.5" alike.

    One separator with exactly three digits behind it can mean both: there the language decides. What is no
    number comes back as it was.
    """
    text = typed.strip().replace("\u00a0", " ").removesuffix("€").removeprefix("€").strip()
    separators = _SEPARATOR.findall(text)
    if not separators:
        return text.replace(" ", "") if _GROUPED.fullmatch(text) else text
    last = separators[-1]
    whole, _mark, fraction = text.rpartition(last)
    if len(set(separators)) == 1:
        grouped = bool(_GROUPED.fullmatch(text)) and not text.startswith("0")
        if grouped and (len(separators) > 1 or last != decimal_separator):
            return re.sub(r"[^\d]", "", text)
    if _SEPARATOR.search(whole) or " " in whole:
        if not _GROUPED.fullmatch(whole) or last in whole:
            return typed
        whole = re.sub(r"[^\d]", "", whole)
    return f"{whole}.{fraction}"


class AmountField(forms.Field):
    """A number with a bounded size, typed with a comma or a point; plain digits only, no exponent."""

    def __init__(
        self, *, minimum: Decimal | int, maximum: Decimal | int, places: int = 2, **options: Any
    ) -> None:
        self.minimum, self.maximum, self.places = Decimal(minimum), Decimal(maximum), places
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "amount"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> Decimal | None:
        """The number. Raises ValidationError with what is wrong and the bound."""
        if value in self.empty_values:
            return None
        separator = formats.get_format("DECIMAL_SEPARATOR")
        text = plain_number(value, separator) if isinstance(value, str) else value
        try:
            return finite_decimal(text, minimum=self.minimum, maximum=self.maximum, places=self.places)
        except TextRefused as refused:
            raise ValidationError(refused.sentence(screen_language()), code=refused.fault) from refused

    def prepare_value(self, value: Any) -> Any:
        """As it is written in the reader's language, without needless zeros ("37,5", "1400")."""
        if not isinstance(value, Decimal):
            return value
        plain = f"{value:f}"
        if "." in plain:
            plain = plain.rstrip("0").rstrip(".")
        return plain.replace(".", str(formats.get_format("DECIMAL_SEPARATOR")))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares numbers, not how they are written."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class Segments(Field):
    """A choice among few, as a row of radio buttons that needs no script."""

    template = "components/segments_field.html"


class TypedForm(forms.BaseForm):
    """Mixed into our forms: each text passes `clean_text`; crispy draws the fields without the form tag."""

    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.typed: dict[str, TypedText] = {}
        for name, field in self.fields.items():
            if type(field).__module__ == "django.forms.fields" and isinstance(field, forms.CharField):
                lines = isinstance(field.widget, forms.Textarea)
                self.typed[name] = TypedText(field.max_length or LONGEST_TEXT, lines)
                others = (other for other in field.validators if not isinstance(other, _SAID_BY_TYPED_TEXT))
                field.validators = [self.typed[name], *others]
        if self.is_bound:
            self.data = self._with_plain_line_breaks()

    def _with_plain_line_breaks(self) -> Any:
        # A browser sends each line break as two characters, which would count twice against a limit.
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a dict or a QueryDict
        for name in self.typed:
            key = self.add_prefix(name)
            if isinstance(data.get(key), str):
                data[key] = data[key].replace("\r\n", "\n")
        return data

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, typed in self.typed.items():
            value = self.cleaned_data.get(name)
            if isinstance(value, str) and value:
                self.cleaned_data[name] = typed.clean(value)
        for name, field in self.fields.items():
            if isinstance(field, forms.IntegerField) and name in self.cleaned_data:
                self._check_digits(name)

    def _check_digits(self, name: str) -> None:
        # Python reads "1_0" and other scripts' digits as whole numbers; no other door does.
        typed = str(self.data.get(self.add_prefix(name)) or "").strip()
        if typed and not _WHOLE.fullmatch(typed):
            refused = TextRefused(TextFault.NOT_A_NUMBER)
            self.add_error(name, refused.sentence(screen_language()))


class PlainForm(TypedForm, forms.Form):
    """A form of its own."""


class RowForm(TypedForm, forms.ModelForm):
    """A form of one row."""


EMPTY_CHOICE = ("", _("Choose"))
