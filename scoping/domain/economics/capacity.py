"""Hours against free time, calendar month by calendar month, over all engagements of a person.

An engagement month counts in the calendar month in which it begins; hours are those of half of the cases.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..costing import Capacity
from ..months import month_start
from ..scope import Scope
from ..words import Lane
from .figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The hours that one engagement (its number) asks of one person in one lane, as (first day of the
    calendar month, hours)."""

    person: str
    number: str
    lane: Lane
    months: tuple[tuple[dt.date, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyMonth:
    """One calendar month of a person: the hours that all engagements ask, and those that are free (None:
    nobody said how many)."""

    month: dt.date
    hours: float
    free: float | None
    engagements: tuple[tuple[str, float], ...]

    @property
    def over(self) -> float:
        """The hours beyond the free ones."""
        return 0.0 if self.free is None else max(round(self.hours - self.free, 2), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overload:
    """A month in which somebody (by name) has more hours than are free: hours in all, the free ones, and the
    numbers of the engagements that ask."""

    person: str
    month: dt.date
    hours: float
    free: float
    engagements: tuple[str, ...]

    @property
    def over(self) -> float:
        """The hours beyond the free ones."""
        return round(self.hours - self.free, 2)


def loads(scope: Scope, figures: Figures) -> tuple[Load, ...]:
    """What one engagement asks of its persons; nothing while it has no first day."""
    if scope.start is None:
        return ()
    months = [month_start(scope.start, month + 1).replace(day=1) for month in range(figures.together.months)]
    return tuple(
        Load(
            person=lane.person,
            number=scope.number,
            lane=lane.lane,
            months=tuple((month, hours.p50) for month, hours in zip(months, lane.by_month, strict=True)),
        )
        for lane in figures.lanes
        if lane.person is not None and lane.lane is not None and lane.hours.p50
    )


def busy_months(person: str, asked: Iterable[Load], capacity: Capacity | None) -> tuple[BusyMonth, ...]:
    """The calendar months in which somebody has work, with what each engagement asks."""
    hours: defaultdict[dt.date, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for load in asked:
        if load.person == person:
            for month, asked_then in load.months:
                hours[month][load.number] += asked_then
    return tuple(
        BusyMonth(
            month=month,
            hours=round(sum(by_number.values()), 2),
            free=None if capacity is None else float(capacity.hours_in(month)),
            engagements=tuple((number, round(by_number[number], 2)) for number in sorted(by_number)),
        )
        for month, by_number in sorted(hours.items())
    )


def overloads(
    own: Sequence[Load], others: Iterable[Load], capacities: Mapping[str, Capacity]
) -> tuple[Overload, ...]:
    """The months in which one engagement, with the others, asks more of somebody than there is; only months
    in which it asks something itself. Loads and free time are by the person's name."""
    asked, found = (*own, *others), []
    for person in sorted({load.person for load in own} & set(capacities)):
        mine = {month for load in own if load.person == person for month, hours in load.months if hours}
        for busy in busy_months(person, asked, capacities[person]):
            if busy.over and busy.month in mine:
                numbers = tuple(number for number, hours in busy.engagements if hours)
                free = busy.free or 0.0
                found.append(
                    Overload(
                        person=person, month=busy.month, hours=busy.hours, free=free, engagements=numbers
                    )
                )
    return tuple(found)
