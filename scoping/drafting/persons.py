"""Naming a person in a draft: who can be chosen, and how a choice becomes a participant."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scoping.clients.models import Contact
from scoping.domain.changes.links import named_persons
from scoping.domain.scope import Scope
from scoping.domain.words import Party
from scoping.engagements.models import Engagement, Participant, RoleHolder
from scoping.professionals.models import Professional

Choice = tuple[str, Any]

NOBODY = gettext_lazy("Nobody yet")
LONGEST_SLUG = 50  # leaves room for a number behind it in a key of 64


class People:
    """Everybody whom an engagement names or can name. Read once (three queries), whatever asks for it."""

    def __init__(self, engagement: Engagement) -> None:
        self.engagement = engagement

    @cached_property
    def participants(self) -> list[Participant]:
        """Those whom it names already."""
        rows = self.engagement.participant_rows.select_related("professional", "contact")
        return list(rows)

    @cached_property
    def professionals(self) -> list[Professional]:
        """The studio's professionals at work, whether it names them or not."""
        return list(Professional.objects.at_work())

    @cached_property
    def contacts(self) -> list[Contact]:
        """The client's contacts, whether it names them or not."""
        return list(self.engagement.client.contacts.all())

    def of_party(self, party: Party) -> list[Choice]:
        """Those of one party as choices: whom it names first, then who could still be named."""
        named = [one for one in self.participants if one.party == party]
        choices = [(token_of(one), _label(one.source, one.organisation)) for one in named]
        others: Iterable[Professional | Contact] = ()
        if party == Party.STUDIO:
            taken = {one.professional_id for one in named}
            others = (one for one in self.professionals if one.pk not in taken)
        elif party == Party.CLIENT:
            taken = {one.contact_id for one in named}
            others = (one for one in self.contacts if one.pk not in taken)
        return [*choices, *((token_of(one), _label(one)) for one in others)]

    def choices(self, parties: Iterable[Party]) -> list[Choice]:
        """Those of several parties, grouped; a party that has nobody is left out."""
        parties = list(parties)
        found = {party: self.of_party(party) for party in parties}
        if len(parties) == 1:
            return found[parties[0]]
        titles = {
            Party.STUDIO: self.engagement.studio.name,
            Party.CLIENT: self.engagement.client.name,
            Party.THIRD: _("Third parties"),
        }
        return [(titles[party], people) for party, people in found.items() if people]

    def fill(self, field: forms.Field, *parties: Party) -> None:
        """Offer them in a form's field: everybody, or those of some parties."""
        assert isinstance(field, PersonField | PeopleField)
        field.offer(self, *parties)

    def find(self, token: str) -> Participant | None:
        """Whom a choice names: a participant, unsaved where the engagement does not name that person yet."""
        for one in self.participants:
            if token in {token_of(one), token_of(one.source)}:
                return one
        for professional in self.professionals:
            if token == token_of(professional):
                return self._new(Party.STUDIO, professional=professional)
        for contact in self.contacts:
            if token == token_of(contact):
                return self._new(Party.CLIENT, contact=contact)
        return None

    def _new(self, party: Party, **source: Any) -> Participant:
        return Participant(
            studio=self.engagement.studio, engagement=self.engagement, party=party.value, **source
        )


def token_of(person: Participant | Professional | Contact) -> str:
    """What a form calls a person by."""
    if isinstance(person, Participant):
        return f"person-{person.key}"
    return f"{'professional' if isinstance(person, Professional) else 'contact'}-{person.uid}"


def _label(source: Professional | Contact | Participant, organisation: str = "") -> str:
    return ", ".join(part for part in (source.name, source.job, organisation) if part)


def admit(participant: Participant | None) -> Participant | None:
    """Have the engagement name this person from now on, if it does not yet: the row with its key.

    Call inside `Draft.saving`, and let the row point to what it returns: `row.person = admit(row.person)`.
    """
    if participant is None:
        return None
    rows = participant.engagement.participant_rows.all()
    if participant.pk is not None and rows.filter(pk=participant.pk).exists():
        return participant
    if participant.party == Party.THIRD:  # removed while the form was open: nobody is chosen any more
        return None
    source = {"professional": participant.professional, "contact": participant.contact}
    known = rows.filter(**source).first()
    if known is not None:
        return known
    taken = set(rows.values_list("key", flat=True))
    return Participant.objects.create(
        studio=participant.studio,
        engagement=participant.engagement,
        party=participant.party,
        key=free_key(participant.source.name, taken),
        position=len(taken),
        **source,
    )


