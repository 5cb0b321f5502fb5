"""Does it happen as often as it is said? Writes the reliability table of docs/economics.md.

Engagements of all kinds are made up; the economics say the risk of each; then an independent sampler, of the
standard library alone, lets each happen once: each duty's estimate, each duty's month and the client drawn
on its own. Of those said to lose in a fifth of the cases a fifth should have lost.

`python -m scripts.calibrate [--engagements N] [--around N]`; without a change of seed it always writes the
same."""

import argparse
import datetime as dt
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import NormalDist

from scoping.domain.costing import Costing, Estimate, Rate
from scoping.domain.economics.figures import loss_probability
from scoping.domain.economics.friction import friction, questions
from scoping.domain.economics.plan import plan_of
from scoping.domain.scope import (
    ClientIdentity,
    Duty,
    FeeLine,
    Person,
    RoleAssignment,
    Scope,
    StudioIdentity,
)
from scoping.domain.words import (
    ROLE_LANES,
    Cadence,
    FeeKind,
    FeeLane,
    Holder,
    Language,
    Party,
    Responsible,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "economics.md"
BEGIN, END = "<!-- reliability: begin -->", "<!-- reliability: end -->"
SEED = 2026
ENGAGEMENTS, AROUND = 6_000, 600
LOW, HIGH = 0.175, 0.225  # around a fifth
NOISE, PEAK = 0.2, 4  # as docs/economics.md states them
DAY = dt.date(2027, 1, 1)
UNITS = {Cadence.WEEKLY: 52 / 12, Cadence.MONTHLY: 1.0, Cadence.QUARTERLY: 1.0, Cadence.YEARLY: 1.0}
EVERY = {Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One engagement: the risk that was said, and whether it lost when it happened."""

    said: float
    lost: bool


def outcomes(engagements: int, around: int, seed: int = SEED) -> list[Outcome]:
    """So many engagements of every risk, and so many more whose risk is about a fifth."""
    chance = random.Random(seed)
    aims = [chance.random() for _ in range(engagements)]
    aims += [chance.uniform(LOW - 0.01, HIGH + 0.01) for _ in range(around)]
    found = []
    for aim in aims:
        scope, costing = engagement(chance, aim)
        said = loss_probability(plan_of(scope, costing))
        assert said is not None
        found.append(Outcome(said, happened(chance, scope, costing) > sum(_paid(scope))))
    return found


def engagement(chance: random.Random, aim: float) -> tuple[Scope, Costing]:
    """A made-up engagement whose risk is about `aim`."""
    months = chance.randint(3, 24)
    duties, estimates = [], []
    for number in range(chance.randint(3, 14)):
        cadence = chance.choice(list(Cadence)[:5])
        low = chance.uniform(0.2, 8)
        likely = low * chance.uniform(1, 2)
        high = likely * chance.uniform(1, 2.5)
        duty = Duty(
            key=f"d{number}-{chance.randrange(10**6)}",
            lane=chance.choice(ROLE_LANES),
            name=f"Duty {number}",
            responsible=Responsible.STUDIO,
            quantity=Decimal(chance.randint(1, 8)),
            cadence=cadence,
        )
        duties.append(duty)
        hours = (Decimal(round(one, 2)).quantize(Decimal("0.01")) for one in (low, likely, high))
        estimates.append(Estimate(**dict(zip(("low", "likely", "high"), hours, strict=True)), duty=duty.key))
    costing = Costing(
        rates=tuple(
            Rate(person=lane, since=DAY, cost=Decimal(chance.randint(20, 90)), price=Decimal(90))
            for lane in ROLE_LANES
        ),
        estimates=tuple(estimates),
        friction=tuple(
            (question.code, chance.choice(question.answers).code)
            for question in questions()
            if chance.random() < 0.7
        ),
    )
    scope = _scope(duties, months)
    fee = _fee(chance, scope, costing, aim)
    line = FeeLine(key="fee", lane=FeeLane.MARKETING, kind=FeeKind.ONCE, amount=fee)
    return _scope(duties, months, (line,)), costing


def happened(chance: random.Random, scope: Scope, costing: Costing) -> float:
    """What an engagement costs when it happens: everything drawn on its own, nothing collapsed."""
    of_duty = {one.duty: one for one in costing.estimates}
    of_lane = {rate.person: float(rate.cost) for rate in costing.rates}
    cost = 0.0
    for duty in scope.duties:
        estimate = of_duty[duty.key]
        hours = _pert(chance, float(estimate.low), float(estimate.likely), float(estimate.high))
        for month in range(1, (scope.months or 0) + 1):
            units = _units(duty, month)
            if units:
                cost += of_lane[duty.lane] * units * hours * (1 + NOISE * chance.gauss(0, 1))
    client = friction(costing)
    sigma = client.spread
    return cost * client.mean * chance.lognormvariate(-sigma * sigma / 2, sigma)


def table(found: Sequence[Outcome]) -> str:
    """The reliability table: what was said, how many, how many of them lost."""
    rows = [("17.5 to 22.5 %", [one for one in found if LOW <= one.said <= HIGH])]
    for tenth in range(10):
        name = f"{tenth * 10} to {tenth * 10 + 10} %"
        rows.append((name, [one for one in found if min(int(one.said * 10), 9) == tenth]))
    lines = ["| said | engagements | said on average | lost |", "| --- | ---: | ---: | ---: |"]
    for name, some in rows:
        if some:
            said = sum(one.said for one in some) / len(some)
            lost = sum(one.lost for one in some) / len(some)
            lines.append(f"| {name} | {len(some)} | {said:.1%} | {lost:.1%} |".replace("%", " %"))
    return "\n".join(lines).replace("  %", " %")


def main() -> None:
    """Calibrate, and write the table into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engagements", type=int, default=ENGAGEMENTS)
    parser.add_argument("--around", type=int, default=AROUND)
    asked = parser.parse_args()
    told = table(outcomes(asked.engagements, asked.around))
    print(told)
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{told}\n{END}{after}", encoding="utf-8")


def _scope(duties: list[Duty], months: int, fees: tuple[FeeLine, ...] = ()) -> Scope:
    return Scope(
        number="1",
        title="",
        language=Language.ENGLISH,
        currency="EUR",
        dated=DAY,
        start=DAY,
        months=months,
        studio=StudioIdentity(name="Studio"),
        client=ClientIdentity(name="Client"),
        persons=tuple(Person(key=lane, party=Party.STUDIO, name=lane) for lane in ROLE_LANES),
        roles=tuple(RoleAssignment(lane=lane, held_by=Holder.STUDIO, lead=lane) for lane in ROLE_LANES),
        duties=tuple(duties),
        fees=fees,
    )


def _fee(chance: random.Random, scope: Scope, costing: Costing, aim: float) -> Decimal:
    """A fee that is about as often too low as aimed at: from sixty tries, so never exactly."""
    tries = [math.log(happened(chance, scope, costing) or 0.01) for _ in range(60)]
    mean = sum(tries) / len(tries)
    spread = math.sqrt(sum((one - mean) ** 2 for one in tries) / len(tries))
    fee = math.exp(mean + spread * NormalDist().inv_cdf(min(max(1 - aim, 0.001), 0.999)))
    return Decimal(fee).quantize(Decimal("0.01"))


def _paid(scope: Scope) -> list[float]:
    return [float(line.amount) for line in scope.fees]


def _pert(chance: random.Random, low: float, likely: float, high: float) -> float:
    if high == low:
        return low
    a = 1 + PEAK * (likely - low) / (high - low)
    b = 1 + PEAK * (high - likely) / (high - low)
    return low + (high - low) * chance.betavariate(a, b)


def _units(duty: Duty, month: int) -> float:
    quantity = float(duty.quantity or 0)
    if duty.cadence == Cadence.ONCE:
        return quantity if month == 1 else 0.0
    if (month - 1) % EVERY.get(duty.cadence, 1):
        return 0.0
    return quantity * UNITS[duty.cadence]


if __name__ == "__main__":
    main()
