"""Findings of the economics: what the studio alone reads, as all that this room says."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..costing import OWN_CURRENCY
from ..economics import Figures, Gap, Missing, Overload, cases_of_hundred, loss_in_words
from ..money import figure_text
from ..scope import Scope
from ..wording import month_text
from ..words import Language, Severity
from .client import client_name
from .finding import Both, Finding, Found, Step, found, rule


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "Rischi di lavorare in perdita: {cases} su 100",
        "Con queste mansioni e questi compensi, per {client} {said}. Lo studio ne ammette {limit} su 100.",
        "Guarda che cosa lo cambierebbe",
    ),
    english=(
        "You may work at a loss: {cases} of 100 cases",
        "With these duties and fees, for {client} {said}. The studio accepts {limit} of 100.",
        "See what would change it",
    ),
)
def loss_above_limit(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `risk_judged`."""
    yield from ()


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "A {person} mancano ore: {months}",
        "In {month} {person} ha {free} ore libere, e gliene servono {hours}{others}. O il lavoro slitta, o "
        "qualcuno lo fa nel tempo che non ha.",
        "Guarda le ore mese per mese",
    ),
    english=(
        "{person} lacks hours: {months}",
        "In {month} {person} has {free} free hours and needs {hours}{others}. Either the work slips, or "
        "somebody does it in time that is not there.",
        "See the hours month by month",
    ),
)
def free_time_exceeded(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `overloads_judged`."""
    yield from ()


@rule(
    Severity.WARNS,
    Step.FEES,
    italian=(
        "Tariffe in {own}, compensi in {currency}",
        "Sono due monete: finché non dici quanto vale una nell'altra, nessun costo e nessun rischio è "
        "calcolato per {client}.",
        "Scrivi il cambio",
    ),
    english=(
        "Rates in {own}, fees in {currency}",
        "These are two currencies: until you say what one is worth in the other, no cost and no risk is "
        "worked out for {client}.",
        "Enter the exchange rate",
    ),
)
def currency_without_rate(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `gaps_judged`."""
    yield from ()


@rule(
    Severity.HINT,
    Step.FEES,
    italian=(
        "Non si sa quanto costa un'ora: {lane}",
        "Chi lo fa non ha una tariffa, né sua né della sua fascia: dei compensi di {client} nessuno sa che "
        "cosa resta.",
        "Scrivi quanto costa un'ora",
    ),
    english=(
        "Nobody knows what an hour costs: {lane}",
        "Who does it has no rate, neither their own nor their band's: of {client}'s fees nobody knows what "
        "is left.",
        "Say what an hour costs",
    ),
)
def hour_without_rate(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `gaps_judged`."""
    yield from ()


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "«{duty}» non ha una stima",
        "Le sue ore contano zero: il rischio che vedi è più basso di quello vero.",
        "Stima le ore",
    ),
    english=(
        "“{duty}” has no estimate",
        "Its hours count as none: the risk that you see is lower than the true one.",
        "Estimate its hours",
    ),
)
def duty_without_estimate(scope: Scope) -> Iterator[Found]:
    """Nothing of a Scope alone: see `gaps_judged`."""
    yield from ()


def economics_judged(
    scope: Scope, figures: Figures | None, overloads: Sequence[Overload]
) -> Iterator[Finding]:
    """What hours, rates and free time have to say (domain.md, Effort, fee, and the risk of a loss)."""
    if figures is None:
        return
    yield from loss_above_limit.findings(_risk(scope, figures))
    yield from free_time_exceeded.findings(_overloaded(scope, overloads))
    missing = {kind: [gap for gap in figures.gaps if gap.missing == kind] for kind in Missing}
    yield from currency_without_rate.findings(_of_currency(scope, missing[Missing.EXCHANGE]))
    yield from hour_without_rate.findings(
        found(at="rates", lane=gap.lane, client=client_name(scope)) for gap in missing[Missing.RATE]
    )
    names = {duty.key: duty.name for duty in scope.duties}
    yield from duty_without_estimate.findings(
        found(key=gap.duty, at="estimate", lane=gap.lane, duty=names[gap.duty])
        for gap in missing[Missing.ESTIMATE]
    )


def _risk(scope: Scope, figures: Figures) -> Iterator[Found]:
    """That the risk of a loss is above what the studio accepts."""
    if figures.together.loss is None or not figures.above_limit:
        return
    loss = figures.together.loss
    cases = cases_of_hundred(loss)
    yield found(
        at="economics",
        cases=Both(f"{cases} {'caso' if cases == 1 else 'casi'}", f"{cases}"),
        said=Both(loss_in_words(loss, Language.ITALIAN), loss_in_words(loss, Language.ENGLISH)),
        limit=Decimal(f"{figures.loss_limit * 100:.1f}").normalize(),
        client=client_name(scope),
    )


def _overloaded(scope: Scope, overloads: Sequence[Overload]) -> Iterator[Found]:
    """One finding a person, which tells the worst month."""
    for person in sorted({one.person for one in overloads}):
        theirs = [one for one in overloads if one.person == person]
        worst = max(theirs, key=lambda one: (one.over, one.month))
        count, others = len(theirs), [one for one in worst.engagements if one != scope.number]
        yield found(
            at="free_time",
            person=person,
            months=_counted(count),
            month=Both(month_text(worst.month, Language.ITALIAN), month_text(worst.month, Language.ENGLISH)),
            free=_whole(worst.free),
            hours=_whole(worst.hours),
            others=_beside(others),
        )


def _counted(months: int) -> Both:
    return Both("1 mese", "1 month") if months == 1 else Both(f"{months} mesi", f"{months} months")


def _beside(numbers: Sequence[str]) -> Both:
    if not numbers:
        return Both("", "")
    named = ", ".join(numbers)
    return Both(f", contando anche {named}", f", with {named} counted too")


def _of_currency(scope: Scope, gaps: Sequence[Gap]) -> Iterator[Found]:
    """Rates in the studio's currency, fees in another, and no exchange rate."""
    if gaps:
        yield found(at="exchange", own=OWN_CURRENCY, currency=scope.currency, client=client_name(scope))


def _whole(hours: float) -> Both:
    said = [figure_text(Decimal(round(hours)), language) for language in (Language.ITALIAN, Language.ENGLISH)]
    return Both(*said)


RULES = (
    loss_above_limit,
    free_time_exceeded,
    currency_without_rate,
    hour_without_rate,
    duty_without_estimate,
)
