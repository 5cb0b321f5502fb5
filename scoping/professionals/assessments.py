"""What professionals can do, as a named person assessed it on a day: described levels, with evidence."""

from decimal import Decimal
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.words import Lane
from scoping.kit.models import choices_of, public_id
from scoping.studios.models import Membership, User
from scoping.studios.ownership import OwnedManager, StudioOwned

from .models import Professional

LEVELS = 5  # 0 to 4


class AssessmentQuerySet(models.QuerySet["CompetenceAssessment"]):
    """Assessments in the words of the field."""

    def of(self, professional: Professional) -> Self:
        """Those of one professional, the newest first."""
        found = self.filter(professional=professional).select_related("by").prefetch_related("files")
        return found.order_by("-on", "-pk")

    def readable_by(self, member: Membership) -> Self:
        """Those that this member may read: an owner everybody's, others their own."""
        found = self.select_related("professional").prefetch_related("files")
        return found if member.is_owner else found.filter(professional__user=member.user)

    def latest_of(self, professional: Professional, lane: Lane) -> "CompetenceAssessment | None":
        """The one that counts for a role: the newest."""
        return self.of(professional).filter(lane=lane).first()


AssessmentManager = OwnedManager.from_queryset(AssessmentQuerySet)


class CompetenceAssessment(StudioOwned):
    """One professional's competences for one role, as somebody scored them on a day.

    `scores` holds, by the competence's code, `level` (0 to 4), `evidence` (text) and `link`; evidence that is
    a file is a row of `evidence.EvidenceFile`. What was assessed is not edited: who sees it otherwise
    assesses anew, and the newest counts.
    """

    LANES = choices_of({Lane.MARKETING: _("Marketing"), Lane.SOCIAL: _("Social media")})

    uid = public_id()
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="assessments")
    lane = models.CharField(max_length=9, choices=LANES)
    on = models.DateField()
    assessor = models.CharField(max_length=120)
    scores = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AssessmentManager] = AssessmentManager()

    class Meta(StudioOwned.Meta):
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.professional}: {self.lane}, {self.on}"

    @property
    def by_themselves(self) -> bool:
        """Whether it is a self-assessment, which is allowed and called that."""
        return bool(self.assessor.casefold() == self.professional.name.casefold())

    @property
    def mean(self) -> Decimal:
        """The mean level, with two places."""
        levels = [score["level"] for score in self.scores.values()]
        return (Decimal(sum(levels)) / len(levels)).quantize(Decimal("0.01")) if levels else Decimal(0)
