"""Professionals with their experience and what they hold, in a fixed number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scoping.catalogue.competences import band_by_years
from scoping.domain.words import ROLE_LANES, Lane
from scoping.engagements.models import Engagement, Participant, RoleAssignment
from scoping.kit.forms import screen_language
from scoping.press.reading import LETTERS
from scoping.professionals.models import Professional

ROLES = {Lane(lane): name for lane, name in RoleAssignment.LANES}


@dataclass(frozen=True, slots=True)
class Experience:
    """How long somebody does the work of one role. `since` is the year, empty where nobody said it; `band`
    is the one that the years reach."""

    lane: Lane
    letter: str
    name: str
    since: str = ""
    years: int = 0
    band: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The roles that somebody holds in one engagement that goes on."""

    engagement: Engagement
    roles: tuple[Experience, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One professional, role by role, and the engagements in which they hold one."""

    professional: Professional
    experience: tuple[Experience, ...]
    held: tuple[Held, ...]


def everybody(today: dt.date) -> list[Person]:
    """Every professional of the open studio, those who can be chosen in front."""
    held = _held()
    return [
        Person(
            professional=professional,
            experience=tuple(_experience(professional, lane, today.year) for lane in ROLE_LANES),
            held=held.get(professional.pk, ()),
        )
        for professional in Professional.objects.at_work_first()
    ]


def _experience(professional: Professional, lane: Lane, year: int) -> Experience:
    since = professional.since(lane)
    letter, name = LETTERS[lane], str(ROLES[lane])
    if since is None:
        return Experience(lane, letter, name)
    years = max(0, year - since)
    band = band_by_years(lane, years).name[screen_language()]
    return Experience(lane, letter, name, since=str(since), years=years, band=band)


def _held() -> dict[int, tuple[Held, ...]]:
    """What each professional holds in engagements that go on, the newest number first."""
    found: defaultdict[int, defaultdict[Engagement, list[Experience]]] = defaultdict(
        lambda: defaultdict(list)
    )
    going_on = RoleAssignment.objects.exclude(engagement__state=Engagement.State.ENDED).filter(
        engagement__archived_at=None
    )
    roles = going_on.select_related("engagement__client", "lead").prefetch_related("others__participant")
    for role in roles.order_by("-engagement__number", "lane"):
        for participant in _holders(role):
            if participant.professional_id:
                lane = Lane(role.lane)
                shown = Experience(lane, LETTERS[lane], str(ROLES[lane]))
                found[participant.professional_id][role.engagement].append(shown)
    return {
        professional: tuple(Held(engagement, tuple(shown)) for engagement, shown in held.items())
        for professional, held in found.items()
    }


def _holders(role: RoleAssignment) -> Iterator[Participant]:
    if role.lead:
        yield role.lead
    yield from (other.participant for other in role.others.all() if other.participant_id != role.lead_id)
