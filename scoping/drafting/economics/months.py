"""Hours month by month, against the free time of who does the work, with what other engagements ask."""

import datetime as dt
from dataclasses import dataclass

from scoping.domain import scopefile
from scoping.domain.economics import busy_months
from scoping.domain.scope import Scope
from scoping.engagements.models import Engagement
from scoping.judgement.economics import Economics, loads_of, named_loads
from scoping.press import charts

MOST_OTHERS = 30  # engagements that are offered or signed beside this one


@dataclass(frozen=True, slots=True)
class Overload:
    """A month in which somebody has more hours than are free: hours in all, beyond the free ones, and of
    which engagements."""

    person: str
    month: dt.date
    hours: float
    over: float
    engagements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overloads:
    """The worst months, in their order, and how many more there are."""

    shown: tuple[Overload, ...]
    more: int


def worst_first(found: list[Overload], most: int = 3) -> Overloads:
    """The few months that are worst, told in the order of the calendar."""
    worst = sorted(found, key=lambda one: (-one.over, one.month, one.person))[:most]
    return Overloads(tuple(sorted(worst, key=lambda one: (one.month, one.person))), len(found) - len(worst))


def columns_of(economics: Economics) -> charts.Columns | None:
    """The engagement's own hours, month by month; the free hours where one person does all of it."""
    figures, scope = economics.figures, economics.described
    if figures is None or scope.start is None or not figures.together.hours.p90:
        return None
    people = {one.person for one in economics.loads}
    capacity = economics.costing.capacity(people.pop()) if len(people) == 1 else None
    months: dict[dt.date, list[tuple[str, float]]] = {}
    for load in reversed(economics.loads):  # social below, marketing above
        for month, hours in load.months:
            months.setdefault(month, []).append((load.lane.value, hours))
    return charts.columns_chart(
        [
            charts.MonthHours(
                month=month,
                stacked=tuple(stacked),
                free=float(capacity.hours_in(month)) if capacity else None,
            )
            for month, stacked in sorted(months.items())
        ]
    )


def overloads_of(engagement: Engagement, economics: Economics) -> list[Overload]:
    """The months in which this engagement, with those offered and signed, asks more than there is."""
    own = named_loads(economics)
    others = loads_of(_others(engagement))
    found = []
    for key in sorted({one.person for one in economics.loads}):
        person = economics.described.person(key)
        if person is None:
            continue
        mine = {month for load in own if load.person == person.name for month, hours in load.months if hours}
        for busy in busy_months(person.name, (*own, *others), economics.costing.capacity(key)):
            if busy.over and busy.month in mine:
                numbers = tuple(number for number, hours in busy.engagements if hours)
                found.append(Overload(person.name, busy.month, busy.hours, busy.over, numbers))
    return found


def _others(engagement: Engagement) -> list[tuple[Engagement, Scope]]:
    """Engagements beside this one that are offered or signed, as they were issued last."""
    found = []
    for other in Engagement.objects.standing().exclude(pk=engagement.pk)[:MOST_OTHERS]:
        version = other.versions.exclude(state="reserved").order_by("-number").first()
        if version is not None:
            found.append((other, scopefile.read(bytes(version.snapshot)).scope))
    return found
