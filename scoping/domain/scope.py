"""The Scope: one immutable description of an engagement, with nothing internal in it.

Everything that a client may read is made from a Scope: the document, the client's page, a scope file. Keys
are unique within their list and stay through import, copy and versions; the row numbers of the document are
for reading only. Money is in the Scope's currency, as `Decimal`; days are engagement days or named dates;
texts are NFC and were cleaned at the door by which they came in (`text.clean_text`).
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from .words import (
    Act,
    Cadence,
    Condition,
    ConditionState,
    Control,
    Decision,
    FeeKind,
    FeeLane,
    FunctionKind,
    Fund,
    Holder,
    Horizon,
    IfNeeded,
    Income,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
    SizeBand,
    TaxRegime,
    WhenKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address. `country` is an ISO 3166-1 alpha-2 code; `province` the Italian two letters or
    empty.
    """

    street: str = ""
    postcode: str = ""
    city: str = ""
    province: str = ""
    country: str = "IT"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxProfile:
    """How the studio's fees are taxed (domain.md, Time, money, tax). `regime` None: nobody said it yet.

    `fund_percent` is the contribution's percentage (4 of INPS *gestione separata*, or the professional
    fund's own); `fund_name` names a professional fund.
    """

    regime: TaxRegime | None = None
    income: Income | None = None
    fund: Fund = Fund.NONE
    fund_name: str = ""
    fund_percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioIdentity:
    """The consultancy as the document names it."""

    name: str
    legal_name: str = ""
    address: Address = field(default_factory=Address)
    vat_number: str = ""
    tax_code: str = ""
    email: str = ""
    pec: str = ""
    phone: str = ""
    website: str = ""
    time_zone: str = "Europe/Rome"
    tax: TaxProfile = field(default_factory=TaxProfile)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientIdentity:
    """The company that asks. `purpose` is its declared business purpose, where it has no number yet.

    `short_name` is how sentences call it ("Caseificio Valverde"); empty means the name itself.
    """

    name: str
    short_name: str = ""
    legal_form: str = ""
    size_band: SizeBand | None = None
    address: Address = field(default_factory=Address)
    vat_number: str = ""
    tax_code: str = ""
    purpose: str = ""
    pec: str = ""
    sdi_code: str = ""
    withholding_agent: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the document names: of the studio, of the client, or of a third party.

    `organisation` is a third party's company. The two years say since when a person does the work of a
    role (a calendar year, such as 2012), where that may be told to the client.
    """

    key: str
    party: Party
    name: str
    job: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    marketing_since: int | None = None
    social_since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """What a person of the client is in this engagement; one person may have several.

    `order` and `power` are a signatory's (first to sign is 1; "amministratore unico"); `days` the working
    days within which an approver answers.
    """

    person: str
    kind: FunctionKind
    order: int | None = None
    power: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAssignment:
    """Who holds one of the two roles: one lead holder, further named ones (keys of persons).

    `example` is one sentence of this engagement that tells what the role is about.
    """

    lane: Lane
    held_by: Holder
    lead: str | None = None
    others: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When: at start, on a date, on a day of each month (1 to 31), on weekdays (0 is Monday) and hours.

    `opens` and `closes` are hours of the day as "09:00".
    """

    kind: WhenKind = WhenKind.NONE
    date: dt.date | None = None
    day: int | None = None
    weekdays: tuple[int, ...] = ()
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """What a role receives from another: source (party and named person) and by when.

    `lane` is the role that receives it. `source` None: nobody said it yet.
    """

    key: str
    lane: Lane
    name: str
    description: str = ""
    source: Party | None = None
    person: str | None = None
    when: When = field(default_factory=When)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutonomyRow:
    """One row of the autonomy matrix of the social role: exactly one decision a row.

    `person` says whose approval is asked (or to whom it is proposed), `days` in how many working days.
    """

    key: str
    name: str
    detail: str = ""
    decision: Decision | None = None
    person: str | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Within how many working days, on which weekdays (0 is Monday) and hours a duty answers."""

    days: int | None = None
    weekdays: tuple[int, ...] = ()
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One recognisable piece of work of one lane, with exactly one responsible party.

    `code` is the catalogue's, empty for a duty of the engagement's own. `unit` and `unit_plural` are words
    of the document's language. `exclusion` is what the duty does not include; `reason` why the duty itself
    is excluded and `if_needed` what to do then. `person` names who of client or third party does it.
    `needs` are keys of guidelines, `depends_on` keys of duties. `content`: the client must approve it (rule
    4).
    """

    key: str
    lane: Lane
    name: str
    code: str = ""
    area: str = ""
    description: str = ""
    deliverable: str = ""
    responsible: Responsible | None = None
    person: str | None = None
    quantity: Decimal | None = None
    unit: str = ""
    unit_plural: str = ""
    cadence: Cadence = Cadence.MONTHLY
    when: When = field(default_factory=When)
    rounds: int | None = None
    platforms: tuple[str, ...] = ()
    answering: Answering | None = None
    limits: str = ""
    exclusion: str = ""
    reason: str = ""
    if_needed: IfNeeded | None = None
    content: bool = False
    needs: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a role must reach. A social objective names the marketing objectives (keys) that it serves.

    `unit` is written behind the figures ("€", "%", or empty for a count).
    """

    key: str
    lane: Lane
    name: str
    code: str = ""
    kpi: str = ""
    how_measured: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    horizon: Horizon = Horizon.MEDIUM
    serves: tuple[str, ...] = ()
    control: Control = Control.OUTCOME


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """Money of one lane, without VAT: monthly from engagement month `first_month` to `last_month` (both
    included, 1 is the first), or once, in engagement month `first_month`."""

    key: str
    lane: FeeLane
    kind: FeeKind
    amount: Decimal
    label: str = ""
    first_month: int = 1
    last_month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the whole engagement agrees on. `hourly_rate` is the public out-of-scope rate, per hour; days are
    calendar days; `rounds` of changes for each piece; `approve_possible_apart`: clauses that are only
    possibly onerous are approved apart too."""

    hourly_rate: Decimal | None = None
    payment_days: int | None = None
    rounds: int | None = None
    approve_possible_apart: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause as it stands in this engagement. `text` may hold listed names in braces; `parameters` are
    those that no field of the engagement gives, as (name, text) pairs."""

    key: str
    name: str
    text: str
    code: str = ""
    onerous: Onerous = Onerous.NO
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """An engagement as both sides read it.

    `number` is the studio's ("2026-014"); `dated` the document's date in the studio's time zone: tax rates
    and validity count from it; `months` the length in engagement months; `validity_days` calendar days.
    Orders of tuples are the orders of reading.
    """

    number: str
    title: str
    language: Language
    currency: str
    dated: dt.date
    studio: StudioIdentity
    client: ClientIdentity
    start: dt.date | None = None
    months: int | None = None
    validity_days: int | None = None
    signed_for_studio: str | None = None
    persons: tuple[Person, ...] = ()
    functions: tuple[Function, ...] = ()
    roles: tuple[RoleAssignment, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    autonomy: tuple[AutonomyRow, ...] = ()
    duties: tuple[Duty, ...] = ()
    objectives: tuple[Objective, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    terms: Terms = field(default_factory=Terms)
    clauses: tuple[Clause, ...] = ()

    def person(self, key: str | None) -> Person | None:
        """The person of that key, or None where the key is empty or names nobody."""
        return next((person for person in self.persons if person.key == key), None) if key else None

    def role(self, lane: Lane) -> RoleAssignment:
        """Who holds that role; nobody, where nothing was said."""
        for role in self.roles:
            if role.lane == lane:
                return role
        return RoleAssignment(lane=lane, held_by=Holder.NOBODY)

    def duties_of(self, lane: Lane, responsible: Responsible | None = None) -> tuple[Duty, ...]:
        """The duties of one lane, all or those of one responsible party, in reading order."""
        return tuple(
            duty
            for duty in self.duties
            if duty.lane == lane and (responsible is None or duty.responsible == responsible)
        )

    def with_function(self, kind: FunctionKind) -> tuple[tuple[Person, Function], ...]:
        """Persons who have a function here; signatories in the order in which they sign."""
        found = [
            (person, function)
            for function in self.functions
            if function.kind == kind and (person := self.person(function.person)) is not None
        ]
        return tuple(sorted(found, key=lambda pair: pair[1].order or 0))

    @property
    def double_holder(self) -> Person | None:
        """The studio's professional who leads both roles, where one does (rule 3)."""
        marketing, social = self.role(Lane.MARKETING), self.role(Lane.SOCIAL)
        if Holder.STUDIO == marketing.held_by == social.held_by and marketing.lead == social.lead:
            return self.person(marketing.lead)
        return None

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that this scope calls for, in their order.

        Both roles always have one, since both keep their section, whoever holds them; *not included* stands
        only where a duty is excluded, the clauses' own act only where one is approved apart.
        """
        acts = [Act.MARKETING, Act.SOCIAL]
        if any(duty.responsible == Responsible.EXCLUDED for duty in self.duties):
            acts.append(Act.EXCLUDED)
        acts.append(Act.WHOLE)
        if self.clauses_approved_apart:
            acts.append(Act.ONEROUS)
        return tuple(acts)

    @property
    def clauses_approved_apart(self) -> tuple[Clause, ...]:
        """The clauses that arts. 1341-1342 of the Italian Civil Code ask to be approved apart."""
        asked = {Onerous.YES, Onerous.POSSIBLE} if self.terms.approve_possible_apart else {Onerous.YES}
        return tuple(clause for clause in self.clauses if clause.onerous in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStatement:
    """What the client reads of one condition: its state, and a sentence worded when it was judged."""

    condition: Condition
    state: ConditionState
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What makes a Scope a version: number, moment (aware, UTC), verification code (16 signs of Crockford's
    base 32) and address, the conditions' statements, and what changed since the version before, as sentences
    of the document's language."""

    version: int
    moment: dt.datetime
    code: str
    address: str
    conditions: tuple[ConditionStatement, ...] = ()
    changes: tuple[str, ...] = ()
