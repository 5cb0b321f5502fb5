"""Taking duties from the studio's catalogue: finding them by the client's words, adding several at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scoping.catalogue.models import CatalogueDuty
from scoping.catalogue.offers import duty_offer
from scoping.catalogue.search import speaks_of
from scoping.domain.words import Lane, Language, Responsible
from scoping.engagements.models import Duty as DutyRow
from scoping.engagements.models import Engagement
from scoping.engagements.rows import duty_row
from scoping.press import phrases
from scoping.press.reading import Reading

from ..arranging import insert, unused
from ..draft import Draft
from .choices import area_names


@dataclass(frozen=True, slots=True)
class Offer:
    """One duty of the catalogue as it would stand in the engagement."""

    code: str
    name: str
    deliverable: str
    often: str
    exclusion: str


@dataclass(frozen=True, slots=True)
class OfferArea:
    """The offers of one area."""

    name: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What the catalogue still has for a lane. `here` counts the duties that the engagement has already."""

    areas: tuple[OfferArea, ...]
    codes: tuple[str, ...]
    here: int

    @property
    def count(self) -> int:
        """How many are shown."""
        return sum(len(area.offers) for area in self.areas)


def offers(draft: Draft, lane: Lane, words: str = "") -> Offers:
    """The duties of a lane that the engagement lacks, by area; with words, those that speak of them."""
    rows = list(CatalogueDuty.objects.filter(lane=lane))
    taken = {duty.code for duty in draft.described.duties}
    free = [row for row in rows if row.code not in taken]
    shown = [row for row in free if speaks_of(row, words)]
    reading = Reading.of(draft.described, None)
    areas = tuple(
        OfferArea(name, tuple(_offer(reading, row) for row in shown if row.area == code))
        for code, name in area_names(lane).items()
    )
    return Offers(
        areas=tuple(area for area in areas if area.offers),
        codes=tuple(row.code for row in rows),
        here=len(rows) - len(free),
    )


def _offer(reading: Reading, row: CatalogueDuty) -> Offer:
    duty = duty_offer(row, reading.language)
    return Offer(
        code=duty.code,
        name=duty.name,
        deliverable=duty.deliverable,
        often=f"{phrases.quantity(reading, duty)} {phrases.often(reading, duty)}".strip(),
        exclusion=duty.exclusion,
    )


def add_from_catalogue(
    engagement: Engagement, codes: Sequence[str], lane: Lane, responsible: Responsible
) -> list[DutyRow]:
    """Add duties of the catalogue to a lane, worded in the engagement's language.

    Those that are there already are left as they are: the same form sent twice adds nothing twice. Call
    inside `Draft.saving`.
    """
    rows = list(engagement.duty_rows.all())
    here, keys = {row.code for row in rows}, {row.key for row in rows}
    added: list[DutyRow] = []
    for offered in CatalogueDuty.objects.filter(lane=lane, code__in=codes):
        if offered.code in here:
            continue
        new = duty_row(engagement, 0, duty_offer(offered, Language(engagement.language), responsible), {})
        new.key = unused(new.key, keys)
        keys.add(new.key)
        added.append(new)
    insert(rows, added, rank=ranking(lane))
    return added


def ranking(lane: str) -> Callable[[DutyRow], tuple[int, int]]:
    """Ranks duties where a new one is put in: by lane, then by the catalogue's areas of this one lane."""
    lanes = list(Lane)
    areas = {code: place for place, code in enumerate(area_names(lane))}
    return lambda row: (lanes.index(Lane(row.lane)), areas.get(row.area, len(areas)))
