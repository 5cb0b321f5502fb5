"""Findings of the economics: what the studio alone reads, as all that this room says."""

from collections.abc import Iterator
from decimal import Decimal

from ..economics import Figures, cases_of_hundred, loss_in_words
from ..scope import Scope
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


def risk_judged(scope: Scope, figures: Figures | None) -> Iterator[Finding]:
    """That the risk of a loss is above what the studio accepts (domain.md, Effort, fee, and the risk of a
    loss)."""
    if figures is None or figures.together.loss is None or not figures.above_limit:
        return
    loss = figures.together.loss
    cases = cases_of_hundred(loss)
    said = Both(loss_in_words(loss, Language.ITALIAN), loss_in_words(loss, Language.ENGLISH))
    told = found(
        at="economics",
        cases=Both(f"{cases} {'caso' if cases == 1 else 'casi'}", f"{cases}"),
        said=said,
        limit=Decimal(f"{figures.loss_limit * 100:.1f}").normalize(),
        client=client_name(scope),
    )
    yield from loss_above_limit.findings([told])


RULES = (loss_above_limit,)
