"""Rows into a Scope: the one way in which a draft is read, with a fixed number of queries."""

import datetime as dt
from decimal import Decimal

from scoping.domain import scope
from scoping.domain.words import (
    ROLE_LANES,
    Cadence,
    Control,
    Decision,
    FeeKind,
    FeeLane,
    FunctionKind,
    Holder,
    Horizon,
    IfNeeded,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
)

from .models import (
    AutonomyRow,
    Clause,
    Duty,
    Engagement,
    FeeLine,
    Guideline,
    Objective,
    Participant,
    RoleAssignment,
)

Keys = dict[int, str]


def scope_of(engagement: Engagement, dated: dt.date | None = None) -> scope.Scope:
    """The engagement's draft as a Scope, dated as the row says or as asked (today, for a preview)."""
    participants = list(
        Participant.objects.filter(engagement=engagement).select_related("professional", "contact")
    )
    keys = {participant.pk: participant.key for participant in participants}
    signing = next((one for one in participants if one.signs_for_studio), None)
    return scope.Scope(
        number=engagement.number,
        title=engagement.title,
        language=Language(engagement.language),
        currency=engagement.currency,
        dated=dated or engagement.dated,
        studio=engagement.studio.identity(),
        client=engagement.client.identity(),
        start=engagement.start,
        months=engagement.months,
        validity_days=engagement.validity_days,
        signed_for_studio=signing.key if signing else None,
        persons=tuple(participant.person() for participant in participants),
        functions=_functions(engagement, keys),
        roles=_roles(engagement, keys),
        guidelines=_guidelines(engagement, keys),
        autonomy=_autonomy(engagement, keys),
        duties=tuple(duty_value(duty, keys) for duty in Duty.objects.filter(engagement=engagement)),
        objectives=_objectives(engagement),
        fees=_fees(engagement),
        terms=scope.Terms(
            hourly_rate=_plain(engagement.hourly_rate),
            payment_days=engagement.payment_days,
            rounds=engagement.rounds,
            approve_possible_apart=engagement.approve_possible_apart,
        ),
        clauses=_clauses(engagement),
    )


def _plain(number: Decimal | None) -> Decimal | None:
    """The number without trailing zeros and without an exponent: one value, one way to write it."""
    if number is None:
        return None
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()


def _functions(engagement: Engagement, keys: Keys) -> tuple[scope.Function, ...]:
    return tuple(
        scope.Function(
            person=keys[row.participant_id],
            kind=FunctionKind(row.kind),
            order=row.order,
            power=row.power,
            days=row.days,
        )
        for row in engagement.functions.all()
    )


def _roles(engagement: Engagement, keys: Keys) -> tuple[scope.RoleAssignment, ...]:
    rows = RoleAssignment.objects.filter(engagement=engagement).prefetch_related("others")
    by_lane = {Lane(row.lane): row for row in rows}
    return tuple(
        scope.RoleAssignment(
            lane=lane,
            held_by=Holder(row.held_by),
            lead=keys.get(row.lead_id or 0),
            others=tuple(keys[other.participant_id] for other in row.others.all()),
            example=row.example,
        )
        for lane in ROLE_LANES
        if (row := by_lane.get(lane)) is not None
    )


def _guidelines(engagement: Engagement, keys: Keys) -> tuple[scope.Guideline, ...]:
    return tuple(
        scope.Guideline(
            key=row.key,
            lane=Lane(row.lane),
            name=row.name,
            description=row.description,
            source=Party(row.source) if row.source else None,
            person=keys.get(row.person_id or 0),
            when=row.when(),
        )
        for row in Guideline.objects.filter(engagement=engagement)
    )


def _autonomy(engagement: Engagement, keys: Keys) -> tuple[scope.AutonomyRow, ...]:
    return tuple(
        scope.AutonomyRow(
            key=row.key,
            name=row.name,
            detail=row.detail,
            decision=Decision(row.decision) if row.decision else None,
            person=keys.get(row.person_id or 0),
            days=row.days,
        )
        for row in AutonomyRow.objects.filter(engagement=engagement)
    )


def duty_value(row: Duty, keys: Keys) -> scope.Duty:
    """One duty's row as the value that a Scope holds."""
    answering = scope.Answering(
        days=row.answer_days,
        weekdays=tuple(row.answer_weekdays),
        opens=row.answer_opens,
        closes=row.answer_closes,
    )
    return scope.Duty(
        key=row.key,
        lane=Lane(row.lane),
        name=row.name,
        code=row.code,
        area=row.area,
        description=row.description,
        deliverable=row.deliverable,
        responsible=Responsible(row.responsible) if row.responsible else None,
        person=keys.get(row.person_id or 0),
        quantity=_plain(row.quantity),
        unit=row.unit,
        unit_plural=row.unit_plural,
        cadence=Cadence(row.cadence),
        when=row.when(),
        rounds=row.rounds,
        platforms=tuple(row.platforms),
        answering=answering if row.answers else None,
        limits=row.limits,
        exclusion=row.exclusion,
        reason=row.reason,
        if_needed=IfNeeded(row.if_needed) if row.if_needed else None,
        content=row.content,
        needs=tuple(row.needs),
        depends_on=tuple(row.depends_on),
    )


def _objectives(engagement: Engagement) -> tuple[scope.Objective, ...]:
    return tuple(
        scope.Objective(
            key=row.key,
            lane=Lane(row.lane),
            name=row.name,
            code=row.code,
            kpi=row.kpi,
            how_measured=row.how_measured,
            unit=row.unit,
            baseline=_plain(row.baseline),
            target=_plain(row.target),
            horizon=Horizon(row.horizon),
            serves=tuple(row.serves),
            control=Control(row.control),
        )
        for row in Objective.objects.filter(engagement=engagement)
    )


def _fees(engagement: Engagement) -> tuple[scope.FeeLine, ...]:
    return tuple(fee_line(row) for row in FeeLine.objects.filter(engagement=engagement))


def fee_line(row: FeeLine) -> scope.FeeLine:
    """One fee line as a Scope names it."""
    return scope.FeeLine(
        key=row.key,
        lane=FeeLane(row.lane),
        kind=FeeKind(row.kind),
        amount=_plain(row.amount) or Decimal(0),
        label=row.label,
        first_month=row.first_month,
        last_month=row.last_month,
    )


def _clauses(engagement: Engagement) -> tuple[scope.Clause, ...]:
    return tuple(
        scope.Clause(
            key=row.key,
            name=row.name,
            text=row.text,
            code=row.code,
            onerous=Onerous(row.onerous),
            parameters=tuple((name, text) for name, text in row.parameters),
        )
        for row in Clause.objects.filter(engagement=engagement)
    )
