"""Clauses saved, put back, taken from the library."""

import math
from collections.abc import Callable, Sequence

from django.http import Http404

from scoping.catalogue.models import CatalogueClause
from scoping.catalogue.offers import clause_offer
from scoping.domain.words import Language
from scoping.engagements.models import Clause, Engagement
from scoping.engagements.rows import clause_row

from .. import kept
from ..arranging import insert, unused
from ..draft import Draft


def clause_of(draft: Draft, key: str, *, removed: bool = False) -> Clause:
    """The row of a clause; with `removed`, also the unsaved row of one that was removed a short while ago.
    Raises Http404 where there is none."""
    row = draft.engagement.clause_rows.filter(key=key).first()
    if row is not None:
        return row
    value = kept.removed(draft.engagement, "clauses", key) if removed else None
    if value is None:
        raise Http404
    return clause_row(draft.engagement, 0, value, {})


def save(draft: Draft, clause: Clause) -> None:
    """Save a clause; one that was removed is put back. One change of the draft."""
    with draft.saving():
        if clause.pk is None:
            insert(draft.engagement.clause_rows.all(), [clause], rank=library_order())
        else:
            clause.save(update_fields=["name", "text", "onerous", "parameters"])


def add_from_library(engagement: Engagement, codes: Sequence[str]) -> list[Clause]:
    """Add clauses of the library, worded in the engagement's language, each where the library has it; those
    that are there already are left. Call inside `Draft.saving`."""
    rows = list(engagement.clause_rows.all())
    here, keys = {row.code for row in rows}, {row.key for row in rows}
    added = []
    for offered in CatalogueClause.objects.filter(code__in=codes):
        if offered.code in here:
            continue
        value = clause_offer(offered, Language(engagement.language))
        new = Clause(
            studio=engagement.studio,
            engagement=engagement,
            key=unused(value.key, keys),
            code=value.code,
            name=value.name,
            text=value.text,
            onerous=value.onerous,
            parameters=[list(pair) for pair in value.parameters],
        )
        keys.add(new.key)
        added.append(new)
    insert(rows, added, rank=library_order())
    return added


def library_order() -> Callable[[Clause], float]:
    """Ranks clauses as the library has them; one's own stand behind all."""
    places = {row.code: place for place, row in enumerate(CatalogueClause.objects.all())}
    return lambda clause: places.get(clause.code, math.inf)
