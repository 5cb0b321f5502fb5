"""Who usually does what in a new engagement, from what the studio and the client are known by.

A guess is never made: where two people could be meant, nobody is named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from django.utils.text import slugify

from scoping.catalogue.models import CatalogueTemplate
from scoping.clients.models import Client, Contact
from scoping.domain import scope
from scoping.domain.words import ROLE_LANES, FunctionKind, Holder, Lane, Party
from scoping.professionals.models import Professional

from .models import Participant
from .reading import scope_of

APPROVAL_DAYS = 3  # working days, as most studios agree on
LONGEST_SLUG = 50  # leaves room for a number behind it in a key of 64
ALONE = (FunctionKind.SIGNATORY, FunctionKind.COUNTERPART, FunctionKind.APPROVER)

People = tuple[scope.Person, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a new engagement: who leads each role of the studio's, who signs for the studio, and the
    client's people with their functions. Keys are those of `persons`.
    """

    persons: tuple[scope.Person, ...] = ()
    leads: Mapping[Lane, str] = field(default_factory=dict)
    signed_for_studio: str | None = None
    functions: tuple[scope.Function, ...] = ()

    def with_function(self, *kinds: FunctionKind) -> str | None:
        """The client's person who has the first of these functions that somebody has."""
        for kind in kinds:
            for function in self.functions:
                if function.kind == kind:
                    return function.person
        return None

    @property
    def decides(self) -> str | None:
        """Who speaks for the client where nobody else is meant."""
        return self.with_function(FunctionKind.COUNTERPART, FunctionKind.SIGNATORY, FunctionKind.APPROVER)


def cast_of(
    client: Client, contact: Contact | None = None, template: CatalogueTemplate | None = None
) -> Cast:
    """The usual cast for a client. `contact` is whom the studio named at the start; a template says which
    roles the studio holds."""
    professionals = list(Professional.objects.at_work())
    roles = template.roles if template is not None else {}
    held = [lane for lane in ROLE_LANES if roles.get(lane) == Holder.STUDIO]
    leads = leads_of(held, professionals, template.people if template is not None else None)
    signing = _signing(professionals)
    ours = list(dict.fromkeys([*leads.values(), *([signing] if signing else [])]))
    people, functions = _client_people(client, contact)
    keys = {one.pk: key for one, key in zip(ours, _keys([one.name for one in ours], people), strict=True)}
    return Cast(
        persons=(*(_professional(one, keys[one.pk]) for one in ours), *people),
        leads={lane: keys[one.pk] for lane, one in leads.items()},
        signed_for_studio=keys[signing.pk] if signing else None,
        functions=functions,
    )


def leads_of(
    held: Sequence[Lane], professionals: Sequence[Professional], people: int | None
) -> dict[Lane, Professional]:
    """Who leads each role that the studio holds, where only one professional can be meant.

    Who says since when they do a role's work does it; where nobody says it, all may. `people`: one person
    leads both roles, or two different ones do.
    """
    able = {lane: _able(lane, professionals) for lane in held}
    if len(held) == 2 and people == 1:
        both = [one for one in able[held[0]] if one in able[held[1]]]
        able = {lane: both for lane in held}  # noqa: C420
    elif len(held) == 2 and people == 2:
        able = _apart(able)
    return {lane: found[0] for lane, found in able.items() if len(found) == 1}


def _apart(able: dict[Lane, list[Professional]]) -> dict[Lane, list[Professional]]:
    """Two roles, two persons: who alone can lead the one does not lead the other, and nobody leads both."""
    alone = {found[0] for found in able.values() if len(found) == 1}
    if len(alone) == 1 and all(len(found) == 1 for found in able.values()):
        return {}
    return {
        lane: found if len(found) == 1 else [one for one in found if one not in alone]
        for lane, found in able.items()
    }


def _able(lane: Lane, professionals: Sequence[Professional]) -> list[Professional]:
    since = {Lane.MARKETING: "marketing_since", Lane.SOCIAL: "social_since"}[lane]
    doing = [one for one in professionals if getattr(one, since) is not None]
    unsaid = [one for one in professionals if one.marketing_since is None and one.social_since is None]
    return doing or unsaid


def _signing(professionals: Sequence[Professional]) -> Professional | None:
    """The only professional; of several, who signed last."""
    if len(professionals) == 1:
        return professionals[0]
    signed = Participant.objects.filter(signs_for_studio=True, professional__in=professionals)
    last = signed.select_related("professional").order_by("-engagement__pk").first()
    return last.professional if last is not None else None


def _client_people(client: Client, contact: Contact | None) -> tuple[People, tuple[scope.Function, ...]]:
    """The client's people: who was named; else those of its last engagement; else its only contact."""
    if contact is None:
        last = client.engagements.filter(functions__isnull=False).order_by("-pk").first()
        if last is not None:
            described = scope_of(last)
            keys = {function.person for function in described.functions}
            return tuple(one for one in described.persons if one.key in keys), described.functions
        contacts = list(client.contacts.all()[:2])
        contact = contacts[0] if len(contacts) == 1 else None
    if contact is None:
        return (), ()
    [key] = _keys([contact.name], ())
    person = scope.Person(
        key=key,
        party=Party.CLIENT,
        name=contact.name,
        job=contact.job,
        email=contact.email,
        phone=contact.phone,
    )
    return (person,), tuple(_function(key, kind) for kind in ALONE)


def _function(key: str, kind: FunctionKind) -> scope.Function:
    return scope.Function(
        person=key,
        kind=kind,
        order=1 if kind == FunctionKind.SIGNATORY else None,
        days=APPROVAL_DAYS if kind == FunctionKind.APPROVER else None,
    )


def _professional(one: Professional, key: str) -> scope.Person:
    return scope.Person(
        key=key,
        party=Party.STUDIO,
        name=one.name,
        job=one.job,
        email=one.email,
        phone=one.phone,
        marketing_since=one.marketing_since,
        social_since=one.social_since,
    )


def _keys(names: Sequence[str], beside: People) -> list[str]:
    """A key for each name that no other person has."""
    taken = {one.key for one in beside}
    keys = []
    for name in names:
        stem = slugify(name)[:LONGEST_SLUG].strip("-_") or "person"
        key = next(
            key for place in count(1) if (key := f"{stem}-{place}" if place > 1 else stem) not in taken
        )
        taken.add(key)
        keys.append(key)
    return keys
