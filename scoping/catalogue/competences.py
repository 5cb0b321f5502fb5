"""The competences of both roles with their described levels, as the package ships them for every studio.

They are one yardstick for all, so that two assessments can be compared: no studio changes them.
"""

from dataclasses import dataclass
from functools import cache

from scoping.domain.words import Lane

from .load import shipped

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Competence:
    """One competence of a role. `levels` describes each level from 0 to 4, by language; a core one counts
    apart in condition 2 of domain rule 3."""

    code: str
    lane: Lane
    name: Texts
    description: Texts
    levels: tuple[Texts, ...]
    core: bool


@cache
def competences(lane: Lane) -> tuple[Competence, ...]:
    """The competences of a role, in their order."""
    core = set(_check("DUAL-2")["core"])
    return tuple(
        Competence(
            code=item["code"],
            lane=lane,
            name=item["name"],
            description=item["description"],
            levels=tuple(sorted(item["levels"], key=lambda level: int(level["level"]))),
            core=item["code"] in core,
        )
        for item in shipped()["competences"]["items"]
        if item["role"] == lane
    )


@cache
def level_names() -> tuple[Texts, ...]:
    """What each level from 0 to 4 is called."""
    return tuple(level["name"] for level in shipped()["competences"]["scale"])


def _check(code: str) -> dict[str, list[str]]:
    conditions = shipped()["competences"]["combined_role"]["conditions"]
    check: dict[str, list[str]] = next(one["check"] for one in conditions if one["code"] == code)
    return check


@dataclass(frozen=True, slots=True)
class SeniorityBand:
    """A band of seniority in a role: the years from which it starts, and what shows that one is there."""

    lane: Lane
    code: str
    name: Texts
    years_from: int
    evidence: Texts


@cache
def bands(lane: Lane) -> tuple[SeniorityBand, ...]:
    """The bands of a role, from junior upwards. A band's first year counts, the next band's doesn't."""
    return tuple(
        SeniorityBand(lane, one["band"], one["name"], one["years"]["min"], one["evidence"])
        for one in shipped()["competences"]["seniority_bands"]
        if one["role"] == lane
    )


def band_by_years(lane: Lane, years: int) -> SeniorityBand:
    """The band that so many years of the role's work reach."""
    return max((one for one in bands(lane) if one.years_from <= years), key=lambda one: one.years_from)
