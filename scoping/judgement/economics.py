"""The figures of an engagement's draft, and what other engagements ask of the same people."""

from dataclasses import dataclass
from functools import cached_property

from scoping.domain import economics
from scoping.domain.costing import Costing
from scoping.domain.economics import Figures, Load, Overload, Suggestion, TwoJobs
from scoping.domain.scope import Scope
from scoping.engagements.models import Engagement

from .costing import costing_of
from .others import by_name, loads_of_others


@dataclass
class Economics:
    """What a draft asks and brings in. `figures` is None while nobody said how long the work lasts."""

    engagement: Engagement
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

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """What it asks of its people, month by month."""
        return economics.loads(self.described, self.figures) if self.figures else ()

    @cached_property
    def overloads(self) -> tuple[Overload, ...]:
        """The months in which it asks, with the engagements that are signed or offered, more of its people
        than they have."""
        names = {person.key: person.name for person in self.described.persons}
        free = {names[one.person]: one for one in self.costing.capacities if one.person in names}
        if not free or not self.loads:
            return ()
        others = loads_of_others(self.engagement, self.described.dated)
        return economics.overloads(by_name(self.described, self.loads), others, free)


def economics_of(engagement: Engagement, described: Scope) -> Economics:
    """The economics of a draft, as its Scope says it now."""
    return Economics(engagement, described, costing_of(engagement, described))
