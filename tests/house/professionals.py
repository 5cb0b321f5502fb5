"""What only a studio knows of its professionals, with a planted name in it."""

import datetime as dt
from decimal import Decimal

from scoping.domain.words import Lane
from scoping.kit import storage
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.evidence import EvidenceFile
from scoping.professionals.models import Professional
from scoping.professionals.rates import HourRate
from scoping.studios.models import Membership


def planted_assessment(member: Membership, name: str) -> CompetenceAssessment:
    """What one professional of it can do, as somebody said it, with a file that shows it."""
    made = CompetenceAssessment.objects.create(
        studio=member.studio,
        professional=Professional.objects.all()[0],
        lane=Lane.MARKETING,
        on=dt.date(2026, 11, 24),
        assessor=name,
        scores={"CMP-M-01": {"level": 2, "evidence": name, "link": ""}},
        by=member.user,
    )
    content = b"%PDF-1.7 " + name.encode()
    EvidenceFile.objects.create(
        studio=member.studio,
        assessment=made,
        competence="CMP-M-01",
        name=f"{name}.pdf",
        kind="pdf",
        sha256=storage.keep(content),
        size=len(content),
    )
    return made


def planted_band_rate(member: Membership) -> HourRate:
    """What an hour of a band costs and is worth."""
    return HourRate.objects.create(
        studio=member.studio,
        band="senior",
        since=dt.date(2026, 1, 1),
        cost=Decimal("4837.31"),
        price=Decimal("4847.41"),
    )
