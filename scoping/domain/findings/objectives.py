"""Findings of the objectives: whether each role has some, and whom the social ones serve."""

import re
from collections.abc import Iterator

from ..scope import Scope
from ..words import ROLE_LANES, Control, Holder, Lane, Severity
from .client import client_name
from .finding import Found, Step, found, rule

_PROMISE = re.compile(
    r"(?<!\w)(?:garanti\w*|assicura\w*|sicuramente|di sicuro|guarante\w*|ensur\w*|assur\w*)(?!\w)",
    re.IGNORECASE,
)


def _held_by_studio(scope: Scope) -> list[Lane]:
    return [lane for lane in ROLE_LANES if scope.role(lane).held_by == Holder.STUDIO]


@rule(
    Severity.WARNS,
    Step.OBJECTIVES,
    italian=(
        "Non ci sono obiettivi",
        "«{title}» dice che cosa si fa, ma non a che cosa serve: {client} non potrà capire se è andata bene.",
        "Aggiungi un obiettivo",
    ),
    english=(
        "There are no objectives",
        "“{title}” says what is done, but not what for: {client} will have no way to tell whether it went "
        "well.",
        "Add an objective",
    ),
)
def no_objectives(scope: Scope) -> Iterator[Found]:
    """An engagement in which the studio holds a role has objectives."""
    if not scope.objectives and _held_by_studio(scope):
        yield found(title=scope.title, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.OBJECTIVES,
    italian=(
        "Un ruolo senza obiettivi: {lane}",
        "Lo studio tiene questo ruolo: senza un traguardo suo si confonde con l'altro.",
        "Aggiungi un obiettivo",
    ),
    english=(
        "A role without objectives: {lane}",
        "The studio holds this role: without an aim of its own it blurs into the other.",
        "Add an objective",
    ),
)
def role_without_objectives(scope: Scope) -> Iterator[Found]:
    """Each role that the studio holds has objectives, where there are any at all."""
    for lane in _held_by_studio(scope) if scope.objectives else ():
        if not any(objective.lane == lane for objective in scope.objectives):
            yield found(at="name", lane=lane)


@rule(
    Severity.WARNS,
    Step.OBJECTIVES,
    italian=(
        "«{objective}» non serve nessun obiettivo di marketing",
        "I social media lavorano per il marketing: così il lavoro si misura da solo, e {client} non vede a "
        "che cosa serve.",
        "Scegli che cosa serve",
    ),
    english=(
        "“{objective}” serves no marketing objective",
        "Social media work for marketing: like this the work is measured on its own, and {client} does not "
        "see what it is for.",
        "Choose what it serves",
    ),
)
def objective_serves_nothing(scope: Scope) -> Iterator[Found]:
    """A social objective names the marketing objectives that it serves."""
    marketing = {objective.key for objective in scope.objectives if objective.lane == Lane.MARKETING}
    for objective in scope.objectives:
        if objective.lane == Lane.SOCIAL and not marketing & set(objective.serves):
            name, client = objective.name, client_name(scope)
            yield found(key=objective.key, at="serves", lane=Lane.SOCIAL, objective=name, client=client)


@rule(
    Severity.WARNS,
    Step.OBJECTIVES,
    italian=(
        "«{objective}» promette un risultato",
        "Dipende anche dal mercato e da {client}: con «{promise}» lo studio risponde di ciò che non decide.",
        "Cambia le parole",
    ),
    english=(
        "“{objective}” promises a result",
        "It depends on the market and on {client} too: with “{promise}” the studio answers for what it does "
        "not decide.",
        "Change the words",
    ),
)
def outcome_promised(scope: Scope) -> Iterator[Found]:
    """An objective that others bear on, too, is aimed at and never guaranteed."""
    for objective in scope.objectives:
        if objective.control != Control.OUTCOME:
            continue
        for field in ("name", "kpi", "how_measured"):
            match = _PROMISE.search(getattr(objective, field))
            if match:
                facts = {"objective": objective.name, "promise": match[0], "client": client_name(scope)}
                yield found(key=objective.key, at=field, lane=objective.lane, **facts)
                break


RULES = (no_objectives, role_without_objectives, objective_serves_nothing, outcome_promised)
