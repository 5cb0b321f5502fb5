"""What an hour costs and what is asked for it, and how many hours there are. Internal: no client reads it."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from scoping.domain.costing import MOST_HOURS_A_MONTH, MOST_RATE
from scoping.studios.ownership import OwnedManager, StudioOwned

from .models import Professional

MONEY = [MinValueValidator(0), MaxValueValidator(MOST_RATE)]
HOURS = [MinValueValidator(0), MaxValueValidator(MOST_HOURS_A_MONTH)]


class RateQuerySet(models.QuerySet["HourRate"]):
    """Rates in the words of the field."""

    def of(self, professional: Professional) -> "RateQuerySet":
        """One professional's own, the newest first."""
        return self.filter(professional=professional)

    def of_bands(self) -> "RateQuerySet":
        """Those of the bands of seniority, which count for who has none of their own."""
        return self.filter(professional=None)

    def since(self, day: dt.date, band: str = "") -> "RateQuerySet":
        """Those that begin on that day, of a band or of none."""
        return self.filter(since=day, band=band)

    def on(self, today: dt.date) -> list["RateLine"]:
        """Each with what it is today: of a person, or of each band, the latest that has begun holds."""
        lines, in_force = [], set()
        for one in self:
            holds = one.since <= today and one.band not in in_force
            if holds:
                in_force.add(one.band)
            lines.append(RateLine(one, holds=holds, begins=one.since > today))
        return lines


RateManager = OwnedManager.from_queryset(RateQuerySet)


class HourRate(StudioOwned):
    """An hour's cost and price from a day on, in the studio's currency: of one professional, or of a band."""

    BANDS: ClassVar = [("junior", _("junior")), ("mid", _("mid-level")), ("senior", _("senior"))]

    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="rates"
    )
    band = models.CharField(max_length=10, blank=True, choices=BANDS)
    since = models.DateField()
    cost = models.DecimalField(max_digits=8, decimal_places=2, validators=MONEY)
    price = models.DecimalField(max_digits=8, decimal_places=2, validators=MONEY)

    objects: ClassVar[RateManager] = RateManager()

    class Meta(StudioOwned.Meta):
        ordering = ["-since", "band", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(professional__isnull=False, band="") | (Q(professional=None) & ~Q(band="")),
                name="a_rate_is_of_one_or_of_a_band",
            ),
            models.UniqueConstraint(fields=["professional", "since"], name="one_rate_a_day"),
            models.UniqueConstraint(
                fields=["studio", "band", "since"],
                condition=Q(professional=None),
                name="one_rate_a_band_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.professional or self.band}, {self.since}"


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate, and whether it holds today, or only begins to on a day that has not come. What neither holds
    nor begins is past: a later one took its place."""

    rate: HourRate
    holds: bool
    begins: bool


class FreeTimeQuerySet(models.QuerySet["FreeTime"]):
    """Free time in the words of the field."""

    def of(self, professional: Professional) -> "FreeTime | None":
        """What is said of one professional."""
        return self.filter(professional=professional).first()


FreeTimeManager = OwnedManager.from_queryset(FreeTimeQuerySet)


class FreeTime(StudioOwned):
    """The hours a month that a professional has for engagements. `other_months` holds those that differ, as
    {"2027-08": "22"}."""

    professional = models.OneToOneField(Professional, models.PROTECT, related_name="free_time")
    hours_a_month = models.DecimalField(max_digits=5, decimal_places=1, validators=HOURS)
    other_months = models.JSONField(default=dict, blank=True)

    objects: ClassVar[FreeTimeManager] = FreeTimeManager()

    def __str__(self) -> str:
        return f"{self.professional}: {self.hours_a_month}"


def month_of(text: str) -> dt.date:
    """The first day of a month written as "2027-08"."""
    return dt.date.fromisoformat(f"{text}-01")
