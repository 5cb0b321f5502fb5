"""The steps of a draft, like stakes in a row: what each holds, and what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scoping.domain import findings
from scoping.domain.findings import Place
from scoping.domain.scope import Scope
from scoping.domain.words import Holder, Responsible


class StepName(StrEnum):
    """The steps, in their order. The names are those of a finding's place, too."""

    CLIENT = "client"
    ENGAGEMENT = "engagement"
    ROLES = "roles"
    DUTIES = "duties"
    OBJECTIVES = "objectives"
    FEES = "fees"
    CLAUSES = "clauses"
    REVIEW = "review"
    ECONOMICS = "economics"  # no step of the road: a page that only the studio sees


# Functions and signatures are said at step client.
AT_CLIENT = {"functions", "power", "signed_for_studio"}


def step_of(place: Place) -> StepName | None:
    """The step at which a finding's place is found; None for the studio's own pages."""
    if place.step == findings.Step.STUDIO:
        return None
    return StepName.CLIENT if place.field in AT_CLIENT else StepName(place.step.value)


@dataclass(frozen=True, slots=True)
class Step:
    """One stake: where it leads, what it holds, and how many findings block there."""

    name: StepName
    title: str
    url: str
    holds: str
    blocks: int
    current: bool

    @property
    def state(self) -> str:
        """How its stake is drawn: current, blocked, done, or open where nothing was said yet."""
        if self.current:
            return "current"
        if self.blocks:
            return "blocked"
        return "done" if self.holds else "open"

    @property
    def lacks(self) -> str:
        """What it lacks, in words; empty where nothing blocks."""
        if not self.blocks:
            return ""
        return ngettext("%(count)d thing missing", "%(count)d things missing", self.blocks) % {
            "count": self.blocks
        }


def steps_of(
    number: str, described: Scope, blocked: Sequence[StepName | None], current: StepName
) -> tuple[Step, ...]:
    """The steps of a draft, of which one is being worked on. `blocked` names, for each finding that blocks,
    the step at which it is mended (None: on the studio's own pages)."""
    titles = {
        StepName.CLIENT: _("Client"),
        StepName.ENGAGEMENT: _("Engagement"),
        StepName.ROLES: _("Roles"),
        StepName.DUTIES: _("Duties"),
        StepName.OBJECTIVES: _("Objectives"),
        StepName.FEES: _("Fees"),
        StepName.CLAUSES: _("Clauses"),
        StepName.REVIEW: _("Review and issue"),
    }
    return tuple(
        Step(
            name=name,
            title=title,
            url=reverse(f"drafting:{name}", kwargs={"number": number}),
            holds=_holds(name, described),
            blocks=len(blocked) if name == StepName.REVIEW else blocked.count(name),
            current=name == current,
        )
        for name, title in titles.items()
    )


def internal_pages(number: str, current: StepName) -> tuple[Step, ...]:
    """The pages beside the road that only the studio sees."""
    return (
        Step(
            name=StepName.ECONOMICS,
            title=_("Economics"),
            url=reverse("drafting:economics", kwargs={"number": number}),
            holds="",
            blocks=0,
            current=current == StepName.ECONOMICS,
        ),
    )


def _holds(name: StepName, described: Scope) -> str:
    match name:
        case StepName.CLIENT:
            return described.client.short_name or described.client.name
        case StepName.ENGAGEMENT:
            months = described.months or 0
            text = ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
            return text if months else ""
        case StepName.ROLES:
            ours = sum(role.held_by == Holder.STUDIO for role in described.roles)
            return _("%(count)d held by the studio") % {"count": ours}
        case StepName.DUTIES:
            ours = sum(duty.responsible == Responsible.STUDIO for duty in described.duties)
            excluded = sum(duty.responsible == Responsible.EXCLUDED for duty in described.duties)
            return _("%(ours)d ours, %(excluded)d excluded") % {"ours": ours, "excluded": excluded}
        case StepName.OBJECTIVES:
            return str(len(described.objectives) or "")
        case StepName.FEES:
            count = len(described.fees)
            return ngettext("%(count)d line", "%(count)d lines", count) % {"count": count} if count else ""
        case StepName.CLAUSES:
            return str(len(described.clauses) or "")
        case _:
            return ""
