"""The Costing of an engagement, from the rows that only the studio reads."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from scoping.catalogue.models import CatalogueDuty
from scoping.domain.costing import OWN_CURRENCY, Band, Capacity, Costing, Estimate, Rate, Standing
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Engagement, Participant
from scoping.professionals.experience import RoleExperience
from scoping.professionals.rates import FreeTime, HourRate, month_of

from .models import DutyEstimate, ExchangeRate, FrictionAnswer, Yardsticks


def yardsticks_of(engagement: Engagement) -> Yardsticks:
    """What the studio measures by; the usual measures where it never said others."""
    return Yardsticks.objects.first() or Yardsticks(studio=engagement.studio)


def costing_of(engagement: Engagement, described: Scope) -> Costing:
    """Everything internal of an engagement, for the Scope that its draft makes. A fixed number of queries."""
    people = _people(engagement)
    measures = yardsticks_of(engagement)
    return Costing(
        rates=tuple(_rates(people)),
        standings=tuple(
            Standing(person=people[one.professional_id], lane=Lane(one.lane), band=Band(one.band))
            for one in RoleExperience.objects.filter(professional__in=people)
        ),
        estimates=tuple(_estimates(engagement, described)),
        friction=tuple((one.question, one.answer) for one in FrictionAnswer.objects.of(engagement)),
        capacities=tuple(
            Capacity(
                person=people[one.professional_id],
                hours_a_month=one.hours_a_month,
                other_months=tuple(sorted(_other_months(one))),
            )
            for one in FreeTime.objects.filter(professional__in=people)
        ),
        loss_limit=measures.loss_limit,
        discount=measures.discount,
        worth=worth_in(engagement, described.currency),
    )


def worth_in(engagement: Engagement, currency: str) -> Decimal | None:
    """What one unit of the currency of the studio's rates is worth in the engagement's; None where nobody
    said it, so that figures of two currencies are never taken for one."""
    if currency == OWN_CURRENCY:
        return Decimal(1)
    said = ExchangeRate.objects.of(engagement).filter(currency=currency).first()
    return said.worth if said is not None else None


def _people(engagement: Engagement) -> dict[int, str]:
    """The engagement's keys of the studio's professionals."""
    named = Participant.objects.filter(engagement=engagement, professional__isnull=False)
    return {one.professional_id: one.key for one in named if one.professional_id is not None}


def _rates(people: dict[int, str]) -> Iterable[Rate]:
    for one in HourRate.objects.filter(professional__in=people):
        person = people[one.professional_id or 0]
        yield Rate(since=one.since, cost=one.cost, price=one.price, person=person)
    for one in HourRate.objects.of_bands():
        yield Rate(since=one.since, cost=one.cost, price=one.price, band=Band(one.band))


def _estimates(engagement: Engagement, described: Scope) -> Iterable[Estimate]:
    """The studio's own words on a duty first, then the catalogue's."""
    own = {one.duty: one for one in DutyEstimate.objects.of(engagement)}
    duties = [one for one in described.duties if one.responsible == Responsible.STUDIO]
    codes = {one.code for one in duties if one.code and one.key not in own}
    hours = CatalogueDuty.objects.filter(code__in=codes)
    usual = {one.code: one for one in hours.only("code", "hours_low", "hours_likely", "hours_high")}
    for duty in duties:
        said, shipped = own.get(duty.key), usual.get(duty.code)
        if said is not None:
            yield Estimate(duty=duty.key, low=said.low, likely=said.likely, high=said.high)
        elif shipped is not None:
            low, likely, high = shipped.hours_low, shipped.hours_likely, shipped.hours_high
            yield Estimate(duty=duty.key, low=low, likely=likely, high=high)


def _other_months(free: FreeTime) -> Iterable[tuple[dt.date, Decimal]]:
    return ((month_of(month), Decimal(hours)) for month, hours in free.other_months.items())
