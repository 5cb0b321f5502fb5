"""What the review says: the findings by weight, and what stands between the draft and its issue."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoping.domain import scopefile
from scoping.domain.scope import Scope
from scoping.domain.snapshot import same_content
from scoping.domain.words import Severity
from scoping.engagements.models import Engagement
from scoping.judgement.models import FindingAnswer

from ..draft import Draft
from ..places import Observation, observed
from .way_back import marked

NAMED = 3  # so many reasons are named beside a button that cannot be pressed


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one weight."""

    severity: Severity
    title: str
    meaning: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class AnsweredObservation:
    """A finding in words, and what a member answered."""

    observation: Observation
    answer: FindingAnswer


@dataclass(frozen=True, slots=True)
class Issuing:
    """Whether the next version can be issued; `reason` says in words why not, or what it means."""

    version: int
    possible: bool
    reason: str
    named: tuple[Observation, ...] = ()
    more: int = 0


def groups_of(draft: Draft) -> tuple[Group, ...]:
    """All findings of a draft, the weightiest group first; a group that holds nothing is left out."""
    number = draft.engagement.number
    found = tuple(
        replace(one, url=marked(one.url, number))
        for one in observed(draft.engagement, draft.described, draft.judgement.findings)
    )
    words = {
        Severity.BLOCKS: (_("They block"), _("without them nothing is issued")),
        Severity.WARNS: (_("To look at"), _("it can be issued, but better to know")),
        Severity.HINT: (_("Hints"), _("what could be better")),
    }
    groups = (
        Group(severity, *words[severity], tuple(one for one in found if one.severity == severity))
        for severity in words
    )
    return tuple(group for group in groups if group.observations)


def answered_in(draft: Draft) -> tuple[AnsweredObservation, ...]:
    """What members answered of the draft's findings, and of which nothing changed since."""
    answered = draft.judgement.answered
    said = observed(draft.engagement, draft.described, tuple(one.finding for one in answered))
    return tuple(
        AnsweredObservation(*pair) for pair in zip(said, (one.answer for one in answered), strict=True)
    )


def issued_versions(engagement: Engagement) -> list[Any]:
    """The versions that were issued, the newest first, each with its document."""
    versions = engagement.versions.select_related("document")
    return [version for version in versions if version.state != version.State.RESERVED]


def says_the_same(described: Scope, snapshot: bytes) -> bool:
    """Whether a draft still says what was issued, its date aside."""
    return same_content(scopefile.read(snapshot).scope, described)


def issuing(engagement: Engagement, groups: tuple[Group, ...], *, issued: int, unchanged: bool) -> Issuing:
    """What can be done now.

    `issued` is the number of the last version, 0 where there is none; `unchanged` says that the draft still
    says what that version says.
    """
    following = issued + 1
    if engagement.is_archived:
        return Issuing(following, False, _("It is archived: restore it first."))
    if not engagement.is_open:
        return Issuing(following, False, _("It is signed: what is signed changes by an amendment only."))
    blocks = [one for group in groups if group.severity == Severity.BLOCKS for one in group.observations]
    if blocks:
        said = ngettext(
            "One thing is missing before it can be issued:",
            "%(count)d things are missing before it can be issued:",
            len(blocks),
        )
        reason = said % {"count": len(blocks)}
        return Issuing(following, False, reason, tuple(blocks[:NAMED]), max(0, len(blocks) - NAMED))
    if unchanged:
        said = _("The draft says what version %(issued)d says: there is nothing new to issue.")
        return Issuing(following, False, said % {"issued": issued})
    if issued:
        said = _("Once it is issued, version %(following)d takes the place of version %(issued)d.")
        return Issuing(following, True, said % {"following": following, "issued": issued})
    return Issuing(following, True, _("Once it is issued, version 1 never changes. Changes make version 2."))
