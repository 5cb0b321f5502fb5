"""Every rule: a Scope of which it says something, and the example, of which it says nothing."""

import dataclasses
import importlib
import pkgutil
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from scoping.domain import findings
from scoping.domain.findings import (
    RULES,
    Finding,
    Place,
    Rule,
    Step,
    expected,
    findings_of,
    jerseys,
    risk,
)
from scoping.domain.scope import (
    Address,
    Function,
    Objective,
    Scope,
    When,
)
from scoping.domain.words import (
    FeeLane,
    FunctionKind,
    Lane,
    Language,
    Severity,
)

from .examples import STUDIO, example_scope, with_item, with_more
from .findings_examples import ALONE, EXAMPLE, THIRD, USUAL, client, duty, excluded, fee, ours
from .findings_raised import RAISED
from .findings_silent import SILENT
from .strategies import SCOPES

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def all_printable(text: str) -> set[str]:
    return set()


def found(scope: Scope, unprintable: Callable[[str], set[str]] = all_printable) -> tuple[Finding, ...]:
    return findings_of(scope, unprintable=unprintable, usual_reasons=USUAL)


def places(scope: Scope, code: str) -> list[tuple[str, str, str]]:
    return [
        (finding.place.step.value, finding.place.key, finding.place.field)
        for finding in found(scope)
        if finding.code == code
    ]


def test_the_example_gives_no_rule_anything_to_say() -> None:
    assert found(EXAMPLE) == ()


@pytest.mark.parametrize(("code", "scope", "place"), RAISED, ids=[row[0] for row in RAISED])
def test_each_rule_speaks_where_it_should_and_leads_there(code: str, scope: Scope, place: Place) -> None:
    raised = [finding for finding in found(scope) if finding.code == code]
    assert [finding.place for finding in raised] == [place]
    italian, english = (raised[0].worded(language) for language in Language)
    for words in (italian, english):
        assert words.title
        assert words.why.endswith(".")
        assert not words.action.endswith(".")
        assert not re.search(r"\{[a-z]+\}", f"{words.title}{words.action}")
    assert italian != english


def test_every_rule_has_its_row_in_the_table() -> None:
    # In test_jerseys.py, test_economics_findings.py and test_expected.py.
    elsewhere = {rule.code for rule in (*jerseys.RULES, *risk.RULES, *expected.RULES)}
    assert {row[0] for row in RAISED} | {"unprintable_characters"} | elsewhere == {
        rule.code for rule in RULES
    }


def test_every_rule_of_a_family_is_heard() -> None:
    families = [
        importlib.import_module(f"{findings.__name__}.{one.name}")
        for one in pkgutil.iter_modules(findings.__path__)
    ]
    written = {value for family in families for value in vars(family).values() if isinstance(value, Rule)}
    assert written == set(RULES)
    assert len(RULES) == len(written)


@pytest.mark.parametrize(
    ("code", "scope"), [(row[0], row[2]) for row in SILENT], ids=[row[1] for row in SILENT]
)
def test_each_rule_is_silent_where_it_should_be(code: str, scope: Scope) -> None:
    assert places(scope, code) == []


def test_sentences_name_the_facts_of_this_engagement() -> None:
    (finding,) = found(example_scope(fees=(fee("both", FeeLane.UNDIVIDED, 2550),)))
    assert finding.severity == Severity.BLOCKS
    assert "2.550\u00a0€" in finding.worded(Language.ITALIAN).why
    assert "€2,550" in finding.worded(Language.ENGLISH).why
    assert "Caseificio Valverde" in finding.worded(Language.ITALIAN).why


def test_a_missing_conductor_names_the_guideline_and_the_duties_that_wait() -> None:
    scope = with_item(ALONE, "guidelines", "calendar", when=When())
    (finding,) = [one for one in found(scope) if one.code == "no_conductor"]
    assert finding.lane == Lane.SOCIAL
    words = finding.worded(Language.ITALIAN)
    assert "Calendario delle iniziative" in words.title
    assert "«Post statico»" in words.why
    assert "entro quando" in words.why


def test_a_text_with_braces_is_told_as_it_is() -> None:
    scope = with_item(EXAMPLE, "duties", "posts", name="{client} {0.__class__}", quantity=None)
    (finding,) = found(scope)
    assert finding.worded(Language.ENGLISH).title == "“{client} {0.__class__}” has no quantity"


