"""Condition 4: each role has its own fee lines, each pays its own work, and together they pay two jobs
(domain.md, rule 3).

What the client reads is only whether each role has a fee of its own and the two were looked at together.
"""

from decimal import Decimal

from ..economics import Figures, LaneFigures, Missing
from ..fees import fees
from ..money import figure_text, money_text, round_half_up
from ..scope import Scope
from ..wording import LANE_NAMES
from ..words import ROLE_LANES, Cadence, Condition, FeeLane, Lane, Language
from .values import Fault, Judged, Said, Standards, judged, unexamined

_BOTH = (Language.ITALIAN, Language.ENGLISH)


def paid_as_two(scope: Scope, standards: Standards, figures: Figures | None) -> Judged:
    """Whether two jobs are paid as two. Where hours or rates are missing nobody can say; that a role has
    no fee of its own is seen without them."""
    paid = fees(scope)
    faults: list[Fault] = []
    if paid.lane(FeeLane.UNDIVIDED) is not None:
        why = Said(
            "C'è un compenso unico per i due ruoli: non si vede quanto vale ciascun lavoro.",
            "There is one fee for both roles: what each job is worth cannot be seen.",
        )
        return _judged([Fault("undivided", why)], [])
    for lane in ROLE_LANES:
        own = paid.lane(FeeLane(lane))
        if own is None or not any(line.amount for line in own.lines):
            italian, english = LANE_NAMES[lane]
            why = Said(f"Il ruolo {italian} non ha un compenso.", f"The {english} role has no fee.")
            faults.append(Fault("unpaid", why, lane))
    if faults:
        return _judged(faults, [])
    found = [figures.lane(lane) for lane in ROLE_LANES] if figures else []
    roles = [
        one for one in found if one is not None and one.cost_rate is not None and one.price_rate is not None
    ]
    if figures is None or len(roles) < len(ROLE_LANES) or _uncounted(scope, figures):
        return unexamined(
            Condition.PAID_AS_TWO,
            Said("Mancano ore o tariffe di un ruolo.", "Hours or rates of a role are missing."),
        )
    evidence = []
    for role in roles:
        cost = _by_rate(role, role.cost_rate)
        told = _beside(scope, role, cost)
        evidence.append(told)
        if (role.fee or Decimal(0)) < cost:
            faults.append(Fault("below_cost", told, role.lane))
    evidence.append(_together(scope, standards, roles, faults))
    return _judged(faults, evidence)


def _judged(faults: list[Fault], evidence: list[Said]) -> Judged:
    told = {fault.code: fault.why for fault in faults if fault.code in ("undivided", "unpaid")}
    not_met = next(iter(told.values()), None) or Said(
        "Ogni ruolo ha il suo compenso. I due sono stati guardati insieme, e la condizione non è "
        "soddisfatta.",
        "Each role has its own fee. The two were looked at together, and the condition is not met.",
    )
    met = Said(
        "Ogni ruolo ha il suo compenso, e nessuno dei due comprende l'altro lavoro. I due sono stati "
        "guardati insieme.",
        "Each role has its own fee, and neither includes the other job. The two were looked at together.",
    )
    return judged(Condition.PAID_AS_TWO, faults, evidence, met, not_met)


def _uncounted(scope: Scope, figures: Figures) -> bool:
    """Whether hours of a role are missing; what is done on demand has none to count."""
    on_demand = {duty.key for duty in scope.duties if duty.cadence == Cadence.ON_DEMAND}
    missing = {Missing.ESTIMATE, Missing.QUANTITY, Missing.RATE}
    return any(
        gap.missing in missing and gap.lane in ROLE_LANES and gap.duty not in on_demand
        for gap in figures.gaps
    )


def _by_rate(role: LaneFigures, rate: float | None) -> Decimal:
    return round_half_up(Decimal(str(role.hours.p50)) * Decimal(str(rate or 0.0)))


def _beside(scope: Scope, role: LaneFigures, cost: Decimal) -> Said:
    lane = role.lane or Lane.MARKETING
    fee, least = (
        [money_text(one, scope.currency, language) for language in _BOTH]
        for one in (role.fee or Decimal(0), cost)
    )
    italian, english = (name[:1].upper() + name[1:] for name in LANE_NAMES[lane])
    return Said(
        f"{italian}: compenso {fee[0]}, costo {least[0]}.", f"{english}: fee {fee[1]}, cost {least[1]}."
    )


def _together(scope: Scope, standards: Standards, roles: list[LaneFigures], faults: list[Fault]) -> Said:
    asked = sum((role.fee or Decimal(0) for role in roles), Decimal(0))
    apart = sum((_by_rate(role, role.price_rate) for role in roles), Decimal(0))
    least = round_half_up(apart * (1 - standards.discount / 100))
    sums = [[money_text(one, scope.currency, language) for one in (apart, asked)] for language in _BOTH]
    off = [figure_text(standards.discount, language) for language in _BOTH]
    told = Said(
        f"Separati costerebbero {sums[0][0]}, insieme ne chiedi {sums[0][1]}; lo studio ammette il "
        f"{off[0]}% in meno.",
        f"Apart they would cost {sums[1][0]}, together you ask {sums[1][1]}; the studio allows "
        f"{off[1]}% less.",
    )
    if asked < least:
        faults.append(Fault("discount", told))
    return told
