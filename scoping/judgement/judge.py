"""The findings of an engagement, and what its document says of the four conditions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoping.catalogue.models import CatalogueDuty
from scoping.domain.conditions import Judged
from scoping.domain.findings import Expected, Finding, findings_of
from scoping.domain.scope import ConditionStatement, Scope
from scoping.domain.words import Condition, ConditionState, Responsible, Severity
from scoping.engagements.models import Engagement
from scoping.press.fonts import unprintable

from .answers import Answered, parted
from .conditions import conditions_of
from .economics import Economics, economics_of
from .expected import expected_of


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that the rules say of one Scope, the weightiest first; apart what was answered,
    and how the four conditions were judged."""

    findings: tuple[Finding, ...]
    answered: tuple[Answered, ...] = ()
    conditions: tuple[Judged, ...] = ()

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """What must be mended before the document may be issued."""
        return self._of(Severity.BLOCKS)

    @property
    def warns(self) -> tuple[Finding, ...]:
        """What may be issued, but had better be looked at."""
        return self._of(Severity.WARNS)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """What could be better."""
        return self._of(Severity.HINT)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == severity)


def judge(
    described: Scope,
    conditions: Sequence[Judged] | None = None,
    economics: Economics | None = None,
    expected: Expected | None = None,
) -> Judgement:
    """Let every rule look at the Scope; the studio's catalogue names the duties that are missing from it, and
    knows which reasons are its own. `conditions` None: nobody judged who holds both roles; `economics` None:
    nobody looked at hours and money."""
    excluded = {duty.code for duty in described.duties if duty.responsible == Responsible.EXCLUDED}
    usual = CatalogueDuty.objects.reasons(excluded - {""}, described.language)
    findings = findings_of(
        described,
        unprintable=unprintable,
        usual_reasons=usual,
        conditions=conditions,
        figures=economics.figures if economics else None,
        overloads=economics.overloads if economics else (),
        usual=expected,
    )
    codes = {code for finding in findings for code in _missing(finding)}
    if not codes:
        return Judgement(findings)
    names = CatalogueDuty.objects.names(codes, described.language)
    return Judgement(tuple(_named(finding, names) for finding in findings))


def judge_draft(engagement: Engagement, described: Scope, economics: Economics | None = None) -> Judgement:
    """The same for an engagement's draft, with its conditions and its risk judged: what a member answered is
    told apart, until its facts change. `economics` where they were asked for already."""
    economics = economics or economics_of(engagement, described)
    conditions = conditions_of(engagement, described, economics)
    expected = expected_of(engagement.studio)
    found = judge(described, conditions, economics, expected).findings
    findings, answered = parted(engagement, found)
    return Judgement(findings, answered, conditions)


def _missing(finding: Finding) -> tuple[str, ...]:
    """The duties that nobody does and that another depends on: their names, or keys where they are absent."""
    missing = finding.facts.get("missing", ())
    return missing if isinstance(missing, tuple) else ()


def _named(finding: Finding, names: dict[str, str]) -> Finding:
    if not _missing(finding):
        return finding
    missing = tuple(names.get(code, code) for code in _missing(finding))
    return replace(finding, facts={**finding.facts, "missing": missing})


def condition_statements(conditions: Sequence[Judged], described: Scope) -> tuple[ConditionStatement, ...]:
    """What the document says of the conditions: their states and the client's sentences, and nothing else."""
    return tuple(one.statement(described.language) for one in conditions)


def unexamined(described: Scope) -> tuple[ConditionStatement, ...]:
    """The four conditions where nobody can judge them, as for a scope file outside a studio: a condition is
    never claimed to be met."""
    if described.double_holder is None:
        return ()
    return tuple(
        ConditionStatement(condition=condition, state=ConditionState.NOT_EXAMINED) for condition in Condition
    )