@pytest.mark.parametrize(
    ("scope", "place", "lane"),
    [
        (example_scope(title="Łódź ﷽"), Place(Step.ENGAGEMENT, "", "title"), None),
        (client(name="﷽"), Place(Step.CLIENT, "", "name"), None),
        (client(address=Address(city="﷽")), Place(Step.CLIENT, "", "city"), None),
        (
            example_scope(studio=dataclasses.replace(STUDIO, legal_name="﷽")),
            Place(Step.STUDIO, "", "legal_name"),
            None,
        ),
        (with_item(EXAMPLE, "persons", "marco", job="﷽"), Place(Step.CLIENT, "marco", "job"), None),
        (with_item(EXAMPLE, "persons", "luca", job="﷽"), Place(Step.STUDIO, "luca", "job"), None),
        (
            with_more(EXAMPLE, "persons", dataclasses.replace(THIRD, name="﷽")),
            Place(Step.ROLES, "dora", "name"),
            None,
        ),
        (
            with_item(EXAMPLE, "functions", "signatory", power="﷽"),
            Place(Step.ENGAGEMENT, "marco", "power"),
            None,
        ),
        (
            with_item(EXAMPLE, "roles", "social", example="﷽"),
            Place(Step.ROLES, "social", "example"),
            Lane.SOCIAL,
        ),
        (
            with_item(EXAMPLE, "duties", "posts", platforms=("Instagram", "﷽")),
            Place(Step.DUTIES, "posts", "platforms"),
            Lane.SOCIAL,
        ),
        (
            with_item(EXAMPLE, "objectives", "sales", kpi="﷽"),
            Place(Step.OBJECTIVES, "sales", "kpi"),
            Lane.MARKETING,
        ),
        (with_item(EXAMPLE, "fees", "fee-s", label="﷽"), Place(Step.FEES, "fee-s", "label"), None),
        (
            with_item(EXAMPLE, "clauses", "forum", parameters=(("court", "﷽"),)),
            Place(Step.CLAUSES, "forum", "parameters"),
            None,
        ),
    ],
)
def test_a_character_that_no_font_prints_is_found_where_it_was_typed(
    scope: Scope, place: Place, lane: Lane | None
) -> None:
    (finding,) = found(scope, lambda text: set(text) & {"﷽"})
    assert (finding.code, finding.severity) == ("unprintable_characters", Severity.BLOCKS)
    assert (finding.place, finding.lane) == (place, lane)
    assert "﷽ (U+FDFD)" in finding.worded(Language.ITALIAN).why


def test_the_order_is_by_weight_then_by_step_and_not_that_of_the_duties() -> None:
    scope = example_scope(
        start=None,
        objectives=(),
        duties=(
            duty("d-10"),
            duty("d-2"),
            duty("a-1", lane=Lane.MARKETING),
            excluded("x"),
            ours("content", content=True, depends_on=("x", "gone")),
            ours("content-2", name="d-2"),
        ),
        functions=(Function(person="marco", kind=FunctionKind.COUNTERPART),),
    )
    first = found(scope)
    severities = [list(Severity).index(finding.severity) for finding in first]
    assert severities == sorted(severities)
    blocking_steps = [list(Step).index(one.place.step) for one in first if one.severity == Severity.BLOCKS]
    assert blocking_steps == sorted(blocking_steps)
    undecided = [finding.place.key for finding in first if finding.code == "duty_without_party"]
    assert undecided == ["a-1", "d-2", "d-10"]
    for seed in range(5):
        shuffled = list(scope.duties)
        random.Random(seed).shuffle(shuffled)
        again = found(dataclasses.replace(scope, duties=tuple(shuffled)))
        assert [(one.code, one.place, dict(one.facts)) for one in again] == [
            (one.code, one.place, dict(one.facts)) for one in first
        ]


@given(SCOPES)
def test_any_scope_is_judged_and_every_finding_is_worded(scope: Scope) -> None:
    for finding in found(scope, lambda text: {character for character in text if ord(character) > 0x2000}):
        for language in Language:
            words = finding.worded(language)
            assert words.title
            assert words.why
            assert words.action


def test_the_page_lists_every_rule_with_its_weight() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| (\w+) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(code, weight) for code, weight, _ in rows] == [
        (rule.code, rule.severity.value) for rule in RULES
    ]
    assert all(meaning.strip() for _, _, meaning in rows)


def test_a_social_objective_of_nobody_s_role_is_looked_at_all_the_same() -> None:
    scope = with_more(EXAMPLE, "objectives", Objective(key="more", lane=Lane.SOCIAL, name="Altro"))
    assert places(scope, "objective_serves_nothing") == [("objectives", "more", "serves")]


def test_reasons_of_the_catalogue_are_named_all_and_those_of_this_client_are_not() -> None:
    usual = {f"ADJ-{place}": f"Motivo solito {place}." for place in range(1, 8)}
    scope = with_more(
        EXAMPLE,
        "duties",
        *(excluded(f"x-{code}", code=code, name=f"Voce {code}", reason=why) for code, why in usual.items()),
    )
    scope = with_item(scope, "duties", "x-ADJ-3", reason="Il vivaio ha già il suo fotografo.")
    (finding,) = findings_of(scope, unprintable=all_printable, usual_reasons=usual)
    assert (finding.code, finding.severity) == ("reasons_of_the_catalogue", Severity.HINT)
    words = finding.worded(Language.ITALIAN)
    assert words.title.endswith(": 6")
    assert [code for code in usual if f"«Voce {code}»" in words.why] == [
        "ADJ-1", "ADJ-2", "ADJ-4", "ADJ-5", "ADJ-6", "ADJ-7",
    ]  # fmt: skip
    assert "“Voce ADJ-1”" in finding.worded(Language.ENGLISH).why
    assert findings_of(scope, unprintable=all_printable, usual_reasons={}) == ()
