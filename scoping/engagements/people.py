"""A Scope's persons into participants: found again by name, or made."""

from dataclasses import replace
from typing import Any

from scoping.clients.models import Contact
from scoping.domain import scope
from scoping.domain.words import Party
from scoping.professionals.models import Professional

from .models import Engagement, Participant

People = dict[str, Participant]


def participant_row(engagement: Engagement, person: scope.Person, place: int, *, signs: bool) -> Participant:
    """The saved participant of a person. Who is new says what the person says; whom the studio knows already
    stays as it is known, but for what was not known yet."""
    row = Participant(
        studio=engagement.studio,
        engagement=engagement,
        key=person.key,
        position=place,
        signs_for_studio=signs,
    )
    known = known_source(engagement, person) if person.party != Party.THIRD else None
    if person.party == Party.STUDIO:
        row.professional = known or Professional(studio=engagement.studio, name=person.name)
    elif person.party == Party.CLIENT:
        row.contact = known or Contact(studio=engagement.studio, client=engagement.client, name=person.name)
    take_person(row, _completed(known, person) if known is not None else person)
    return row


def known_source(engagement: Engagement, person: scope.Person) -> Any:
    """The professional or contact of that name whom the engagement does not name yet; of several one who is
    at work, then of the same address and job. None where there is nobody."""
    taken = Participant.objects.filter(engagement=engagement, party=person.party)
    named: Any
    if person.party == Party.STUDIO:
        named = Professional.objects.filter(name=person.name).exclude(pk__in=taken.values("professional"))
    else:
        contacts = engagement.client.contacts.filter(name=person.name)
        named = contacts.exclude(pk__in=taken.values("contact"))
    return max(
        named,
        key=lambda one: (getattr(one, "active", True), one.email == person.email, one.job == person.job),
        default=None,
    )


def _completed(known: Any, person: scope.Person) -> scope.Person:
    """The person as the studio knows it; what was not known yet is as it comes."""
    details: tuple[str, ...] = ("job", "email", "phone")
    if isinstance(known, Professional):
        details += ("marketing_since", "social_since")
    return replace(person, **{name: getattr(known, name) or getattr(person, name) for name in details})


def take_person(row: Participant, person: scope.Person) -> None:
    """Have the participant say what the person says, and the professional or contact it comes from."""
    row.party, row.organisation = person.party, person.organisation
    source: Any = row.source
    source.name, source.job, source.email, source.phone = person.name, person.job, person.email, person.phone
    if isinstance(source, Professional):
        source.marketing_since, source.social_since = person.marketing_since, person.social_since
    if source is not row:
        source.save()
    row.save()
