"""Hours month by month, against the free time of who does the work, with what other engagements ask."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scoping.domain.economics import Overload
from scoping.judgement.economics import Economics
from scoping.press import charts

from ..lanes import lane_titles


@dataclass(frozen=True, slots=True)
class Overloads:
    """The worst months, in their order, and how many more there are."""

    shown: tuple[Overload, ...]
    more: int


def worst_first(found: Sequence[Overload], most: int = 3) -> Overloads:
    """The few months that are worst, told in the order of the calendar."""
    worst = sorted(found, key=lambda one: (-one.over, one.month, one.person))[:most]
    return Overloads(tuple(sorted(worst, key=lambda one: (one.month, one.person))), len(found) - len(worst))


@dataclass(frozen=True, slots=True)
class Legend:
    """What the colours of the months stand for: lanes as (code, title), whether a month has more hours than
    are free, and whose free hours the line is (empty: there is none)."""

    lanes: tuple[tuple[str, str], ...]
    over: bool
    free_of: str


def legend_of(economics: Economics, columns: charts.Columns) -> Legend:
    """The legend of these columns."""
    lanes = {load.lane for load in economics.loads}
    people = {load.person for load in economics.loads}
    person = economics.described.person(people.pop()) if columns.line else None
    return Legend(
        lanes=tuple((lane.value, title) for lane, title in lane_titles().items() if lane in lanes),
        over=any(column.over for column in columns.columns),
        free_of=person.name if person else "",
    )


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
