"""The two jerseys as step roles shows them: what each receives, who answers it, and who wears both."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from scoping.domain.conditions import Judged
from scoping.domain.scope import Scope
from scoping.domain.words import Condition, ConditionState, FunctionKind, Holder, Lane
from scoping.engagements.models import Engagement
from scoping.kit.forms import screen_language

from ..mending import Mending, mending

TOLD = 3  # so many guidelines are named on a jersey; the rest is counted

OF_OWNERS = {Condition.ASSESSED, Condition.NOT_JUNIOR}  # what of a person only an owner of the studio writes

TITLES = {
    Condition.DISTINCT: gettext_lazy("Duties and objectives are distinct"),
    Condition.ASSESSED: gettext_lazy("The competences were assessed"),
    Condition.NOT_JUNIOR: gettext_lazy("The profile is not a junior one"),
    Condition.PAID_AS_TWO: gettext_lazy("Each role has its own fee"),
}
STATES = {
    ConditionState.MET: (gettext_lazy("met"), "ok"),
    ConditionState.NOT_MET: (gettext_lazy("missing"), "bad"),
    ConditionState.OVERRULED: (gettext_lazy("overruled"), "warn"),
    ConditionState.NOT_EXAMINED: (gettext_lazy("not examined"), "warn"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a jersey: a term and what stands beside it; where it lacks, `url` leads to its cure."""

    term: str
    told: str
    url: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One of the four conditions: its code and title, the fact, its state as a word with a tone, what mends
    it (empty where nothing is missing) and whether only an owner may, and the owner's reason where it was
    overruled."""

    code: str
    title: str
    fact: str
    state: str
    tone: str
    mended: tuple[Mending, ...]
    of_owners: bool
    missing: bool
    reason: str


@dataclass(frozen=True, slots=True)
class BothJerseys:
    """One professional of the studio who wears both: who, the conditions, how many of them are met."""

    name: str
    conditions: tuple[ConditionLine, ...]
    met: int


def facts_of(described: Scope, lane: Lane) -> tuple[Fact, ...]:
    """What the jersey of a role says of its place in the engagement; nothing where nobody wears it."""
    if described.role(lane).held_by == Holder.NOBODY:
        return ()
    return tuple(fact for fact in (_receives(described, lane), _answers(described, lane)) if fact)


def both_jerseys(
    engagement: Engagement, described: Scope, conditions: Sequence[Judged]
) -> BothJerseys | None:
    """The four conditions, where one professional of the studio holds both roles (domain.md, rule 3)."""
    holder = described.double_holder
    if holder is None:
        return None
    lines = tuple(_line(engagement, described, one) for one in conditions)
    met = sum(one.state == ConditionState.MET for one in conditions)
    return BothJerseys(holder.name, lines, met)


def _line(engagement: Engagement, described: Scope, one: Judged) -> ConditionLine:
    state, tone = STATES[one.state]
    language = screen_language()
    told = [fault.why for fault in one.faults] or list(one.evidence)
    fact = " ".join(said.worded(language) for said in told) or one.sentence.worded(language)
    faults = [(fault.code, fault.lane, fault.key) for fault in one.faults]
    if one.state == ConditionState.NOT_EXAMINED:
        faults = [("economics", None, "")]
    mended = dict.fromkeys(mending(engagement, described, *fault) for fault in faults)
    return ConditionLine(
        code=one.condition.value,
        title=str(TITLES[one.condition]),
        fact=fact,
        state=str(state),
        tone=tone,
        mended=tuple(mended),
        of_owners=one.condition in OF_OWNERS,
        missing=one.state == ConditionState.NOT_MET,
        reason=one.reason,
    )


def _receives(described: Scope, lane: Lane) -> Fact | None:
    names = [one.name for one in described.guidelines if one.lane == lane]
    if not names:
        return None
    told = ", ".join(names[:TOLD])
    if len(names) > TOLD:
        more = len(names) - TOLD
        said = ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more)
        told = said % {"names": told, "more": more}
    return Fact(_("Receives"), told)


def _answers(described: Scope, lane: Lane) -> Fact:
    kind = FunctionKind.COUNTERPART if lane == Lane.MARKETING else FunctionKind.APPROVER
    term = _("Counterpart") if lane == Lane.MARKETING else _("Approves the content")
    names = [
        ", ".join(part for part in (person.name, person.job) if part)
        for one in described.functions
        if one.kind == kind and (person := described.person(one.person))
    ]
    if names:
        return Fact(term, "; ".join(names))
    address = reverse("drafting:functions", kwargs={"number": described.number, "kind": kind.value})
    return Fact(term, _("nobody yet"), address, _("Choose who"))
