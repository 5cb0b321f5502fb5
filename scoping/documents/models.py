"""Versions of the scope document, and the documents that never change."""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from scoping.engagements.models import Engagement
from scoping.kit.models import public_id
from scoping.studios.ownership import OwnedManager, StudioOwned


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions in the words of the field."""

    def reserved(self, engagement: Engagement) -> "Version | None":
        """The version that waits for its document, where one does."""
        return self.filter(engagement=engagement, state=Version.State.RESERVED).first()


class ScopeDocumentQuerySet(models.QuerySet["ScopeDocument"]):
    """Documents in the words of the field."""

    def of(self, engagement: Engagement) -> "ScopeDocumentQuerySet":
        """An engagement's documents, the newest version first."""
        return (
            self.filter(version__engagement=engagement)
            .select_related("version", "studio")
            .order_by("-version__number")
        )

    def of_all(self, engagements: Iterable[Engagement]) -> "ScopeDocumentQuerySet":
        """The documents of several engagements, the newest first, without the bytes of their snapshots."""
        found = self.filter(version__engagement__in=engagements).order_by("-issued_at")
        return found.select_related("version", "studio").defer("snapshot", "version__snapshot")

    def lapsed_of(self, engagement: models.OuterRef, day: dt.date) -> "ScopeDocumentQuerySet":
        """The documents on the table whose last day is past, for a query over engagements."""
        return self.filter(
            version__engagement=engagement, version__state=Version.State.ISSUED, valid_until__lt=day
        )

    def with_engagement(self) -> "ScopeDocumentQuerySet":
        """Documents with the engagement whose scope they are."""
        return self.select_related("version__engagement")

    def numbered(self, number: int) -> "ScopeDocument | None":
        """The document of that version."""
        return self.filter(version__number=number).first()

    def latest_of(self, engagement: Engagement) -> "ScopeDocument | None":
        """The newest version's document."""
        return self.of(engagement).first()


VersionManager = OwnedManager.from_queryset(VersionQuerySet)


class Version(StudioOwned):
    """Version 1, 2, ... of an engagement's scope document, and its state.

    It is reserved, with the very snapshot to be printed, before the document is rendered: who tries again
    after a breakdown finds the same number, moment and code. Only then it is issued.
    """

    class State(models.TextChoices):
        RESERVED = "reserved", _("reserved")
        ISSUED = "issued", _("issued")
        SIGNED = "signed", _("signed")
        DECLINED = "declined", _("declined")
        EXPIRED = "expired", _("expired")
        WITHDRAWN = "withdrawn", _("withdrawn")
        SUPERSEDED = "superseded", _("superseded")

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.RESERVED)
    snapshot = models.BinaryField()

    objects: ClassVar[VersionManager] = VersionManager()

    class Meta(StudioOwned.Meta):
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="one_version_a_number"),
            models.UniqueConstraint(
                fields=["engagement"], condition=models.Q(state="issued"), name="one_version_issued"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engagement.number} / {self.number}"


ScopeDocumentManager = OwnedManager.from_queryset(ScopeDocumentQuerySet)


class ScopeDocument(StudioOwned):
    """The issued, numbered document: the snapshot's bytes and the hash under which its PDF is kept.

    Nothing of it ever changes: triggers refuse UPDATE and DELETE on both databases.
    """

    uid = public_id()
    version = models.OneToOneField(Version, models.PROTECT, related_name="document")
    code = models.CharField(max_length=16, unique=True)
    issued_at = models.DateTimeField()
    valid_until = models.DateField()
    snapshot = models.BinaryField()
    snapshot_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    pdf_size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField()

    objects: ClassVar[ScopeDocumentManager] = ScopeDocumentManager()

    class Meta(StudioOwned.Meta):
        ordering = ["-issued_at"]

    def __str__(self) -> str:
        return self.code

    def state_on(self, day: dt.date) -> Version.State:
        """The version's state as that day of the studio shows it: an offer past its last day is expired."""
        state = Version.State(self.version.state)
        return Version.State.EXPIRED if state == Version.State.ISSUED and day > self.valid_until else state

    @property
    def state_today(self) -> Version.State:
        """The version's state as it is now."""
        return self.state_on(self.studio.day_of(timezone.now()))

    @property
    def spelled_code(self) -> str:
        """The verification code in groups of four, as people read it out."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))

    @property
    def file_name(self) -> str:
        """How the PDF is called where it is downloaded."""
        return f"{self.version.engagement.number}-v{self.version.number}.pdf"
