"""Assessing a professional: the form with the described levels, and what an assessment says."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.competences import Competence, competences, level_names
from scoping.domain.words import Lane
from scoping.kit.forms import PlainForm, screen_language

from .assessments import CompetenceAssessment

LONGEST_EVIDENCE = 600
EARLIEST = dt.date(2000, 1, 1)


class AssessmentForm(PlainForm):
    """When and by whom, then for each competence of the role its level, with its evidence."""

    on = forms.DateField(
        label=gettext_lazy("Assessed on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    assessor = forms.CharField(
        label=gettext_lazy("Assessed by"),
        help_text=gettext_lazy(
            "The professional's own name makes it a self-assessment, and it is called that."
        ),
        max_length=120,
    )

    def __init__(self, *args: Any, lane: Lane, today: dt.date, **kwargs: Any) -> None:
        self.competences, self.today = competences(lane), today
        # The fields depend on the role: they are there before the form looks at its fields.
        fields = {**self.base_fields, **self._fields_of_competences()}
        self.base_fields = fields  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    def _fields_of_competences(self) -> dict[str, forms.Field]:
        language = screen_language()
        found: dict[str, forms.Field] = {}
        for one in self.competences:
            levels = [(str(level), text[language]) for level, text in enumerate(one.levels)]
            found[f"level-{one.code}"] = forms.ChoiceField(
                label=one.name[language], choices=levels, widget=forms.RadioSelect
            )
            found[f"evidence-{one.code}"] = forms.CharField(
                label=_("What shows it"),
                required=False,
                max_length=LONGEST_EVIDENCE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            found[f"link-{one.code}"] = forms.URLField(
                label=_("Link, where there is one"), required=False, max_length=300, assume_scheme="https"
            )
        return found

    def clean_on(self) -> dt.date:
        """A day that has come, and not of another age."""
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(_("This day has not come yet."), code="future")
        if on < EARLIEST:
            raise ValidationError(_("This day is too long ago."), code="past")
        return on

    def clean(self) -> dict[str, Any]:
        """A level above 0 has its evidence: a text or a link."""
        cleaned = super().clean() or self.cleaned_data
        for one in self.competences:
            shown = cleaned.get(f"evidence-{one.code}") or cleaned.get(f"link-{one.code}")
            refused = self.has_error(f"evidence-{one.code}") or self.has_error(f"link-{one.code}")
            if cleaned.get(f"level-{one.code}") not in (None, "0") and not shown and not refused:
                said = _("A level above 0 wants something that shows it: a line, or a link.")
                self.add_error(f"evidence-{one.code}", said)
        return cleaned

    @property
    def scores(self) -> dict[str, dict[str, Any]]:
        """What was scored, by the competence's code."""
        return {
            one.code: {
                "level": int(self.cleaned_data[f"level-{one.code}"]),
                "evidence": self.cleaned_data[f"evidence-{one.code}"],
                "link": self.cleaned_data[f"link-{one.code}"],
            }
            for one in self.competences
        }

    @property
    def asked(self) -> list["Asked"]:
        """Each competence with its fields."""
        return [
            Asked(one, self[f"level-{one.code}"], self[f"evidence-{one.code}"], self[f"link-{one.code}"])
            for one in self.competences
        ]


@dataclass(frozen=True, slots=True)
class Asked:
    """One competence and its three fields."""

    competence: Competence
    level: BoundField
    evidence: BoundField
    link: BoundField

    @property
    def description(self) -> str:
        """What the competence is."""
        return self.competence.description[screen_language()]


@dataclass(frozen=True, slots=True)
class Scored:
    """One competence as it was scored."""

    name: str
    core: bool
    level: int
    level_name: str
    described: str
    evidence: str
    link: str


def scored(assessment: CompetenceAssessment) -> list[Scored]:
    """What an assessment says, in the role's order; a competence that is no longer shipped is left out."""
    language = screen_language()
    found = []
    for one in competences(Lane(assessment.lane)):
        score = assessment.scores.get(one.code)
        if score:
            level = score["level"]
            found.append(
                Scored(
                    name=one.name[language],
                    core=one.core,
                    level=level,
                    level_name=level_names()[level][language],
                    described=one.levels[level][language],
                    evidence=score["evidence"],
                    link=score["link"],
                )
            )
    return found
