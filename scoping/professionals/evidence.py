"""Files that show what a professional can do: what they may be, and where they are kept."""

import io
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import models

from scoping.domain.text import TextRefused, clean_text
from scoping.kit.papers import PaperRefused, check_pdf, is_pdf
from scoping.kit.pictures import Bounds, PictureRefused, drawn_anew
from scoping.kit.uploads import LARGEST_UPLOAD
from scoping.studios.ownership import StudioOwned

from .assessments import CompetenceAssessment

# A scanned page stays readable at 2,000 pixels across, and a long page of a web site at 6,000 down.
BOUNDS = Bounds(largest_file=LARGEST_UPLOAD, longest_side=12_000, kept=(2_000, 6_000), photographs=True)
LONGEST_NAME = 120
MEDIA_TYPES = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg"}


class EvidenceRefused(Exception):
    """The file cannot be kept. `fault`: large, kind, pixels, small, broken, broken_pdf or locked."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file as it will be kept: its bytes, what they are (a key of MEDIA_TYPES), and how its author called
    it, which is only ever shown."""

    content: bytes
    kind: str
    name: str


class EvidenceFile(StudioOwned):
    """What shows one competence of an assessment, kept under its SHA-256 for as long as the assessment is."""

    assessment = models.ForeignKey(CompetenceAssessment, models.PROTECT, related_name="files")
    competence = models.CharField(max_length=20)
    name = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField(max_length=4, choices=[(kind, kind.upper()) for kind in MEDIA_TYPES])
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    class Meta(StudioOwned.Meta):
        ordering = ["competence"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "competence"], name="one_file_a_competence")
        ]

    def __str__(self) -> str:
        return f"{self.competence}: {self.name}"

    @property
    def media_type(self) -> str:
        """What a browser is told that it is."""
        return MEDIA_TYPES[self.kind]

    @property
    def offered_name(self) -> str:
        """How it is called where it is downloaded: our name, never one that somebody typed."""
        return f"{self.competence}-{self.assessment.on:%Y-%m-%d}.{self.kind}"


def evidence_of(uploaded: UploadedFile) -> Evidence:
    """What an uploaded file is, by its content and not by its name: a PDF as it came, a picture drawn anew.

    Raises EvidenceRefused.
    """
    size = uploaded.size or 0
    if size > LARGEST_UPLOAD:
        raise EvidenceRefused("large")
    content: bytes = uploaded.read()
    if is_pdf(content):
        try:
            check_pdf(content)
        except PaperRefused as refused:
            raise EvidenceRefused("locked" if refused.fault == "locked" else "broken_pdf") from refused
        return Evidence(content, "pdf", _name(uploaded, "pdf"))
    try:
        picture = drawn_anew(io.BytesIO(content), size, BOUNDS)
    except PictureRefused as refused:
        raise EvidenceRefused(refused.fault) from refused
    return Evidence(picture.content, picture.kind, _name(uploaded, picture.kind))


def _name(uploaded: UploadedFile, kind: str) -> str:
    """The end of the file's name, or a plain one where it holds what no text here may hold."""
    try:
        name = clean_text((uploaded.name or "")[-LONGEST_NAME:], limit=LONGEST_NAME).strip()
    except TextRefused:
        name = ""
    return name or f"file.{kind}"
