"""Findings of the roles: who holds them, and who conducts."""

from collections.abc import Iterator

from ..scope import Guideline, Scope
from ..words import ROLE_LANES, Holder, Lane, Party, Responsible, Severity, WhenKind
from .finding import Both, Found, Step, found, rule

HOLDER_WORDS = {
    Holder.STUDIO: Both("lo studio", "the studio"),
    Holder.CLIENT: Both("il cliente", "the client"),
    Holder.THIRD: Both("una terza parte", "a third party"),
    Holder.NOBODY: Both("nessuno", "nobody"),
}
_OF_PARTY = {
    Party.STUDIO: Both("dello studio", "of the studio"),
    Party.CLIENT: Both("del cliente", "of the client"),
    Party.THIRD: Both("di una terza parte", "of a third party"),
}


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "Un ruolo senza nome: {lane}",
        "Chi tiene il ruolo è {holder}, ma nessuna persona lo guida: il cliente non sa a chi rivolgersi.",
        "Scegli chi guida",
    ),
    english=(
        "A role without a name: {lane}",
        "The role is held by {holder}, but no person leads it: the client does not know whom to turn to.",
        "Choose who leads",
    ),
)
def role_without_lead(scope: Scope) -> Iterator[Found]:
    """A role that somebody holds has a lead holder."""
    for lane in ROLE_LANES:
        role = scope.role(lane)
        if role.held_by != Holder.NOBODY and scope.person(role.lead) is None:
            yield found(key=lane, at="lead", lane=lane, holder=HOLDER_WORDS[role.held_by])


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "{person} non è di chi tiene il ruolo",
        "Chi tiene {lane} è {holder}, ma chi lo guida è {person}, che è una persona {party}.",
        "Rivedi chi guida",
    ),
    english=(
        "{person} does not belong to who holds the role",
        "The holder of {lane} is {holder}, but {person}, who leads it, is a person {party}.",
        "Review who leads",
    ),
)
def lead_of_another_party(scope: Scope) -> Iterator[Found]:
    """The lead holder belongs to whoever holds the role."""
    for lane in ROLE_LANES:
        role = scope.role(lane)
        lead = scope.person(role.lead)
        if lead is not None and lead.party.value != role.held_by.value:
            holder, party = HOLDER_WORDS[role.held_by], _OF_PARTY[lead.party]
            yield found(key=lane, at="lead", lane=lane, person=lead.name, holder=holder, party=party)


@rule(
    Severity.WARNS,
    Step.ROLES,
    italian=(
        "Una persona, due ruoli: le condizioni non sono esaminate",
        "{person} guida il marketing e i social media. Nessuno ha esaminato le quattro condizioni, e il "
        "documento lo dice al cliente.",
        "Guarda i ruoli",
    ),
    english=(
        "One person, two roles: the conditions are not examined",
        "{person} leads marketing and social media. Nobody examined the four conditions, and the document "
        "tells the client so.",
        "See the roles",
    ),
)
def two_jerseys_not_examined(scope: Scope) -> Iterator[Found]:
    """One studio professional leads both roles (domain.md, rule 3)."""
    if (person := scope.double_holder) is not None:
        yield found(at="lead", person=person.name)


@rule(
    Severity.HINT,
    Step.ROLES,
    italian=(
        "{person} guida tutti e due i ruoli",
        "È una persona {party}: i due lavori restano distinti, ma il tempo è quello di una persona sola.",
        "Guarda i ruoli",
    ),
    english=(
        "{person} leads both roles",
        "This is a person {party}: the two jobs stay apart, but there is only one person's time.",
        "See the roles",
    ),
)
def one_person_outside_in_both_roles(scope: Scope) -> Iterator[Found]:
    """A client's or third party's person in both roles is a hint (domain.md, rule 3)."""
    marketing, social = scope.role(Lane.MARKETING), scope.role(Lane.SOCIAL)
    person = scope.person(marketing.lead)
    outside = {Holder.CLIENT, Holder.THIRD} & {marketing.held_by, social.held_by}
    if person is not None and marketing.lead == social.lead and outside and person.party != Party.STUDIO:
        yield found(at="lead", person=person.name, party=_OF_PARTY[person.party])


def _without_conductor(scope: Scope) -> bool:
    """The studio holds social media and nobody holds marketing (domain.md, rule 2)."""
    return scope.role(Lane.SOCIAL).held_by == Holder.STUDIO and (
        scope.role(Lane.MARKETING).held_by == Holder.NOBODY
    )


def _missing_of(guideline: Guideline | None, scope: Scope) -> tuple[str, Both] | None:
    """The first thing that a guideline lacks: its field, and what is not said."""
    if guideline is None:
        return "key", Both("che cosa dice", "what it says")
    if guideline.source is None:
        return "source", Both("da chi arriva", "who it comes from")
    if scope.person(guideline.person) is None:
        return "person", Both("chi la dà di persona", "which person gives it")
    if guideline.when.kind == WhenKind.NONE:
        return "when", Both("entro quando arriva", "by when it comes")
    return None


@rule(
    Severity.BLOCKS,
    Step.ROLES,
    italian=(
        "Nessuno dirige: «{guideline}»",
        "Nessuno tiene il marketing, e per {duties} serve «{guideline}»: non è detto {missing}. Va bene "
        "anche il cliente, con una persona e una data.",
        "Completa l'indicazione",
    ),
    english=(
        "Nobody conducts: “{guideline}”",
        "Nobody holds marketing, and “{guideline}” is needed for {duties}: it is not said {missing}. The "
        "client will do, with a person and a date.",
        "Complete the guideline",
    ),
)
def no_conductor(scope: Scope) -> Iterator[Found]:
    """What the studio's social duties need has a source, a person and a time (domain.md, rule 2)."""
    if not _without_conductor(scope):
        return
    duties = scope.duties_of(Lane.SOCIAL, Responsible.STUDIO)
    guidelines = {guideline.key: guideline for guideline in scope.guidelines}
    for key in sorted({key for duty in duties for key in duty.needs}):
        guideline = guidelines.get(key)
        if (missing := _missing_of(guideline, scope)) is not None:
            at, what = missing
            waiting = tuple(sorted(duty.name for duty in duties if key in duty.needs))
            name = guideline.name if guideline is not None else key
            yield found(key=key, at=at, lane=Lane.SOCIAL, guideline=name, duties=waiting, missing=what)


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "Non è detto che cosa serve ai social media",
        "Nessuno tiene il marketing. Per {duties} non è detto quali indicazioni servono, e quindi chi le dà.",
        "Scegli le indicazioni che servono",
    ),
    english=(
        "Nobody said what social media needs",
        "Nobody holds marketing. For {duties} it is not said which guidelines are needed, nor who gives "
        "them.",
        "Choose the guidelines that are needed",
    ),
)
def needs_unsaid(scope: Scope) -> Iterator[Found]:
    """Without a conductor at least one social duty says what it needs."""
    duties = scope.duties_of(Lane.SOCIAL, Responsible.STUDIO)
    if _without_conductor(scope) and duties and not any(duty.needs for duty in duties):
        names = tuple(sorted(duty.name for duty in duties))
        yield found(at="needs", lane=Lane.SOCIAL, duties=names)


RULES = (
    role_without_lead,
    lead_of_another_party,
    two_jerseys_not_examined,
    one_person_outside_in_both_roles,
    no_conductor,
    needs_unsaid,
)
