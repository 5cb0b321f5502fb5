"""Findings of the fees: each role its own, none undivided, all within the engagement's months."""

from collections.abc import Iterator

from ..clauses import names_in
from ..fees import fees
from ..scope import FeeLine, Scope
from ..words import ROLE_LANES, Cadence, FeeKind, FeeLane, Holder, Lane, Responsible, Severity
from .client import client_name
from .finding import Found, Money, Step, found, rule


def _paid(scope: Scope, lane: Lane) -> bool:
    """Whether a lane has a fee of its own: a line of nothing pays nothing."""
    return any(line.lane == FeeLane(lane) and line.amount for line in scope.fees)


def _undivided(scope: Scope) -> list[FeeLine]:
    return [line for line in scope.fees if line.lane == FeeLane.UNDIVIDED]


@rule(
    Severity.BLOCKS,
    Step.FEES,
    italian=(
        "Un compenso paga i due ruoli insieme",
        "Di {amount} non si sa quanto va al marketing e quanto ai social media: {client} crederà che siano "
        "un lavoro solo.",
        "Dividi il compenso",
    ),
    english=(
        "One fee pays both roles together",
        "Of {amount} nobody knows how much is for marketing and how much for social media: {client} will "
        "take them for one job.",
        "Divide the fee",
    ),
)
def fee_undivided(scope: Scope) -> Iterator[Found]:
    """A fee of both roles undivided is a fault to mend."""
    for line in _undivided(scope):
        amount = Money(line.amount, scope.currency)
        yield found(key=line.key, at="lane", amount=amount, client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.FEES,
    italian=(
        "Un ruolo senza compenso: {lane}",
        "Lo studio tiene questo ruolo, ma nessuna riga lo paga: {client} lo crederà compreso nell'altro.",
        "Aggiungi il suo compenso",
    ),
    english=(
        "A role without a fee: {lane}",
        "The studio holds this role, but no line pays it: {client} will think it part of the other.",
        "Add its fee",
    ),
)
def role_without_fee(scope: Scope) -> Iterator[Found]:
    """Each role of the studio has a fee of its own. An undivided fee is told by its own finding."""
    for lane in ROLE_LANES:
        if scope.role(lane).held_by == Holder.STUDIO and not _paid(scope, lane) and not _undivided(scope):
            yield found(at="amount", lane=lane, client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.FEES,
    italian=(
        "Un compenso senza mansioni: {lane}",
        "{client} pagherebbe {amount} per un lavoro che nessuna mansione dello studio descrive.",
        "Rivedi il compenso",
    ),
    english=(
        "A fee without duties: {lane}",
        "{client} would pay {amount} for work that no duty of the studio describes.",
        "Review the fee",
    ),
)
def fee_without_duties(scope: Scope) -> Iterator[Found]:
    """What is paid is work of the studio."""
    for lane in Lane:
        lines = [line for line in scope.fees if line.lane == FeeLane(lane) and line.amount]
        if lines and not scope.duties_of(lane, Responsible.STUDIO):
            line = min(lines, key=lambda line: line.key)
            amount = Money(line.amount, scope.currency)
            yield found(key=line.key, at="lane", lane=lane, amount=amount, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "Attività affini senza compenso",
        "Lo studio fa {duties}: non è marketing né social media, e nessuna riga lo paga a parte.",
        "Aggiungi il loro compenso",
    ),
    english=(
        "Adjacent work without a fee",
        "The studio does {duties}: neither marketing nor social media, and no line pays it apart.",
        "Add their fee",
    ),
)
def adjacent_work_without_fee(scope: Scope) -> Iterator[Found]:
    """Adjacent work that the studio takes on has its own fee line (domain.md, rule 1)."""
    duties = scope.duties_of(Lane.ADJACENT, Responsible.STUDIO)
    if duties and not _paid(scope, Lane.ADJACENT):
        names = tuple(sorted(duty.name for duty in duties))
        yield found(at="amount", lane=Lane.ADJACENT, duties=names)


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "Un compenso fuori dai mesi dell'incarico",
        "L'incarico finisce col mese {months}, ma l'ultimo pagamento di {amount} cade nel mese {month}. Il "
        "totale lo conta lo stesso.",
        "Rivedi i mesi",
    ),
    english=(
        "A fee outside the engagement's months",
        "The engagement ends with month {months}, but the last payment of {amount} falls into month "
        "{month}. The total counts it all the same.",
        "Review the months",
    ),
)
def fee_outside_months(scope: Scope) -> Iterator[Found]:
    """A fee is paid while the engagement lasts."""
    for line in scope.fees:
        last = max(line.first_month, (line.last_month or 0) if line.kind == FeeKind.MONTHLY else 0)
        if scope.months is not None and last > scope.months:
            lane = None if line.lane == FeeLane.UNDIVIDED else Lane(line.lane)
            at = "first_month" if line.first_month > scope.months else "last_month"
            amount = Money(line.amount, scope.currency)
            yield found(key=line.key, at=at, lane=lane, amount=amount, months=scope.months, month=last)


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "Mancano i giorni di pagamento",
        "{client} pagherà {amount} senza sapere entro quando.",
        "Scrivi entro quanti giorni",
    ),
    english=(
        "The days of payment are missing",
        "{client} will pay {amount} without knowing by when.",
        "Enter within how many days",
    ),
)
def payment_days_missing(scope: Scope) -> Iterator[Found]:
    """Payment has its term. Where a clause names it, the clause's own finding tells it."""
    asked = any("payment_days" in names_in(clause.text) for clause in scope.clauses)
    together = fees(scope).together
    first = together.a_month or together.total
    if scope.fees and first and scope.terms.payment_days is None and not asked:
        yield found(at="payment_days", amount=Money(first, scope.currency), client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "{lane}: il compenso finisce prima del lavoro",
        "L'incarico dura {months} mesi, ma l'ultimo mese pagato è il {month}: dopo si lavora senza compenso.",
        "Rivedi i mesi",
    ),
    english=(
        "{lane}: the fee ends before the work",
        "The engagement lasts {months} months, but the last month that is paid is {month}: after it the "
        "work is unpaid.",
        "Review the months",
    ),
)
def fee_ends_early(scope: Scope) -> Iterator[Found]:
    """A lane that is paid monthly, and whose duties come back, is paid to the end."""
    for lane in Lane:
        lines = [one for one in scope.fees if one.lane.value == lane.value and one.kind == FeeKind.MONTHLY]
        returning = [one for one in scope.duties_of(lane, Responsible.STUDIO) if one.cadence != Cadence.ONCE]
        if scope.months is None or not lines or not returning:
            continue
        last = max(lines, key=lambda one: (one.last_month or scope.months, one.key))
        month = last.last_month or scope.months
        if month < scope.months:
            yield found(key=last.key, at="last_month", lane=lane, months=scope.months, month=month)


RULES = (
    fee_undivided,
    role_without_fee,
    fee_without_duties,
    adjacent_work_without_fee,
    fee_outside_months,
    fee_ends_early,
    payment_days_missing,
)
