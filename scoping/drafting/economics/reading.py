"""What the page of the economics shows: figures as text, charts as geometry, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.canonical import canonical_hash
from scoping.domain.changes.rows import amount_text
from scoping.domain.costing import OWN_CURRENCY
from scoping.domain.economics import (
    Figures,
    Gap,
    Kind,
    LaneFigures,
    Missing,
    Spread,
    Suggestion,
)
from scoping.domain.scope import Scope
from scoping.domain.words import Lane
from scoping.engagements.models import Engagement
from scoping.judgement.economics import Economics
from scoping.kit.forms import screen_language
from scoping.press import charts
from scoping.press.reading import LETTERS

from ..internal import internal_url
from ..lanes import lane_titles
from ..mending import division
from ..risk import hours, money, percent

DRIVERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing without which a figure would be a guess, and the page that mends it."""

    told: str
    url: str
    action: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of roles: its name, a figure for each lane, and one for all together."""

    title: str
    cells: tuple[str, ...]
    together: str


@dataclass(frozen=True, slots=True)
class DriverLine:
    """A duty that bears on the risk: its share in per cent, and how long its bar is (of 100)."""

    lane: str
    letter: str
    name: str
    quantity: str
    percent: int
    length: int


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """One suggestion in words, with the risk before and after, in cases of a hundred; of moved work `before`
    is empty, and `after` says how many hours fewer go beyond the free ones."""

    token: str
    lane: str
    letter: str
    title: str
    detail: str
    before: str
    after: str


def token_of(suggestion: Suggestion) -> str:
    """What an address calls a suggestion by: of what it does, not of when it is shown."""
    said = [
        suggestion.kind.value,
        suggestion.lane.value,
        suggestion.proposal.key,
        *suggestion.proposal.english,
    ]
    return canonical_hash(said)[:16]


def rows_of(figures: Figures, scope: Scope) -> tuple[Row, ...]:
    """The table of roles."""

    def row(title: str, told: Any) -> Row:
        return Row(title, tuple(told(lane) for lane in figures.lanes), told(figures.together))

    def between(spread: Spread) -> str:
        return f"{hours(round(spread.p10))} – {hours(round(spread.p90))}"

    return (
        row(_("Hours a month, as a rule"), lambda one: hours(one.hours_a_month.p50)),
        row(_("Hours a month, 8 times of 10"), lambda one: between(one.hours_a_month)),
        row(_("Break-even hours a month"), lambda one: hours(one.break_even)),
        row(_("Fee for an hour worked"), lambda one: money(one.an_hour, scope)),
        row(_("Risk of a loss"), lambda one: percent(one.loss)),
    )


def heads_of(figures: Figures) -> list[tuple[str, str, str]]:
    """The lanes of the table: code, letter, title."""
    titles = lane_titles()
    lanes = [one.lane for one in figures.lanes if one.lane is not None]
    return [(lane.value, LETTERS[lane], titles[lane]) for lane in lanes]


def levels_of(figures: Figures, scope: Scope) -> list[tuple[charts.Level, str, str, str, str]]:
    """Fee and cost a month, lane by lane: geometry, title, fee, cost, what is left."""
    known = [one for one in figures.lanes if one.lane and one.fee is not None and one.cost is not None]
    months = max(figures.together.months, 1)

    def a_month(one: LaneFigures) -> tuple[float, float, float, float]:
        assert one.fee is not None
        assert one.cost is not None
        return (
            float(one.fee) / months,
            one.cost.p50 / months,
            one.cost.p10 / months,
            one.cost.p90 / months,
        )

    drawn = charts.levels_chart([(one.lane.value, *a_month(one)) for one in known if one.lane])
    titles, lines = lane_titles(), []
    for level, one in zip(drawn, known, strict=True):
        fee, cost, _low, _high = a_month(one)
        assert one.lane is not None
        lines.append(
            (level, titles[one.lane], money(fee, scope), money(cost, scope), money(fee - cost, scope))
        )
    return lines


def drivers_of(figures: Figures, described: Scope) -> list[DriverLine]:
    """The duties that bear most on the risk, and the rest in one line."""
    duties = {duty.key: duty for duty in described.duties}
    shown = figures.drivers[:DRIVERS_SHOWN]
    most = max((one.share for one in shown), default=1.0)
    lines = [
        DriverLine(
            lane=one.lane.value,
            letter=LETTERS[one.lane],
            name=one.name,
            quantity=amount_text(duties[one.key], described.language),
            percent=round(one.share * 100),
            length=round(one.share / most * 100),
        )
        for one in shown
    ]
    rest = figures.drivers[DRIVERS_SHOWN:]
    if rest:
        share = sum(one.share for one in rest)
        name = _("%(count)d other duties") % {"count": len(rest)}
        lines.append(
            DriverLine("outside", "", name, "", round(share * 100), min(round(share / most * 100), 100))
        )
    return lines


def suggestions_of(found: Sequence[Suggestion]) -> list[SuggestionLine]:
    """What would change the risk, each in one line."""
    lines = []
    for one in found:
        title, detail = one.worded(screen_language())
        moved = one.kind == Kind.MOVE
        lines.append(
            SuggestionLine(
                token=token_of(one),
                lane=one.lane.value,
                letter=LETTERS[one.lane],
                title=title,
                detail=detail,
                before="" if moved else percent(one.before),
                after=f"−{hours(round(one.over_before, 1) - round(one.over_after, 1))} h"
                if moved
                else percent(one.after),
            )
        )
    return lines


def understated(figures: Figures) -> bool:
    """Whether the risk is higher than it says, since hours are missing."""
    return any(gap.missing in (Missing.QUANTITY, Missing.ESTIMATE) for gap in figures.gaps)


def lacking_in(engagement: Engagement, economics: Economics) -> list[Lacking]:
    """What nobody said yet, each once, with the page that asks it."""
    scope = economics.described
    if economics.figures is None:
        url = reverse("drafting:engagement", args=[scope.number]) + "#id_months"
        return [Lacking(_("Nobody said how many months the work lasts."), url, _("Say how long"))]
    return list(dict.fromkeys(_lacking(engagement, gap, scope) for gap in economics.figures.gaps))


def _lacking(engagement: Engagement, gap: Gap, scope: Scope) -> Lacking:
    duty = next((one for one in scope.duties if one.key == gap.duty), None)
    told = {"name": duty.name if duty else "", "currency": scope.currency, "own": OWN_CURRENCY}
    where = partial(internal_url, engagement, scope)
    match gap.missing:
        case Missing.QUANTITY:
            url = reverse("drafting:duty", args=[scope.number, gap.duty]) + "#id_quantity"
            return Lacking(_("“%(name)s” has no quantity.") % told, url, _("Enter the quantity"))
        case Missing.ESTIMATE:
            url = where("estimate", duty=gap.duty)
            return Lacking(_("“%(name)s” has no estimate.") % told, url, _("Estimate its hours"))
        case Missing.UNDIVIDED:
            said = _("One fee pays both roles: none of them has figures of its own.")
            return Lacking(said, division(scope), _("Divide the fee"))
        case Missing.EXCHANGE:
            said = _(
                "Your rates are in %(own)s, these fees in %(currency)s: no cost and no risk is worked out."
            )
            return Lacking(said % told, where("exchange"), _("Enter the exchange rate"))
    told["lane"] = lane_titles()[gap.lane or Lane.MARKETING]
    url = where("rates", lane=gap.lane)
    return Lacking(_("%(lane)s: an hour has no rate.") % told, url, _("Say what an hour costs"))
