"""What the engagements that are signed or offered ask of the studio's people, month by month."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from scoping.catalogue.models import CatalogueDuty
from scoping.domain import economics, scopefile
from scoping.domain.costing import Costing, Estimate
from scoping.domain.economics import Load
from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.engagements.models import Engagement

from .models import DutyEstimate, FrictionAnswer

MOST_OTHERS = 30  # engagements that are looked at beside one
KEPT = 2 * MOST_OTHERS

Hours = tuple[Decimal, Decimal, Decimal]


def loads_of_others(engagement: Engagement, today: dt.date) -> tuple[Load, ...]:
    """What other engagements ask, as they were issued last, by the person's name; an offer whose last day is
    past asks nothing any more. Five queries, however many there are."""
    snapshots = _snapshots(engagement, today)
    if not snapshots:
        return ()
    estimates: defaultdict[int, dict[str, Estimate]] = defaultdict(dict)
    for one in DutyEstimate.objects.filter(engagement__in=snapshots):
        estimates[one.engagement_id][one.duty] = _estimate(one.duty, one.low, one.likely, one.high)
    friction: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for answer in FrictionAnswer.objects.filter(engagement__in=snapshots).order_by("question"):
        friction[answer.engagement_id].append((answer.question, answer.answer))
    usual = _usual(_scope(one) for one in snapshots.values())
    found: list[Load] = []
    for key, snapshot in snapshots.items():
        ours = [one for one in _scope(snapshot).duties if one.responsible == Responsible.STUDIO]
        shipped = {one.key: _estimate(one.key, *usual[one.code]) for one in ours if one.code in usual}
        said = {**shipped, **estimates[key]}
        costing = Costing(estimates=tuple(said.values()), friction=tuple(friction[key]))
        found += _loads(snapshot, costing)
    return tuple(found)


def by_name(described: Scope, loads: Iterable[Load]) -> tuple[Load, ...]:
    """Loads whose person is a name: keys are an engagement's own."""
    names = {person.key: person.name for person in described.persons}
    return tuple(
        Load(person=names.get(one.person, one.person), number=one.number, lane=one.lane, months=one.months)
        for one in loads
    )


def _snapshots(engagement: Engagement, today: dt.date) -> dict[int, bytes]:
    """The newest document's snapshot of each other engagement that people count on, by its row."""
    others = Engagement.objects.standing().exclude(pk=engagement.pk)
    newest: dict[int, int] = {}
    lapsed = set()
    documents = others.filter(versions__document__isnull=False).order_by("-number", "-versions__number")
    told = documents.values_list("pk", "state", "versions__pk", "versions__document__valid_until")
    for key, state, version, until in told:
        if key not in newest:
            newest[key] = version
            if state == Engagement.State.OFFERED and until < today:
                lapsed.add(key)
    wanted = [version for key, version in newest.items() if key not in lapsed][:MOST_OTHERS]
    rows = others.filter(versions__in=wanted).values_list("pk", "versions__snapshot") if wanted else ()
    return {key: bytes(snapshot) for key, snapshot in rows}


@lru_cache(maxsize=KEPT)
def _scope(snapshot: bytes) -> Scope:
    return scopefile.read(snapshot).scope


@lru_cache(maxsize=KEPT)
def _loads(snapshot: bytes, costing: Costing) -> tuple[Load, ...]:
    """Kept, since a snapshot never changes and a board that is worked on asks again with each save."""
    described = _scope(snapshot)
    figures = economics.figures(described, costing)
    return by_name(described, economics.loads(described, figures)) if figures else ()


def _usual(scopes: Iterable[Scope]) -> dict[str, Hours]:
    """The catalogue's hours of the duties that the studio does, by their code."""
    codes = {duty.code for one in scopes for duty in one.duties if duty.responsible == Responsible.STUDIO}
    rows = CatalogueDuty.objects.filter(code__in=codes - {""})
    return {one.code: (one.hours_low, one.hours_likely, one.hours_high) for one in rows}


def _estimate(duty: str, low: Decimal, likely: Decimal, high: Decimal) -> Estimate:
    return Estimate(duty=duty, low=low, likely=likely, high=high)
