"""Founding an engagement: its number, and a draft that starts from the studio's catalogue."""

import datetime as dt
import uuid

from django.db import transaction

from scoping.catalogue.models import (
    CatalogueAutonomy,
    CatalogueClause,
    CatalogueDuty,
    CatalogueGuideline,
    CatalogueRoleText,
)
from scoping.catalogue.offers import autonomy_offer, clause_offer, duty_offer, guideline_offer, said
from scoping.clients.models import Client
from scoping.domain import scope
from scoping.domain.words import ROLE_LANES, Holder, Lane, Language, Responsible
from scoping.record.write import Actor, Facts, write_line

from .models import Engagement
from .models.engagement import reserve_number
from .writing import write_scope

VALIDITY_DAYS, PAYMENT_DAYS, ROUNDS = 30, 30, 2


@transaction.atomic
def found_engagement(
    *,
    client: Client,
    title: str,
    language: Language,
    actor: Actor,
    at: dt.datetime,
    uid: uuid.UUID | None = None,
) -> Engagement:
    """Found an engagement for a client: numbered in the studio's series, adjacent work not included
    (domain.md), clauses, guidelines and the autonomy matrix as the studio usually words them.

    `uid` is the engagement's own; a random one unless the caller wants to find it again.
    """
    studio = client.studio
    today = studio.day_of(at)
    engagement = Engagement.objects.create(
        uid=uid or uuid.uuid4(),
        studio=studio,
        client=client,
        number=reserve_number(studio, today.year),
        title=title,
        language=language,
        dated=today,
        changed_at=at,
    )
    write_scope(engagement, starting_scope(engagement))
    write_line(
        studio=studio,
        chain=engagement.uid,
        kind="engagement_founded",
        actor=actor,
        at=at,
        facts=Facts(engagement=engagement.number, data={"title": title, "client": client.name}),
    )
    return engagement


def starting_scope(engagement: Engagement) -> scope.Scope:
    """The draft that a new engagement starts from."""
    language = Language(engagement.language)
    examples = {text.code: said(text.example, language) for text in CatalogueRoleText.objects.all()}
    studio = engagement.studio
    return scope.Scope(
        number=engagement.number,
        title=engagement.title,
        language=language,
        currency=engagement.currency,
        dated=engagement.dated,
        studio=studio.identity(),
        client=engagement.client.identity(),
        validity_days=VALIDITY_DAYS,
        roles=tuple(
            scope.RoleAssignment(lane=lane, held_by=Holder.NOBODY, example=examples.get(lane, ""))
            for lane in ROLE_LANES
        ),
        guidelines=tuple(guideline_offer(row, language) for row in CatalogueGuideline.objects.all()),
        autonomy=tuple(autonomy_offer(row, language) for row in CatalogueAutonomy.objects.all()),
        duties=tuple(
            duty_offer(row, language, Responsible.EXCLUDED)
            for row in CatalogueDuty.objects.filter(lane=Lane.ADJACENT)
        ),
        terms=scope.Terms(
            hourly_rate=studio.hourly_rate,
            payment_days=PAYMENT_DAYS,
            rounds=ROUNDS,
            approve_possible_apart=studio.approve_possible_apart,
        ),
        clauses=tuple(
            clause_offer(row, language)
            for row in CatalogueClause.objects.all()
            if (row.default_on or row.required) and (row.only_if != "law_4_2013" or studio.law_4_2013)
        ),
    )
