"""The figures of an engagement's draft, and what other engagements ask of the same people."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scoping.domain import economics
from scoping.domain.costing import Costing
from scoping.domain.economics import Figures, Load, Suggestion, TwoJobs
from scoping.domain.scope import Scope
from scoping.engagements.models import Engagement

from .costing import costing_of


@dataclass
class Economics:
    """What a draft asks and brings in. `figures` is None while nobody said how long the work lasts."""

    described: Scope
    costing: Costing

    @cached_property
    def figures(self) -> Figures | None:
        """Hours, margin, risk."""
        return economics.figures(self.described, self.costing)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What would lower the risk."""
        found = self.figures
        return economics.suggestions(self.described, self.costing, found) if found else ()

    @cached_property
    def two_jobs(self) -> TwoJobs | None:
        """Whether one fee pays two jobs."""
        return economics.two_jobs(self.described, self.costing, self.figures) if self.figures else None

    @property
    def loads(self) -> tuple[Load, ...]:
        """What it asks of its people, month by month."""
        return economics.loads(self.described, self.figures) if self.figures else ()


def economics_of(engagement: Engagement, described: Scope) -> Economics:
    """The economics of a draft, as its Scope says it now."""
    return Economics(described, costing_of(engagement, described))


def loads_of(engagements: Iterable[tuple[Engagement, Scope]]) -> tuple[Load, ...]:
    """What some engagements ask of the studio's people, by the person's name."""
    found: list[Load] = []
    for engagement, described in engagements:
        found += named_loads(economics_of(engagement, described))
    return tuple(found)


def named_loads(asked: Economics) -> tuple[Load, ...]:
    """Loads whose person is a name: keys are an engagement's own."""
    names = {person.key: person.name for person in asked.described.persons}
    return tuple(
        Load(person=names.get(one.person, one.person), number=one.number, lane=one.lane, months=one.months)
        for one in asked.loads
    )
