"""What is done and what must be reached: guidelines, autonomy, duties, objectives."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.words import (
    Cadence,
    Control,
    Decision,
    Horizon,
    IfNeeded,
    Lane,
    Responsible,
)
from scoping.kit.models import choices_of

from .persons import Participant, RoleAssignment
from .rows import HOUR, EngagementRow, WhenFields

DAYS = [MinValueValidator(1), MaxValueValidator(60)]
LANES = [*RoleAssignment.LANES, *choices_of({Lane.ADJACENT: _("Adjacent work")})]


class Guideline(WhenFields, EngagementRow):
    """What a role receives from another: source, person, and by when."""

    lane = models.CharField(max_length=9, choices=RoleAssignment.LANES)
    name = models.CharField(max_length=160)
    description = models.TextField(max_length=600, blank=True)
    source = models.CharField(max_length=6, choices=Participant.PARTIES, blank=True)
    person = models.ForeignKey(Participant, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(EngagementRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name


class AutonomyRow(EngagementRow):
    """One thing that the social role decides, proposes or asks; and whose approval."""

    DECISIONS = choices_of(
        {
            Decision.DECIDES: _("decides alone"),
            Decision.PROPOSES: _("proposes"),
            Decision.ASKS: _("asks for approval"),
        }
    )

    name = models.CharField(max_length=160)
    detail = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=8, choices=DECISIONS, blank=True)
    person = models.ForeignKey(Participant, models.PROTECT, null=True, blank=True, related_name="+")
    days = models.PositiveSmallIntegerField(null=True, blank=True, validators=DAYS)

    class Meta(EngagementRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name


class Duty(WhenFields, EngagementRow):
    """One recognisable piece of work of one lane, with exactly one responsible party (rule 1)."""

    RESPONSIBLE = choices_of(
        {
            Responsible.STUDIO: _("Studio"),
            Responsible.CLIENT: _("Client"),
            Responsible.THIRD: _("Third party"),
            Responsible.EXCLUDED: _("Excluded"),
        }
    )
    CADENCES = choices_of(
        {
            Cadence.ONCE: _("once"),
            Cadence.WEEKLY: _("a week"),
            Cadence.MONTHLY: _("a month"),
            Cadence.QUARTERLY: _("a quarter"),
            Cadence.YEARLY: _("a year"),
            Cadence.ON_DEMAND: _("on demand"),
        }
    )
    IF_NEEDED = choices_of(
        {
            IfNeeded.QUOTE: _("on quotation"),
            IfNeeded.COORDINATE: _("the studio coordinates it"),
            IfNeeded.CLIENT_KEEPS: _("stays with the client"),
            IfNeeded.REFER: _("the studio names somebody"),
            IfNeeded.HOURLY: _("at the hourly rate"),
        }
    )

    lane = models.CharField(max_length=9, choices=LANES)
    code = models.CharField(max_length=32, blank=True)
    area = models.CharField(max_length=32, blank=True)
    name = models.CharField(max_length=160)
    description = models.TextField(max_length=10_000, blank=True)
    deliverable = models.CharField(max_length=300, blank=True)
    responsible = models.CharField(max_length=8, choices=RESPONSIBLE, blank=True)
    person = models.ForeignKey(Participant, models.PROTECT, null=True, blank=True, related_name="+")
    quantity = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    unit_plural = models.CharField(max_length=60, blank=True)
    cadence = models.CharField(max_length=9, choices=CADENCES, default=Cadence.MONTHLY.value)
    rounds = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(20)])
    platforms = models.JSONField(default=list, blank=True)
    answers = models.BooleanField(default=False)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True, validators=DAYS)
    answer_weekdays = models.JSONField(default=list, blank=True)
    answer_opens = models.CharField(max_length=5, blank=True, validators=[HOUR])
    answer_closes = models.CharField(max_length=5, blank=True, validators=[HOUR])
    limits = models.TextField(max_length=10_000, blank=True)
    exclusion = models.TextField(max_length=10_000, blank=True)
    reason = models.TextField(max_length=10_000, blank=True)
    if_needed = models.CharField(max_length=12, choices=IF_NEEDED, blank=True)
    content = models.BooleanField(default=False)
    needs = models.JSONField(default=list, blank=True)
    depends_on = models.JSONField(default=list, blank=True)

    class Meta(EngagementRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name


class Objective(EngagementRow):
    """What a role must reach. A social objective names the marketing objectives that it serves, by key."""

    HORIZONS = choices_of({Horizon.SHORT: _("short"), Horizon.MEDIUM: _("medium"), Horizon.LONG: _("long")})
    CONTROLS = choices_of(
        {
            Control.OUTPUT: _("what the role delivers"),
            Control.OUTCOME: _("what it bears on, with others"),
        }
    )

    lane = models.CharField(max_length=9, choices=RoleAssignment.LANES)
    code = models.CharField(max_length=32, blank=True)
    name = models.CharField(max_length=200)
    kpi = models.CharField(max_length=200, blank=True)
    how_measured = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    horizon = models.CharField(max_length=6, choices=HORIZONS, default=Horizon.MEDIUM.value)
    serves = models.JSONField(default=list, blank=True)
    control = models.CharField(max_length=7, choices=CONTROLS, default=Control.OUTCOME.value)

    class Meta(EngagementRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name