def let_go(engagement: Engagement, before: Scope) -> None:
    """Take out of the engagement whom nothing in it names any more: its document names nobody in vain.

    A third party's person stays: nobody else knows who that is. So does whom nothing named `before` either,
    such as somebody who came by a file and has nothing to do yet.
    """
    pointers: list[tuple[Any, str]] = [
        (engagement.functions.all(), "participant"),
        (engagement.roles.all(), "lead"),
        (RoleHolder.objects.filter(role__engagement=engagement), "participant"),
        *(
            (rows, "person")
            for rows in (
                engagement.guideline_rows.all(),
                engagement.autonomyrow_rows.all(),
                engagement.duty_rows.all(),
            )
        ),
    ]
    named = {pk for rows, name in pointers for pk in rows.values_list(name, flat=True)}
    idle = {person.key for person in before.persons} - named_persons(before)
    known = engagement.participant_rows.filter(signs_for_studio=False).exclude(party=Party.THIRD)
    known.exclude(pk__in=named - {None}).exclude(key__in=idle).delete()


def free_key(name: str, taken: set[str], fallback: str = "person") -> str:
    """A key made of a name that no other row of its table in the engagement has."""
    stem = slugify(name)[:LONGEST_SLUG].strip("-_") or fallback
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}-{count}"
    return key


class PersonField(forms.ChoiceField):
    """A person of the engagement, or somebody who can be named in it.

    The form calls `offer` with the engagement's people; until then nobody can be chosen. Its cleaned value is
    a Participant (None where nobody was chosen) that may be unsaved: `admit` it before what points to it is
    saved.
    """

    default_error_messages = {
        "invalid_choice": gettext_lazy("This person cannot be chosen here: choose one of the list.")
    }

    def __init__(self, **options: Any) -> None:
        self.empty = options.pop("empty", NOBODY)
        self.people: People | None = None
        self.parties: tuple[Party, ...] = ()
        super().__init__(**options)

    def offer(self, people: People, *parties: Party) -> None:
        """Say who can be chosen: everybody, or those of some parties."""
        self.people, self.parties = people, parties or tuple(Party)
        self.choices = [("", self.empty), *people.choices(self.parties)]

    def prepare_value(self, value: Any) -> Any:
        """A row's foreign key, or a participant, as the choice that names it."""
        if isinstance(value, Participant):
            return token_of(value)
        if isinstance(value, int) and self.people is not None:
            return next((token_of(one) for one in self.people.participants if one.pk == value), "")
        return value

    def to_python(self, value: Any) -> Any:
        """The participant that a choice names. Raises ValidationError where it names nobody here."""
        if value in self.empty_values:
            return None
        found = self.people.find(str(value)) if self.people is not None else None
        if found is None or found.party not in self.parties:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found

    def validate(self, value: Any) -> None:
        """Wants a person where one is required; `to_python` checked who it is."""
        forms.Field.validate(self, value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares people, not how they are written."""
        return bool((self.prepare_value(initial) or "") != (data or ""))


class PeopleField(forms.MultipleChoiceField):
    """Several persons, none of them named twice; as `PersonField` for the rest."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        self.one = PersonField(required=False)
        super().__init__(**options)

    def offer(self, people: People, *parties: Party) -> None:
        """Say who can be chosen: everybody, or those of some parties."""
        self.one = PersonField(required=False)
        self.one.offer(people, *parties)
        self.choices = people.choices(self.one.parties)

    def prepare_value(self, value: Any) -> Any:
        """Participants, or their primary keys, as the choices that name them."""
        return [self.one.prepare_value(each) for each in value or []]

    def to_python(self, value: Any) -> Any:
        """The participants that the choices name. Raises ValidationError where one names nobody here."""
        tokens = dict.fromkeys(super().to_python(value))
        return [self.one.to_python(token) for token in tokens if token]

    def validate(self, value: Any) -> None:
        """Wants somebody where one is required; `to_python` checked who they are."""
        forms.Field.validate(self, value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares people, not how they are written."""
        return set(self.prepare_value(initial)) != set(data or []) - {""}
