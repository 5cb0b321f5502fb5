"""Condition 1: each role has duties and objectives of its own, none shared, each social objective says
what it serves (domain.md, rule 3)."""

from collections.abc import Iterable

from ..scope import Duty, Objective, Scope
from ..wording import LANE_NAMES, quoted
from ..words import ROLE_LANES, Condition, Lane, Language, Responsible
from .values import Fault, Judged, Said, judged, together


def distinct(scope: Scope) -> Judged:
    """Whether the two jobs are two on paper."""
    faults: list[Fault] = []
    counts = {lane: _counts(scope, lane) for lane in ROLE_LANES}
    for lane, (duties, objectives) in counts.items():
        italian, english = LANE_NAMES[lane]
        if not duties:
            why = Said(f"Il ruolo {italian} non ha mansioni.", f"The {english} role has no duties.")
            faults.append(Fault("duties", why, lane))
        if not objectives:
            why = Said(f"Il ruolo {italian} non ha obiettivi.", f"The {english} role has no objectives.")
            faults.append(Fault("objectives", why, lane))
    included = [one for one in scope.duties if one.responsible != Responsible.EXCLUDED]
    for name, key in _in_both(included):
        why = _about(name, "sta in tutti e due i ruoli", "stands in both roles")
        faults.append(Fault("shared_duty", why, key=key))
    for name, key in _in_both(scope.objectives):
        why = _about(name, "è un obiettivo di tutti e due i ruoli", "is an objective of both roles")
        faults.append(Fault("shared_objective", why, key=key))
    faults += [_serves_nothing(one) for one in _aimless(scope)]
    return judged(
        Condition.DISTINCT,
        faults,
        [_told(counts)],
        together(
            [
                _told(counts),
                Said(
                    "Ogni obiettivo social dice quale obiettivo di marketing serve.",
                    "Each social objective says which marketing objective it serves.",
                ),
            ]
        ),
        together([fault.why for fault in faults[:3]]),
    )


def _counts(scope: Scope, lane: Lane) -> tuple[int, int]:
    objectives = sum(one.lane == lane for one in scope.objectives)
    return len(scope.duties_of(lane, Responsible.STUDIO)), objectives


def _aimless(scope: Scope) -> list[Objective]:
    marketing = {one.key for one in scope.objectives if one.lane == Lane.MARKETING}
    social = (one for one in scope.objectives if one.lane == Lane.SOCIAL)
    return sorted((one for one in social if not marketing & set(one.serves)), key=lambda one: one.key)


def _serves_nothing(objective: Objective) -> Fault:
    why = _about(
        objective.name,
        "non dice quale obiettivo di marketing serve",
        "does not say which marketing objective it serves",
    )
    return Fault("serves", why, Lane.SOCIAL, objective.key)


def _in_both(rows: Iterable[Duty | Objective]) -> list[tuple[str, str]]:
    """What stands in both roles: its name, and the key of the row of social media that has it."""
    found: dict[str, dict[Lane, Duty | Objective]] = {}
    for row in sorted(rows, key=lambda one: one.key):
        if row.lane in ROLE_LANES:
            found.setdefault(" ".join(row.name.casefold().split()), {})[row.lane] = row
    both = (lanes for lanes in found.values() if len(lanes) == len(ROLE_LANES))
    return sorted((lanes[Lane.MARKETING].name, lanes[Lane.SOCIAL].key) for lanes in both)


def _about(name: str, italian: str, english: str) -> Said:
    return Said(
        f"{quoted(name, Language.ITALIAN)} {italian}.", f"{quoted(name, Language.ENGLISH)} {english}."
    )


def _told(counts: dict[Lane, tuple[int, int]]) -> Said:
    """ "8 mansioni e 3 obiettivi per ruolo, nessuno in comune." """
    marketing, social = counts[Lane.MARKETING], counts[Lane.SOCIAL]
    if marketing == social:
        italian, english = _amounts(marketing)
        return Said(f"{italian} per ruolo, nessuno in comune.", f"{english} a role, none shared.")
    first, second = _amounts(marketing), _amounts(social)
    return Said(
        f"{first[0]} di marketing, {second[0]} di social media: niente in comune.",
        f"{first[1]} of marketing, {second[1]} of social media: nothing shared.",
    )


def _amounts(counts: tuple[int, int]) -> tuple[str, str]:
    duties, objectives = counts
    return (
        f"{duties} {'mansione' if duties == 1 else 'mansioni'} e {objectives} "
        f"{'obiettivo' if objectives == 1 else 'obiettivi'}",
        f"{duties} {'duty' if duties == 1 else 'duties'} and {objectives} "
        f"{'objective' if objectives == 1 else 'objectives'}",
    )
