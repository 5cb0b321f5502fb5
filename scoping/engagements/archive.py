"""Putting a draft away, and taking it out again. Nothing of it is lost: its number, its rows, its record."""

import datetime as dt
import uuid

from django.db import transaction

from scoping.record.write import Actor, Facts, write_line

from .life import locked
from .models import Engagement


class OnTheTable(Exception):
    """The engagement was offered or signed: what somebody else has in hand is not put away."""


def archive(uid: uuid.UUID, *, actor: Actor, at: dt.datetime) -> bool:
    """Put a draft away; False where it is put away already. Raises OnTheTable where it is no draft."""
    return _move(uid, to=at, kind="engagement_archived", actor=actor, at=at)


def restore(uid: uuid.UUID, *, actor: Actor, at: dt.datetime) -> bool:
    """Take a draft out again; False where it was not put away."""
    return _move(uid, to=None, kind="engagement_restored", actor=actor, at=at)


@transaction.atomic
def _move(uid: uuid.UUID, *, to: dt.datetime | None, kind: str, actor: Actor, at: dt.datetime) -> bool:
    engagement = locked(uid)
    if engagement.is_archived == (to is not None):
        return False
    if engagement.state != Engagement.State.DRAFT:
        raise OnTheTable
    # Counted as a change, so that a form that was read before is told.
    Engagement.objects.filter(pk=engagement.pk).update(archived_at=to, revision=engagement.revision + 1)
    write_line(
        studio=engagement.studio,
        chain=engagement.uid,
        kind=kind,
        actor=actor,
        at=at,
        facts=Facts(engagement=engagement.number),
    )
    return True
