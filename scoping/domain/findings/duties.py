"""Findings of the duties: who does them, how many, on what they wait."""

from collections import defaultdict
from collections.abc import Iterator

from ..scope import Duty, Scope
from ..words import ROLE_LANES, Cadence, Holder, Lane, Responsible, Severity, WhenKind
from .client import client_name
from .finding import Both, Found, Step, found, rule

_DOES = {
    Responsible.CLIENT: Both("il cliente", "the client"),
    Responsible.THIRD: Both("una terza parte", "a third party"),
}


@rule(
    Severity.BLOCKS,
    Step.DUTIES,
    italian=(
        "Lo studio non ha mansioni",
        "In «{title}» lo studio non fa niente: non c'è un incarico da firmare.",
        "Aggiungi una mansione",
    ),
    english=(
        "The studio has no duty",
        "In “{title}” the studio does nothing: there is no engagement to sign.",
        "Add a duty",
    ),
)
def no_studio_duty(scope: Scope) -> Iterator[Found]:
    """The studio does at least one thing."""
    if not any(duty.responsible == Responsible.STUDIO for duty in scope.duties):
        yield found(title=scope.title)


@rule(
    Severity.BLOCKS,
    Step.DUTIES,
    italian=(
        "«{duty}»: né dentro né fuori",
        "Non è detto chi la fa: lo studio, il cliente, una terza parte, o nessuno. {client} può darla per "
        "scontata.",
        "Decidi chi la fa",
    ),
    english=(
        "“{duty}”: neither in nor out",
        "Nobody said who does it: the studio, the client, a third party, or nobody. {client} may take it "
        "for granted.",
        "Decide who does it",
    ),
)
def duty_without_party(scope: Scope) -> Iterator[Found]:
    """Every duty has one responsible party (domain.md, rule 1)."""
    for duty in scope.duties:
        if duty.responsible is None:
            yield of_duty(duty, "responsible", client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.DUTIES,
    italian=(
        "«{duty}» non ha una quantità",
        "La fa lo studio, e senza un numero {client} può aspettarsene quante ne vuole.",
        "Scrivi la quantità",
    ),
    english=(
        "“{duty}” has no quantity",
        "The studio does it, and without a number {client} may expect as many as it likes.",
        "Enter the quantity",
    ),
)
def duty_without_quantity(scope: Scope) -> Iterator[Found]:
    """What the studio does has a quantity, unless it is done on demand."""
    for duty in scope.duties:
        counts = duty.responsible == Responsible.STUDIO and duty.cadence != Cadence.ON_DEMAND
        if counts and duty.quantity is None:
            yield of_duty(duty, "quantity", client=client_name(scope))


