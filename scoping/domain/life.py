"""The states of a version and of an engagement, and which step may follow which (domain.md, An engagement's
life).

*Viewed* and *sealed* are facts, not states. A state moves by one conditional update from the states before
it: where that changes nothing, somebody was first.
"""

from collections.abc import Mapping
from enum import StrEnum


class VersionState(StrEnum):
    """A version is issued, then exactly one of the others, for good."""

    ISSUED = "issued"
    SIGNED = "signed"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class EngagementState(StrEnum):
    """Draft: no version is on the table; offered: one is; signed; ended."""

    DRAFT = "draft"
    OFFERED = "offered"
    SIGNED = "signed"
    ENDED = "ended"


VERSION_STEPS: Mapping[VersionState, frozenset[VersionState]] = {
    state: frozenset(VersionState) - {VersionState.ISSUED} if state == VersionState.ISSUED else frozenset()
    for state in VersionState
}

# An engagement goes back to draft when its version is declined, withdrawn or expired and none takes its
# place; a new version leaves it offered. After a signature there is no new version.
ENGAGEMENT_STEPS: Mapping[EngagementState, frozenset[EngagementState]] = {
    EngagementState.DRAFT: frozenset({EngagementState.OFFERED, EngagementState.ENDED}),
    EngagementState.OFFERED: frozenset(
        {EngagementState.DRAFT, EngagementState.SIGNED, EngagementState.ENDED}
    ),
    EngagementState.SIGNED: frozenset({EngagementState.ENDED}),
    EngagementState.ENDED: frozenset(),
}


def versions_before(to: VersionState) -> frozenset[VersionState]:
    """The states from which a version may become `to`."""
    return frozenset(state for state, following in VERSION_STEPS.items() if to in following)


def engagements_before(to: EngagementState) -> frozenset[EngagementState]:
    """The states from which an engagement may become `to`."""
    return frozenset(state for state, following in ENGAGEMENT_STEPS.items() if to in following)


def may_issue(state: EngagementState) -> bool:
    """Whether a version may be issued: the first, or a new one in place of the one on the table."""
    return state in (EngagementState.DRAFT, EngagementState.OFFERED)
