"""What could be changed against a loss, before anybody knows by how much it helps: one function a kind."""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..changes import Change, changes_between
from ..costing import Costing
from ..money import figure_text, money_text
from ..months import month_start
from ..scope import Duty, FeeLine, Scope, When
from ..wording import LANE_NAMES, month_text, quoted
from ..words import ROLE_LANES, Cadence, FeeKind, IfNeeded, Lane, Language, Responsible, WhenKind
from .capacity import BusyMonth, busy_months, loads
from .figures import Figures
from .numbers import np

CAPPED, LIMITED = 4, 3  # how many of the greatest drivers are looked at
ROUNDS = 2
ROUND_FEE = 10  # fees are raised to a round amount of the currency


class Kind(StrEnum):
    """What a suggestion does."""

    CAP = "cap"
    EXCLUDE = "exclude"
    ROUNDS = "rounds"
    FEE = "fee"
    MOVE = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that could be changed: what it is about (lane, key of a duty or a fee line), the changes, and
    how it is said, title and detail, in both languages."""

    kind: Kind
    lane: Lane
    key: str
    changes: tuple[Change, ...]
    italian: tuple[str, str]
    english: tuple[str, str]


def proposals(scope: Scope, costing: Costing, found: Figures) -> Iterator[Proposal]:
    """Everything that is worth a try, in no order of worth."""
    duties = {duty.key: duty for duty in scope.duties}
    driving = [duties[driver.key] for driver in found.drivers]
    for duty in driving[:CAPPED]:
        yield from _capped(scope, duty)
    for duty in driving[:1]:
        yield _excluded(scope, duty)
    for duty in driving[:LIMITED]:
        yield from _limited(scope, duty)
    yield from _raised(scope, found)
    yield from _moved(scope, costing, found)


def _capped(scope: Scope, duty: Duty) -> Iterator[Proposal]:
    """A quarter less, by one at least; at least one stays."""
    if duty.quantity is None or duty.quantity < 2:
        return
    fewer = duty.quantity - max(Decimal(1), (duty.quantity / 4).to_integral_value())
    yield _of_duty(
        Kind.CAP,
        scope,
        duty,
        ("{name}: da {then} a {now} {unit}", "stesso compenso"),
        ("{name}: from {then} to {now} {unit}", "the same fee"),
        {"quantity": fewer},
    )


def _excluded(scope: Scope, duty: Duty) -> Proposal:
    return _of_duty(
        Kind.EXCLUDE,
        scope,
        duty,
        ("{name}: fuori dall'incarico", "stesso compenso"),
        ("{name}: left out", "the same fee"),
        {"responsible": Responsible.EXCLUDED, "if_needed": duty.if_needed or IfNeeded.QUOTE},
    )


def _limited(scope: Scope, duty: Duty) -> Iterator[Proposal]:
    limit = duty.rounds if duty.rounds is not None else scope.terms.rounds
    if not (duty.content or duty.rounds is not None) or (limit is not None and limit <= ROUNDS):
        return
    italian = "oggi non c'è un limite" if limit is None else f"oggi sono {limit}"
    english = "today there is no limit" if limit is None else f"today there are {limit}"
    yield _of_duty(
        Kind.ROUNDS,
        scope,
        duty,
        (f"{{name}}: al più {ROUNDS} giri di modifiche", italian),
        (f"{{name}}: {ROUNDS} rounds of changes at most", english),
        {"rounds": ROUNDS},
    )


def _raised(scope: Scope, found: Figures) -> Iterator[Proposal]:
    """The fee of the role that loses most often, raised until the whole risk is within the studio's limit."""
    missing = _missing_fee(found)
    lanes = [lane for lane in found.lanes if lane.lane in ROLE_LANES and lane.loss is not None]
    paid = [(lane, line) for lane in lanes for line in [_greatest_line(scope, lane.lane)] if line is not None]
    if not missing or not paid:
        return
    lane, line = max(paid, key=lambda pair: (pair[0].loss or 0.0, pair[1].key))
    payments = _payments(line, scope.months or 1)
    more = Decimal(math.ceil(missing / payments / ROUND_FEE) * ROUND_FEE)
    raised = dataclasses.replace(line, amount=line.amount + more)
    assert lane.lane is not None
    names = LANE_NAMES[lane.lane]
    titles = []
    for language, form in (
        (Language.ITALIAN, "Compenso {}: da {} a {}"),
        (Language.ENGLISH, "Fee for {}: from {} to {}"),
    ):
        then, now = (money_text(one.amount, scope.currency, language) for one in (line, raised))
        titles.append(form.format(names[language == Language.ENGLISH], then, now))
    yield Proposal(
        kind=Kind.FEE,
        lane=lane.lane,
        key=line.key,
        changes=_changes(scope, fees=_swapped(scope.fees, line, raised)),
        italian=(titles[0], "arriva al limite dello studio"),
        english=(titles[1], "reaches the studio's limit"),
    )


