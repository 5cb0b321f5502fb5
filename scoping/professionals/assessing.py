"""Assessing a professional: the form with the described levels."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.catalogue.competences import Competence, competences
from scoping.domain.words import Lane
from scoping.kit.forms import PlainForm, screen_language

from .assessments import CompetenceAssessment
from .evidence import Evidence, EvidenceFile
from .evidence_form import EvidenceField

LONGEST_EVIDENCE = 600
EARLIEST = dt.date(2000, 1, 1)


class AssessmentForm(PlainForm):
    """When and by whom, then for each competence of the role its level, with its evidence: a line, a link or
    a file. It starts from what was said `before`; `dropped` are the fields whose file was too large to come.
    """

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

    def __init__(
        self,
        *args: Any,
        lane: Lane,
        today: dt.date,
        before: CompetenceAssessment | None = None,
        dropped: Collection[str | None] = (),
        initial: dict[str, Any],
    ) -> None:
        self.competences, self.today = competences(lane), today
        self.files_before = {one.competence: one for one in before.files.all()} if before else {}
        # The fields depend on the role: they are there before the form looks at its fields.
        fields = {**self.base_fields}
        for one in self.competences:
            fields |= self._fields_of(one, dropped)
        self.base_fields = fields  # type: ignore[misc]
        said = before.scores if before else {}
        typed = {f"{name}-{code}": value for code, score in said.items() for name, value in score.items()}
        super().__init__(*args, initial=initial | typed)

    def _fields_of(self, one: Competence, dropped: Collection[str | None]) -> dict[str, forms.Field]:
        language = screen_language()
        levels = [(str(level), text[language]) for level, text in enumerate(one.levels)]
        fields: dict[str, forms.Field] = {
            f"level-{one.code}": forms.ChoiceField(
                label=one.name[language], choices=levels, widget=forms.RadioSelect
            ),
            f"evidence-{one.code}": forms.CharField(
                label=_("What shows it"),
                required=False,
                max_length=LONGEST_EVIDENCE,
                widget=forms.Textarea(attrs={"rows": 2}),
            ),
            f"link-{one.code}": forms.URLField(
                label=_("Link, where there is one"), required=False, max_length=300, assume_scheme="https"
            ),
            f"file-{one.code}": EvidenceField(
                label=_("File, where there is one"),
                help_text=_("PDF, PNG, JPEG or WebP, up to 5 MB."),
                dropped=f"file-{one.code}" in dropped,
            ),
        }
        known = self.files_before.get(one.code)
        if known is not None:
            label = _("Keep the file of last time: %(name)s") % {"name": known.name}
            fields[f"same-{one.code}"] = forms.BooleanField(label=label, required=False, initial=True)
        return fields

    def clean_on(self) -> dt.date:
        """A day that has come, and not of another age."""
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(_("This day has not come yet."), code="future")
        if on < EARLIEST:
            raise ValidationError(_("This day is too long ago."), code="past")
        return on

    def clean(self) -> dict[str, Any]:
        """A level above 0 has its evidence: a text, a link or a file."""
        cleaned = super().clean() or self.cleaned_data
        for one in self.competences:
            names = [f"{name}-{one.code}" for name in ("evidence", "link", "file", "same")]
            shown = any(cleaned.get(name) for name in names)
            refused = any(self.has_error(name) for name in names)
            if cleaned.get(f"level-{one.code}") not in (None, "0") and not shown and not refused:
                said = _("A level above 0 wants something that shows it: a line, a link or a file.")
                self.add_error(f"evidence-{one.code}", said)
        return cleaned

    def say_that_the_disk_is_full(self) -> None:
        """Nothing could be kept, and nothing is wrong with what was typed."""
        said = _("The disk of this installation is full, or may not be written. Tell who runs it.")
        self.add_error(None, ValidationError(said, code="disk"))

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
    def evidence(self) -> dict[str, Evidence | EvidenceFile]:
        """The files that were sent, or kept from last time, by the competence's code."""
        found: dict[str, Evidence | EvidenceFile] = {}
        for one in self.competences:
            if self.cleaned_data.get(f"same-{one.code}"):
                found[one.code] = self.files_before[one.code]
            if sent := self.cleaned_data[f"file-{one.code}"]:
                found[one.code] = sent
        return found

    @property
    def asked(self) -> list["Asked"]:
        """Each competence with its fields."""
        return [
            Asked(
                competence=one,
                level=self[f"level-{one.code}"],
                evidence=self[f"evidence-{one.code}"],
                link=self[f"link-{one.code}"],
                file=self[f"file-{one.code}"],
                same=self[f"same-{one.code}"] if one.code in self.files_before else None,
            )
            for one in self.competences
        ]

    @property
    def lost(self) -> list["Asked"]:
        """Those whose file was in order and is lost, because something else has to be corrected: a browser
        sends a file once, and nobody but its author can choose it again."""
        if not self.errors:
            return []
        return [asked for asked in self.asked if isinstance(self.cleaned_data.get(asked.file.name), Evidence)]


@dataclass(frozen=True, slots=True)
class Asked:
    """One competence and its fields; `same` where last time's file may be kept."""

    competence: Competence
    level: BoundField
    evidence: BoundField
    link: BoundField
    file: BoundField
    same: BoundField | None

    @property
    def description(self) -> str:
        """What the competence is."""
        return self.competence.description[screen_language()]

    @property
    def refused(self) -> list[BoundField]:
        """Those of its fields in which something has to be corrected."""
        return [field for field in (self.level, self.evidence, self.link, self.file) if field.errors]

    @property
    def lost(self) -> str:
        """The name of the file that was sent, in order, and has to be chosen again; empty where none was."""
        sent = self.file.form.cleaned_data.get(self.file.name) if self.file.form.errors else None
        return sent.name if sent else ""
