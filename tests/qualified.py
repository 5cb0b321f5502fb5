"""People who may hold both roles: assessed, senior, with rates that any fee of the tests pays for."""

import datetime as dt
from decimal import Decimal

from scoping.catalogue.competences import competences
from scoping.domain.words import ROLE_LANES, Responsible
from scoping.engagements.models import Engagement
from scoping.judgement.models import DutyEstimate
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import HourRate
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope

ASSESSED, SINCE = dt.date(2026, 11, 1), dt.date(2026, 1, 1)


def qualify(engagement: Engagement) -> None:
    """Everybody of the studio meets the conditions of their own person, and a small estimate stands with each
    duty: what is left to judge is the engagement."""
    with studio_scope(engagement.studio):
        qualify_people(engagement.studio)
        for duty in engagement.duty_rows.filter(responsible=Responsible.STUDIO):
            DutyEstimate.objects.create(
                studio=engagement.studio,
                engagement=engagement,
                duty=duty.key,
                low=Decimal("0.1"),
                likely=Decimal("0.2"),
                high=Decimal("0.3"),
            )


def qualify_people(studio: Studio) -> None:
    """Everybody of the studio is assessed, senior and has a rate. Call with the studio's scope open."""
    by = studio.memberships.first()
    assert by is not None
    for person in Professional.objects.all():
        person.marketing_since = person.marketing_since or 2012
        person.social_since = person.social_since or 2012
        person.save()
        HourRate.objects.create(
            studio=studio, professional=person, since=SINCE, cost=Decimal(1), price=Decimal(2)
        )
        for lane in ROLE_LANES:
            RoleExperience.objects.create(
                studio=studio, professional=person, lane=lane, band="senior", evidence="Tre piani adottati."
            )
            CompetenceAssessment.objects.create(
                studio=studio,
                professional=person,
                lane=lane,
                on=ASSESSED,
                assessor="Anna Landi",
                scores={
                    one.code: {"level": 3, "evidence": "Un lavoro.", "link": ""} for one in competences(lane)
                },
                by=by.user,
            )
