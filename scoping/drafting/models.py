"""What each save of a draft changed: kept for a while, so that its maker can take it back."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models

from scoping.engagements.models import Engagement
from scoping.kit.models import public_id
from scoping.studios.models import User
from scoping.studios.ownership import OwnedManager, StudioOwned


class DraftChangeQuerySet(models.QuerySet["DraftChange"]):
    """Kept changes in the words of the field."""

    def of_engagement(self, engagement: Engagement) -> Self:
        """Those of one draft."""
        return self.filter(engagement=engagement)

    def before(self, moment: dt.datetime) -> Self:
        """Those that are older."""
        return self.filter(at__lt=moment)

    def of_session(self, user: User, session: str) -> Self:
        """Those that one person made in one session, the newest first."""
        return self.filter(user=user, session=session).order_by("-pk")

    def newest_first(self) -> Self:
        """Everybody's, with who made them, the newest first."""
        return self.select_related("user").order_by("-pk")


DraftChangeManager = OwnedManager.from_queryset(DraftChangeQuerySet)


class DraftChange(StudioOwned):
    """One save of one person in one session.

    `session` is a hash of the session's key; `changes` the canonical JSON of a tuple of Changes, and `rows`
    the parts and keys that they are about, as "duties:posts".
    """

    uid = public_id()
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    session = models.CharField(max_length=64)
    at = models.DateTimeField()
    changes = models.TextField()
    rows = models.JSONField(default=list)

    objects: ClassVar[DraftChangeManager] = DraftChangeManager()

    class Meta(StudioOwned.Meta):
        indexes = [models.Index(fields=["engagement", "user", "session"], name="draft_change_session")]
