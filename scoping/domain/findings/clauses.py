"""Findings of the clauses: names that nothing fills, clauses that had better be approved apart."""

from collections.abc import Iterator

from ..clauses import FIELDS, unfilled
from ..scope import Scope
from ..words import Onerous, Severity
from .finding import Both, Found, Step, found, rule

# Where a name that a field of the engagement gives is entered, and what it is; months and validity have
# findings of their own.
_FIELD_PLACES = {
    "hourly_rate": (Step.FEES, "hourly_rate", Both("la tariffa oraria", "the hourly rate")),
    "payment_days": (Step.FEES, "payment_days", Both("i giorni di pagamento", "the days of payment")),
    "rounds": (Step.FEES, "rounds", Both("i giri di modifiche", "the rounds of changes")),
    "approval_days": (Step.ENGAGEMENT, "functions", Both("i giorni di approvazione", "the days of approval")),
}


@rule(
    Severity.BLOCKS,
    Step.FEES,
    italian=(
        "Una clausola aspetta un numero: {missing}",
        "La clausola «{clause}» dice quanto, e il numero non c'è: nel documento resterebbe uno spazio vuoto.",
        "Scrivi il numero",
    ),
    english=(
        "A clause waits for a figure: {missing}",
        "The clause “{clause}” says how much, and the figure is not there: the document would have a gap.",
        "Enter the figure",
    ),
)
def clause_field_missing(scope: Scope) -> Iterator[Found]:
    """What a clause takes from a field of the engagement is there; one finding a field."""
    gaps = [(clause.name, unfilled(clause, scope)) for clause in scope.clauses]
    for name, (step, at, missing) in _FIELD_PLACES.items():
        waiting = sorted(clause for clause, names in gaps if name in names)
        if waiting:
            yield Found(field=at, step=step, facts={"missing": missing, "clause": waiting[0]})


@rule(
    Severity.BLOCKS,
    Step.CLAUSES,
    italian=(
        "La clausola «{clause}» ha uno spazio vuoto",
        "Nel testo c'è {name}, e niente dice che cosa scriverci.",
        "Completa la clausola",
    ),
    english=(
        "The clause “{clause}” has a gap",
        "Its text has {name}, and nothing says what to write there.",
        "Complete the clause",
    ),
)
def clause_parameter_missing(scope: Scope) -> Iterator[Found]:
    """Every name in a clause's text has a value."""
    for clause in scope.clauses:
        for name in unfilled(clause, scope):
            if name not in FIELDS:
                yield found(key=clause.key, at=name, clause=clause.name, name=f"{{{name}}}")


@rule(
    Severity.HINT,
    Step.CLAUSES,
    italian=(
        "Clausole forse onerose, non approvate a parte",
        "Per {clauses} potrebbe servire una firma a parte (articoli 1341 e 1342 del codice civile): senza, "
        "si può discutere se vale.",
        "Falle approvare a parte",
    ),
    english=(
        "Clauses that may be onerous, not approved apart",
        "A signature apart may be needed for {clauses} (articles 1341 and 1342 of the Italian Civil Code): "
        "without it one may argue whether it holds.",
        "Have them approved apart",
    ),
)
def possibly_onerous_not_apart(scope: Scope) -> Iterator[Found]:
    """The studio chose that possibly onerous clauses are not approved apart."""
    names = tuple(sorted(clause.name for clause in scope.clauses if clause.onerous == Onerous.POSSIBLE))
    if names and not scope.terms.approve_possible_apart:
        yield Found(field="approve_possible_apart", step=Step.FEES, facts={"clauses": names})


RULES = (clause_field_missing, clause_parameter_missing, possibly_onerous_not_apart)
