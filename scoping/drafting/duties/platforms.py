"""Names of platforms, typed in one line and parted by commas."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoping.domain.limits import LIMITS, Many, Text
from scoping.domain.scope import Duty
from scoping.kit.forms import TypedText

_LIMIT = LIMITS[Duty]["platforms"]
assert isinstance(_LIMIT, Many)
assert isinstance(_LIMIT.each, Text)
MOST, LONGEST = _LIMIT.most, _LIMIT.each.limit


class PlatformsField(forms.CharField):
    """A list of short names, each once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """The names in a line."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """The names. Raises ValidationError for one that is too long, for too many, for odd characters."""
        text = value if isinstance(value, str) else ""
        line = TypedText(limit=MOST * (LONGEST + 2), lines=False).clean(text)
        names = list(dict.fromkeys(" ".join(name.split()) for name in line.split(",") if name.strip()))
        if len(names) > MOST:
            raise ValidationError(
                ngettext("%(most)d name at most.", "%(most)d names at most.", MOST) % {"most": MOST}
            )
        if any(len(name) > LONGEST for name in names):
            raise ValidationError(
                _("A platform's name may have %(longest)d characters at most.") % {"longest": LONGEST}
            )
        return names

    def run_validators(self, value: Any) -> None:
        """Nothing more: each name was checked."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares the names, not how they are typed."""
        try:
            return self.to_python(data) != list(initial or [])
        except ValidationError:
            return True
