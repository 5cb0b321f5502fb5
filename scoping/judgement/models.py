"""What members said of a finding: that it does not matter here, and why."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.engagements.models import Engagement
from scoping.studios.models import User
from scoping.studios.ownership import OwnedManager, StudioOwned

LONGEST_REASON = 600


class FindingAnswerQuerySet(models.QuerySet["FindingAnswer"]):
    """Answers in the words of the field."""

    def of(self, engagement: Engagement) -> "FindingAnswerQuerySet":
        """What was answered of one engagement."""
        return self.filter(engagement=engagement).select_related("by")


FindingAnswerManager = OwnedManager.from_queryset(FindingAnswerQuerySet)


class FindingAnswer(StudioOwned):
    """One finding of one engagement, answered: "not relevant here, because ...".

    It holds for the facts that the finding named when it was answered, kept as their hash: when they change,
    the finding comes back. `key`, `field` and `lane` say of what the finding was.
    """

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    code = models.CharField(max_length=64)
    key = models.CharField(max_length=64, blank=True)
    field = models.CharField(max_length=64, blank=True)
    lane = models.CharField(max_length=9, blank=True)
    facts_sha256 = models.CharField(max_length=64)
    because = models.TextField(_("Because"), max_length=LONGEST_REASON)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[FindingAnswerManager] = FindingAnswerManager()

    class Meta(StudioOwned.Meta):
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "code", "key", "field", "lane"], name="one_answer_a_finding"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.because}"
