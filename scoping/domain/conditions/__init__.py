"""The four conditions under which one professional of the studio may hold both roles (domain.md, rule 3).

Pure: the day is an argument, everything internal comes in as a value, and of what is said only the
sentence is for the client.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from ..economics import Figures
from ..scope import Scope
from ..words import Condition, ConditionState
from .assessed import assessed
from .distinct import distinct
from .not_junior import not_junior
from .paid_as_two import paid_as_two
from .values import (
    Assessment,
    Experience,
    Fault,
    Judged,
    Qualification,
    Said,
    Score,
    Standards,
)

__all__ = [
    "Assessment",
    "Experience",
    "Fault",
    "Judged",
    "Qualification",
    "Said",
    "Score",
    "Standards",
    "conditions",
]


def conditions(
    scope: Scope,
    known: Qualification,
    standards: Standards,
    figures: Figures | None,
    day: dt.date,
    overrules: Mapping[Condition, str] | None = None,
) -> tuple[Judged, ...]:
    """The four conditions on that day, in their order; none where no professional of the studio holds both
    roles.

    `overrules` are the owner's written reasons: they change only the state of a condition that is not met,
    and nothing of what the client reads.
    """
    if scope.double_holder is None:
        return ()
    reasons = overrules or {}
    found = (
        distinct(scope),
        assessed(known, standards, day),
        not_junior(known, standards, day),
        paid_as_two(scope, standards, figures),
    )
    return tuple(_overruled(one, reasons.get(one.condition, "").strip()) for one in found)


def _overruled(one: Judged, reason: str) -> Judged:
    if not reason or one.state != ConditionState.NOT_MET:
        return one
    return dataclasses.replace(one, state=ConditionState.OVERRULED, reason=reason)
