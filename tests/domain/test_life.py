import pytest

from scoping.domain.life import (
    ENGAGEMENT_STEPS,
    VERSION_STEPS,
    EngagementState,
    VersionState,
    engagements_before,
    may_issue,
    versions_before,
)


@pytest.mark.parametrize("state", [state for state in VersionState if state != VersionState.ISSUED])
def test_a_version_leaves_the_table_once_and_for_good(state: VersionState) -> None:
    assert versions_before(state) == {VersionState.ISSUED}
    assert not VERSION_STEPS[state]


def test_nothing_becomes_issued_again() -> None:
    assert versions_before(VersionState.ISSUED) == frozenset()


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (EngagementState.DRAFT, {EngagementState.OFFERED}),
        (EngagementState.OFFERED, {EngagementState.DRAFT}),
        (EngagementState.SIGNED, {EngagementState.OFFERED}),
        (EngagementState.ENDED, {EngagementState.DRAFT, EngagementState.OFFERED, EngagementState.SIGNED}),
    ],
)
def test_an_engagement_moves_by_these_steps_only(to: EngagementState, expected: set[EngagementState]) -> None:
    assert engagements_before(to) == expected


def test_every_state_has_its_row() -> None:
    assert set(VERSION_STEPS) == set(VersionState)
    assert set(ENGAGEMENT_STEPS) == set(EngagementState)


def test_after_a_signature_there_is_no_new_version() -> None:
    assert {state for state in EngagementState if may_issue(state)} == {
        EngagementState.DRAFT,
        EngagementState.OFFERED,
    }
