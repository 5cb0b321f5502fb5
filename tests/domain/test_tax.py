"""Worked examples of every profile, with the arithmetic beside each figure."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.rates import Rate, RateKind, rate_on
from scoping.domain.scope import Address, ClientIdentity, FeeLine, TaxProfile
from scoping.domain.tax import (
    TaxLine,
    TaxLineKind,
    eu_vat_number,
    is_profile_known,
    payments,
    tax_lines,
    tax_totals,
    taxed_payments,
    to_pay,
)
from scoping.domain.words import FeeKind, FeeLane, Fund, Income, TaxRegime

from .examples import CLIENT, STUDIO, example_scope

DATED = dt.date(2026, 11, 24)
BUSINESS = TaxProfile(regime=TaxRegime.ORDINARY, income=Income.BUSINESS)
SELF_EMPLOYED = TaxProfile(regime=TaxRegime.ORDINARY, income=Income.SELF_EMPLOYMENT)
WITH_INPS = dataclasses.replace(SELF_EMPLOYED, fund=Fund.INPS_SEPARATE)
WITH_FUND = dataclasses.replace(
    SELF_EMPLOYED, fund=Fund.PROFESSIONAL, fund_name="Inarcassa", fund_percent=Decimal(4)
)
FLAT_RATE = TaxProfile(regime=TaxRegime.FLAT_RATE, income=Income.SELF_EMPLOYMENT)
FLAT_RATE_WITH_INPS = dataclasses.replace(FLAT_RATE, fund=Fund.INPS_SEPARATE)
FLAT_RATE_WITH_FUND = dataclasses.replace(FLAT_RATE, fund=Fund.PROFESSIONAL, fund_percent=Decimal(2))
OUTSIDE = TaxProfile(regime=TaxRegime.OUTSIDE_ITALY)

AGENT = CLIENT
NO_AGENT = dataclasses.replace(CLIENT, withholding_agent=False)
UNSAID_AGENT = dataclasses.replace(CLIENT, withholding_agent=None)
AUSTRIAN = ClientIdentity(name="Alm GmbH", address=Address(country="AT"), vat_number="ATU13585627")
AUSTRIAN_WITHOUT_NUMBER = dataclasses.replace(AUSTRIAN, vat_number="")
AUSTRIAN_WITH_A_WRONG_NUMBER = dataclasses.replace(AUSTRIAN, vat_number="ATU13585628")
AUSTRIAN_WITH_A_GERMAN_NUMBER = dataclasses.replace(AUSTRIAN, vat_number="DE136695976")
SWISS = ClientIdentity(name="Berg AG", address=Address(country="CH"), vat_number="CHE-116.281.710 MWST")

VAT, STAMP, WITHHELD = TaxLineKind.VAT, TaxLineKind.STAMP, TaxLineKind.WITHHOLDING
INPS, FUND = TaxLineKind.INPS_SURCHARGE, TaxLineKind.PROFESSIONAL_FUND
NO_VAT, REVERSE = TaxLineKind.NO_VAT_FLAT_RATE, TaxLineKind.REVERSE_CHARGE
VAT_UNSAID, AGENT_UNSAID = TaxLineKind.VAT_UNSAID, TaxLineKind.WITHHOLDING_UNSAID
UNKNOWN = TaxLineKind.PROFILE_UNKNOWN


def figures(lines: tuple[TaxLine, ...]) -> list[tuple[TaxLineKind, str | None]]:
    return [(line.kind, None if line.amount is None else f"{line.amount:.2f}") for line in lines]


WORKED = [
    # 2550 x 22% = 561; 2550 + 561 = 3111. A business: nothing is withheld, even by an agent.
    ("business", "2550", BUSINESS, AGENT, [(VAT, "561.00")], "3111.00"),
    # 1000 x 22% = 220; 1000 x 20% = 200 withheld; 1000 + 220 - 200 = 1020
    ("self-employed", "1000", SELF_EMPLOYED, AGENT, [(VAT, "220.00"), (WITHHELD, "-200.00")], "1020.00"),
    ("to no agent", "1000", SELF_EMPLOYED, NO_AGENT, [(VAT, "220.00")], "1220.00"),
    ("agent unsaid", "1000", SELF_EMPLOYED, UNSAID_AGENT, [(VAT, "220.00"), (AGENT_UNSAID, None)], None),
    # INPS bears both: 1000 x 4% = 40; 1040 x 22% = 228.80; 1040 x 20% = 208;
    # 1000 + 40 + 228.80 - 208 = 1060.80
    (
        "INPS",
        "1000",
        WITH_INPS,
        AGENT,
        [(INPS, "40.00"), (VAT, "228.80"), (WITHHELD, "-208.00")],
        "1060.80",
    ),
    # a fund bears VAT only: 1000 x 4% = 40; 1040 x 22% = 228.80; 1000 x 20% = 200; 1268.80 - 200 = 1068.80
    (
        "professional fund",
        "1000",
        WITH_FUND,
        AGENT,
        [(FUND, "40.00"), (VAT, "228.80"), (WITHHELD, "-200.00")],
        "1068.80",
    ),
    # every line half up: 33.33 x 4% = 1.3332 -> 1.33; 34.66 x 22% = 7.6252 -> 7.63;
    # 34.66 x 20% = 6.932 -> 6.93; 33.33 + 1.33 + 7.63 - 6.93 = 35.36
    (
        "odd cents",
        "33.33",
        WITH_INPS,
        AGENT,
        [(INPS, "1.33"), (VAT, "7.63"), (WITHHELD, "-6.93")],
        "35.36",
    ),
    # half a cent up: 0.25 x 22% = 0.055 -> 0.06; 0.25 x 20% = 0.05
    ("half a cent", "0.25", SELF_EMPLOYED, AGENT, [(VAT, "0.06"), (WITHHELD, "-0.05")], "0.26"),
    # flat rate: no VAT, never withheld, a stamp above 77.47 only
    ("flat rate", "1000", FLAT_RATE, AGENT, [(NO_VAT, "0.00"), (STAMP, "2.00")], "1002.00"),
    ("flat rate at the threshold", "77.47", FLAT_RATE, AGENT, [(NO_VAT, "0.00")], "77.47"),
    ("flat rate above it", "77.48", FLAT_RATE, AGENT, [(NO_VAT, "0.00"), (STAMP, "2.00")], "79.48"),
    # 75 + 4% = 78: the surcharge is part of what the stamp counts on
    (
        "flat rate, INPS",
        "75",
        FLAT_RATE_WITH_INPS,
        AGENT,
        [(INPS, "3.00"), (NO_VAT, "0.00"), (STAMP, "2.00")],
        "80.00",
    ),
    # 500 x 2% = 10; 500 + 10 + 2 = 512
    (
        "flat rate, fund",
        "500",
        FLAT_RATE_WITH_FUND,
        AGENT,
        [(FUND, "10.00"), (NO_VAT, "0.00"), (STAMP, "2.00")],
        "512.00",
    ),
    ("EU client", "1000", BUSINESS, AUSTRIAN, [(REVERSE, "0.00")], "1000.00"),
    ("EU client, self-employed", "1000", SELF_EMPLOYED, AUSTRIAN, [(REVERSE, "0.00")], "1000.00"),
    ("EU client, INPS", "1000", WITH_INPS, AUSTRIAN, [(INPS, "40.00"), (REVERSE, "0.00")], "1040.00"),
    (
        "EU client, flat rate",
        "1000",
        FLAT_RATE,
        AUSTRIAN,
        [(REVERSE, "0.00"), (STAMP, "2.00")],
        "1002.00",
    ),
    ("EU client without a number", "1000", BUSINESS, AUSTRIAN_WITHOUT_NUMBER, [(VAT_UNSAID, None)], None),
    ("EU client, wrong number", "1000", BUSINESS, AUSTRIAN_WITH_A_WRONG_NUMBER, [(VAT_UNSAID, None)], None),
    ("another country's number", "1000", BUSINESS, AUSTRIAN_WITH_A_GERMAN_NUMBER, [(VAT_UNSAID, None)], None),
    ("client outside the EU", "1000", BUSINESS, SWISS, [(VAT_UNSAID, None)], None),
    ("studio outside Italy", "1000", OUTSIDE, AGENT, [(VAT_UNSAID, None)], None),
    ("no regime", "1000", TaxProfile(), AGENT, [(UNKNOWN, None)], None),
    ("no income", "1000", TaxProfile(regime=TaxRegime.ORDINARY), AGENT, [(UNKNOWN, None)], None),
    (
        "a fund without its percentage",
        "1000",
        dataclasses.replace(WITH_FUND, fund_percent=None),
        AGENT,
        [(UNKNOWN, None)],
        None,
    ),
    (
        "a business adds no contribution",
        "1000",
        dataclasses.replace(BUSINESS, fund=Fund.INPS_SEPARATE),
        AGENT,
        [(VAT, "220.00")],
        "1220.00",
    ),
]


@pytest.mark.parametrize(
    ("amount", "profile", "client", "expected", "pays"),
    [row[1:] for row in WORKED],
    ids=[row[0] for row in WORKED],
)
def test_worked_examples(
    amount: str,
    profile: TaxProfile,
    client: ClientIdentity,
    expected: list[tuple[TaxLineKind, str | None]],
    pays: str | None,
) -> None:
    lines = tax_lines(Decimal(amount), profile, client, DATED)
    assert figures(lines) == expected
    assert to_pay(Decimal(amount), lines) == (None if pays is None else Decimal(pays))


def test_lines_say_what_they_count_on_at_which_rate_and_by_which_law() -> None:
    inps, vat, withheld = tax_lines(Decimal(1000), WITH_INPS, AGENT, DATED)
    assert (inps.base, inps.rate) == (Decimal(1000), Decimal(4))
    assert (vat.base, vat.rate) == (Decimal(1040), Decimal(22))
    assert (withheld.base, withheld.rate) == (Decimal(1040), Decimal(20))
    assert all(line.law for line in (inps, vat, withheld))
    fund = tax_lines(Decimal(1000), WITH_FUND, AGENT, DATED)[0]
    assert (fund.name, fund.rate) == ("Inarcassa", Decimal(4))


def test_the_stamp_is_not_guessed_in_another_currency() -> None:
    lines = tax_lines(Decimal(1000), FLAT_RATE, AGENT, DATED, "CHF")
    assert figures(lines) == [(NO_VAT, "0.00"), (STAMP, None)]
    assert to_pay(Decimal(1000), lines) is None


def test_the_rate_of_the_document_s_day_applies() -> None:
    rates = [
        Rate(kind=RateKind.VAT, valid_from=dt.date(2013, 10, 1), rate=Decimal(22), law="a"),
        Rate(kind=RateKind.VAT, valid_from=dt.date(2030, 1, 1), rate=Decimal(23), law="b"),
    ]
    assert rate_on(RateKind.VAT, dt.date(2029, 12, 31), rates).rate == Decimal(22)
    assert rate_on(RateKind.VAT, dt.date(2030, 1, 1), rates).law == "b"
    with pytest.raises(LookupError):
        rate_on(RateKind.VAT, dt.date(2013, 9, 30), rates)


@pytest.mark.parametrize("kind", list(RateKind))
def test_every_rate_is_known_on_every_day_that_a_document_may_bear(kind: RateKind) -> None:
    assert rate_on(kind, dt.date(2014, 1, 1)).law


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("ATU13585627", "AT", "ATU13585627"),
        ("U13585627", "AT", "ATU13585627"),
        ("atu 1358 5627", "AT", "ATU13585627"),
        ("EL094259216", "GR", "EL094259216"),
        ("094259216", "GR", "EL094259216"),
        ("00743110157", "IT", "IT00743110157"),
        ("00743110158", "IT", None),
        ("DE136695976", "AT", None),
        ("", "AT", None),
        ("\x00€🙂", "AT", None),
        ("123456789", "GB", None),
        ("XI110305878", "XI", None),
    ],
)
def test_a_vat_number_of_the_eu_is_checked_against_its_country(
    number: str, country: str, expected: str | None
) -> None:
    assert eu_vat_number(number, country) == expected


def test_a_profile_is_known_when_nothing_has_to_be_guessed() -> None:
    known = (BUSINESS, SELF_EMPLOYED, WITH_INPS, WITH_FUND, FLAT_RATE, OUTSIDE)
    assert all(is_profile_known(profile) for profile in known)
    assert is_profile_known(TaxProfile(regime=TaxRegime.FLAT_RATE))
    assert not is_profile_known(TaxProfile())


def test_each_payment_is_taxed_apart_and_the_totals_add_up_what_was_rounded() -> None:
    studio = dataclasses.replace(STUDIO, tax=WITH_INPS)
    scope = example_scope(
        studio=studio,
        fees=(
            FeeLine(key="m", lane=FeeLane.MARKETING, kind=FeeKind.MONTHLY, amount=Decimal("33.33")),
            FeeLine(key="o", lane=FeeLane.SOCIAL, kind=FeeKind.ONCE, amount=Decimal(1000), first_month=3),
        ),
    )
    monthly, once = taxed_payments(scope)
    assert (monthly.payment.times, monthly.to_pay) == (12, Decimal("35.36"))
    assert (once.payment.first_month, once.to_pay) == (3, Decimal("1060.80"))
    totals = {line.kind: line for line in tax_totals((monthly, once))}
    assert totals[INPS].amount == 12 * Decimal("1.33") + 40
    assert totals[VAT].amount == 12 * Decimal("7.63") + Decimal("228.80")
    assert totals[WITHHELD].amount == -(12 * Decimal("6.93") + 208)
    assert totals[VAT].base == 12 * Decimal("34.66") + 1040
    assert list(totals) == [INPS, VAT, WITHHELD]


def test_payments_change_with_the_months() -> None:
    scope = example_scope(
        fees=(
            FeeLine(key="a", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(100)),
            FeeLine(key="b", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(50), last_month=3),
        )
    )
    assert [(one.first_month, one.last_month, one.amount, one.times) for one in payments(scope)] == [
        (1, 3, Decimal(150), 3),
        (4, 12, Decimal(100), 9),
    ]


def test_totals_are_not_known_while_a_line_or_the_length_is_not() -> None:
    assert tax_totals(taxed_payments(example_scope(months=None)))[0].amount is None
    no_profile = dataclasses.replace(STUDIO, tax=TaxProfile())
    assert figures(tax_totals(taxed_payments(example_scope(studio=no_profile)))) == [(UNKNOWN, None)]


def test_nothing_to_pay_has_no_tax_line() -> None:
    assert tax_totals(taxed_payments(example_scope(fees=()))) == ()
