"""What the studio's catalogue would have an engagement speak about."""

from functools import cache

from scoping.catalogue.load import shipped
from scoping.catalogue.models import CatalogueClause, CatalogueDuty
from scoping.domain.findings import Expected, Topic
from scoping.domain.words import Lane
from scoping.studios.models import Studio


def expected_of(studio: Studio | None) -> Expected:
    """Borders, duties that are taken for granted, and clauses that this studio needs; two queries."""
    codes, granted = set(), []
    for code, lane, name in CatalogueDuty.objects.values_list("code", "lane", "name"):
        codes.add(code)
        if lane == Lane.ADJACENT:
            granted.append(_topic(name, code))
    law = studio is not None and studio.law_4_2013
    needed = CatalogueClause.objects.values_list("code", "name", "required", "only_if")
    clauses = [
        _topic(name, code)
        for code, name, required, only_if in needed
        if (required and not only_if) or (only_if == "law_4_2013" and law)
    ]
    borders = tuple(one for one in _borders() if codes & set(one.codes))
    return Expected(borders=borders, granted=tuple(granted), clauses=tuple(clauses))


@cache
def _borders() -> tuple[Topic, ...]:
    """The package's cases that lie on a border between two lanes."""
    return tuple(
        _topic(one["topic"], *(code for split in one["splits"] for code in split["codes"]))
        for one in shipped()["borderline"]
    )


def _topic(name: dict[str, str], *codes: str) -> Topic:
    return Topic(name.get("it", ""), name.get("en", ""), codes)
