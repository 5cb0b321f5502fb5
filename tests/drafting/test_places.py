"""Every finding leads to a page that is there, and to a field that stands on it."""

import dataclasses
import re
from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal

import pytest

from scoping.catalogue.competences import competences
from scoping.domain.changes import ChangedSince, applied, changes_between
from scoping.domain.findings import (
    RULES,
    Expected,
    Finding,
    Place,
    Topic,
    expected,
    findings_of,
    jerseys,
    printing,
    risk,
)
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
from scoping.domain.words import (
    ROLE_LANES,
    FeeKind,
    FeeLane,
    FunctionKind,
    Holder,
    Lane,
    Onerous,
    Responsible,
)
from scoping.drafting.mending import mending
from scoping.drafting.places import url_of
from scoping.judgement.judge import judge, judge_draft
from scoping.judgement.models import DutyEstimate
from scoping.professionals.rates import HourRate
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope, with_item, with_more
from tests.domain.findings_examples import EXAMPLE, USUAL
from tests.domain.findings_raised import RAISED
from tests.drafting.desk import Desk, open_desk, text_of
from tests.qualified import qualify

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


def packed() -> list[tuple[Scope, tuple[Finding, ...]]]:
    """The table of what every rule says, in few engagements: rows that do not disturb each other together,
    each engagement with the findings of its rows."""
    packs: list[tuple[Scope, set[tuple[str, Place]]]] = []
    rows = {(code, place.field, bool(place.key)): (code, scope, place) for code, scope, place in RAISED}
    for code, scope, place in rows.values():
        changes, whole, said = changes_between(EXAMPLE, scope), scope, {(code, place)}
        for pack in list(packs):
            with suppress(ChangedSince, ValueError):
                more = applied(pack[0], changes)
                if {(one.code, one.place) for one in found(more)} >= pack[1] | said:
                    whole, said = more, pack[1] | said
                    packs.remove(pack)
                    break
        packs.append((whole, said))
    return [
        (whole, tuple(one for one in found(whole) if (one.code, one.place) in said)) for whole, said in packs
    ]


def found(scope: Scope) -> tuple[Finding, ...]:
    return findings_of(scope, unprintable=lambda text: set(), usual_reasons=USUAL)


def worn_by_one() -> Scope:
    """The example with Elena in both roles."""
    return with_item(EXAMPLE, "roles", "social", lead="elena")


def lost(desk: Desk, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Those that lead to no field: their codes, with where they lead."""
    described = desk.described
    with studio_scope(desk.engagement.studio):
        led = [(one.code, url_of(desk.engagement, described, one)) for one in findings]
    return not_there(desk, led)


def not_there(desk: Desk, led: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    pages: dict[str, str] = {}
    missing = []
    for code, url in led:
        address, _hash, fragment = url.partition("#")
        if address not in pages:
            answer = desk.browser.get(address)
            pages[address] = text_of(answer) if answer.status_code == 200 else ""
        if not fragment or f'id="{fragment}"' not in pages[address]:
            missing.append((code, url))
    return missing


PACKED = packed()


@pytest.mark.parametrize("place", range(len(PACKED)))
def test_what_each_rule_says_leads_to_its_field(place: int) -> None:
    scope, findings = PACKED[place]
    assert lost(open_desk(scope), findings) == []


@pytest.mark.parametrize("scope", [bare(), unprintable()], ids=["bare", "unprintable"])
def test_what_lacks_nearly_everything_leads_to_its_fields_too(scope: Scope) -> None:
    desk = open_desk(scope)
    with studio_scope(desk.engagement.studio):
        findings = judge(desk.described).findings
    assert len(findings) > 7
    assert lost(desk, findings) == []


def test_what_nobody_spoke_about_leads_to_where_it_is_added() -> None:
    desk = open_desk()
    topics = (Topic("Voce", "Topic", ("X-1",)),)
    expected = Expected(borders=topics, granted=topics, clauses=topics)
    with studio_scope(desk.engagement.studio):
        findings = judge(desk.described, expected=expected).findings
    assert [one.code for one in findings] == ["clauses_expected", "borders_undrawn", "taken_for_granted"]
    assert lost(desk, findings) == []


def test_a_risk_and_what_cannot_be_judged_lead_to_the_figures() -> None:
    desk = open_desk(worn_by_one())
    qualify(desk.engagement)
    with studio_scope(desk.engagement.studio):
        DutyEstimate.objects.filter(duty="plan").delete()
        HourRate.objects.update(cost=Decimal(9000))
        judged = judge_draft(desk.engagement, desk.described).findings
    meant = {"loss_above_limit", "condition_not_examined"}
    findings = [one for one in judged if one.code in meant]
    assert {one.code for one in findings} == meant
    assert lost(desk, findings) == []


OF_A_ROLE = (
    "unassessed", "expired", "unshown", "core", "mean", "band", "evidence", "years", "duties", "objectives",
    "unpaid", "below_cost",
)  # fmt: skip
UNDIVIDED = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(900))


@pytest.mark.parametrize("known", [True, False], ids=["said", "not said yet"])
def test_each_fault_of_a_condition_leads_to_the_field_that_mends_it(known: bool) -> None:
    scope = with_more(worn_by_one(), "fees", UNDIVIDED)
    desk = open_desk(scope if known else dataclasses.replace(scope, fees=(UNDIVIDED,), duties=()))
    described, social = desk.described, Lane.SOCIAL
    code = competences(social)[-1].code
    faults = [
        *((fault, lane, "") for lane in ROLE_LANES for fault in OF_A_ROLE),
        ("core", social, code),
        ("unshown", social, code),
        ("serves", social, "reach"),
        ("shared_objective", None, "reach"),
        *([("shared_duty", None, "posts")] if known else []),
        ("undivided", None, ""),
        ("discount", None, ""),
        ("conditions", None, ""),
    ]
    with studio_scope(desk.engagement.studio):
        led = [(fault[0], mending(desk.engagement, described, *fault).url) for fault in faults]
    assert not_there(desk, led) == []


def test_no_rule_is_left_out() -> None:
    told = {one.code for _scope, findings in PACKED for one in findings}
    told |= {rule.code for rule in (*jerseys.RULES, *risk.RULES, *expected.RULES, *printing.RULES)}
    assert told == {rule.code for rule in RULES}


def test_the_ids_that_addresses_name_are_well_formed() -> None:
    desk = open_desk(bare())
    page = text_of(desk.get("review"))
    fragments = re.findall(r'href="[^"#]+#([^"]+)"', page)
    assert fragments
    assert all(re.fullmatch(r"[\w-]+", fragment) for fragment in fragments)
