from typing import Any

import pytest

from scoping.domain.scopefile import ScopeFileErrors, upgrade


def first_step(document: dict[str, Any]) -> dict[str, Any]:
    document["scope"]["title"] = document["scope"].pop("name")
    return document


def second_step(document: dict[str, Any]) -> dict[str, Any]:
    document["scope"]["title"] += "!"
    return document


STEPS = {1: first_step, 2: second_step}


def test_an_old_file_is_raised_one_version_at_a_time() -> None:
    old = {"version": 1, "scope": {"name": "a"}}
    assert upgrade(old, STEPS, current=3) == {"version": 3, "scope": {"title": "a!"}}
    assert upgrade(old, STEPS, current=2) == {"version": 2, "scope": {"title": "a"}}


def test_the_old_document_itself_is_not_touched() -> None:
    old = {"version": 1, "scope": {"name": "a"}}
    upgrade(old, STEPS, current=3)
    assert old == {"version": 1, "scope": {"name": "a"}}


def test_a_current_file_needs_no_step() -> None:
    assert upgrade({"version": 3}, STEPS, current=3) == {"version": 3}


@pytest.mark.parametrize("version", [4, 0, -1, "1", None, 1.0, True])
def test_a_newer_version_or_none_is_refused(version: object) -> None:
    with pytest.raises(ScopeFileErrors) as errors:
        upgrade({"version": version}, STEPS, current=3)
    assert errors.value.faults[0].path == "$.version"


def test_a_missing_step_is_loud() -> None:
    with pytest.raises(KeyError):
        upgrade({"version": 1}, {2: second_step}, current=3)
