"""What the rules say of an engagement: pure functions from a Scope to findings (docs/findings.md).

To add a rule: one function in its family's file with its two sentences, its name in that file's RULES, one
row in the table test and one in the page.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from ..conditions import Judged
from ..economics import Figures, Overload
from ..scope import Scope
from ..words import Lane, Severity
from . import (
    approval,
    autonomy,
    clauses,
    client,
    dates,
    duties,
    engagement,
    exclusions,
    expected,
    fees,
    jerseys,
    objectives,
    printing,
    risk,
    roles,
    wording,
)
from .expected import Expected, Topic
from .finding import Finding, Place, Rule, Step, Words
from .printing import Unprintable

__all__ = [
    "RULES",
    "Expected",
    "Finding",
    "Place",
    "Rule",
    "Step",
    "Topic",
    "Unprintable",
    "Words",
    "findings_of",
]

RULES: tuple[Rule, ...] = (
    *client.RULES,
    *engagement.RULES,
    *approval.RULES,
    *roles.RULES,
    *autonomy.RULES,
    *jerseys.RULES,
    *duties.RULES,
    *wording.RULES,
    *dates.RULES,
    *exclusions.RULES,
    *expected.RULES,
    *objectives.RULES,
    *fees.RULES,
    *risk.RULES,
    *clauses.RULES,
    *printing.RULES,
)


def findings_of(
    scope: Scope,
    *,
    unprintable: Unprintable,
    usual_reasons: Mapping[str, str],
    conditions: Sequence[Judged] | None = None,
    figures: Figures | None = None,
    overloads: Sequence[Overload] = (),
    usual: Expected | None = None,
) -> tuple[Finding, ...]:
    """Everything that the rules say of a Scope: the weightiest first, then in the order of the steps.

    `unprintable` gives the characters of a text that the document cannot print, `usual_reasons` why the
    catalogue leaves a duty out, by its code, `conditions` how the four conditions were judged (None: by
    nobody), `figures` the economics, `overloads` the months that ask more of somebody than there is, `usual`
    what the catalogue would have one speak about. The order does not depend on that of the duties.
    """
    examined = [roles.two_jerseys_not_examined] if conditions is not None else []
    found = chain(
        chain.from_iterable(rule.findings(rule.check(scope)) for rule in RULES if rule not in examined),
        jerseys.jerseys_judged(scope, conditions or ()),
        risk.economics_judged(scope, figures, overloads),
        expected.expected_judged(scope, usual or Expected()),
        printing.unprintable_characters.findings(printing.unprintable_texts(scope, unprintable)),
        exclusions.reasons_of_the_catalogue.findings(exclusions.usual_reasons_kept(scope, usual_reasons)),
    )
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    lane = list(Lane).index(finding.lane) if finding.lane is not None else -1
    return (
        list(Severity).index(finding.severity),
        list(Step).index(place.step),
        lane,
        _natural(place.key),
        finding.code,
        place.field,
    )


def _natural(key: str) -> list[tuple[int, int, str]]:
    """Keys with numbers in them in the order of their numbers."""
    parts = re.split(r"([0-9]+)", key)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
