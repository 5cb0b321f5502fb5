"""What is done to a fee line: saved, put back, divided where it pays both roles."""

from collections.abc import Sequence
from decimal import Decimal

from django.http import Http404

from scoping.domain.words import FeeLane
from scoping.engagements.models import Engagement, FeeLine
from scoping.engagements.rows import fee_row

from .. import kept
from ..arranging import arrange, fresh_key, insert
from ..draft import Draft


def lane_of(line: FeeLine) -> str:
    """The group within which a fee line moves."""
    return line.lane


def rank_of(line: FeeLine) -> int:
    """Where a new line is put in: behind those of its lane."""
    return list(FeeLane).index(FeeLane(line.lane))


def line_of(draft: Draft, key: str, *, removed: bool = False) -> FeeLine:
    """The row of a fee line; with `removed`, also the unsaved row of one that was removed a short while ago.
    Raises Http404 where there is none."""
    row = draft.engagement.feeline_rows.filter(key=key).first()
    if row is not None:
        return row
    value = kept.removed(draft.engagement, "fees", key) if removed else None
    if value is None:
        raise Http404
    return fee_row(draft.engagement, 0, value, {})


def save(draft: Draft, line: FeeLine, names: Sequence[str]) -> None:
    """Save these fields of a line; one that was removed is put back. One change of the draft."""
    with draft.saving():
        if line.pk is None:
            insert(draft.engagement.feeline_rows.all(), [line], rank=rank_of)
        else:
            line.save(update_fields=names)


def divide(engagement: Engagement, line: FeeLine, *, marketing: Decimal, social: Decimal) -> None:
    """Put two lines in the place of an undivided one, with its months and its label. Call inside
    `Draft.saving`."""
    rows = list(engagement.feeline_rows.all())
    place = rows.index(line)
    parts = parts_of(line, marketing=marketing, social=social)
    line.delete()
    for part in parts:
        part.position = place
        part.save()
    arrange([*rows[:place], *parts, *rows[place + 1 :]])


def parts_of(line: FeeLine, *, marketing: Decimal, social: Decimal) -> list[FeeLine]:
    """The two unsaved lines that an undivided one becomes."""
    return [
        FeeLine(
            studio=line.studio,
            engagement=line.engagement,
            key=fresh_key(),
            lane=lane,
            kind=line.kind,
            label=line.label,
            amount=amount,
            first_month=line.first_month,
            last_month=line.last_month,
        )
        for lane, amount in ((FeeLane.MARKETING, marketing), (FeeLane.SOCIAL, social))
    ]
