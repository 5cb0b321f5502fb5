"""Engagements that differ from the example in one thing, for the tables of the findings."""

import dataclasses
from decimal import Decimal
from typing import Any

from scoping.domain.scope import (
    AutonomyRow,
    Duty,
    FeeLine,
    Person,
    RoleAssignment,
    Scope,
    TaxProfile,
)
from scoping.domain.words import (
    Decision,
    FeeKind,
    FeeLane,
    Holder,
    Lane,
    Party,
    Responsible,
)

from .examples import CLIENT, STUDIO, example_scope, with_item, with_more, without

EXAMPLE = example_scope()
# Why the catalogue leaves a duty out, by its code.
USUAL = {"ADJ-X": "Spetta a chi fa soltanto questo."}


def client(**changed: Any) -> Scope:
    return example_scope(client=dataclasses.replace(CLIENT, **changed))


def taxed(**profile: Any) -> Scope:
    return example_scope(studio=dataclasses.replace(STUDIO, tax=TaxProfile(**profile)))


def duty(key: str, **fields: Any) -> Duty:
    return Duty(key=key, **({"lane": Lane.SOCIAL, "name": key} | fields))


def excluded(key: str, **fields: Any) -> Duty:
    return duty(key, **({"responsible": Responsible.EXCLUDED, "lane": Lane.ADJACENT} | fields))


def ours(key: str, **fields: Any) -> Duty:
    return duty(key, **({"responsible": Responsible.STUDIO, "quantity": Decimal(1)} | fields))


def roles(marketing: RoleAssignment, social: RoleAssignment) -> Scope:
    return example_scope(roles=(marketing, social))


def held(lane: Lane, holder: Holder, lead: str | None = None) -> RoleAssignment:
    return RoleAssignment(lane=lane, held_by=holder, lead=lead)


def asking(person: str | None, **fields: Any) -> Scope:
    """The example with one more row in its autonomy matrix, for which that person's approval is asked."""
    row = AutonomyRow(key="hours", name="Orari", decision=Decision.ASKS, person=person, **fields)
    return with_more(EXAMPLE, "autonomy", row)


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
