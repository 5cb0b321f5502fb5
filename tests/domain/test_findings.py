"""Every rule: a Scope of which it says something, and the example, of which it says nothing."""

import dataclasses
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from scoping.domain import findings
from scoping.domain.findings import RULES, Finding, Place, Step, findings_of
from scoping.domain.scope import (
    Address,
    AutonomyRow,
    Clause,
    Duty,
    FeeLine,
    Function,
    Objective,
    Person,
    RoleAssignment,
    Scope,
    TaxProfile,
    Terms,
    When,
)
from scoping.domain.words import (
    Cadence,
    Decision,
    FeeKind,
    FeeLane,
    FunctionKind,
    Fund,
    Holder,
    Income,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
    Severity,
    TaxRegime,
)

from .examples import CLIENT, STUDIO, example_scope, with_item, with_more, without
from .strategies import SCOPES

EXAMPLE = example_scope()
PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def all_printable(text: str) -> set[str]:
    return set()


def found(scope: Scope, unprintable: Callable[[str], set[str]] = all_printable) -> tuple[Finding, ...]:
    return findings_of(scope, unprintable=unprintable)


def places(scope: Scope, code: str) -> list[tuple[str, str, str]]:
    return [
        (finding.place.step.value, finding.place.key, finding.place.field)
        for finding in found(scope)
        if finding.code == code
    ]


def client(**changed: Any) -> Scope:
    return example_scope(client=dataclasses.replace(CLIENT, **changed))


def taxed(**profile: Any) -> Scope:
    return example_scope(studio=dataclasses.replace(STUDIO, tax=TaxProfile(**profile)))


def duty(key: str, **fields: Any) -> Duty:
    return Duty(key=key, **({"lane": Lane.SOCIAL, "name": key} | fields))


def excluded(key: str, **fields: Any) -> Duty:
    return duty(key, responsible=Responsible.EXCLUDED, lane=Lane.ADJACENT, **fields)


def ours(key: str, **fields: Any) -> Duty:
    return duty(key, responsible=Responsible.STUDIO, quantity=Decimal(1), **fields)


def roles(marketing: RoleAssignment, social: RoleAssignment) -> Scope:
    return example_scope(roles=(marketing, social))


def held(lane: Lane, holder: Holder, lead: str | None = None) -> RoleAssignment:
    return RoleAssignment(lane=lane, held_by=holder, lead=lead)


def fee(key: str, lane: FeeLane, amount: int = 500, **fields: Any) -> FeeLine:
    return FeeLine(key=key, lane=lane, amount=Decimal(amount), **({"kind": FeeKind.MONTHLY} | fields))


# The studio has social media alone, and nobody marketing: the example's guideline then counts.
ALONE = without(
    without(
        example_scope(roles=(held(Lane.MARKETING, Holder.NOBODY), held(Lane.SOCIAL, Holder.STUDIO, "luca"))),
        "fees",
        "fee-m",
    ),
    "duties",
    "plan",
)
ALONE = with_item(ALONE, "duties", "posts", depends_on=())
THIRD = Person(key="dora", party=Party.THIRD, name="Dora Riva", organisation="Agenzia Lago")

