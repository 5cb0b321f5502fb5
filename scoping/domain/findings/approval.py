"""Findings of content: who approves it, and within how many days (domain.md, rule 4)."""

from collections.abc import Iterator

from ..scope import Duty, Scope
from ..words import FunctionKind, Responsible, Severity
from .client import client_name
from .duties import common_lane
from .finding import Found, Step, found, rule


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "Nessuno approva i contenuti",
        "Per {duties} serve un sì di {client}, ma non c'è chi lo dica.",
        "Scegli chi approva",
    ),
    english=(
        "Nobody approves content",
        "{client} must say yes to {duties}, and nobody is there to say it.",
        "Choose who approves",
    ),
)
def content_without_approver(scope: Scope) -> Iterator[Found]:
    """Content needs an approver at the client (domain.md, rule 4)."""
    duties = _content(scope)
    if duties and not scope.with_function(FunctionKind.APPROVER):
        names = tuple(sorted(duty.name for duty in duties))
        yield found(at="functions", lane=common_lane(duties), duties=names, client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.ENGAGEMENT,
    italian=(
        "{person} approva, ma non è detto entro quando",
        "Per {duties} serve il suo sì: una risposta in ritardo sposta le consegne, e qui il ritardo non si "
        "può misurare.",
        "Scrivi entro quanti giorni",
    ),
    english=(
        "{person} approves, but nobody said by when",
        "That yes is needed for {duties}: a late answer moves deliveries, and here nobody can tell what is "
        "late.",
        "Enter within how many days",
    ),
)
def approver_without_days(scope: Scope) -> Iterator[Found]:
    """An approver answers within so many days (domain.md, rule 4)."""
    duties = _content(scope)
    for person, function in scope.with_function(FunctionKind.APPROVER) if duties else ():
        if function.days is None:
            names = tuple(sorted(duty.name for duty in duties))
            lane = common_lane(duties)
            yield found(key=person.key, at="functions", lane=lane, person=person.name, duties=names)


def _content(scope: Scope) -> list[Duty]:
    """The studio's duties that the client must approve."""
    return [duty for duty in scope.duties if duty.content and duty.responsible == Responsible.STUDIO]


RULES = (
    content_without_approver,
    approver_without_days,
)
