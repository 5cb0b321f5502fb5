"""A small whole engagement for the domain's own tests: both roles at the studio, two persons, nothing to say
against.

`example_scope(months=6)` replaces fields of it; `with_item(scope, "duties", "posts", quantity=None)` replaces
fields of one item of a list; `without(scope, "fees", "fee-social")` leaves items out.
"""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from scoping.domain.scope import (
    Address,
    AutonomyRow,
    Clause,
    ClientIdentity,
    Duty,
    FeeLine,
    Function,
    Guideline,
    Objective,
    Person,
    RoleAssignment,
    Scope,
    StudioIdentity,
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
    Holder,
    IfNeeded,
    Income,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
    TaxRegime,
    WhenKind,
)

ORDINARY_BUSINESS = TaxProfile(regime=TaxRegime.ORDINARY, income=Income.BUSINESS)
STUDIO = StudioIdentity(
    name="Studio Faro",
    address=Address(street="Via del Porto 3", postcode="16124", city="Genova", province="GE"),
    vat_number="00743110157",
    email="ciao@studiofaro.example",
    tax=ORDINARY_BUSINESS,
)
CLIENT = ClientIdentity(
    name="Caseificio Valverde S.r.l.",
    short_name="Caseificio Valverde",
    address=Address(street="Via dei Prati 1", postcode="43121", city="Parma", province="PR"),
    vat_number="01114601006",
    withholding_agent=True,
)
PERSONS = (
    Person(key="elena", party=Party.STUDIO, name="Elena Conti", job="consulente di marketing"),
    Person(key="luca", party=Party.STUDIO, name="Luca Neri", job="social media manager"),
    Person(key="marco", party=Party.CLIENT, name="Marco Rossi", job="titolare"),
    Person(key="paola", party=Party.CLIENT, name="Paola Ferri", job="direttrice commerciale"),
)
DUTIES = (
    Duty(
        key="plan",
        lane=Lane.MARKETING,
        name="Piano di marketing",
        responsible=Responsible.STUDIO,
        quantity=Decimal(1),
        unit="piano",
        unit_plural="piani",
        cadence=Cadence.ONCE,
        exclusion="Non comprende l'esecuzione delle azioni.",
    ),
    Duty(
        key="prices",
        lane=Lane.MARKETING,
        name="Listino prezzi",
        responsible=Responsible.CLIENT,
        person="marco",
        when=When(kind=WhenKind.DATE, date=dt.date(2027, 1, 15)),
    ),
    Duty(
        key="posts",
        lane=Lane.SOCIAL,
        name="Post statico",
        responsible=Responsible.STUDIO,
        quantity=Decimal(12),
        unit="post",
        unit_plural="post",
        content=True,
        needs=("calendar",),
        depends_on=("plan",),
    ),
    Duty(
        key="photos",
        lane=Lane.ADJACENT,
        name="Servizio fotografico",
        responsible=Responsible.EXCLUDED,
        reason="Vuole luci e attrezzatura di un fotografo.",
        if_needed=IfNeeded.QUOTE,
    ),
)


def example_scope(**changed: Any) -> Scope:
    """The example engagement, with some fields replaced."""
    scope = Scope(
        number="2026-014",
        title="Lancio della linea senza lattosio",
        language=Language.ITALIAN,
        currency="EUR",
        dated=dt.date(2026, 11, 24),
        studio=STUDIO,
        client=CLIENT,
        start=dt.date(2027, 1, 1),
        months=12,
        validity_days=21,
        signed_for_studio="elena",
        persons=PERSONS,
        functions=(
            Function(person="marco", kind=FunctionKind.SIGNATORY, order=1, power="amministratore unico"),
            Function(person="paola", kind=FunctionKind.COUNTERPART),
            Function(person="paola", kind=FunctionKind.APPROVER, days=2),
        ),
        roles=(
            RoleAssignment(lane=Lane.MARKETING, held_by=Holder.STUDIO, lead="elena"),
            RoleAssignment(lane=Lane.SOCIAL, held_by=Holder.STUDIO, lead="luca"),
        ),
        guidelines=(
            Guideline(
                key="calendar",
                lane=Lane.SOCIAL,
                name="Calendario delle iniziative",
                source=Party.STUDIO,
                person="elena",
                when=When(kind=WhenKind.MONTH_DAY, day=20),
            ),
        ),
        autonomy=(AutonomyRow(key="tone", name="Tono e immagini", decision=Decision.DECIDES),),
        duties=DUTIES,
        objectives=(
            Objective(
                key="sales", lane=Lane.MARKETING, name="Lanciare la linea", target=Decimal(25000), unit="€"
            ),
            Objective(
                key="reach", lane=Lane.SOCIAL, name="Raggiungere il pubblico giusto", serves=("sales",)
            ),
        ),
        fees=(
            FeeLine(key="fee-m", lane=FeeLane.MARKETING, kind=FeeKind.MONTHLY, amount=Decimal(1400)),
            FeeLine(key="fee-s", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(1150)),
        ),
        terms=Terms(hourly_rate=Decimal(75), payment_days=30, rounds=2),
        clauses=(
            Clause(key="roles", name="Distinzione dei ruoli", text="Sono due incarichi distinti."),
            Clause(
                key="rate",
                name="Lavoro fuori incarico",
                text="Alla tariffa di {hourly_rate} € l'ora, con almeno {min_hours} ore.",
                parameters=(("min_hours", "1"),),
            ),
            Clause(
                key="forum",
                name="Foro",
                text="È competente il foro di {court}.",
                onerous=Onerous.YES,
                parameters=(("court", "Parma"),),
            ),
        ),
    )
    return dataclasses.replace(scope, **changed)


def with_item(scope: Scope, items: str, key: str, **changed: Any) -> Scope:
    """The scope with some fields of one item replaced; the item is named by its key (a role by its lane)."""
    replaced = tuple(
        dataclasses.replace(item, **changed) if _key(item) == key else item for item in getattr(scope, items)
    )
    assert replaced != getattr(scope, items), f"nothing to replace at {items}/{key}"
    return _replaced(scope, items, replaced)


def with_more(scope: Scope, items: str, *more: Any) -> Scope:
    """The scope with more items at the end of one list."""
    return _replaced(scope, items, (*getattr(scope, items), *more))


def without(scope: Scope, items: str, *keys: str) -> Scope:
    """The scope without some items of one list."""
    left = tuple(item for item in getattr(scope, items) if _key(item) not in keys)
    assert len(left) == len(getattr(scope, items)) - len(keys)
    return _replaced(scope, items, left)


def _replaced(scope: Scope, items: str, value: Any) -> Scope:
    changed: dict[str, Any] = {items: value}
    return dataclasses.replace(scope, **changed)


def _key(item: Any) -> str:
    if isinstance(item, RoleAssignment):
        return item.lane
    return item.kind if isinstance(item, Function) else item.key
