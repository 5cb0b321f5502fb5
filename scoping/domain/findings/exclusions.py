"""Findings of what is not included: each thing with a reason of its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..scope import Duty, Scope
from ..wording import quoted
from ..words import Lane, Language, Responsible, Severity
from .client import client_name
from .duties import common_lane, of_duty
from .finding import Both, Found, Step, found, rule


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}» è esclusa senza un motivo",
        "{client} leggerà solo che non è compresa. Un motivo che riguardi questo incarico evita la domanda.",
        "Scrivi il motivo",
    ),
    english=(
        "“{duty}” is excluded without a reason",
        "{client} will only read that it is not included. A reason of this engagement's own saves the "
        "question.",
        "Write the reason",
    ),
)
def exclusion_without_reason(scope: Scope) -> Iterator[Found]:
    """What is excluded has its own reason."""
    for duty in scope.duties:
        if duty.responsible == Responsible.EXCLUDED and not duty.reason.strip():
            yield of_duty(duty, "reason", client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "Lo stesso motivo per più esclusioni",
        "{duties} sono escluse con le stesse parole: sembra una formula, e {client} chiederà di nuovo.",
        "Dai a ciascuna il suo motivo",
    ),
    english=(
        "The same reason for several exclusions",
        "{duties} are excluded in the same words: it reads like a formula, and {client} will ask again.",
        "Give each its own reason",
    ),
)
def exclusions_with_the_same_reason(scope: Scope) -> Iterator[Found]:
    """Each excluded duty has a reason of its own, about this client."""
    alike: dict[str, list[Duty]] = defaultdict(list)
    for duty in scope.duties:
        if duty.responsible == Responsible.EXCLUDED and duty.reason.strip():
            alike[" ".join(duty.reason.casefold().split()).rstrip(".")].append(duty)
    for duties in alike.values():
        if len(duties) > 1:
            names = tuple(sorted(duty.name for duty in duties))
            key, lane = min(duty.key for duty in duties), common_lane(duties)
            yield found(key=key, at="reason", lane=lane, duties=names, client=client_name(scope))


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "Niente è escluso",
        "In «{title}» non c'è nemmeno un paletto: ciò che si dà per scontato (foto, sito, stampa) non è "
        "detto.",
        "Scegli che cosa non è compreso",
    ),
    english=(
        "Nothing is excluded",
        "“{title}” has not one stake: what is taken for granted (photos, web site, print) is not said.",
        "Choose what is not included",
    ),
)
def nothing_excluded(scope: Scope) -> Iterator[Found]:
    """At least one thing is not included."""
    if scope.duties and not any(duty.responsible == Responsible.EXCLUDED for duty in scope.duties):
        yield found(lane=Lane.ADJACENT, title=scope.title)


@rule(
    Severity.HINT,
    Step.DUTIES,
    italian=(
        "Motivi ancora del catalogo: {count}",
        "Vanno bene, ma valgono per chiunque: {client} capisce meglio un motivo che parla del suo caso. "
        "Sono: {duties}.",
        "Scrivi il motivo di questo cliente",
    ),
    english=(
        "Reasons that are still the catalogue's: {count}",
        "They will do, but they hold for anybody: {client} sees the point of a reason of its own. They are: "
        "{duties}.",
        "Write this client's reason",
    ),
)
def reasons_of_the_catalogue(scope: Scope) -> Iterator[Found]:
    """Nothing without a catalogue: see `usual_reasons_kept`."""
    yield from ()


def usual_reasons_kept(scope: Scope, usual: Mapping[str, str]) -> Iterator[Found]:
    """All exclusions whose reason is that of the catalogue (`usual`, by its code), not this client's own."""
    duties = [
        duty
        for duty in scope.duties
        if duty.responsible == Responsible.EXCLUDED
        and duty.reason.strip()
        and duty.reason.split() == usual.get(duty.code, "").split()
    ]
    if duties:
        names = sorted(duty.name for duty in duties)
        italian, english = (
            ", ".join(quoted(name, language) for name in names)
            for language in (Language.ITALIAN, Language.ENGLISH)
        )
        yield found(
            key=min(duty.key for duty in duties),
            at="reason",
            lane=common_lane(duties),
            duties=Both(italian, english),
            count=len(duties),
            client=client_name(scope),
        )


RULES = (
    exclusion_without_reason,
    exclusions_with_the_same_reason,
    nothing_excluded,
    reasons_of_the_catalogue,
)
