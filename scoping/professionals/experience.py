"""What shows a professional's seniority in a role: the band that is claimed, and its evidence."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.words import Lane
from scoping.kit.models import choices_of
from scoping.studios.ownership import OwnedManager, StudioOwned

from .models import Professional

LONGEST_EVIDENCE = 2_000


class ExperienceQuerySet(models.QuerySet["RoleExperience"]):
    """Experience in the words of the field."""

    def of(self, professional: Professional) -> dict[Lane, "RoleExperience"]:
        """What is said of one professional, by role."""
        return {Lane(one.lane): one for one in self.filter(professional=professional)}


ExperienceManager = OwnedManager.from_queryset(ExperienceQuerySet)


class RoleExperience(StudioOwned):
    """One professional's seniority in one role. The years stand with the professional; `band` is the one for
    which `evidence` speaks."""

    BANDS: ClassVar = [("junior", _("junior")), ("mid", _("mid-level")), ("senior", _("senior"))]
    LANES = choices_of({Lane.MARKETING: _("Marketing"), Lane.SOCIAL: _("Social media")})

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="experience")
    lane = models.CharField(max_length=9, choices=LANES)
    band = models.CharField(max_length=10, choices=BANDS)
    evidence = models.TextField(max_length=LONGEST_EVIDENCE, blank=True)

    objects: ClassVar[ExperienceManager] = ExperienceManager()

    class Meta(StudioOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["professional", "lane"], name="one_experience_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.professional}: {self.lane}, {self.band}"
