"""What every row of a draft shares: its engagement, its key, its place in the reading order."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.domain.scope import When
from scoping.domain.words import WhenKind
from scoping.kit.models import choices_of
from scoping.studios.ownership import StudioOwned

from .engagement import Engagement

KEY = RegexValidator(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z", _("Letters, figures, dot, dash, underscore."))
HOUR = RegexValidator(r"\A([01]\d|2[0-3]):[0-5]\d\Z", _("An hour of the day, such as 09:00."))


class EngagementRow(StudioOwned):
    """A row of one engagement's draft. Its key is unique in the engagement and stays for good."""

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="%(class)s_rows")
    key = models.CharField(max_length=64, validators=[KEY])
    position = models.PositiveIntegerField(default=0)

    class Meta(StudioOwned.Meta):
        abstract = True
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["engagement", "key"], name="%(class)s_key")]


class WhenFields(models.Model):
    """When: at start, on a date, on a day of each month, on weekdays (0 is Monday) between two hours."""

    WHEN = choices_of(
        {
            WhenKind.NONE: _("no set time"),
            WhenKind.START: _("at the start"),
            WhenKind.DATE: _("on a date"),
            WhenKind.MONTH_DAY: _("on a day of each month"),
            WhenKind.WEEKDAYS: _("on weekdays"),
        }
    )

    when_kind = models.CharField(max_length=10, choices=WHEN, default=WhenKind.NONE.value)
    when_date = models.DateField(null=True, blank=True)
    when_day = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    when_weekdays = models.JSONField(default=list, blank=True)
    when_opens = models.CharField(max_length=5, blank=True, validators=[HOUR])
    when_closes = models.CharField(max_length=5, blank=True, validators=[HOUR])

    class Meta:
        abstract = True

    def when(self) -> When:
        """The value that a Scope holds."""
        return When(
            kind=WhenKind(self.when_kind),
            date=self.when_date,
            day=self.when_day,
            weekdays=tuple(self.when_weekdays),
            opens=self.when_opens,
            closes=self.when_closes,
        )

    def take_when(self, when: When) -> None:
        """Take over a Scope's value."""
        self.when_kind, self.when_day = when.kind, when.day
        self.when_date = when.date
        self.when_weekdays = list(when.weekdays)
        self.when_opens, self.when_closes = when.opens, when.closes
