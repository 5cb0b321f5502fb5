"""Where a condition that is missing is mended: the very page, with what one does there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.scope import Scope
from scoping.domain.words import Lane
from scoping.engagements.models import Engagement
from scoping.judgement.conditions import holder_of


@dataclass(frozen=True, slots=True)
class Mending:
    """A link that mends something, and its words."""

    url: str
    action: str


def mending(
    engagement: Engagement, described: Scope, code: str, lane: Lane | None = None, key: str = ""
) -> Mending:
    """What mends a fault of a condition (its code, role and row). Raises KeyError for an unknown code."""
    number, role = described.number, lane or Lane.SOCIAL
    if code in ("unassessed", "expired", "unshown", "core", "mean"):
        action = (
            _("Assess the marketing competences")
            if role == Lane.MARKETING
            else _("Assess the social competences")
        )
        return Mending(_of_holder(engagement, described, "assessments_new", role), action)
    if code in ("band", "evidence"):
        return Mending(
            _of_holder(engagement, described, "experience", role), _("Say what shows the seniority")
        )
    if code == "years":
        return Mending(_of_holder(engagement, described, "professional"), _("Say since when"))
    if code == "undivided":
        fee = next((one for one in described.fees if one.lane == "undivided"), None)
        url = reverse("drafting:fee_division", args=[number, fee.key]) if fee else ""
        return Mending(url, _("Divide the fee between the two roles"))
    if code == "serves" and key:
        return Mending(reverse("drafting:objective", args=[number, key]), _("Choose what it serves"))
    pages = {
        "duties": (f"{reverse('drafting:duties', args=[number])}?lane={role}", _("Give it duties")),
        "objectives": (
            f"{reverse('drafting:objectives', args=[number])}#objectives-{role}",
            _("Give it an objective"),
        ),
        "serves": (reverse("drafting:objectives", args=[number]), _("Choose what it serves")),
        "shared_duty": (reverse("drafting:duties", args=[number]), _("Split the duty")),
        "shared_objective": (reverse("drafting:objectives", args=[number]), _("Split the objective")),
        "unpaid": (reverse("drafting:fees_new", args=[number, role]), _("Add its fee")),
        "below_cost": (reverse("drafting:economics", args=[number]), _("See the figures")),
        "discount": (reverse("drafting:economics", args=[number]), _("See the figures")),
        "economics": (reverse("drafting:economics", args=[number]), _("Complete the figures")),
        "conditions": (f"{reverse('drafting:roles', args=[number])}#conditions", _("See the roles")),
    }
    return Mending(*pages[code])


def _of_holder(engagement: Engagement, described: Scope, page: str, lane: Lane | None = None) -> str:
    person = described.double_holder
    professional = holder_of(engagement, person.key) if person else None
    if professional is None:
        return reverse("professionals:professionals")
    names = {"uid": professional.uid, **({"lane": lane.value} if lane else {})}
    return reverse(f"professionals:{page}", kwargs=names)