@rule(
    Severity.BLOCKS,
    Step.DUTIES,
    italian=(
        "«{duty}» aspetta ciò che nessuno fa",
        "Per farla serve prima {missing}, che in questo incarico nessuno fa. Va bene anche il cliente.",
        "Rivedi da che cosa dipende",
    ),
    english=(
        "“{duty}” waits for what nobody does",
        "It first takes {missing}, which nobody does in this engagement. The client will do.",
        "Review what it depends on",
    ),
)
def depends_on_nobody(scope: Scope) -> Iterator[Found]:
    """A duty that somebody does depends on duties that somebody does (domain.md, rule 2)."""
    known = {duty.key: duty for duty in scope.duties}
    for duty in scope.duties:
        if duty.responsible in (None, Responsible.EXCLUDED):
            continue
        missing = []
        for key in duty.depends_on:
            other = known.get(key)
            if other is None or other.responsible == Responsible.EXCLUDED:
                missing.append(other.name if other is not None else key)
        if missing:
            yield of_duty(duty, "depends_on", missing=tuple(sorted(missing)))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "Lo studio tiene {lane}, ma senza mansioni",
        "Il ruolo è dello studio, e nessuna mansione di {lane} è sua: {client} non saprà che cosa riceve.",
        "Aggiungi una mansione",
    ),
    english=(
        "The studio holds {lane}, but without duties",
        "The role is the studio's, and no duty of {lane} is: {client} will not know what it receives.",
        "Add a duty",
    ),
)
def role_without_duties(scope: Scope) -> Iterator[Found]:
    """A role that the studio holds has duties of the studio."""
    for lane in ROLE_LANES:
        held = scope.role(lane).held_by == Holder.STUDIO
        if held and not scope.duties_of(lane, Responsible.STUDIO):
            yield found(lane=lane, client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "Mansioni dello studio in un ruolo che non è suo",
        "Lo studio fa {duties}, ma il ruolo di {lane} non è affidato allo studio.",
        "Rivedi chi le fa",
    ),
    english=(
        "Duties of the studio in a role that is not its own",
        "The studio does {duties}, but the role of {lane} is not held by the studio.",
        "Review who does them",
    ),
)
def duties_of_a_role_not_held(scope: Scope) -> Iterator[Found]:
    """The studio's duties of a role belong to a role that the studio holds."""
    for lane in ROLE_LANES:
        duties = scope.duties_of(lane, Responsible.STUDIO)
        if duties and scope.role(lane).held_by != Holder.STUDIO:
            names = tuple(sorted(duty.name for duty in duties))
            yield found(key=min(duty.key for duty in duties), at="responsible", lane=lane, duties=names)


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "Due mansioni con lo stesso nome",
        "«{duty}» c'è {count} volte tra le mansioni di {lane}: nel documento non si distinguono.",
        "Cambia un nome",
    ),
    english=(
        "Two duties of the same name",
        "“{duty}” stands {count} times among the duties of {lane}: in the document nobody can tell them "
        "apart.",
        "Change one name",
    ),
)
def duplicate_name(scope: Scope) -> Iterator[Found]:
    """Names differ within a lane."""
    alike: dict[tuple[Lane, str], list[Duty]] = defaultdict(list)
    for duty in scope.duties:
        alike[duty.lane, " ".join(duty.name.casefold().split())].append(duty)
    for (lane, _), duties in alike.items():
        if len(duties) > 1:
            first = min(duties, key=lambda duty: duty.key)
            last = max(duties, key=lambda duty: duty.key)
            yield found(key=last.key, at="name", lane=lane, duty=first.name, count=len(duties))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}»: manca il nome di chi la fa",
        "La fa {who}, ma nessuna persona ne risponde: chi aspetta non sa a chi chiedere.",
        "Scegli la persona",
    ),
    english=(
        "“{duty}”: nobody is named to do it",
        "It is done by {who}, but no person answers for it: whoever waits does not know whom to ask.",
        "Choose the person",
    ),
)
def duty_without_person(scope: Scope) -> Iterator[Found]:
    """What a client or a third party does has a person."""
    for duty in scope.duties:
        if duty.responsible in _DOES and scope.person(duty.person) is None:
            yield of_duty(duty, "person", who=_DOES[duty.responsible])


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "«{duty}»: manca il quando",
        "La fa il cliente: senza una data il lavoro che la aspetta può fermarsi.",
        "Scrivi quando",
    ),
    english=(
        "“{duty}”: when is missing",
        "The client does it: without a date the work that waits for it may stop.",
        "Say when",
    ),
)
def client_duty_without_when(scope: Scope) -> Iterator[Found]:
    """What the client does has a time."""
    for duty in scope.duties:
        if duty.responsible == Responsible.CLIENT and duty.when.kind == WhenKind.NONE:
            yield of_duty(duty, "when")


def of_duty(duty: Duty, field: str, **facts: str | Both | tuple[str, ...]) -> Found:
    """Something that was found at a field of a duty."""
    return found(key=duty.key, at=field, lane=duty.lane, duty=duty.name, **facts)


def common_lane(duties: list[Duty]) -> Lane | None:
    """The lane of all of them, or None where they are of several."""
    lanes = {duty.lane for duty in duties}
    return lanes.pop() if len(lanes) == 1 else None


RULES = (
    no_studio_duty,
    duty_without_party,
    duty_without_quantity,
    depends_on_nobody,
    role_without_duties,
    duties_of_a_role_not_held,
    duplicate_name,
    duty_without_person,
    client_duty_without_when,
)
