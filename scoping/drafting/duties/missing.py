"""The rest of an area: what nobody decided yet, and what the catalogue has beside it. Excluded at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoping.catalogue.models import CatalogueDuty
from scoping.domain.scope import Duty, Scope
from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Engagement

from .catalogue import add_from_catalogue


@dataclass(frozen=True, slots=True)
class Rest:
    """What of an area would be excluded: its undecided duties, and (code, name) of those of the catalogue."""

    undecided: tuple[Duty, ...]
    offered: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many duties that is."""
        return len(self.undecided) + len(self.offered)

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called in the document's language."""
        return (*(duty.name for duty in self.undecided), *(name for _code, name in self.offered))


def missing_of(described: Scope, lane: Lane) -> Mapping[str, Sequence[str]]:
    """The codes of what the catalogue has for a lane and the engagement lacks, by area."""
    here = {duty.code for duty in described.duties}
    found: dict[str, list[str]] = {}
    for code, area in CatalogueDuty.objects.filter(lane=lane).values_list("code", "area"):
        if code not in here:
            found.setdefault(area, []).append(code)
    return found


def rest_of(described: Scope, lane: Lane, area: str) -> Rest:
    """The rest of one area; of "" the undecided duties of no area."""
    undecided = [duty for duty in described.duties_of(lane) if duty.responsible is None and duty.area == area]
    codes = missing_of(described, lane).get(area, ()) if area else ()
    names = CatalogueDuty.objects.names(set(codes), described.language) if codes else {}
    return Rest(tuple(undecided), tuple((code, names[code]) for code in codes))


def exclude(engagement: Engagement, lane: Lane, rest: Rest) -> None:
    """Exclude the rest of an area. Call inside `Draft.saving`."""
    keys = [duty.key for duty in rest.undecided]
    engagement.duty_rows.filter(key__in=keys).update(responsible=Responsible.EXCLUDED.value, person=None)
    add_from_catalogue(engagement, [code for code, _name in rest.offered], lane, Responsible.EXCLUDED)
