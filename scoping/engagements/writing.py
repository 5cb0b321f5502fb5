"""A Scope into a draft's rows: what copy, template, import and renewal have in common."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from scoping.domain import scope

from .models import (
    AutonomyRow,
    Clause,
    Duty,
    Engagement,
    EngagementFunction,
    FeeLine,
    Guideline,
    Objective,
    Participant,
    RoleAssignment,
    RoleHolder,
)
from .models.rows import EngagementRow
from .people import People, participant_row
from .rows import (
    autonomy_row,
    clause_row,
    duty_row,
    fee_row,
    function_row,
    guideline_row,
    objective_row,
    role_row,
)

# The lists of keyed rows: the Scope's field, the table, and what makes a row of a value.
KEYED: tuple[tuple[str, Any, Callable[..., EngagementRow]], ...] = (
    ("guidelines", Guideline, guideline_row),
    ("autonomy", AutonomyRow, autonomy_row),
    ("duties", Duty, duty_row),
    ("objectives", Objective, objective_row),
    ("fees", FeeLine, fee_row),
    ("clauses", Clause, clause_row),
)


@transaction.atomic
def write_scope(engagement: Engagement, described: scope.Scope) -> None:
    """Make the draft say what the Scope says: its own fields, its persons and all its rows.

    Number, client, studio and state stay the engagement's; identity is the caller's business. Persons are
    found again by name among the studio's professionals and the client's contacts, or made.
    """
    _clear(engagement)
    people = {
        person.key: participant_row(
            engagement, person, place, signs=person.key == described.signed_for_studio
        )
        for place, person in enumerate(described.persons)
    }
    take_fields(engagement, described)
    engagement.save()
    EngagementFunction.objects.bulk_create(
        function_row(engagement, place, function, people)
        for place, function in enumerate(described.functions)
    )
    for role in described.roles:
        row = role_row(engagement, role, people)
        row.save()
        write_holders(row, role, people)
    for part, model, row_of in KEYED:
        values = enumerate(getattr(described, part))
        model.objects.bulk_create(row_of(engagement, place, value, people) for place, value in values)


def take_fields(engagement: Engagement, described: scope.Scope) -> None:
    """Take over the fields of the engagement's own, unsaved."""
    terms = described.terms
    engagement.title, engagement.language = described.title, described.language
    engagement.currency, engagement.dated = described.currency, described.dated
    engagement.start, engagement.months = described.start, described.months
    engagement.validity_days = described.validity_days
    engagement.hourly_rate, engagement.payment_days = terms.hourly_rate, terms.payment_days
    engagement.rounds, engagement.approve_possible_apart = terms.rounds, terms.approve_possible_apart


def write_holders(row: RoleAssignment, role: scope.RoleAssignment, people: People) -> None:
    """Write who holds a role beside its lead."""
    row.others.all().delete()
    RoleHolder.objects.bulk_create(
        RoleHolder(studio=row.studio, role=row, participant=people[key], position=place)
        for place, key in enumerate(role.others)
    )


def _clear(engagement: Engagement) -> None:
    for _part, model, _row_of in KEYED:
        model.objects.filter(engagement=engagement).delete()
    RoleHolder.objects.filter(role__engagement=engagement).delete()
    RoleAssignment.objects.filter(engagement=engagement).delete()
    EngagementFunction.objects.filter(engagement=engagement).delete()
    Participant.objects.filter(engagement=engagement).delete()