def _moved(scope: Scope, costing: Costing, found: Figures) -> Iterator[Proposal]:
    """Work that is done once, out of the month that asks most beyond the free hours into the freest one."""
    asked = loads(scope, found)
    if scope.start is None:
        return
    for person in sorted({load.person for load in asked}):
        months = busy_months(person, asked, costing.capacity(person))
        fullest = max(months, key=lambda one: one.over, default=None)
        if fullest is None or not fullest.over or len(months) == 1:
            continue
        here = months.index(fullest) + 1
        lanes = {load.lane for load in asked if load.person == person}
        lines = [one for one in found.drawn.plan.lines if one.lane in lanes and one.units[here - 1]]
        once = {duty.key: duty for duty in scope.duties if duty.cadence == Cadence.ONCE}
        movable = [line for line in lines if line.key in once]
        awaited = {key for duty in scope.duties for key in duty.depends_on}
        movable = [line for line in movable if line.key not in awaited] or movable
        if not movable:
            continue
        line = max(movable, key=lambda one: (one.likely * one.units[here - 1], one.key))
        there = _month_with_room(months, here, line.likely * line.units[here - 1])
        when = When(kind=WhenKind.DATE, date=month_start(scope.start, there))
        then, moved = fullest.month, months[there - 1].month
        yield _of_duty(
            Kind.MOVE,
            scope,
            once[line.key],
            (f"{{name}}: {_from_to('da {} a {}', then, moved, Language.ITALIAN)}", ""),
            (f"{{name}}: {_from_to('from {} to {}', then, moved, Language.ENGLISH)}", ""),
            {"when": when},
        )


def _from_to(form: str, then: dt.date, moved: dt.date, language: Language) -> str:
    """Two calendar months, the year once where it is the same."""
    same = then.year == moved.year
    return form.format(month_text(then, language, year=not same), month_text(moved, language))


def _month_with_room(months: Sequence[BusyMonth], here: int, hours: float) -> int:
    """The nearest other month in which so many hours go least beyond the free ones, to the hour."""
    others = [month for month in range(1, len(months) + 1) if month != here]

    def price(month: int) -> tuple[int, int, int]:
        then = months[month - 1]
        return round(max(then.hours + hours - (then.free or 0.0), 0.0)), abs(month - here), month

    return min(others, key=price, default=here)


def _of_duty(
    kind: Kind,
    scope: Scope,
    duty: Duty,
    italian: tuple[str, str],
    english: tuple[str, str],
    changed: dict[str, Any],
) -> Proposal:
    new = dataclasses.replace(duty, **changed)
    said = []
    for language, (title, detail) in ((Language.ITALIAN, italian), (Language.ENGLISH, english)):
        facts = {
            "name": quoted(duty.name, language),
            "then": figure_text(duty.quantity, language) if duty.quantity is not None else "",
            "now": figure_text(new.quantity, language) if new.quantity is not None else "",
            "unit": duty.unit if new.quantity == 1 else duty.unit_plural or duty.unit,
        }
        for name, fact in facts.items():
            title = title.replace(f"{{{name}}}", fact)
        said.append((title.strip(), detail))
    return Proposal(
        kind=kind,
        lane=duty.lane,
        key=duty.key,
        changes=_changes(scope, duties=_swapped(scope.duties, duty, new)),
        italian=said[0],
        english=said[1],
    )


def _missing_fee(found: Figures) -> float:
    """How much more fee brings the risk to the studio's limit; 0 where it is within."""
    cost = found.drawn.cost
    if cost is None:
        return 0.0
    may_lose = int(found.loss_limit * found.scenarios + 1e-9)
    if may_lose >= found.scenarios:
        return 0.0
    needed = float(np.sort(cost)[found.scenarios - 1 - may_lose])
    return max(needed - float(found.together.fee or 0), 0.0)


def _greatest_line(scope: Scope, lane: Lane | None) -> FeeLine | None:
    months = scope.months or 1
    lines = [
        line for line in scope.fees if lane is not None and line.lane.value == lane.value and line.amount
    ]
    return max(lines, key=lambda line: (line.amount * _payments(line, months), line.key), default=None)


def _payments(line: FeeLine, months: int) -> int:
    if line.kind == FeeKind.ONCE:
        return 1
    return max((line.last_month or months) - line.first_month + 1, 1)


def _swapped(rows: tuple[Any, ...], old: Any, new: Any) -> tuple[Any, ...]:
    return tuple(new if row.key == old.key else row for row in rows)


def _changes(scope: Scope, **lists: tuple[Any, ...]) -> tuple[Change, ...]:
    changed: dict[str, Any] = dict(lists)
    return changes_between(scope, dataclasses.replace(scope, **changed))
