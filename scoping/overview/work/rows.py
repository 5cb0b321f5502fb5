"""Engagements as rows of a list, in a fixed number of queries however many there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scoping.documents.models import ScopeDocument
from scoping.domain.fees import LaneFees, fees_of
from scoping.domain.money import money_text
from scoping.domain.scope import FeeLine
from scoping.domain.words import FeeLane, Lane
from scoping.engagements.models import Engagement
from scoping.engagements.models import FeeLine as FeeRow
from scoping.engagements.reading import fee_line
from scoping.kit.forms import screen_language
from scoping.press.reading import LETTERS
from scoping.press.words import words_of

from .standing import TONES, Standing

LANES = dict(FeeRow.LANES)


@dataclass(frozen=True, slots=True)
class FeeInBrief:
    """What one lane is paid, in a few words. Of undivided fees `letter` is empty."""

    lane: FeeLane
    letter: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One engagement: how it stands, its newest document (None before the first), its fees as drafted."""

    engagement: Engagement
    standing: Standing
    tone: str
    document: ScopeDocument | None
    fees: tuple[FeeInBrief, ...]


def work_rows(engagements: Sequence[Engagement]) -> tuple[WorkRow, ...]:
    """The rows of engagements that came with their standing (`with_standing`)."""
    documents: dict[int, ScopeDocument] = {}
    for document in ScopeDocument.objects.all().of_all(engagements):
        documents.setdefault(document.version.engagement_id, document)
    lines: defaultdict[int, list[FeeLine]] = defaultdict(list)
    for row in FeeRow.objects.filter(engagement__in=engagements):
        lines[row.engagement_id].append(fee_line(row))
    return tuple(_row(one, documents.get(one.pk), tuple(lines[one.pk])) for one in engagements)


def _row(engagement: Engagement, document: ScopeDocument | None, lines: tuple[FeeLine, ...]) -> WorkRow:
    standing = Standing(engagement.standing)  # type: ignore[attr-defined]  # with_standing
    return WorkRow(
        engagement=engagement,
        standing=standing,
        tone=TONES.get(standing, ""),
        document=document,
        fees=tuple(
            _in_brief(found, engagement.currency) for found in fees_of(lines, engagement.months).lanes
        ),
    )


def _in_brief(found: LaneFees, currency: str) -> FeeInBrief:
    assert found.lane is not None
    language = screen_language()
    words, parts = words_of(language), []
    if found.monthly:
        amounts = [stretch.amount for stretch in found.monthly]
        low, high = (money_text(one, currency, language) for one in (min(amounts), max(amounts)))
        parts.append(words.a_month(low) if low == high else words.a_month_varies(low, high))
    if found.once:
        parts.append(words.one_off(money_text(found.once_total, currency, language)))
    return FeeInBrief(
        lane=found.lane,
        letter="" if found.lane == FeeLane.UNDIVIDED else LETTERS[Lane(found.lane.value)],
        name=str(LANES[found.lane]),
        text=", ".join(parts) or money_text(found.once_total, currency, language),
    )
