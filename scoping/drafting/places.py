"""Where a finding is mended, as an address: of the very field, with its fragment."""

from dataclasses import dataclass

from django.urls import reverse

from scoping.domain.findings import Finding, Place, Step
from scoping.domain.scope import Scope
from scoping.domain.words import ROLE_LANES, FeeLane, FunctionKind, Lane, Responsible, Severity
from scoping.engagements.models import Engagement
from scoping.judgement.answers import token_of
from scoping.kit.forms import screen_language
from scoping.press.fonts import unprintable
from scoping.press.reading import LETTERS

from . import internal
from .fields import fragment
from .lanes import lane_titles
from .mending import board_of_lane, division, fee_of, mending, objectives_of_lane, served
from .steps import StepName, step_of

# The steps whose rows have a page of their own, with all their fields.
PAGES = {
    Step.DUTIES: "drafting:duty",
    Step.OBJECTIVES: "drafting:objective",
    Step.FEES: "drafting:fee",
    Step.CLAUSES: "drafting:clause",
}
# What is missing of the conditions under which one person may hold both roles.
CONDITIONS = {"condition_not_met", "condition_not_examined", "condition_overruled"}
# What a contact is in the engagement is said at step client; which of its functions a finding asks for.
FUNCTIONS = {
    "no_signatory": FunctionKind.SIGNATORY,
    "no_counterpart": FunctionKind.COUNTERPART,
    "content_without_approver": FunctionKind.APPROVER,
    "approver_without_days": FunctionKind.APPROVER,
    "clause_field_missing": FunctionKind.APPROVER,
}
LANES_MEANT = {"nothing_excluded": Lane.ADJACENT}  # where the finding itself names no lane


@dataclass(frozen=True, slots=True)
class Observation:
    """A finding as the screens show it: in the reader's language, with the address that mends it."""

    code: str
    severity: Severity
    step: StepName | None
    key: str
    lane: str
    letter: str
    lane_title: str
    title: str
    why: str
    action: str
    url: str
    token: str


def observed(
    engagement: Engagement, described: Scope, findings: tuple[Finding, ...]
) -> tuple[Observation, ...]:
    """The findings of a draft in words, each with its address."""
    language, titles = screen_language(), lane_titles()
    found = []
    for finding in findings:
        words, lane = finding.worded(language), finding.lane
        found.append(
            Observation(
                code=finding.code,
                severity=finding.severity,
                step=step_of(finding.place),
                key=finding.place.key,
                lane=lane or "",
                letter=LETTERS[lane] if lane else "",
                lane_title=titles[lane] if lane else "",
                title=words.title,
                why=words.why,
                action=words.action,
                url=url_of(engagement, described, finding),
                token=token_of(finding),
            )
        )
    return tuple(found)


def url_of(engagement: Engagement, described: Scope, finding: Finding) -> str:
    """The address of the field where a finding is mended."""
    place, number, lane = finding.place, described.number, finding.lane
    if finding.code in CONDITIONS:
        return mending(engagement, described, place.field, lane, place.key).url
    if place.field in internal.FIELDS:
        return internal.internal_url(engagement, described, place.field, duty=place.key, lane=lane)
    if place.field in ("functions", "power"):
        return _function(described, finding)
    if place.step in (Step.STUDIO, Step.CLIENT):
        return _identity(engagement, place)
    if place.step == Step.ROLES:
        return _role(described, place, lane)
    page = PAGES.get(place.step)
    if page and place.key:
        return _row(described, page, finding)
    if place.step == Step.FEES and place.field == "amount" and lane:
        return fee_of(described, FeeLane(lane))
    if place.step == Step.DUTIES:
        return _board(described, finding)
    if place.step == Step.OBJECTIVES:
        return objectives_of_lane(number, lane or Lane.MARKETING)
    address = reverse(f"drafting:{step_of(place)}", args=[number])
    return address + (fragment(place.field) or "#add")


def _row(described: Scope, page: str, finding: Finding) -> str:
    """The page of one row, at the field; what its form cannot mend is mended beside it."""
    place, number = finding.place, described.number
    if finding.code == "fee_undivided":
        return division(described)
    if place.field == "serves":
        return served(described, place.key)
    address = reverse(page, args=[number, place.key])
    if place.step == Step.CLAUSES and place.field not in ("name", "text", "onerous"):
        name = _unprintable_value(described, place.key) if place.field == "parameters" else place.field
        return address + fragment(f"value_{name}")
    return address + fragment(place.field)


def _unprintable_value(described: Scope, key: str) -> str:
    """Which value of a clause has characters that cannot be printed: its name in the text."""
    clause = next(one for one in described.clauses if one.key == key)
    return next((name for name, value in clause.parameters if unprintable(value)), "")


def _board(described: Scope, finding: Finding) -> str:
    """The rows of the lane that is meant; of what social media needs, its first duty's field."""
    number, lane = described.number, finding.lane or LANES_MEANT.get(finding.code, Lane.MARKETING)
    if finding.place.field != "needs":
        return board_of_lane(number, lane)
    if not any(one.lane == lane for one in described.guidelines):
        return reverse("drafting:guidelines", args=[number, lane]) + fragment("name")
    first = described.duties_of(lane, Responsible.STUDIO)[0]
    return reverse("drafting:duty", args=[number, first.key]) + fragment("needs")


def _function(described: Scope, finding: Finding) -> str:
    """What a contact is, at step client: of somebody who is it already, or of somebody to be chosen."""
    number, key = described.number, finding.place.key
    if finding.place.field == "power":
        return reverse("drafting:function", args=[number, FunctionKind.SIGNATORY, key]) + fragment("power")
    kind = FUNCTIONS[finding.code]
    if not key and kind == FunctionKind.APPROVER:
        key = next((person.key for person, _function in described.with_function(kind)), "")
    if key:
        return reverse("drafting:function", args=[number, kind, key]) + fragment("days")
    return reverse("drafting:functions", args=[number, kind]) + fragment("participant")


def _identity(engagement: Engagement, place: Place) -> str:
    """The studio's and the client's own pages; of one of their persons, that person's."""
    people = engagement.participant_rows.select_related("professional", "contact")
    person = people.filter(key=place.key).first() if place.key else None
    if person is not None and person.professional is not None:
        return reverse("professionals:professional", args=[person.professional.uid]) + fragment(place.field)
    if person is not None and person.contact is not None:
        return reverse("clients:contact", args=[person.contact.uid]) + fragment(place.field)
    if place.step == Step.STUDIO:
        return reverse("studios:profile") + fragment(place.field)
    return reverse("clients:identity", args=[engagement.client.uid]) + fragment(place.field)


def _role(described: Scope, place: Place, lane: Lane | None) -> str:
    """Step roles holds the two roles (by lane), what each receives, the autonomy matrix, third parties."""
    number = described.number
    guideline = next((one for one in described.guidelines if one.key == place.key), None)
    if guideline is not None:
        return reverse("drafting:guideline", args=[number, guideline.lane, place.key]) + fragment(place.field)
    if any(row.key == place.key for row in described.autonomy):
        return reverse("drafting:autonomy_row", args=[number, place.key]) + fragment(place.field)
    if described.person(place.key):
        return reverse("drafting:third_party", args=[number, place.key]) + fragment(place.field)
    if place.key in ("", *ROLE_LANES):
        role = place.key or lane or Lane.MARKETING
        return reverse("drafting:roles", args=[number]) + fragment(place.field, prefix=role)
    return reverse("drafting:guidelines", args=[number, lane or Lane.SOCIAL]) + fragment("name")
