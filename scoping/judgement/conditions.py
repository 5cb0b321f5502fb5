"""Whether one person may hold both roles: the four conditions, from what the studio knows."""

import datetime as dt

from scoping.catalogue.competences import bands, competences
from scoping.domain import conditions
from scoping.domain.conditions import Assessment, Experience, Judged, Qualification, Score, Standards
from scoping.domain.costing import Band
from scoping.domain.scope import Scope
from scoping.domain.words import ROLE_LANES, Condition, Lane
from scoping.engagements.models import Engagement, Participant
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional

from .costing import yardsticks_of
from .economics import Economics, economics_of
from .models import ConditionOverrule, Yardsticks


def conditions_of(
    engagement: Engagement, described: Scope, economics: Economics | None = None
) -> tuple[Judged, ...]:
    """The four conditions on the day of the Scope; none where no professional of the studio holds both roles.

    An owner's overrule counts for the person for whom it was written, and for nobody else.
    """
    person = described.double_holder
    if person is None:
        return ()
    measures = yardsticks_of(engagement)
    economics = economics or economics_of(engagement, described)
    overrules = {
        Condition(one.condition): one.reason
        for one in ConditionOverrule.objects.of(engagement)
        if one.person == person.key
    }
    return conditions.conditions(
        described,
        _qualification(engagement, person.key),
        standards_of(measures),
        economics.figures,
        described.dated,
        overrules,
    )


def standards_of(measures: Yardsticks) -> Standards:
    """What is asked: the catalogue's competences and bands, the studio's own measures."""
    return Standards(
        competences=tuple((lane, one.code, one.core) for lane in ROLE_LANES for one in competences(lane)),
        years=tuple((lane, bands(lane)[1].years_from) for lane in ROLE_LANES),
        validity=measures.assessment_months,
        mean=measures.assessment_mean,
        discount=measures.discount,
    )


def holder_of(engagement: Engagement, key: str) -> Professional | None:
    """The professional whom the engagement names by that key."""
    named = Participant.objects.filter(engagement=engagement, key=key).select_related("professional").first()
    return named.professional if named is not None else None


def _qualification(engagement: Engagement, key: str) -> Qualification:
    professional = holder_of(engagement, key)
    if professional is None:
        return Qualification()
    return Qualification(
        assessments=tuple(_assessment(one) for one in CompetenceAssessment.objects.of(professional)),
        experience=tuple(
            Experience(
                lane=lane,
                since=professional.since(lane),
                band=Band(one.band),
                shown=bool(one.evidence.strip()),
            )
            for lane, one in RoleExperience.objects.of(professional).items()
        ),
    )


def _assessment(one: CompetenceAssessment) -> Assessment:
    on: dt.date = one.on
    with_a_file = {file.competence for file in one.files.all()}
    return Assessment(
        lane=Lane(one.lane),
        on=on,
        assessor=one.assessor,
        by_themselves=one.by_themselves,
        scores=tuple(
            Score(code, score["level"], bool(score["evidence"] or score["link"] or code in with_a_file))
            for code, score in sorted(one.scores.items())
        ),
    )
