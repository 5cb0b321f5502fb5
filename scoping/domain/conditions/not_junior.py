"""Condition 3: in each role the years reach the band above junior, and that band's evidence is there
(domain.md, rule 3)."""

import datetime as dt

from ..costing import Band
from ..wording import LANE_NAMES
from ..words import ROLE_LANES, Condition, Lane
from .values import Fault, Judged, Qualification, Said, Standards, judged, together


def not_junior(known: Qualification, standards: Standards, day: dt.date) -> Judged:
    """Whether the person is a junior in neither role. Years are calendar years; a band's least counts."""
    faults: list[Fault] = []
    told: list[Said] = []
    least = dict(standards.years)
    of_lane = {one.lane: one for one in known.experience}
    for lane in ROLE_LANES:
        experience = of_lane.get(lane)
        italian, english = LANE_NAMES[lane]
        years = day.year - experience.since if experience and experience.since is not None else None
        if years is not None and years >= 0:
            told.append(_years(years, lane))
        if years is None or years < least.get(lane, 0):
            why = Said(
                f"Per {italian} servono almeno {least.get(lane, 0)} anni.",
                f"At least {least.get(lane, 0)} years are needed for {english}.",
            )
            faults.append(Fault("years", why, lane))
        elif experience is None or experience.band == Band.JUNIOR:
            why = Said(f"Per {italian} il profilo è junior.", f"The profile is a junior's for {english}.")
            faults.append(Fault("band", why, lane))
        elif not experience.shown:
            why = Said(
                f"Per {italian} mancano le prove dell'esperienza.",
                f"The evidence of the experience is missing for {english}.",
            )
            faults.append(Fault("evidence", why, lane))
    shown = Said("Lo studio ne ha le prove.", "The studio has the evidence.")
    return judged(
        Condition.NOT_JUNIOR,
        faults,
        told,
        together([*told, shown]),
        together([*told, *(fault.why for fault in faults)]),
    )


def _years(years: int, lane: Lane) -> Said:
    italian, english = LANE_NAMES[lane]
    return Said(
        f"{years} {'anno' if years == 1 else 'anni'} di {italian}.",
        f"{years} {'year' if years == 1 else 'years'} of {english}.",
    )
