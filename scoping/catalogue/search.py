"""Finding rows of the catalogue by anybody's words: the studio's, or those that clients use."""

from scoping.kit.finding import hold

from .models import CatalogueClause, CatalogueDuty, CatalogueObjective, Texts

Searched = CatalogueDuty | CatalogueObjective | CatalogueClause


def speaks_of(row: Searched, words: str) -> bool:
    """Whether a row's texts, in either language, or the clients' words for it hold each of the words."""
    texts = [text for texts in _texts(row) for text in texts.values()]
    if isinstance(row, CatalogueDuty):
        texts += [keyword for keywords in row.keywords.values() for keyword in keywords]
    return hold([row.code, *texts], words)


def _texts(row: Searched) -> tuple[Texts, ...]:
    match row:
        case CatalogueDuty():
            return (row.name, row.deliverable, row.description)
        case CatalogueObjective():
            return (row.name, row.kpi, row.how_measured)
        case CatalogueClause():
            return (row.name, row.text, row.why)