RAISED: list[tuple[str, Scope, Place]] = [
    ("client_not_identified", client(vat_number=""), Place(Step.CLIENT, "", "vat_number")),
    ("client_not_identified", client(vat_number="", tax_code=" "), Place(Step.CLIENT, "", "vat_number")),
    ("client_vat_number_wrong", client(vat_number="01114601007"), Place(Step.CLIENT, "", "vat_number")),
    (
        "client_vat_number_wrong",
        client(address=Address(country="AT")),
        Place(Step.CLIENT, "", "vat_number"),
    ),
    (
        "client_abroad",
        client(vat_number="CHE-1", address=Address(country="CH")),
        Place(Step.CLIENT, "", "vat_number"),
    ),
    (
        "client_abroad",
        client(vat_number="", tax_code="x", address=Address(country="AT")),
        Place(Step.CLIENT, "", "vat_number"),
    ),
    (
        "withholding_unsaid",
        dataclasses.replace(
            taxed(regime=TaxRegime.ORDINARY, income=Income.SELF_EMPLOYMENT),
            client=dataclasses.replace(CLIENT, withholding_agent=None),
        ),
        Place(Step.CLIENT, "", "withholding_agent"),
    ),
    ("no_signatory", without(EXAMPLE, "functions", "signatory"), Place(Step.ENGAGEMENT, "", "functions")),
    ("start_missing", example_scope(start=None), Place(Step.ENGAGEMENT, "", "start")),
    ("months_missing", example_scope(months=None), Place(Step.ENGAGEMENT, "", "months")),
    ("validity_missing", example_scope(validity_days=None), Place(Step.ENGAGEMENT, "", "validity_days")),
    ("no_counterpart", without(EXAMPLE, "functions", "counterpart"), Place(Step.ENGAGEMENT, "", "functions")),
    (
        "nobody_signs_for_studio",
        example_scope(signed_for_studio=None),
        Place(Step.ENGAGEMENT, "", "signed_for_studio"),
    ),
    ("tax_profile_unknown", taxed(), Place(Step.STUDIO, "", "regime")),
    ("tax_profile_unknown", taxed(regime=TaxRegime.ORDINARY), Place(Step.STUDIO, "", "income")),
    (
        "tax_profile_unknown",
        taxed(regime=TaxRegime.FLAT_RATE, fund=Fund.PROFESSIONAL),
        Place(Step.STUDIO, "", "fund_percent"),
    ),
    (
        "contribution_of_a_business",
        taxed(regime=TaxRegime.ORDINARY, income=Income.BUSINESS, fund=Fund.INPS_SEPARATE),
        Place(Step.STUDIO, "", "fund"),
    ),
    (
        "role_without_lead",
        with_item(EXAMPLE, "roles", "social", lead=None),
        Place(Step.ROLES, "social", "lead"),
    ),
    (
        "role_without_lead",
        roles(held(Lane.MARKETING, Holder.CLIENT), held(Lane.SOCIAL, Holder.STUDIO, "luca")),
        Place(Step.ROLES, "marketing", "lead"),
    ),
    (
        "lead_of_another_party",
        with_item(EXAMPLE, "roles", "social", held_by=Holder.CLIENT),
        Place(Step.ROLES, "social", "lead"),
    ),
    (
        "two_jerseys_not_examined",
        with_item(EXAMPLE, "roles", "social", lead="elena"),
        Place(Step.ROLES, "", "lead"),
    ),
    (
        "one_person_outside_in_both_roles",
        roles(held(Lane.MARKETING, Holder.CLIENT, "marco"), held(Lane.SOCIAL, Holder.CLIENT, "marco")),
        Place(Step.ROLES, "", "lead"),
    ),
    (
        "one_person_outside_in_both_roles",
        dataclasses.replace(
            with_more(EXAMPLE, "persons", THIRD),
            roles=(held(Lane.MARKETING, Holder.THIRD, "dora"), held(Lane.SOCIAL, Holder.THIRD, "dora")),
        ),
        Place(Step.ROLES, "", "lead"),
    ),
    ("no_conductor", without(ALONE, "guidelines", "calendar"), Place(Step.ROLES, "calendar", "key")),
    (
        "no_conductor",
        with_item(ALONE, "guidelines", "calendar", source=None),
        Place(Step.ROLES, "calendar", "source"),
    ),
    (
        "no_conductor",
        with_item(ALONE, "guidelines", "calendar", person=None),
        Place(Step.ROLES, "calendar", "person"),
    ),
    (
        "no_conductor",
        with_item(ALONE, "guidelines", "calendar", when=When()),
        Place(Step.ROLES, "calendar", "when"),
    ),
    ("needs_unsaid", with_item(ALONE, "duties", "posts", needs=()), Place(Step.DUTIES, "", "needs")),
    (
        "autonomy_undecided",
        with_more(EXAMPLE, "autonomy", AutonomyRow(key="hours", name="Orari")),
        Place(Step.ROLES, "hours", "decision"),
    ),
    (
        "autonomy_asks_nobody",
        with_more(EXAMPLE, "autonomy", AutonomyRow(key="hours", name="Orari", decision=Decision.ASKS)),
        Place(Step.ROLES, "hours", "person"),
    ),
    ("no_studio_duty", without(EXAMPLE, "duties", "plan", "posts"), Place(Step.DUTIES)),
    ("no_studio_duty", example_scope(duties=()), Place(Step.DUTIES)),
    (
        "duty_without_party",
        with_item(EXAMPLE, "duties", "photos", responsible=None),
        Place(Step.DUTIES, "photos", "responsible"),
    ),
    (
        "duty_without_quantity",
        with_item(EXAMPLE, "duties", "posts", quantity=None),
        Place(Step.DUTIES, "posts", "quantity"),
    ),
    (
        "depends_on_nobody",
        with_item(EXAMPLE, "duties", "posts", depends_on=("photos",)),
        Place(Step.DUTIES, "posts", "depends_on"),
    ),
    (
        "depends_on_nobody",
        with_item(EXAMPLE, "duties", "posts", depends_on=("MKT-STR-01",)),
        Place(Step.DUTIES, "posts", "depends_on"),
    ),
    (
        "depends_on_nobody",
        with_item(EXAMPLE, "duties", "prices", depends_on=("photos",)),
        Place(Step.DUTIES, "prices", "depends_on"),
    ),
    (
        "content_without_approver",
        without(EXAMPLE, "functions", "approver"),
        Place(Step.ENGAGEMENT, "", "functions"),
    ),
    (
        "approver_without_days",
        with_item(EXAMPLE, "functions", "approver", days=None),
        Place(Step.ENGAGEMENT, "paola", "functions"),
    ),
    ("role_without_duties", without(EXAMPLE, "duties", "plan"), Place(Step.DUTIES)),
    (
        "duties_of_a_role_not_held",
        with_item(EXAMPLE, "roles", "marketing", held_by=Holder.CLIENT, lead="paola"),
        Place(Step.DUTIES, "plan", "responsible"),
    ),
    (
        "exclusion_without_reason",
        with_item(EXAMPLE, "duties", "photos", reason=" "),
        Place(Step.DUTIES, "photos", "reason"),
    ),
    (
        "exclusions_with_the_same_reason",
        with_more(EXAMPLE, "duties", excluded("web", reason="vuole luci e  attrezzatura di un fotografo")),
        Place(Step.DUTIES, "photos", "reason"),
    ),
    (
        "duplicate_name",
        with_more(EXAMPLE, "duties", ours("posts-2", name="post Statico")),
        Place(Step.DUTIES, "posts-2", "name"),
    ),
    (
        "duty_without_person",
        with_item(EXAMPLE, "duties", "prices", person=None),
        Place(Step.DUTIES, "prices", "person"),
    ),
    (
        "duty_without_person",
        with_item(EXAMPLE, "duties", "prices", responsible=Responsible.THIRD, person=None),
        Place(Step.DUTIES, "prices", "person"),
    ),
    (
        "client_duty_without_when",
        with_item(EXAMPLE, "duties", "prices", when=When()),
        Place(Step.DUTIES, "prices", "when"),
    ),
    ("nothing_excluded", without(EXAMPLE, "duties", "photos"), Place(Step.DUTIES)),
    ("no_objectives", example_scope(objectives=()), Place(Step.OBJECTIVES)),
    (
        "role_without_objectives",
        without(EXAMPLE, "objectives", "reach"),
        Place(Step.OBJECTIVES, "", "name"),
    ),
    (
        "objective_serves_nothing",
        with_item(EXAMPLE, "objectives", "reach", serves=()),
        Place(Step.OBJECTIVES, "reach", "serves"),
    ),
    (
        "objective_serves_nothing",
        with_item(EXAMPLE, "objectives", "reach", serves=("gone",)),
        Place(Step.OBJECTIVES, "reach", "serves"),
    ),
    (
        "fee_undivided",
        example_scope(fees=(fee("both", FeeLane.UNDIVIDED, 2550),)),
        Place(Step.FEES, "both", "lane"),
    ),
    ("role_without_fee", without(EXAMPLE, "fees", "fee-s"), Place(Step.FEES, "", "amount")),
    (
        "role_without_fee",
        with_item(EXAMPLE, "fees", "fee-s", amount=Decimal(0)),
        Place(Step.FEES, "", "amount"),
    ),
    (
        "fee_without_duties",
        with_more(EXAMPLE, "fees", fee("fee-a", FeeLane.ADJACENT)),
        Place(Step.FEES, "fee-a", "lane"),
    ),
    ("fee_without_duties", without(EXAMPLE, "duties", "plan"), Place(Step.FEES, "fee-m", "lane")),
    (
        "adjacent_work_without_fee",
        with_more(EXAMPLE, "duties", ours("print", lane=Lane.ADJACENT)),
        Place(Step.FEES, "", "amount"),
    ),
    (
        "fee_outside_months",
        with_item(EXAMPLE, "fees", "fee-s", last_month=14),
        Place(Step.FEES, "fee-s", "last_month"),
    ),
    (
        "fee_outside_months",
        with_more(EXAMPLE, "fees", fee("late", FeeLane.SOCIAL, kind=FeeKind.ONCE, first_month=13)),
        Place(Step.FEES, "late", "first_month"),
    ),
    (
        "payment_days_missing",
        example_scope(terms=Terms(hourly_rate=Decimal(75))),
        Place(Step.FEES, "", "payment_days"),
    ),
    (
        "clause_field_missing",
        example_scope(terms=Terms(payment_days=30)),
        Place(Step.FEES, "", "hourly_rate"),
    ),
    (
        "clause_field_missing",
        with_more(
            without(EXAMPLE, "functions", "approver"),
            "clauses",
            Clause(key="a", name="A", text="{approval_days}"),
        ),
        Place(Step.ENGAGEMENT, "", "functions"),
    ),
    (
        "clause_parameter_missing",
        with_item(EXAMPLE, "clauses", "forum", parameters=()),
        Place(Step.CLAUSES, "forum", "court"),
    ),
    (
        "possibly_onerous_not_apart",
        example_scope(
            terms=Terms(hourly_rate=Decimal(75), payment_days=30, approve_possible_apart=False),
            clauses=(Clause(key="r", name="Recesso", text="Si può recedere.", onerous=Onerous.POSSIBLE),),
        ),
        Place(Step.FEES, "", "approve_possible_apart"),
    ),
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
    assert {row[0] for row in RAISED} | {"unprintable_characters"} == {rule.code for rule in RULES}


def test_every_rule_of_a_family_is_heard() -> None:
    families = (
        findings.client,
        findings.roles,
        findings.duties,
        findings.objectives,
        findings.fees,
        findings.clauses,
        findings.printing,
    )
    for family in families:
        written = {value for value in vars(family).values() if isinstance(value, findings.Rule)}
        assert written == set(family.RULES)


SILENT: list[tuple[str, str, Scope]] = [
    ("client_not_identified", "a tax code will do", client(vat_number="", tax_code="01114601006")),
    ("client_not_identified", "a purpose will do", client(vat_number="", purpose="Un caseificio da aprire")),
    (
        "client_vat_number_wrong",
        "abroad it is not checked",
        client(vat_number="x", address=Address(country="CH")),
    ),
    (
        "client_abroad",
        "an EU client with its number",
        client(vat_number="ATU13585627", address=Address(country="AT")),
    ),
    (
        "withholding_unsaid",
        "flat-rate is never withheld",
        dataclasses.replace(
            taxed(regime=TaxRegime.FLAT_RATE, income=Income.SELF_EMPLOYMENT),
            client=dataclasses.replace(CLIENT, withholding_agent=None),
        ),
    ),
    ("no_counterpart", "marketing is not the studio's", without(ALONE, "functions", "counterpart")),
    ("no_conductor", "the client does, with a person and a date", ALONE),
    (
        "no_conductor",
        "the client does",
        with_item(ALONE, "guidelines", "calendar", source=Party.CLIENT, person="paola"),
    ),
    (
        "no_conductor",
        "marketing is the client's",
        without(
            dataclasses.replace(
                ALONE,
                roles=(
                    held(Lane.MARKETING, Holder.CLIENT, "paola"),
                    held(Lane.SOCIAL, Holder.STUDIO, "luca"),
                ),
            ),
            "guidelines",
            "calendar",
        ),
    ),
    (
        "depends_on_nobody",
        "the client does it",
        with_item(EXAMPLE, "duties", "posts", depends_on=("prices",)),
    ),
    (
        "depends_on_nobody",
        "what is excluded waits for nothing",
        with_item(EXAMPLE, "duties", "photos", depends_on=("gone",)),
    ),
    (
        "duty_without_quantity",
        "on demand",
        with_item(EXAMPLE, "duties", "posts", quantity=None, cadence=Cadence.ON_DEMAND),
    ),
    (
        "content_without_approver",
        "content that the client makes",
        with_item(
            without(EXAMPLE, "functions", "approver"), "duties", "posts", responsible=Responsible.CLIENT
        ),
    ),
    ("approver_without_days", "no content", with_item(EXAMPLE, "duties", "posts", content=False)),
    (
        "role_without_fee",
        "an undivided fee is told by itself",
        example_scope(fees=(fee("both", FeeLane.UNDIVIDED),)),
    ),
    ("role_without_fee", "a role of the client's", ALONE),
    ("duplicate_name", "in another lane", with_more(EXAMPLE, "duties", ours("p", name="Piano di marketing"))),
    (
        "payment_days_missing",
        "the clause's own finding tells it",
        with_more(
            example_scope(terms=Terms(hourly_rate=Decimal(75))),
            "clauses",
            Clause(key="pay", name="Pagamenti", text="Entro {payment_days} giorni."),
        ),
    ),
    ("fee_outside_months", "the length is not known", example_scope(months=None)),
    (
        "autonomy_undecided",
        "the role is not the studio's",
        dataclasses.replace(
            with_more(EXAMPLE, "autonomy", AutonomyRow(key="hours", name="Orari")),
            roles=(held(Lane.MARKETING, Holder.STUDIO, "elena"), held(Lane.SOCIAL, Holder.CLIENT, "paola")),
        ),
    ),
    (
        "two_jerseys_not_examined",
        "two persons",
        EXAMPLE,
    ),
    (
        "role_without_objectives",
        "none at all is another finding",
        example_scope(objectives=()),
    ),
]


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
