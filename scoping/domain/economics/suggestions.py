"""What would lower the risk: up to five suggestions, each a few Changes, each tried on the same scenarios.

The effect is what the simulation says of the changed Scope, drawn from the same columns: no estimate of an
estimate. Applying a suggestion is applying its Changes; their inverse takes it back.
"""

from dataclasses import dataclass
from decimal import Decimal

from ..changes import Change, applied
from ..costing import Costing
from ..money import figure_text
from ..scope import Scope
from ..wording import either
from ..words import Lane, Language
from .capacity import busy_months, loads
from .figures import Figures, figures_of, share_lost, usual_hours
from .plan import plan_of
from .proposals import Kind, Proposal, proposals
from .simulation import simulated

MOST = 5
LEAST_RELIEF = 1.0  # hours; less is not worth a suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposal and its effect: the risk of a loss before and after (None: not known), the hours a month
    that it saves in half of the cases, and the hours beyond the free ones before and after, summed over
    months."""

    proposal: Proposal
    before: float | None
    after: float | None
    hours_saved: float
    over_before: float
    over_after: float

    @property
    def kind(self) -> Kind:
        """What it does."""
        return self.proposal.kind

    @property
    def lane(self) -> Lane:
        """Where it does it."""
        return self.proposal.lane

    @property
    def changes(self) -> tuple[Change, ...]:
        """What applies it."""
        return self.proposal.changes

    def worded(self, language: Language) -> tuple[str, str]:
        """Title and detail, with the hours that it saves; of moved work, how many fewer go beyond the free
        ones."""
        title, detail = self.proposal.english if language == Language.ENGLISH else self.proposal.italian
        if self.kind == Kind.MOVE:
            return title, self._relief(language)
        if not self.hours_saved or self.kind not in (Kind.CAP, Kind.EXCLUDE, Kind.ROUNDS):
            return title, detail
        hours = figure_text(Decimal(f"{max(self.hours_saved, 0.1):.1f}"), language)
        saved = either(language, f"{hours} ore in meno al mese", f"{hours} hours less a month")
        return title, f"{saved}, {detail}"

    def _relief(self, language: Language) -> str:
        before, after = (
            figure_text(Decimal(f"{one:.1f}").normalize(), language)
            for one in (self.over_before, self.over_after)
        )
        told = either(
            language,
            f"le ore oltre il tempo libero scendono da {before} a {after}",
            f"the hours beyond the free ones go down from {before} to {after}",
        )
        if self.before is None or self.after is None or self.before != self.after:
            return told
        return f"{told}; {either(language, 'il rischio resta com’è', 'the risk stays as it is')}"

    @property
    def helps(self) -> bool:
        """Whether it lowers the risk, or for moved work the hours beyond the free ones, by one at least."""
        if self.kind == Kind.MOVE:
            return self.over_before - self.over_after >= LEAST_RELIEF
        return self.before is not None and self.after is not None and self.after < self.before


def suggestions(scope: Scope, costing: Costing, found: Figures, most: int = MOST) -> tuple[Suggestion, ...]:
    """The best suggestions, those that lower the risk most in front; first one of each kind that helps,
    then the next best. None where nothing is ever lost and nobody is too busy."""
    tried = [_tried(scope, costing, found, proposal) for proposal in proposals(scope, costing, found)]
    helping = sorted((one for one in tried if one.helps), key=_order)
    first_of_kind = {one.kind: one for one in reversed(helping)}
    chosen = [one for one in helping if first_of_kind[one.kind] is one]
    chosen += [one for one in helping if first_of_kind[one.kind] is not one]
    return tuple(sorted(chosen[:most], key=_order))


def _tried(scope: Scope, costing: Costing, found: Figures, proposal: Proposal) -> Suggestion:
    changed = applied(scope, proposal.changes)
    plan = plan_of(changed, costing)
    draw = simulated(plan, found.scenarios)
    saved = found.together.hours.p50 - usual_hours(draw)
    over_before = over_after = 0.0
    if proposal.kind == Kind.MOVE:
        then = figures_of(plan, loss_limit=found.loss_limit, scenarios=found.scenarios)
        over_before, over_after = _over(scope, costing, found), _over(changed, costing, then)
    return Suggestion(
        proposal=proposal,
        before=found.together.loss,
        after=share_lost(draw.cost, plan.fee),
        hours_saved=round(max(saved, 0.0) / max(plan.months, 1), 2),
        over_before=over_before,
        over_after=over_after,
    )


def _over(scope: Scope, costing: Costing, found: Figures) -> float:
    asked = loads(scope, found)
    persons = {load.person for load in asked}
    over = (
        month.over for person in persons for month in busy_months(person, asked, costing.capacity(person))
    )
    return round(sum(over), 2)


def _order(one: Suggestion) -> tuple[object, ...]:
    return (one.after if one.after is not None else 1.0, one.kind, one.proposal.key)
