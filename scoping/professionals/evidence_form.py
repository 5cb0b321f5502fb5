"""A file that shows a competence, as a form takes it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .evidence import Evidence, EvidenceRefused, evidence_of

REFUSED = {
    "large": _("This file is too large: it may have 5 MB, and all files together 20 MB."),
    "kind": _("This file is neither a PDF nor a picture that can be read here: PDF, PNG, JPEG or WebP."),
    "pixels": _("This picture has too many pixels: sixteen million at most, and 12,000 a side."),
    "small": _("This picture is too small: it wants 16 pixels a side at least."),
    "broken": _("This picture is damaged: save it anew from the program that made it, or choose another."),
    "broken_pdf": _("This PDF does not open: it is damaged, or only its name says that it is a PDF."),
    "locked": _("This PDF is protected by a password, or against changes: save it without protection."),
}
ACCEPTED = "application/pdf,image/png,image/jpeg,image/webp"


class EvidenceField(forms.FileField):
    """A PDF or a picture of up to 5 MB; its value is an `Evidence`, or None. `dropped`: it did not arrive,
    for its size."""

    def __init__(self, *, dropped: bool = False, **options: Any) -> None:
        super().__init__(required=False, widget=forms.FileInput(attrs={"accept": ACCEPTED}), **options)
        self.dropped = dropped
        self.error_messages |= {"empty": _("This file is empty.")}

    def clean(self, data: Any, initial: Any = None) -> Evidence | None:
        """The file as it will be kept. Raises ValidationError with what is wrong with it."""
        if self.dropped:
            raise ValidationError(REFUSED["large"], code="large")
        uploaded = super().clean(data, initial)
        if not uploaded:
            return None
        try:
            return evidence_of(uploaded)
        except EvidenceRefused as refused:
            raise ValidationError(REFUSED[refused.fault], code=refused.fault) from refused
