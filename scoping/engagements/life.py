"""Steps of an engagement's life: each one locked, recorded, and possible only from where it may start."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models, transaction

from .models import Engagement


def locked(uid: uuid.UUID) -> Engagement:
    """The engagement, held for this transaction: whoever changes its state or its draft waits here."""
    return Engagement.objects.select_for_update().select_related("client", "studio").get(uid=uid)


@contextmanager
def held(number: str) -> Iterator[None]:
    """One transaction in which nobody else changes that engagement, from before it is read."""
    with transaction.atomic():
        Engagement.objects.numbered(number).select_for_update(no_key=True).first()
        yield


def touch(engagement: Engagement, at: dt.datetime) -> None:
    """Count one more change of the draft, and when it was made."""
    Engagement.objects.filter(pk=engagement.pk).update(revision=models.F("revision") + 1, changed_at=at)


def offer(engagement: Engagement) -> None:
    """From draft to offered, once its first version is issued; an offered engagement stays so."""
    Engagement.objects.filter(pk=engagement.pk, state=Engagement.State.DRAFT).update(
        state=Engagement.State.OFFERED
    )
