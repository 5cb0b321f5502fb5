"""Condition 2: the person's competences were scored for each role, with evidence, lately and well enough
(domain.md, rule 3)."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from ..money import figure_text
from ..months import add_months
from ..wording import LANE_NAMES, day_text
from ..words import ROLE_LANES, Condition, Lane, Language
from .values import Assessment, Fault, Judged, Qualification, Said, Standards, judged, together


def assessed(known: Qualification, standards: Standards, day: dt.date) -> Judged:
    """Whether the latest assessment of each role holds on that day. One in the future does not count yet."""
    faults: list[Fault] = []
    told: list[Said] = []
    for lane in ROLE_LANES:
        latest = max(
            (one for one in known.assessments if one.lane == lane and one.on <= day),
            key=lambda one: one.on,
            default=None,
        )
        italian, english = LANE_NAMES[lane]
        if latest is None:
            why = Said(
                f"{_capital(italian)}: le competenze non sono ancora valutate.",
                f"{_capital(english)}: the competences are not assessed yet.",
            )
            faults.append(Fault("unassessed", why, lane))
            continue
        told.append(_told(lane, latest, standards))
        faults += _faults(lane, latest, standards, day)
    return judged(
        Condition.ASSESSED, faults, told, together(told), together([*told, *(fault.why for fault in faults)])
    )


def mean_level(assessment: Assessment, standards: Standards) -> Decimal:
    """The mean over the role's competences; one that was not scored counts nothing."""
    levels = {one.competence: one.level for one in assessment.scores}
    codes = [code for lane, code, _ in standards.competences if lane == assessment.lane]
    return sum((Decimal(levels.get(code, 0)) for code in codes), Decimal(0)) / max(len(codes), 1)


def _faults(lane: Lane, latest: Assessment, standards: Standards, day: dt.date) -> list[Fault]:
    found: list[Fault] = []
    italian, english = (_capital(name) for name in LANE_NAMES[lane])

    def add(code: str, in_italian: str, in_english: str, key: str = "") -> None:
        found.append(Fault(code, Said(f"{italian}: {in_italian}", f"{english}: {in_english}"), lane, key))

    if add_months(latest.on, standards.validity) < day:
        months = standards.validity
        add(
            "expired",
            f"la valutazione ha più di {months} mesi.",
            f"the assessment is more than {months} months old.",
        )
    scores = {one.competence: one for one in latest.scores}
    unshown = next((one.competence for one in latest.scores if one.level and not one.shown), None)
    if unshown is not None:
        add(
            "unshown",
            "manca la prova di una competenza.",
            "the evidence of a competence is missing.",
            unshown,
        )
    core = [code for of, code, is_core in standards.competences if of == lane and is_core]
    low = next((code for code in core if code not in scores or scores[code].level < standards.least), None)
    if low is not None:
        add(
            "core",
            f"una competenza essenziale è sotto il livello {standards.least}.",
            f"a core competence is below level {standards.least}.",
            low,
        )
    if mean_level(latest, standards) < standards.mean:
        least = [figure_text(standards.mean, language) for language in (Language.ITALIAN, Language.ENGLISH)]
        add("mean", f"la media è sotto {least[0]}.", f"the mean is below {least[1]}.")
    return found


def _told(lane: Lane, latest: Assessment, standards: Standards) -> Said:
    """ "Marketing: 3,4 su 4, valutato da Anna Landi il 18 novembre 2026." """
    mean = mean_level(latest, standards).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    italian, english = (_capital(name) for name in LANE_NAMES[lane])
    first, second = (figure_text(mean, language) for language in (Language.ITALIAN, Language.ENGLISH))
    on, then = (day_text(latest.on, language) for language in (Language.ITALIAN, Language.ENGLISH))
    if latest.by_themselves:
        return Said(
            f"{italian}: {first} su 4, autovalutazione del {on}.",
            f"{english}: {second} of 4, self-assessment of {then}.",
        )
    return Said(
        f"{italian}: {first} su 4, valutazione di {latest.assessor} del {on}.",
        f"{english}: {second} of 4, assessed by {latest.assessor} on {then}.",
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
