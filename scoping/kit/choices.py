"""A choice among rows of a table, which a form calls by their public id."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class UidChoiceField(forms.ModelChoiceField):
    """One of the rows that the form offers (`offer`); until then there is none. No primary key is shown."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=None, to_field_name="uid", **options)

    def offer(self, rows: models.QuerySet[Any]) -> None:
        """Say which rows can be chosen."""
        self.queryset = rows

    def to_python(self, value: Any) -> Any:
        """The row of that public id. Raises ValidationError where it is not among the offered ones."""
        try:
            return super().to_python(value)
        except ValidationError:  # also what is no public id at all
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None
