"""Findings of what nobody spoke about: borders, work that is taken for granted, clauses that are needed."""

import dataclasses

import pytest

from scoping.domain.findings import Expected, Finding, Step, Topic, findings_of
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Language, Responsible, Severity

from .examples import example_scope, with_item, with_more
from .findings_examples import excluded

EXAMPLE = example_scope()
BORDER = Topic("Tono di voce", "Tone of voice", ("MKT-1", "SOC-1"))
GRANTED = Topic("Ufficio stampa", "Press office", ("ADJ-1",))
CLAUSE = Topic("Professione non organizzata", "Unorganised profession", ("CLA-24",))


def said(scope: Scope, **expected: tuple[Topic, ...]) -> list[Finding]:
    return list(
        findings_of(scope, unprintable=lambda text: set(), usual_reasons={}, usual=Expected(**expected))
    )


@pytest.mark.parametrize(
    ("expected", "code", "severity", "step", "lane"),
    [
        ({"borders": (BORDER,)}, "borders_undrawn", Severity.HINT, Step.DUTIES, None),
        ({"granted": (GRANTED,)}, "taken_for_granted", Severity.HINT, Step.DUTIES, Lane.ADJACENT),
        ({"clauses": (CLAUSE,)}, "clauses_expected", Severity.WARNS, Step.CLAUSES, None),
    ],
)
def test_what_nobody_speaks_of_is_named_in_one_finding(
    expected: dict[str, tuple[Topic, ...]], code: str, severity: Severity, step: Step, lane: Lane | None
) -> None:
    (finding,) = said(EXAMPLE, **expected)
    assert (finding.code, finding.severity, finding.place.step, finding.lane) == (code, severity, step, lane)
    (topic,) = next(iter(expected.values()))
    assert f"«{topic.italian}»" in finding.worded(Language.ITALIAN).why
    assert f"“{topic.english}”" in finding.worded(Language.ENGLISH).why


def test_many_are_counted_and_a_few_named() -> None:
    many = tuple(dataclasses.replace(GRANTED, italian=f"Voce {n}", codes=(f"ADJ-{n}",)) for n in range(9))
    (finding,) = said(EXAMPLE, granted=many)
    words = finding.worded(Language.ITALIAN)
    assert words.title.endswith(": 9")
    assert "«Voce 3» e altre 5" in words.why


@pytest.mark.parametrize("code", BORDER.codes)
def test_a_side_that_was_chosen_draws_the_border(code: str) -> None:
    assert said(with_item(EXAMPLE, "duties", "posts", code=code), borders=(BORDER,)) == []


def test_what_is_excluded_was_spoken_of() -> None:
    scope = with_more(EXAMPLE, "duties", excluded("press", code="ADJ-1", name="Stampa", reason="Non serve."))
    assert said(scope, granted=(GRANTED,)) == []


def test_a_duty_that_nobody_decided_does_not_count_as_spoken_of() -> None:
    scope = with_item(EXAMPLE, "duties", "posts", code="ADJ-1", responsible=None)
    assert "taken_for_granted" in {one.code for one in said(scope, granted=(GRANTED,))}


def test_a_clause_that_is_there_is_not_missing() -> None:
    assert said(with_item(EXAMPLE, "clauses", "forum", code="CLA-24"), clauses=(CLAUSE,)) == []


def test_an_engagement_in_which_the_studio_does_nothing_hears_of_that_alone() -> None:
    duties = tuple(dataclasses.replace(one, responsible=Responsible.CLIENT) for one in EXAMPLE.duties)
    codes = {one.code for one in said(dataclasses.replace(EXAMPLE, duties=duties), borders=(BORDER,))}
    assert "borders_undrawn" not in codes
