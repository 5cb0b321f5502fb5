"""Seniority in a role, as it is typed: since when, which band, what shows it."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.competences import SeniorityBand, bands
from scoping.domain.words import Lane
from scoping.kit.forms import RowForm, Segments, screen_language

from .experience import RoleExperience


class ExperienceForm(RowForm):
    """The band that a professional is in, with what shows it, as the catalogue asks."""

    band = forms.ChoiceField(
        label=gettext_lazy("Band"), choices=RoleExperience.BANDS, widget=forms.RadioSelect
    )

    class Meta:
        model = RoleExperience
        fields = ["band", "evidence"]
        labels = {"evidence": gettext_lazy("What shows it")}
        help_texts = {"evidence": gettext_lazy("One line a piece: plans, clients, references.")}
        widgets = {"evidence": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(Segments("band"), "evidence")

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Each band's name with what it asks for, in the reader's language."""
        language = screen_language()
        return [(one.name[language], one.evidence[language]) for one in self._bands]

    @property
    def _bands(self) -> tuple[SeniorityBand, ...]:
        return bands(Lane(self.instance.lane))

    def clean(self) -> dict[str, Any]:
        """A band above the first one is shown by something."""
        cleaned = super().clean() or self.cleaned_data
        first = self._bands[0].code
        missing = not cleaned.get("evidence") and not self.has_error("evidence")
        if cleaned.get("band") not in (None, first) and missing:
            self.add_error("evidence", _("This band wants something that shows it."))
        return cleaned
