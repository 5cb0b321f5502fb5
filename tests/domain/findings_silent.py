"""Scopes that come near to what a rule tells, and of which it says nothing: code, why, Scope."""

import dataclasses
import datetime as dt
from decimal import Decimal

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
    Control,
    Decision,
    FeeLane,
    Holder,
    Income,
    Lane,
    Party,
    Responsible,
    TaxRegime,
    WhenKind,
)

from .examples import CLIENT, example_scope, with_item, with_more, without
from .findings_examples import ALONE, EXAMPLE, USUAL, asking, client, excluded, fee, held, ours, taxed

ON_MARCH_1 = When(kind=WhenKind.DATE, date=dt.date(2027, 3, 1))

SILENT: list[tuple[str, str, Scope]] = [
    (
        "reasons_of_the_catalogue",
        "what is not excluded needs none",
        with_more(EXAMPLE, "duties", ours("x", code="ADJ-X", reason=USUAL["ADJ-X"])),
    ),
    (
        "reasons_of_the_catalogue",
        "the same words for a duty of another code are somebody's own",
        with_more(EXAMPLE, "duties", excluded("x", code="ADJ-Y", reason=USUAL["ADJ-X"])),
    ),
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
    ("autonomy_asks_nobody", "somebody is asked", asking("marco")),
    ("autonomy_asks_without_days", "nobody is asked: that is another finding", asking(None)),
    ("autonomy_asks_without_days", "the row says the days", asking("marco", days=3)),
    ("autonomy_asks_without_days", "the content approver has days", asking("paola")),
    (
        "autonomy_asks_without_days",
        "a proposal waits for nobody",
        with_item(asking("marco"), "autonomy", "hours", decision=Decision.PROPOSES),
    ),
    (
        "autonomy_asks_without_days",
        "the role is not the studio's",
        with_item(asking("marco"), "roles", "social", held_by=Holder.CLIENT, lead="paola"),
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
    (
        "duty_in_both_roles",
        "one of the two is excluded",
        with_more(
            EXAMPLE, "duties", excluded("twin", name="Piano di marketing", lane=Lane.SOCIAL, reason="No.")
        ),
    ),
    ("same_work_in_and_out", "another work", EXAMPLE),
    (
        "counts_contradict",
        "the same count",
        with_item(EXAMPLE, "duties", "posts", description="Dodici post, 12 post"),
    ),
    (
        "counts_contradict",
        "a time is no count",
        with_item(
            EXAMPLE, "duties", "posts", unit="ore", quantity=Decimal(4), limits="Risposta entro 24 ore."
        ),
    ),
    (
        "counts_contradict",
        "another period",
        with_item(EXAMPLE, "duties", "posts", description="Circa 3 post a settimana."),
    ),
    (
        "counts_contradict",
        "another unit",
        with_item(EXAMPLE, "duties", "posts", description="Testo fino a 8 righe."),
    ),
    (
        "vague_without_quantity",
        "a quantity",
        with_more(EXAMPLE, "duties", ours("help", name="Supporto alle vendite")),
    ),
    (
        "vague_without_quantity",
        "limits of its own",
        with_more(
            EXAMPLE,
            "duties",
            ours(
                "help",
                name="Supporto alle vendite",
                quantity=None,
                cadence=Cadence.ON_DEMAND,
                limits="Due ore al mese.",
            ),
        ),
    ),
    (
        "date_waits_for_others",
        "what it waits for has a date",
        with_item(EXAMPLE, "duties", "posts", when=ON_MARCH_1, depends_on=("prices",)),
    ),
    (
        "date_before_its_input",
        "on the same day",
        with_item(
            EXAMPLE,
            "duties",
            "posts",
            when=When(kind=WhenKind.DATE, date=dt.date(2027, 1, 15)),
            depends_on=("prices",),
        ),
    ),
    (
        "outcome_promised",
        "what the role delivers may be promised",
        with_item(
            EXAMPLE, "objectives", "sales", name="Uscite garantite ogni martedì", control=Control.OUTPUT
        ),
    ),
    (
        "fee_ends_early",
        "a second line pays the rest",
        with_more(
            with_item(EXAMPLE, "fees", "fee-s", last_month=10),
            "fees",
            fee("rest", FeeLane.SOCIAL, first_month=11),
        ),
    ),
    (
        "fee_ends_early",
        "its duties are done once",
        with_item(EXAMPLE, "fees", "fee-m", last_month=6),
    ),
]
