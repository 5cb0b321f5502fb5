"""Scopes that come near to what a rule tells, and of which it says nothing: code, why, Scope."""

import dataclasses
from decimal import Decimal

from scoping.domain.scope import (
    Address,
    AutonomyRow,
    Clause,
    Scope,
    Terms,
)
from scoping.domain.words import (
    Cadence,
    FeeLane,
    Holder,
    Income,
    Lane,
    Party,
    Responsible,
    TaxRegime,
)

from .examples import CLIENT, example_scope, with_item, with_more, without
from .findings_examples import ALONE, EXAMPLE, client, fee, held, ours, taxed

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
