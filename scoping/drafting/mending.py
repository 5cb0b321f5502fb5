"""Where a condition that is missing is mended: the very field, with what one does there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.catalogue.competences import competences
from scoping.domain.scope import Scope
from scoping.domain.words import FeeLane, Lane
from scoping.engagements.models import Engagement
from scoping.judgement.conditions import holder_of

from .fields import fragment


@dataclass(frozen=True, slots=True)
class Mending:
    """A link that mends something, and its words."""

    url: str
    action: str


def mending(
    engagement: Engagement, described: Scope, code: str, lane: Lane | None = None, key: str = ""
) -> Mending:
    """What mends a fault of a condition: its code, role and row (of a competence, its code)."""
    number, role = described.number, lane or Lane.SOCIAL
    match code:
        case "unassessed" | "expired" | "unshown" | "core" | "mean":
            page = _of_holder(engagement, described, "assessments_new", role)
            return Mending(page + _competence(code, role, key), _assess(role))
        case "band" | "evidence":
            page = _of_holder(engagement, described, "experience", role)
            return Mending(page + fragment(code), _("Say what shows the seniority"))
        case "years":
            page = _of_holder(engagement, described, "professional")
            return Mending(page + fragment(f"{role}_since"), _("Say since when"))
        case "duties":
            return Mending(board_of_lane(number, role), _("Give it duties"))
        case "objectives":
            return Mending(objectives_of_lane(number, role), _("Give it an objective"))
        case "serves":
            return Mending(served(described, key), _("Choose what it serves"))
        case "shared_duty":
            return Mending(_row("duty", number, key, "name"), _("Split the duty"))
        case "shared_objective":
            return Mending(_row("objective", number, key, "name"), _("Split the objective"))
        case "undivided":
            return Mending(division(described), _("Divide the fee between the two roles"))
        case "unpaid":
            return Mending(fee_of(described, FeeLane(role)), _("Add its fee"))
        case "below_cost" | "discount":
            return Mending(fee_of(described, FeeLane(role)), _("Raise the fee"))
        case "economics":
            page = reverse("drafting:economics", args=[number])
            return Mending(page + "#lacking", _("Complete the figures"))
    return Mending(reverse("drafting:roles", args=[number]) + "#conditions", _("See the roles"))


def board_of_lane(number: str, lane: Lane) -> str:
    """The rows of a lane on the board."""
    return f"{reverse('drafting:duties', args=[number])}?lane={lane}#areas"


def objectives_of_lane(number: str, lane: Lane) -> str:
    """Where a role gets its objectives."""
    return reverse("drafting:objectives", args=[number]) + f"#add-{lane}"


def served(described: Scope, key: str) -> str:
    """Where a social objective chooses what it serves; without a marketing one, where that gets its first."""
    if any(one.lane == Lane.MARKETING for one in described.objectives):
        return _row("objective", described.number, key, "serves")
    return objectives_of_lane(described.number, Lane.MARKETING)


def division(described: Scope) -> str:
    """Where the fee that pays both roles is divided."""
    key = next(one.key for one in described.fees if one.lane == FeeLane.UNDIVIDED)
    return _row("fee_division", described.number, key, "marketing")


def fee_of(described: Scope, lane: FeeLane) -> str:
    """The amount of a lane's first fee line, or of the one that it still lacks."""
    number = described.number
    line = next((one for one in described.fees if one.lane == lane), None)
    if line is None:
        return reverse("drafting:fees_new", args=[number, lane]) + fragment("amount")
    return _row("fee", number, line.key, "amount")


def _row(page: str, number: str, key: str, field: str) -> str:
    return reverse(f"drafting:{page}", args=[number, key]) + fragment(field)


def _assess(lane: Lane) -> str:
    marketing = lane == Lane.MARKETING
    return _("Assess the marketing competences") if marketing else _("Assess the social competences")


def _competence(code: str, lane: Lane, key: str) -> str:
    """The competence that is meant, or the role's first one; what is too old is dated anew."""
    if code == "expired":
        return fragment("on")
    meant = key or competences(lane)[0].code
    return f"#id_evidence-{meant}" if code == "unshown" else f"#id_level-{meant}_0"


def _of_holder(engagement: Engagement, described: Scope, page: str, lane: Lane | None = None) -> str:
    person = described.double_holder
    professional = holder_of(engagement, person.key) if person else None
    if professional is None:
        return reverse("overview:professionals")
    names = {"uid": professional.uid, **({"lane": lane.value} if lane else {})}
    return reverse(f"professionals:{page}", kwargs=names)
