"""Every finding leads to a page that is there, and to a field that stands on it."""

import dataclasses
import re
from decimal import Decimal

import pytest

from scoping.domain.findings import Finding
from scoping.domain.scope import (
    AutonomyRow,
    Clause,
    ClientIdentity,
    Duty,
    FeeLine,
    Function,
    Objective,
    RoleAssignment,
    Scope,
    Terms,
)
from scoping.domain.words import FeeKind, FeeLane, FunctionKind, Holder, Lane, Onerous, Responsible
from scoping.drafting.places import url_of
from scoping.judgement.judge import judge
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import open_desk, text_of

pytestmark = pytest.mark.django_db

ODD = "\U0001f9ff\U00013000"  # an emoji and a hieroglyph: no font of the document has the second


def bare() -> Scope:
    """An engagement that lacks nearly everything."""
    return example_scope(
        client=ClientIdentity(name="Cliente"),
        start=None,
        months=None,
        validity_days=None,
        signed_for_studio=None,
        functions=(),
        roles=(RoleAssignment(lane=Lane.SOCIAL, held_by=Holder.STUDIO),),
        guidelines=(),
        autonomy=(AutonomyRow(key="tone", name="Tono"),),
        duties=(
            Duty(
                key="a",
                lane=Lane.SOCIAL,
                name="Uno",
                responsible=Responsible.STUDIO,
                needs=("gone",),
                depends_on=("nowhere",),
            ),
            Duty(key="b", lane=Lane.SOCIAL, name="uno", content=True, depends_on=("nowhere",)),
            Duty(key="c", lane=Lane.ADJACENT, name="Foto", responsible=Responsible.STUDIO, content=True),
            Duty(key="d", lane=Lane.MARKETING, name="Prezzi", responsible=Responsible.CLIENT),
            Duty(key="e", lane=Lane.MARKETING, name="Altro", responsible=Responsible.EXCLUDED),
        ),
        objectives=(Objective(key="o", lane=Lane.SOCIAL, name="Crescere"),),
        fees=(FeeLine(key="m", lane=FeeLane.MARKETING, kind=FeeKind.MONTHLY, amount=Decimal(1)),),
        terms=Terms(approve_possible_apart=False),
        clauses=(
            Clause(key="x", name="Pagamenti", text="Entro {payment_days} giorni, {approval_days} e {court}."),
            Clause(key="y", name="Altra", text="Testo", onerous=Onerous.POSSIBLE),
        ),
    )


def unprintable() -> Scope:
    """The example with a character that cannot be printed in every kind of row."""
    scope = example_scope(title=f"Titolo {ODD}")
    for items, key in (
        ("persons", "elena"), ("persons", "marco"), ("guidelines", "calendar"), ("autonomy", "tone"),
        ("duties", "posts"), ("objectives", "sales"), ("clauses", "roles"),
    ):  # fmt: skip
        scope = with_item(scope, items, key, name=f"Nome {ODD}")
    scope = with_item(scope, "fees", "fee-m", label=ODD)
    signs = Function(person="marco", kind=FunctionKind.SIGNATORY, power=f"Procura {ODD}")
    scope = dataclasses.replace(scope, functions=(signs, *scope.functions[1:]))
    return with_item(scope, "clauses", "forum", parameters=(("court", ODD),))


SCOPES = {
    "bare": bare,
    "unprintable": unprintable,
    "nothing": lambda: example_scope(duties=(), objectives=(), fees=(), clauses=()),
    "undivided": lambda: example_scope(
        fees=(FeeLine(key="u", lane=FeeLane.UNDIVIDED, kind=FeeKind.ONCE, amount=Decimal(9), first_month=20),)
    ),
    "days": lambda: example_scope(functions=(Function(person="paola", kind=FunctionKind.APPROVER),)),
    "nobody": lambda: dataclasses.replace(bare(), roles=()),
}


@pytest.mark.parametrize("name", SCOPES)
def test_each_finding_leads_to_its_field(name: str) -> None:
    desk = open_desk(SCOPES[name]())
    described = desk.described
    with studio_scope(desk.engagement.studio):
        findings = judge(described).findings
    assert findings
    lost = []
    for finding in findings:
        with studio_scope(desk.engagement.studio):
            address, _hash, fragment = url_of(desk.engagement, described, finding).partition("#")
        answer = desk.browser.get(address)
        there = answer.status_code == 200 and (not fragment or f'id="{fragment}"' in text_of(answer))
        if not there:
            lost.append((finding.code, address, fragment))
    assert lost == []


def test_most_findings_name_a_field() -> None:
    desk = open_desk(bare())
    described = desk.described

    def address(finding: Finding) -> str:
        return url_of(desk.engagement, described, finding)

    with studio_scope(desk.engagement.studio):
        without_field = {finding.code for finding in judge(described).findings if "#" not in address(finding)}
    assert without_field <= {"role_without_duties", "needs_unsaid", "nothing_excluded", "no_studio_duty"}


def test_the_ids_that_addresses_name_are_well_formed() -> None:
    desk = open_desk(bare())
    page = text_of(desk.get("review"))
    fragments = re.findall(r'href="[^"#]+#([^"]+)"', page)
    assert fragments
    assert all(re.fullmatch(r"[\w-]+", fragment) for fragment in fragments)
