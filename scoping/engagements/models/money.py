"""What is paid, and on which terms."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.words import FeeKind, FeeLane, Onerous
from scoping.kit.models import choices_of

from .rows import EngagementRow

MONTHS = [MinValueValidator(1), MaxValueValidator(120)]


class FeeLine(EngagementRow):
    """Money of one lane without VAT, or of both undivided: a fault to mend (rule 3.4)."""

    LANES = choices_of(
        {
            FeeLane.MARKETING: _("Marketing"),
            FeeLane.SOCIAL: _("Social media"),
            FeeLane.ADJACENT: _("Adjacent work"),
            FeeLane.UNDIVIDED: _("Both roles, undivided"),
        }
    )
    KINDS = choices_of({FeeKind.MONTHLY: _("a month"), FeeKind.ONCE: _("once")})

    lane = models.CharField(max_length=9, choices=LANES)
    kind = models.CharField(max_length=7, choices=KINDS, default=FeeKind.MONTHLY.value)
    label = models.CharField(max_length=160, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, validators=[MinValueValidator(0)])
    first_month = models.PositiveSmallIntegerField(default=1, validators=MONTHS)
    last_month = models.PositiveSmallIntegerField(null=True, blank=True, validators=MONTHS)

    class Meta(EngagementRow.Meta):
        pass


class Clause(EngagementRow):
    """One clause as it stands in this engagement.

    `parameters` are (name, text) pairs of what no field of the engagement gives.
    """

    ONEROUS = choices_of(
        {
            Onerous.NO: _("no"),
            Onerous.POSSIBLE: _("possibly onerous"),
            Onerous.YES: _("onerous"),
        }
    )

    code = models.CharField(max_length=32, blank=True)
    name = models.CharField(max_length=160)
    text = models.TextField(max_length=10_000)
    onerous = models.CharField(max_length=8, choices=ONEROUS, default=Onerous.NO.value)
    parameters = models.JSONField(default=list, blank=True)

    class Meta(EngagementRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name
