"""Objectives taken from the catalogue, changed, removed: what one of them serves never points to nothing."""

from collections.abc import Sequence

from scoping.catalogue.models import CatalogueObjective
from scoping.catalogue.offers import objective_offer
from scoping.domain.words import Lane, Language
from scoping.engagements.models import Engagement, Objective

from ..arranging import insert, unused
from ..draft import Draft


def lane_of(objective: Objective) -> str:
    """The group within which an objective moves."""
    return objective.lane


def rank_of(objective: Objective) -> int:
    """Where a new objective is put in: behind those of its lane."""
    return list(Lane).index(Lane(objective.lane))


def add_from_catalogue(engagement: Engagement, codes: Sequence[str], lane: Lane) -> list[Objective]:
    """Add objectives of the catalogue to a role, worded in the engagement's language; those that are there
    already are left. A social one serves the marketing objectives that the catalogue names for it, as far as
    the engagement has them. Call inside `Draft.saving`."""
    rows = list(engagement.objective_rows.all())
    here, keys = {row.code for row in rows}, {row.key for row in rows}
    marketing = {row.code: row.key for row in rows if row.code and row.lane == Lane.MARKETING}
    added = []
    for offered in CatalogueObjective.objects.filter(lane=lane, code__in=codes):
        if offered.code in here:
            continue
        value = objective_offer(offered, Language(engagement.language))
        new = Objective(
            studio=engagement.studio,
            engagement=engagement,
            key=unused(value.key, keys),
            lane=value.lane,
            code=value.code,
            name=value.name,
            kpi=value.kpi,
            how_measured=value.how_measured,
            unit=value.unit,
            horizon=value.horizon,
            control=value.control,
        )
        if lane == Lane.SOCIAL:
            new.serves = [marketing[code] for code in offered.serves if code in marketing]
        keys.add(new.key)
        added.append(new)
    insert(rows, added, rank=rank_of)
    return added


def save(draft: Draft, row: Objective, names: Sequence[str]) -> None:
    """Save these fields of an objective; one that was removed is put back. One change of the draft."""
    with draft.saving():
        if row.pk is None:
            insert(draft.engagement.objective_rows.all(), [row], rank=rank_of)
        else:
            row.save(update_fields=names)
        if row.lane != Lane.MARKETING:
            no_longer_serve(draft.engagement, row.key)


def no_longer_serve(engagement: Engagement, key: str) -> None:
    """No objective serves the one of that key any more: it was removed, or is no marketing objective now."""
    for row in engagement.objective_rows.all():
        if key in row.serves:
            row.serves = [served for served in row.serves if served != key]
            row.save(update_fields=["serves"])
