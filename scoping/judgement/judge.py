"""The findings of an engagement, and what its document says of the four conditions."""

from dataclasses import dataclass

from scoping.domain.findings import Finding, findings_of
from scoping.domain.scope import ConditionStatement, Scope
from scoping.domain.words import Condition, ConditionState, Severity
from scoping.press.fonts import unprintable


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that the rules say of one Scope, the weightiest first."""

    findings: tuple[Finding, ...]

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


def judge(described: Scope) -> Judgement:
    """Let every rule look at the Scope."""
    return Judgement(findings_of(described, unprintable=unprintable))


def condition_statements(described: Scope) -> tuple[ConditionStatement, ...]:
    """The four conditions as the document states them, where one professional holds both roles.

    Nobody examined them yet, so that is what is said: a condition is never claimed to be met.
    """
    if described.double_holder is None:
        return ()
    return tuple(
        ConditionStatement(condition=condition, state=ConditionState.NOT_EXAMINED) for condition in Condition
    )
