"""How an engagement stands today, in one word: its state, and two facts beside it."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.documents.models import ScopeDocument
from scoping.engagements.models import Engagement
from scoping.engagements.models.engagement import EngagementQuerySet


class Standing(models.TextChoices):
    """What lists show and filter by. An offer past its last day has expired, as its public page says, though
    no state moved; an archived draft is out of the way."""

    DRAFT = Engagement.State.DRAFT.value, Engagement.State.DRAFT.label
    OFFERED = Engagement.State.OFFERED.value, Engagement.State.OFFERED.label
    EXPIRED = "expired", _("offer expired")
    SIGNED = Engagement.State.SIGNED.value, Engagement.State.SIGNED.label
    ENDED = Engagement.State.ENDED.value, Engagement.State.ENDED.label
    ARCHIVED = "archived", _("archived")


TONES = {Standing.DRAFT: "draft", Standing.OFFERED: "warn", Standing.EXPIRED: "bad", Standing.SIGNED: "ok"}


def with_standing(engagements: EngagementQuerySet, today: dt.date) -> EngagementQuerySet:
    """The engagements, each with its `standing` on that day of the studio."""
    lapsed = models.Exists(ScopeDocument.objects.all().lapsed_of(models.OuterRef("pk"), today))
    return engagements.annotate(
        standing=models.Case(
            models.When(archived_at__isnull=False, then=models.Value(Standing.ARCHIVED.value)),
            models.When(lapsed, state=Engagement.State.OFFERED, then=models.Value(Standing.EXPIRED.value)),
            default=models.F("state"),
            output_field=models.CharField(),
        )
    )


def standing_so(engagements: EngagementQuerySet, standing: str) -> EngagementQuerySet:
    """Those of them that stand so; where nothing is named, all that are not archived."""
    if standing:
        return engagements.filter(standing=standing)  # type: ignore[misc]  # with_standing
    return engagements.filter(archived_at=None)


def counts_of(engagements: EngagementQuerySet) -> dict[str, int]:
    """How many of them stand how; standings that none has are left out."""
    found = engagements.order_by().values_list("standing")  # type: ignore[misc]  # with_standing
    return dict(found.annotate(models.Count("pk")))
