"""Numbers within the bounds that every Scope has."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from scoping.domain.limits import LIMITS, Many, Number
from scoping.domain.scope import Scope
from scoping.kit.forms import AmountField


def most(rows: str) -> int:
    """How many rows of one kind a Scope may have at most."""
    limit = LIMITS[Scope][rows]
    assert isinstance(limit, Many)
    return limit.most


def check_room(rows: str, count: int) -> None:
    """Raises ValidationError where so many rows of one kind are more than a document can hold."""
    if count > most(rows):
        raise ValidationError(_("There are as many rows as a document can hold."), code="many")


class BoundedField(AmountField):
    """A number within the bounds that the table of limits gives to one field of a Scope's part.

    Of a quantity, which cannot be nothing, it says so in words.
    """

    def __init__(self, part: type, name: str, **options: Any) -> None:
        limit = LIMITS[part][name]
        assert isinstance(limit, Number)
        super().__init__(minimum=limit.minimum, maximum=limit.maximum, places=limit.places, **options)

    def to_python(self, value: Any) -> Any:
        """The number. Raises ValidationError with what is wrong."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "too_small" and 0 < self.minimum < 1:
                raise ValidationError(_("The number must be more than zero."), code=error.code) from error
            raise
