"""Clauses taken from the library."""

import math
from collections.abc import Callable, Sequence

from scoping.catalogue.models import CatalogueClause
from scoping.catalogue.offers import clause_offer
from scoping.domain.words import Language
from scoping.engagements.models import Clause, Engagement

from ..arranging import insert, unused


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
