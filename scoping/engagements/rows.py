"""A Scope's values as unsaved rows: of one engagement, at one place of the reading order."""

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
    RoleAssignment,
)
from .people import People


def function_row(
    engagement: Engagement, place: int, function: scope.Function, people: People
) -> EngagementFunction:
    """The row of one function."""
    return EngagementFunction(
        studio=engagement.studio,
        engagement=engagement,
        participant=people[function.person],
        kind=function.kind,
        order=function.order,
        power=function.power,
        days=function.days,
        position=place,
    )


def role_row(engagement: Engagement, role: scope.RoleAssignment, people: People) -> RoleAssignment:
    """The row of one role assignment; its further holders are rows of their own."""
    return RoleAssignment(
        studio=engagement.studio,
        engagement=engagement,
        lane=role.lane,
        held_by=role.held_by,
        lead=people.get(role.lead or ""),
        example=role.example,
    )


def guideline_row(
    engagement: Engagement, place: int, guideline: scope.Guideline, people: People
) -> Guideline:
    """The row of one guideline."""
    row = Guideline(
        studio=engagement.studio,
        engagement=engagement,
        key=guideline.key,
        position=place,
        lane=guideline.lane,
        name=guideline.name,
        description=guideline.description,
        source=guideline.source or "",
        person=people.get(guideline.person or ""),
    )
    row.take_when(guideline.when)
    return row


def autonomy_row(engagement: Engagement, place: int, row: scope.AutonomyRow, people: People) -> AutonomyRow:
    """The row of one line of the autonomy matrix."""
    return AutonomyRow(
        studio=engagement.studio,
        engagement=engagement,
        key=row.key,
        position=place,
        name=row.name,
        detail=row.detail,
        decision=row.decision or "",
        person=people.get(row.person or ""),
        days=row.days,
    )


def duty_row(engagement: Engagement, place: int, duty: scope.Duty, people: People) -> Duty:
    """The row of one duty."""
    row = Duty(
        studio=engagement.studio,
        engagement=engagement,
        key=duty.key,
        position=place,
        lane=duty.lane,
        name=duty.name,
        code=duty.code,
        area=duty.area,
        description=duty.description,
        deliverable=duty.deliverable,
        responsible=duty.responsible or "",
        person=people.get(duty.person or ""),
        quantity=duty.quantity,
        unit=duty.unit,
        unit_plural=duty.unit_plural,
        cadence=duty.cadence,
        rounds=duty.rounds,
        platforms=list(duty.platforms),
        limits=duty.limits,
        exclusion=duty.exclusion,
        reason=duty.reason,
        if_needed=duty.if_needed or "",
        content=duty.content,
        needs=list(duty.needs),
        depends_on=list(duty.depends_on),
    )
    row.take_when(duty.when)
    if duty.answering is not None:
        row.answers, row.answer_days = True, duty.answering.days
        row.answer_weekdays = list(duty.answering.weekdays)
        row.answer_opens, row.answer_closes = duty.answering.opens, duty.answering.closes
    return row


def objective_row(
    engagement: Engagement, place: int, objective: scope.Objective, _people: People
) -> Objective:
    """The row of one objective."""
    return Objective(
        studio=engagement.studio,
        engagement=engagement,
        key=objective.key,
        position=place,
        lane=objective.lane,
        code=objective.code,
        name=objective.name,
        kpi=objective.kpi,
        how_measured=objective.how_measured,
        unit=objective.unit,
        baseline=objective.baseline,
        target=objective.target,
        horizon=objective.horizon,
        serves=list(objective.serves),
        control=objective.control,
    )


def fee_row(engagement: Engagement, place: int, fee: scope.FeeLine, _people: People) -> FeeLine:
    """The row of one fee line."""
    return FeeLine(
        studio=engagement.studio,
        engagement=engagement,
        key=fee.key,
        position=place,
        lane=fee.lane,
        kind=fee.kind,
        label=fee.label,
        amount=fee.amount,
        first_month=fee.first_month,
        last_month=fee.last_month,
    )


def clause_row(engagement: Engagement, place: int, clause: scope.Clause, _people: People) -> Clause:
    """The row of one clause."""
    return Clause(
        studio=engagement.studio,
        engagement=engagement,
        key=clause.key,
        position=place,
        code=clause.code,
        name=clause.name,
        text=clause.text,
        onerous=clause.onerous,
        parameters=[list(pair) for pair in clause.parameters],
    )
