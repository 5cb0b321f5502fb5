"""Addresses of the pages that only the studio sees, at the figure that is meant."""

from django.urls import reverse

from scoping.domain.costing import Costing
from scoping.domain.economics import worker
from scoping.domain.scope import Scope
from scoping.domain.words import Lane
from scoping.engagements.models import Engagement
from scoping.judgement.conditions import holder_of

# What a finding of hours and money is about, and where the page of the economics shows it.
SHOWN = {"economics": "figures", "free_time": "months-heading", "exchange": "id_worth"}
FIELDS = {*SHOWN, "estimate", "rates"}


def internal_url(
    engagement: Engagement, described: Scope, field: str, *, duty: str = "", lane: Lane | None = None
) -> str:
    """Where one of FIELDS is mended: `duty` is the key of the duty that is estimated, `lane` that whose hours
    cost something."""
    if field == "estimate":
        return reverse("drafting:economics_estimates", args=[described.number]) + f"#id_{duty}-low"
    if field == "rates":
        person = worker(described, Costing(), lane or Lane.MARKETING)
        professional = holder_of(engagement, person) if person else None
        if professional is None:
            return reverse("overview:professionals")
        return reverse("professionals:rates", args=[professional.uid])
    return reverse("drafting:economics", args=[described.number]) + f"#{SHOWN[field]}"
