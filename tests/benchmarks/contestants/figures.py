"""What prints nothing: the economics of an engagement, and what the rules say of it."""

import dataclasses
import time
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from scoping.domain.costing import Costing, Estimate, Rate
from scoping.domain.economics import SCENARIOS, figures
from scoping.domain.findings import findings_of
from scoping.domain.limits import EARLIEST_DAY
from scoping.domain.scope import Scope
from scoping.domain.words import Cadence, Responsible
from scoping.press.fonts import unprintable

from .. import scopes
from .python import InThisProcess
from .taken import Taken

MONTHS = 24
TIMES = 5  # of each round: one alone is too short for the clock


def engaged(count: int, turn: int) -> tuple[Scope, Costing]:
    """An engagement of two years in which the studio does so many duties; each turn with other quantities, so
    that nothing kept can answer for it."""
    sample = scopes.with_duties(scopes.sample().scope, count)
    cadences = (Cadence.MONTHLY, Cadence.WEEKLY, Cadence.QUARTERLY, Cadence.MONTHLY, Cadence.ONCE)
    duties = tuple(
        dataclasses.replace(
            duty,
            responsible=Responsible.STUDIO,
            quantity=Decimal(1 + (place + turn) % 4),
            cadence=cadences[place % len(cadences)],
        )
        for place, duty in enumerate(sample.duties)
    )
    people = [person.key for person in sample.persons]
    rates = (Rate(person=key, since=EARLIEST_DAY, cost=Decimal(50), price=Decimal(70)) for key in people)
    estimates = (
        Estimate(
            duty=duty.key, low=Decimal(1), likely=Decimal(2 + place % 7) / 2, high=Decimal(5 + place % 3)
        )
        for place, duty in enumerate(duties)
    )
    scope = dataclasses.replace(sample, duties=duties, months=MONTHS)
    return scope, Costing(rates=tuple(rates), estimates=tuple(estimates))


class Risk(InThisProcess):
    """All figures of an engagement: hours by month and lane with their percentiles, margin, drivers."""

    def __init__(self, duties: int = 90, scenarios: int = SCENARIOS) -> None:
        self.duties, self.scenarios = duties, scenarios

    def print(self, folder: Path) -> Taken:
        """Count the processor time of one of several turns."""
        turn = int(folder.name)
        made = [engaged(self.duties, turn * TIMES + place) for place in range(TIMES)]
        wall, before = time.monotonic(), time.process_time()
        for one in made:
            self.work(one)
        return Taken((time.process_time() - before) / TIMES, (time.monotonic() - wall) / TIMES, b"")

    def work(self, engagement: tuple[Scope, Costing]) -> Any:
        """What is measured."""
        return figures(*engagement, scenarios=self.scenarios)

    def roots(self) -> Sequence[int]:
        """Nobody weighs it."""
        return []


class Rules(Risk):
    """What all rules say of an engagement."""

    def work(self, engagement: tuple[Scope, Costing]) -> Any:
        """What is measured."""
        return findings_of(engagement[0], unprintable=unprintable, usual_reasons={})
