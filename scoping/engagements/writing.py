"""A Scope into a draft's rows: what copy, template, import and renewal have in common."""

from django.db import transaction

from scoping.clients.models import Contact
from scoping.domain import scope
from scoping.domain.words import Party
from scoping.professionals.models import Professional

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

ROWS = (AutonomyRow, Guideline, Duty, Objective, FeeLine, Clause)

People = dict[str, Participant]


@transaction.atomic
def write_scope(engagement: Engagement, described: scope.Scope) -> None:
    """Make the draft say what the Scope says: its own fields, its persons and all its rows.

    Number, client, studio and state stay the engagement's; identity is the caller's business. Persons are
    found again by name among the studio's professionals and the client's contacts, or made.
    """
    _clear(engagement)
    people = {
        person.key: _participant(engagement, person, place, signs=person.key == described.signed_for_studio)
        for place, person in enumerate(described.persons)
    }
    _write_fields(engagement, described)
    _write_functions(engagement, described, people)
    _write_roles(engagement, described, people)
    _write_inputs(engagement, described, people)
    Duty.objects.bulk_create(
        duty_row(engagement, place, duty, people) for place, duty in enumerate(described.duties)
    )
    _write_objectives(engagement, described)
    _write_money(engagement, described)


def _clear(engagement: Engagement) -> None:
    for model in ROWS:
        model.objects.filter(engagement=engagement).delete()
    RoleHolder.objects.filter(role__engagement=engagement).delete()
    RoleAssignment.objects.filter(engagement=engagement).delete()
    EngagementFunction.objects.filter(engagement=engagement).delete()
    Participant.objects.filter(engagement=engagement).delete()


def _participant(engagement: Engagement, person: scope.Person, place: int, *, signs: bool) -> Participant:
    row = Participant(
        studio=engagement.studio,
        engagement=engagement,
        key=person.key,
        position=place,
        party=person.party,
        signs_for_studio=signs,
    )
    if person.party == Party.STUDIO:
        row.professional = _professional(engagement, person)
    elif person.party == Party.CLIENT:
        row.contact = _contact(engagement, person)
    else:
        row.name, row.job, row.email, row.phone = person.name, person.job, person.email, person.phone
    row.organisation = person.organisation
    row.save()
    return row


def _professional(engagement: Engagement, person: scope.Person) -> Professional:
    taken = Participant.objects.filter(engagement=engagement, party=Party.STUDIO).values("professional")
    known = Professional.objects.filter(name=person.name).exclude(pk__in=taken).first()
    professional = known or Professional(studio=engagement.studio, name=person.name)
    professional.job, professional.email, professional.phone = person.job, person.email, person.phone
    professional.marketing_since, professional.social_since = person.marketing_since, person.social_since
    professional.save()
    return professional


def _contact(engagement: Engagement, person: scope.Person) -> Contact:
    taken = Participant.objects.filter(engagement=engagement, party=Party.CLIENT).values("contact")
    known = engagement.client.contacts.filter(name=person.name).exclude(pk__in=taken).first()
    contact = known or Contact(studio=engagement.studio, client=engagement.client, name=person.name)
    contact.job, contact.email, contact.phone = person.job, person.email, person.phone
    contact.save()
    return contact


def _write_fields(engagement: Engagement, described: scope.Scope) -> None:
    terms = described.terms
    engagement.title, engagement.language = described.title, described.language
    engagement.currency, engagement.dated = described.currency, described.dated
    engagement.start, engagement.months = described.start, described.months
    engagement.validity_days = described.validity_days
    engagement.hourly_rate, engagement.payment_days = terms.hourly_rate, terms.payment_days
    engagement.rounds, engagement.approve_possible_apart = terms.rounds, terms.approve_possible_apart
    engagement.save()


def _write_functions(engagement: Engagement, described: scope.Scope, people: People) -> None:
    EngagementFunction.objects.bulk_create(
        EngagementFunction(
            studio=engagement.studio,
            engagement=engagement,
            participant=people[function.person],
            kind=function.kind,
            order=function.order,
            power=function.power,
            days=function.days,
            position=place,
        )
        for place, function in enumerate(described.functions)
    )


def _write_roles(engagement: Engagement, described: scope.Scope, people: People) -> None:
    for role in described.roles:
        row = RoleAssignment.objects.create(
            studio=engagement.studio,
            engagement=engagement,
            lane=role.lane,
            held_by=role.held_by,
            lead=people.get(role.lead or ""),
            example=role.example,
        )
        RoleHolder.objects.bulk_create(
            RoleHolder(studio=engagement.studio, role=row, participant=people[key], position=place)
            for place, key in enumerate(role.others)
        )


def _write_inputs(engagement: Engagement, described: scope.Scope, people: People) -> None:
    guidelines = []
    for place, guideline in enumerate(described.guidelines):
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
        guidelines.append(row)
    Guideline.objects.bulk_create(guidelines)
    AutonomyRow.objects.bulk_create(
        AutonomyRow(
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
        for place, row in enumerate(described.autonomy)
    )


def duty_row(engagement: Engagement, place: int, duty: scope.Duty, people: People) -> Duty:
    """The unsaved row of one duty, at one place of the reading order."""
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


def _write_objectives(engagement: Engagement, described: scope.Scope) -> None:
    Objective.objects.bulk_create(
        Objective(
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
        for place, objective in enumerate(described.objectives)
    )


def _write_money(engagement: Engagement, described: scope.Scope) -> None:
    FeeLine.objects.bulk_create(
        FeeLine(
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
        for place, fee in enumerate(described.fees)
    )
    Clause.objects.bulk_create(
        Clause(
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
        for place, clause in enumerate(described.clauses)
    )
