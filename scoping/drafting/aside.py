"""What the right column of each step says of hours and risk: internal, as the whole page of a draft is."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from scoping.judgement.economics import Economics

from .lanes import lane_titles
from .risk import hours, risk_of

BAR = 100


@dataclass(frozen=True, slots=True)
class LaneHours:
    """One lane's hours a month in half of the cases, and its part of the bar (of 100, from the left)."""

    lane: str
    title: str
    hours: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Hours a month by lane, and the risk of a loss (None where it is not known)."""

    lanes: tuple[LaneHours, ...]
    together: str
    risk: dict[str, Any] | None
    lacking: int
    url: str


def aside_of(economics: Economics) -> Aside | None:
    """Hours and risk of a draft; None while there are no hours at all."""
    figures, scope = economics.figures, economics.described
    if figures is None or not figures.together.hours.p50:
        return None
    whole, start, lanes = figures.together.hours_a_month.p50, 0.0, []
    for one in figures.lanes:
        a_month = one.hours_a_month.p50
        if one.lane is None or not a_month:
            continue
        length = round(a_month / max(whole, a_month) * BAR, 1)
        lanes.append(
            LaneHours(one.lane.value, lane_titles()[one.lane], hours(a_month), round(start, 1), length)
        )
        start += length
    return Aside(
        lanes=tuple(lanes),
        together=hours(whole),
        risk=risk_of(figures, scope) if figures.together.loss is not None else None,
        lacking=len(figures.gaps),
        url=reverse("drafting:economics", kwargs={"number": scope.number}),
    )
