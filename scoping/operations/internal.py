"""What only the demo studio knows: rates, free time, seniority, assessments, estimates."""

import datetime as dt
import json
from decimal import Decimal
from importlib import resources
from typing import Any

from scoping.domain.words import Lane
from scoping.engagements.models import Engagement
from scoping.judgement.models import DutyEstimate
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.studios.models import Studio, User

SINCE = dt.date(2026, 1, 1)


def internal_figures() -> dict[str, Any]:
    """The demo's internal file, as its README describes it."""
    source = resources.files("scoping.operations") / "demo" / "internal.json"
    kept: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return kept


def load_people(studio: Studio, by: User) -> None:
    """Say of the demo's professionals what an hour costs, how many there are, how senior they are and what
    they were assessed at."""
    people = {one.name: one for one in Professional.objects.all()}
    for said in internal_figures()["professionals"]:
        person = people.get(said["name"])
        if person is not None:
            _load_person(studio, person, said, by)


def _load_person(studio: Studio, person: Professional, said: dict[str, Any], by: User) -> None:
    HourRate.objects.create(
        studio=studio,
        professional=person,
        since=SINCE,
        cost=Decimal(said["cost_rate"]),
        price=Decimal(said["price_rate"]),
    )
    FreeTime.objects.create(
        studio=studio,
        professional=person,
        hours_a_month=Decimal(said["hours_a_month"]),
        other_months=said["other_months"],
    )
    for one in said["experience"]:
        if person.since(Lane(one["role"])) is None:
            setattr(person, f"{one['role']}_since", one["since"])
            person.save()
        RoleExperience.objects.create(
            studio=studio,
            professional=person,
            lane=one["role"],
            band=one["band"],
            evidence="\n".join(one["evidence"]),
        )
    for one in said["assessments"]:
        CompetenceAssessment.objects.create(
            studio=studio,
            professional=person,
            lane=Lane(one["role"]),
            on=dt.date.fromisoformat(one["on"]),
            assessor=one["assessor"],
            scores={
                score["competence"]: {"level": score["level"], "evidence": score["evidence"], "link": ""}
                for score in one["scores"]
            },
            by=by,
        )


def load_estimates(engagement: Engagement, sample: str) -> None:
    """Give an engagement the demo's own hours of its duties: those that the file has under that number."""
    known = next((one for one in internal_figures()["estimates"] if one["engagement"] == sample), None)
    keys = {duty.code or duty.key: duty.key for duty in engagement.duty_rows.all()}
    for said in known["duties"] if known else ():
        key = keys.get(said["duty"])
        if key is not None:
            DutyEstimate.objects.create(
                studio=engagement.studio,
                engagement=engagement,
                duty=key,
                low=Decimal(said["low"]),
                likely=Decimal(said["likely"]),
                high=Decimal(said["high"]),
            )
