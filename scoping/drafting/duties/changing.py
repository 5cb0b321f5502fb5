"""What a duty's row can have done to it from the board."""

from decimal import Decimal

from scoping.domain.scope import Duty as DutyValue
from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.engagements.models import Duty
from scoping.engagements.rows import duty_row

from .. import kept
from ..draft import Draft


def give_to(duty: Duty, responsible: Responsible) -> None:
    """Let another party do the duty; a person who belongs to somebody else is no longer named."""
    duty.responsible = responsible.value
    if duty.person is not None and duty.person.party != responsible:
        duty.person = None
    duty.save(update_fields=["responsible", "person"])


def count(duty: Duty, quantity: Decimal | None) -> None:
    """Say how much of it is done each time; None: nobody says it."""
    duty.quantity = quantity
    duty.save(update_fields=["quantity"])


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
