"""Findings of the autonomy matrix: what social media decides alone, and whose yes it waits for, how long."""

from collections.abc import Iterator

from ..scope import AutonomyRow, Scope
from ..words import Decision, FunctionKind, Holder, Lane, Severity
from .client import client_name
from .finding import Found, Step, found, rule


def _rows_of_the_studio(scope: Scope) -> tuple[AutonomyRow, ...]:
    """The matrix, where the studio holds the role; another holder settles it without the studio."""
    return scope.autonomy if scope.role(Lane.SOCIAL).held_by == Holder.STUDIO else ()


def _days_to_answer(scope: Scope, row: AutonomyRow) -> int | None:
    """Within how many working days a row is answered: its own, or those of the content approver it names."""
    approvers = scope.with_function(FunctionKind.APPROVER)
    theirs = next((function.days for person, function in approvers if person.key == row.person), None)
    return row.days if row.days is not None else theirs


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "«{row}»: non è deciso chi decide",
        "Chi cura i social media non sa se può fare da sé, se propone o se chiede.",
        "Scegli quanto decide",
    ),
    english=(
        "“{row}”: nobody decided who decides",
        "Whoever does social media does not know whether to act alone, to propose or to ask.",
        "Choose how much it decides",
    ),
)
def autonomy_undecided(scope: Scope) -> Iterator[Found]:
    """Each row of the studio's autonomy matrix has exactly one decision."""
    for row in _rows_of_the_studio(scope):
        if row.decision is None:
            yield found(key=row.key, at="decision", lane=Lane.SOCIAL, row=row.name)


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "«{row}»: si chiede, ma non è detto a chi",
        "Chi cura i social media deve aspettare un sì, e nessuna persona di {client} è indicata per darlo.",
        "Scegli a chi si chiede",
    ),
    english=(
        "“{row}”: one asks, but nobody is named",
        "Whoever does social media must wait for a yes, and no person of {client} is named to give it.",
        "Choose who is asked",
    ),
)
def autonomy_asks_nobody(scope: Scope) -> Iterator[Found]:
    """Where approval is asked, somebody gives it."""
    for row in _rows_of_the_studio(scope):
        if row.decision == Decision.ASKS and scope.person(row.person) is None:
            yield found(key=row.key, at="person", lane=Lane.SOCIAL, row=row.name, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "«{row}»: si chiede, ma non è detto entro quando",
        "Chi cura i social media aspetta il sì di {person}, e non si sa quanti giorni: quando la risposta "
        "tarda, nessuno può dirlo.",
        "Scrivi entro quanti giorni",
    ),
    english=(
        "“{row}”: one asks, but nobody said by when",
        "Whoever does social media waits for the yes of {person}, and nobody said for how many days: when "
        "the answer is late, nobody can tell.",
        "Enter within how many days",
    ),
)
def autonomy_asks_without_days(scope: Scope) -> Iterator[Found]:
    """Where approval is asked, it is given within so many days: the row's, or the content approver's."""
    for row in _rows_of_the_studio(scope):
        person = scope.person(row.person)
        if row.decision == Decision.ASKS and person is not None and _days_to_answer(scope, row) is None:
            yield found(key=row.key, at="days", lane=Lane.SOCIAL, row=row.name, person=person.name)


RULES = (
    autonomy_undecided,
    autonomy_asks_nobody,
    autonomy_asks_without_days,
)
