"""What the page of step roles shows of a Scope, in the words of the screens."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from scoping.domain.scope import Guideline, Person, Scope
from scoping.domain.words import ROLE_LANES, Holder, Lane, Party, Responsible

from ..draft import Draft
from ..places import Observation
from ..when import when_text


@dataclass(frozen=True, slots=True)
class GuidelineLine:
    """One guideline as a row of text, with what it lacks; `opened`: the focus comes back to what opens it."""

    guideline: Guideline
    source: str
    when: str
    needed_by: tuple[str, ...]
    observations: tuple[Observation, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class RoleInputs:
    """What one role receives."""

    lane: Lane
    title: str
    lines: tuple[GuidelineLine, ...]


def no_conductor(described: Scope) -> bool:
    """Whether the studio holds social media and nobody holds marketing (domain.md, rule 2)."""
    social, marketing = described.role(Lane.SOCIAL), described.role(Lane.MARKETING)
    return social.held_by == Holder.STUDIO and marketing.held_by == Holder.NOBODY


@dataclass(frozen=True, slots=True)
class ThirdPerson:
    """A third party's person; `opened`: the focus comes back to what opens the row."""

    person: Person
    observations: tuple[Observation, ...]
    opened: bool


def inputs_of(draft: Draft, opened: str = "") -> list[RoleInputs]:
    """What each role receives, from whom, by when. `opened` is the id of the row that was just open."""
    described = draft.described
    titles = {
        Lane.MARKETING: _("What marketing receives"),
        Lane.SOCIAL: _("What social media receives"),
    }
    return [
        RoleInputs(
            lane,
            titles[lane],
            tuple(
                GuidelineLine(
                    guideline,
                    _source(described, guideline),
                    when_text(guideline.when),
                    _needed_by(described, guideline),
                    draft.observations_of(guideline.key),
                    opened=opened == f"guideline-{guideline.key}",
                )
                for guideline in described.guidelines
                if guideline.lane == lane
            ),
        )
        for lane in ROLE_LANES
    ]


def third_persons(draft: Draft, opened: str = "") -> list[ThirdPerson]:
    """Third parties' persons whom the engagement knows. `opened` is the id of the row that was just open."""
    return [
        ThirdPerson(person, draft.observations_of(person.key), opened=opened == f"person-{person.key}")
        for person in draft.described.persons
        if person.party == Party.THIRD
    ]


def _source(described: Scope, guideline: Guideline) -> str:
    if guideline.source is None:
        return ""
    person = described.person(guideline.person)
    party = {
        Party.STUDIO: described.studio.name,
        Party.CLIENT: described.client.short_name or described.client.name,
        Party.THIRD: _("third party"),
    }[guideline.source]
    return f"{person.name}, {party}" if person else party


def _needed_by(described: Scope, guideline: Guideline) -> tuple[str, ...]:
    ours = (duty for duty in described.duties if duty.responsible == Responsible.STUDIO)
    return tuple(duty.name for duty in ours if guideline.key in duty.needs)
