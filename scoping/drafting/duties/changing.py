"""What a duty's row can have done to it from the board."""

from dataclasses import replace
from decimal import Decimal

from scoping.domain.changes import row_of
from scoping.domain.scope import Duty as DutyValue
from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.engagements.models import Duty
from scoping.engagements.rows import duty_row

from .. import kept
from ..draft import Draft


def give_to(described: Scope, key: str, responsible: Responsible) -> Scope:
    """Let another party do a duty; a person who belongs to somebody else is no longer named."""
    duty = row_of(described, "duties", key)
    person = described.person(duty.person)
    kept_person = person.key if person is not None and person.party.value == responsible.value else None
    return _with_duty(described, replace(duty, responsible=responsible, person=kept_person))


def count(described: Scope, key: str, quantity: Decimal | None) -> Scope:
    """Say how much of a duty is done each time; None: nobody says it."""
    return _with_duty(described, replace(row_of(described, "duties", key), quantity=quantity))


def _with_duty(described: Scope, duty: DutyValue) -> Scope:
    duties = tuple(duty if one.key == duty.key else one for one in described.duties)
    return replace(described, duties=duties)


def area_of(duty: Duty) -> tuple[str, str]:
    """The group within which a duty moves."""
    return duty.lane, duty.area


def dependents(described: Scope, key: str) -> tuple[DutyValue, ...]:
    """The duties that depend on one."""
    return tuple(duty for duty in described.duties if key in duty.depends_on)


def removed_duty(draft: Draft, key: str) -> Duty | None:
    """The unsaved row of a duty that was removed a short while ago; None where nobody knows it any more."""
    value = kept.removed(draft.engagement, "duties", key)
    people = {one.key: one for one in draft.engagement.participant_rows.all()}
    return duty_row(draft.engagement, 0, value, people) if value is not None else None
