"""The engagement itself, and the studio's series of numbers."""

import uuid
from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.clients.models import Client
from scoping.domain.words import Language
from scoping.kit.finding import hold
from scoping.kit.models import public_id
from scoping.studios.models import Studio
from scoping.studios.ownership import OwnedManager, StudioOwned


class NumberSeries(StudioOwned):
    """The next number of a studio's series for one year; numbers are never reused, gaps are allowed."""

    year = models.PositiveSmallIntegerField()
    following = models.PositiveIntegerField(default=1)

    class Meta(StudioOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["studio", "year"], name="one_series_a_year")]


class EngagementQuerySet(models.QuerySet["Engagement"]):
    """Engagements in the words of the field."""

    def numbered(self, number: str) -> Self:
        """The one engagement of that number, if the studio has it; none where it cannot be one."""
        return self.none() if "\0" in number else self.filter(number=number)

    def of_uid(self, uid: uuid.UUID) -> Self:
        """The one engagement of that public id, if the studio has it."""
        return self.filter(uid=uid)

    def for_list(self) -> Self:
        """Engagements with their client, the newest number first."""
        return self.select_related("client", "studio").order_by("-number")

    def standing(self) -> Self:
        """Those that are offered or signed: work that people count on."""
        states = (Engagement.State.OFFERED, Engagement.State.SIGNED)
        return self.filter(state__in=states).order_by("-number")

    def matching(self, words: str) -> Self:
        """Those whose number, title or client hold each of the words, whatever their accents and capitals;
        all, where there is none. No database folds accents by itself, so the texts are read."""
        if not words.strip():
            return self
        texts = self.values_list("pk", "number", "title", "client__name", "client__short_name")
        return self.filter(pk__in=[pk for pk, *said in texts if hold(said, words)])

    def in_state(self, state: str) -> Self:
        """Those in one state; all, where none is named."""
        return self.filter(state=state) if state else self


EngagementManager = OwnedManager.from_queryset(EngagementQuerySet)


class Engagement(StudioOwned):
    """One piece of work for one client, from first draft to end.

    `dated` is the document's date (the founding's until a version is issued). `revision` counts the changes
    of the draft, so that somebody who edits an older state is told. `archived_at`: since when a draft is put
    away (`archive`); it is a fact beside the state, which stays draft.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        OFFERED = "offered", _("offered")
        SIGNED = "signed", _("signed")
        ENDED = "ended", _("ended")

    uid = public_id()
    number = models.CharField(max_length=32)
    client = models.ForeignKey(Client, models.PROTECT, related_name="engagements")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=Client.LANGUAGES, default=Language.ITALIAN.value)
    currency = models.CharField(max_length=3, default="EUR")
    dated = models.DateField()
    start = models.DateField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    validity_days = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    hourly_rate = models.DecimalField(
        max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    payment_days = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(365)]
    )
    rounds = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(20)])
    approve_possible_apart = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[EngagementManager] = EngagementManager()

    class Meta(StudioOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["studio", "number"], name="one_number_a_studio")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_open(self) -> bool:
        """Whether its draft may still be changed: not after a signature (rule 6), nor while archived."""
        return self.state in {self.State.DRAFT, self.State.OFFERED} and not self.is_archived

    @property
    def is_archived(self) -> bool:
        """Whether it is a draft that was put away."""
        return self.archived_at is not None


def reserve_number(studio: Studio, year: int) -> str:
    """The studio's next number of that year ("2026-014"). Call inside a transaction."""
    series, _created = NumberSeries.objects.get_or_create(studio=studio, year=year)
    NumberSeries.objects.filter(pk=series.pk).update(following=models.F("following") + 1)
    series.refresh_from_db()
    number = studio.number_of(year, series.following - 1)
    if Engagement.objects.numbered(number).exists():
        return reserve_number(studio, year)
    return number


def skip_number(studio: Studio, number: str) -> None:
    """Let the series go on behind a number that came in by a file, so that it is never given twice."""
    place = studio.place_of(number)
    if place is None:
        return
    year, count = place
    series, _created = NumberSeries.objects.get_or_create(studio=studio, year=year)
    NumberSeries.objects.filter(pk=series.pk, following__lte=count).update(following=count + 1)
