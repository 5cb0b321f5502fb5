"""What the studio knows and says of its engagements, and no client reads: answers, overrules, estimates."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.costing import DISCOUNT, LOSS_LIMIT, MOST_EXCHANGE, MOST_HOURS
from scoping.domain.words import Condition
from scoping.engagements.models import Engagement
from scoping.kit.models import choices_of
from scoping.studios.models import User
from scoping.studios.ownership import OwnedManager, StudioOwned

LONGEST_REASON = 600
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]
LEAST_WORTH = Decimal("0.000001")  # of the other currency, for one unit of the studio's
HOURS = [MinValueValidator(0), MaxValueValidator(MOST_HOURS)]


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


class Yardsticks(StudioOwned):
    """What one studio measures by, in per cent, months and levels (domain.md, rule 3)."""

    loss_limit = models.DecimalField(max_digits=4, decimal_places=1, default=LOSS_LIMIT, validators=PERCENT)
    discount = models.DecimalField(max_digits=4, decimal_places=1, default=DISCOUNT, validators=PERCENT)
    assessment_months = models.PositiveSmallIntegerField(
        default=12, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    assessment_mean = models.DecimalField(
        max_digits=3, decimal_places=2, default=Decimal("2.5"), validators=[MaxValueValidator(4)]
    )

    class Meta(StudioOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["studio"], name="one_yardstick_a_studio")]

    def __str__(self) -> str:
        return f"{self.loss_limit} %"


class EngagementQuerySet(models.QuerySet[Any]):
    """Rows of one engagement."""

    def of(self, engagement: Engagement) -> Self:
        """Those of that engagement."""
        return self.filter(engagement=engagement)


EngagementRowsManager = OwnedManager.from_queryset(EngagementQuerySet)


class DutyEstimate(StudioOwned):
    """The hours of one unit of a duty (its key) in this engagement, instead of the catalogue's."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    duty = models.CharField(max_length=64)
    low = models.DecimalField(max_digits=7, decimal_places=2, validators=HOURS)
    likely = models.DecimalField(max_digits=7, decimal_places=2, validators=HOURS)
    high = models.DecimalField(max_digits=7, decimal_places=2, validators=HOURS)

    objects: ClassVar[EngagementRowsManager] = EngagementRowsManager()

    class Meta(StudioOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["engagement", "duty"], name="one_estimate_a_duty")]

    def __str__(self) -> str:
        return f"{self.duty}: {self.low}, {self.likely}, {self.high}"


class FrictionAnswer(StudioOwned):
    """How the client works with the studio: one question of the package, answered for one engagement."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    question = models.CharField(max_length=32)
    answer = models.CharField(max_length=32)

    objects: ClassVar[EngagementRowsManager] = EngagementRowsManager()

    class Meta(StudioOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["engagement", "question"], name="one_answer_a_question")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class ExchangeRate(StudioOwned):
    """What one unit of the studio's currency is worth in another, on a day: for the figures of one engagement
    whose fees are in that other currency. Internal, as the rates that it converts."""

    engagement = models.OneToOneField(Engagement, models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3)
    worth = models.DecimalField(
        max_digits=14,
        decimal_places=6,
        validators=[MinValueValidator(LEAST_WORTH), MaxValueValidator(MOST_EXCHANGE)],
    )
    on = models.DateField()

    objects: ClassVar[EngagementRowsManager] = EngagementRowsManager()

    def __str__(self) -> str:
        return f"{self.worth} {self.currency}, {self.on}"


class ConditionOverrule(StudioOwned):
    """An owner goes on although a condition is not met, with a written reason. It holds for the person who
    held both roles then; the document says that the condition is not met."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    condition = models.CharField(max_length=16, choices=choices_of({one: one.value for one in Condition}))
    person = models.CharField(max_length=64)
    reason = models.TextField(max_length=LONGEST_REASON)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[EngagementRowsManager] = EngagementRowsManager()

    class Meta(StudioOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["engagement", "condition"], name="one_overrule_a_condition")
        ]

    def __str__(self) -> str:
        return f"{self.condition}: {self.reason}"
