"""The changes that each save made: kept, found again, taken back."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scoping.domain.canonical import canonical_json, sha256_hex
from scoping.domain.changes import Change
from scoping.domain.scopefile import ScopeFileErrors
from scoping.domain.scopefile.changes import plain_changes, read_changes
from scoping.engagements.changing import OUTSIDE
from scoping.engagements.models import Engagement
from scoping.studios.models import User

from .models import DraftChange

KEPT = dt.timedelta(days=1)
NO_CHANGE_OF_THE_DRAFT = OUTSIDE | {"dated"}
LOOKED_AT = 50  # saves of a draft among which the one that last changed a row is looked for


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes a draft, in which session: undo takes back what these two did."""

    user: User
    session: str

    @classmethod
    def of(cls, user: User, session_key: str | None) -> "Author":
        """The author of a request; the session's key itself is kept nowhere else."""
        return cls(user, sha256_hex(session_key or ""))


def keep(engagement: Engagement, author: Author, changes: Sequence[Change], at: dt.datetime) -> None:
    """Keep what a save changed, where it changed anything, and forget what is older than a day."""
    own = [change for change in changes if change.part not in NO_CHANGE_OF_THE_DRAFT]
    if not own:
        return
    DraftChange.objects.before(at - KEPT).delete()  # of the whole studio
    DraftChange.objects.create(
        studio=engagement.studio,
        engagement=engagement,
        user=author.user,
        session=author.session,
        at=at,
        changes=canonical_json(plain_changes(own)),
        rows=sorted({f"{change.part}:{change.key}" for change in own}),
    )


def newest(engagement: Engagement, author: Author) -> DraftChange | None:
    """What this person would take back next, in this session; nothing where another release kept it, whose
    Scopes had other fields."""
    found = DraftChange.objects.of_engagement(engagement).of_session(author.user, author.session).first()
    try:
        return found if found is None or changes_of(found) else None
    except ScopeFileErrors:
        return None


def changes_of(kept: DraftChange) -> tuple[Change, ...]:
    """The changes of one save."""
    return read_changes(json.loads(kept.changes))


def last_of_row(engagement: Engagement, part: str, key: str) -> DraftChange | None:
    """The newest kept save that changed one row, with who made it; None where nobody knows any more."""
    row = f"{part}:{key}"
    recent = DraftChange.objects.of_engagement(engagement).newest_first()[:LOOKED_AT]
    return next((one for one in recent if row in one.rows), None)


def removed(engagement: Engagement, part: str, key: str) -> Any:
    """What a row was when it was removed, where that is still known; None otherwise."""
    last = last_of_row(engagement, part, key)
    found = [one for one in changes_of(last) if (one.part, one.key) == (part, key)] if last else []
    return found[0].before if found and found[0].after is None else None
