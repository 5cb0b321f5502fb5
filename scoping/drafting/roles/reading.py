"""What the page of step roles shows of a Scope, in the words of the screens."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from scoping.domain.scope import Guideline, Person, Scope
from scoping.domain.words import ROLE_LANES, Holder, Lane, Party, Responsible

from ..when import when_text


@dataclass(frozen=True, slots=True)
class GuidelineLine:
    """One guideline as a row of text."""

    guideline: Guideline
    source: str
    when: str
    needed_by: tuple[str, ...]


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


def inputs_of(described: Scope) -> list[RoleInputs]:
    """What each role receives, from whom, by when."""
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
                )
                for guideline in described.guidelines
                if guideline.lane == lane
            ),
        )
        for lane in ROLE_LANES
    ]


def third_persons(described: Scope) -> list[Person]:
    """Third parties' persons whom the engagement knows."""
    return [person for person in described.persons if person.party == Party.THIRD]


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
