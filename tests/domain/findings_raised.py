"""For every rule a Scope of which it says something, and the place to which it leads."""

import dataclasses
import datetime as dt
from decimal import Decimal

from scoping.domain.findings import Place, Step
from scoping.domain.scope import (
    Address,
    AutonomyRow,
    Clause,
    Scope,
    Terms,
    When,
)
from scoping.domain.words import (
    Cadence,
    FeeKind,
    FeeLane,
    Fund,
    Holder,
    Income,
    Lane,
    Onerous,
    Party,
    Responsible,
    TaxRegime,
    WhenKind,
)

from .examples import CLIENT, example_scope, with_item, with_more, without
from .findings_examples import (
    ALONE,
    EXAMPLE,
    THIRD,
    USUAL,
    asking,
    client,
    excluded,
    fee,
    held,
    ours,
    roles,
    taxed,
)

ON_MARCH_1 = When(kind=WhenKind.DATE, date=dt.date(2027, 3, 1))

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
    ("autonomy_asks_nobody", asking(None), Place(Step.ROLES, "hours", "person")),
    ("autonomy_asks_without_days", asking("marco"), Place(Step.ROLES, "hours", "days")),
    (
        "autonomy_asks_without_days",
        with_item(asking("paola"), "functions", "approver", days=None),
        Place(Step.ROLES, "hours", "days"),
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
    (
        "duty_in_both_roles",
        with_more(EXAMPLE, "duties", ours("plan-2", name="  Piano di  MARKETING ")),
        Place(Step.DUTIES, "plan-2", "name"),
    ),
    (
        "same_work_in_and_out",
        with_more(EXAMPLE, "duties", excluded("out", name="Pòst statico", reason="Basta uno.")),
        Place(Step.DUTIES, "out", "responsible"),
    ),
    (
        "same_work_in_and_out",
        with_more(
            with_item(EXAMPLE, "duties", "posts", code="SOC-CNT-01"),
            "duties",
            excluded("out", name="Altri post", code="SOC-CNT-01", reason="Basta così."),
        ),
        Place(Step.DUTIES, "out", "responsible"),
    ),
    (
        "counts_contradict",
        with_item(EXAMPLE, "duties", "posts", description="Ogni mese 8 post, con foto vostre."),
        Place(Step.DUTIES, "posts", "description"),
    ),
    (
        "counts_contradict",
        with_item(EXAMPLE, "duties", "posts", deliverable="Otto post pronti"),
        Place(Step.DUTIES, "posts", "deliverable"),
    ),
    (
        "counts_contradict",
        with_item(EXAMPLE, "duties", "posts", limits="Fino a 8 post al mese."),
        Place(Step.DUTIES, "posts", "limits"),
    ),
    (
        "vague_without_quantity",
        with_more(
            EXAMPLE,
            "duties",
            ours("help", name="Supporto alle vendite", quantity=None, cadence=Cadence.ON_DEMAND),
        ),
        Place(Step.DUTIES, "help", "quantity"),
    ),
    (
        "date_waits_for_others",
        with_item(
            with_item(EXAMPLE, "duties", "prices", when=When()),
            "duties",
            "posts",
            when=ON_MARCH_1,
            depends_on=("prices",),
        ),
        Place(Step.DUTIES, "posts", "when"),
    ),
    (
        "date_waits_for_others",
        with_item(
            with_item(EXAMPLE, "guidelines", "calendar", source=Party.CLIENT, person="paola", when=When()),
            "duties",
            "posts",
            when=ON_MARCH_1,
        ),
        Place(Step.DUTIES, "posts", "when"),
    ),
    (
        "date_before_its_input",
        with_item(
            EXAMPLE,
            "duties",
            "posts",
            when=When(kind=WhenKind.DATE, date=dt.date(2027, 1, 14)),
            depends_on=("prices",),
        ),
        Place(Step.DUTIES, "posts", "when"),
    ),
    (
        "outcome_promised",
        with_item(EXAMPLE, "objectives", "sales", name="Crescita garantita delle vendite"),
        Place(Step.OBJECTIVES, "sales", "name"),
    ),
    (
        "fee_ends_early",
        with_item(EXAMPLE, "fees", "fee-s", last_month=10),
        Place(Step.FEES, "fee-s", "last_month"),
    ),
    (
        "reasons_of_the_catalogue",
        with_more(EXAMPLE, "duties", excluded("x", code="ADJ-X", reason=f" {USUAL['ADJ-X']}")),
        Place(Step.DUTIES, "x", "reason"),
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
