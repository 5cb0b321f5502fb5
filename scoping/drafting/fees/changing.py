"""A fee that pays both roles becomes two."""

from decimal import Decimal

from scoping.domain.words import FeeLane
from scoping.engagements.models import Engagement, FeeLine

from ..arranging import arrange, fresh_key


def lane_of(line: FeeLine) -> str:
    """The group within which a fee line moves."""
    return line.lane


def rank_of(line: FeeLine) -> int:
    """Where a new line is put in: behind those of its lane."""
    return list(FeeLane).index(FeeLane(line.lane))


def divide(engagement: Engagement, line: FeeLine, *, marketing: Decimal, social: Decimal) -> None:
    """Put two lines in the place of an undivided one, with its months and its label. Call inside
    `Draft.saving`."""
    rows = list(engagement.feeline_rows.all())
    place = rows.index(line)
    parts = [
        FeeLine(
            studio=engagement.studio,
            engagement=engagement,
            key=fresh_key(),
            position=place,
            lane=lane,
            kind=line.kind,
            label=line.label,
            amount=amount,
            first_month=line.first_month,
            last_month=line.last_month,
        )
        for lane, amount in ((FeeLane.MARKETING, marketing), (FeeLane.SOCIAL, social))
    ]
    line.delete()
    for part in parts:
        part.save()
    arrange([*rows[:place], *parts, *rows[place + 1 :]])
