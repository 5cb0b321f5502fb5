"""The tax lines of a payment: VAT, contributions, stamp, withholding (domain.md, Time, money, tax).

Rates are dated data: those in force on the document's date apply, so that a document says the same for
ever. Where nobody said what a line needs, the line is there without an amount: nothing is guessed. The
lines carry kinds and numbers only; their words belong to the templates.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError

from .fees import fees
from .money import ZERO, percent_of
from .rates import FLAT_RATE_LAW, REVERSE_CHARGE_LAW, RateKind, rate_on
from .scope import ClientIdentity, Scope, TaxProfile
from .words import FeeKind, Fund, Income, TaxRegime

# Northern Ireland (XI) counts as the EU for goods, not for services.
EU_COUNTRIES = frozenset(country.upper() for country in eu_vat.MEMBER_STATES) - {"XI"}


class TaxLineKind(StrEnum):
    """What a tax line is; the last three have no amount, because somebody must still say something."""

    INPS_SURCHARGE = "inps_surcharge"
    PROFESSIONAL_FUND = "professional_fund"
    VAT = "vat"
    NO_VAT_FLAT_RATE = "no_vat_flat_rate"
    REVERSE_CHARGE = "reverse_charge"
    STAMP = "stamp"
    WITHHOLDING = "withholding"
    VAT_UNSAID = "vat_unsaid"
    WITHHOLDING_UNSAID = "withholding_unsaid"
    PROFILE_UNKNOWN = "profile_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    """One line under a payment: what it adds (or, withheld, takes away: negative), in the engagement's
    currency.

    `amount` None: not known, the studio must say it. `base` is what it counts on, `rate` its percentage;
    `name` a professional fund's name; `law` where it stands.
    """

    kind: TaxLineKind
    amount: Decimal | None
    base: Decimal | None = None
    rate: Decimal | None = None
    name: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What is paid at a time, without tax: in each of the months first to last, or once (`times` 1).

    `times` None: monthly, to the end of an engagement whose length nobody said yet.
    """

    kind: FeeKind
    amount: Decimal
    first_month: int
    last_month: int | None
    times: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxedPayment:
    """A payment with its tax lines; `to_pay` is what the client pays, None where a line has no amount."""

    payment: Payment
    lines: tuple[TaxLine, ...]
    to_pay: Decimal | None


def is_profile_known(profile: TaxProfile) -> bool:
    """Whether a tax profile says all that tax lines need."""
    if profile.regime is None or (profile.regime == TaxRegime.ORDINARY and profile.income is None):
        return False
    return profile.fund != Fund.PROFESSIONAL or profile.fund_percent is not None


def eu_vat_number(number: str, country: str) -> str | None:
    """A valid VAT number of that country of the EU, compact and with its prefix; None where it is not one."""
    if country not in EU_COUNTRIES:
        return None
    prefix = "EL" if country == "GR" else country
    for candidate in (number, prefix + number):
        try:
            compact = str(eu_vat.validate(candidate))
        except ValidationError:
            continue
        if compact.startswith(prefix):
            return compact
    return None


def tax_lines(
    amount: Decimal, profile: TaxProfile, client: ClientIdentity, dated: dt.date, currency: str = "EUR"
) -> tuple[TaxLine, ...]:
    """The tax lines of one payment, each rounded half up to the cent: contribution, VAT, stamp,
    withholding.
    """
    if not is_profile_known(profile):
        return (TaxLine(kind=TaxLineKind.PROFILE_UNKNOWN, amount=None),)
    if profile.regime == TaxRegime.OUTSIDE_ITALY:
        return (TaxLine(kind=TaxLineKind.VAT_UNSAID, amount=None),)
    fund = _fund_line(amount, profile, dated)
    with_fund = amount + (fund.amount or ZERO if fund else ZERO)
    bears_withholding = with_fund if fund and fund.kind == TaxLineKind.INPS_SURCHARGE else amount
    lines = [
        fund,
        _vat_line(with_fund, profile, client, dated),
        _stamp_line(with_fund, profile, dated, currency),
        _withholding_line(bears_withholding, profile, client, dated),
    ]
    return tuple(line for line in lines if line is not None)


def to_pay(amount: Decimal, lines: Iterable[TaxLine]) -> Decimal | None:
    """What the client pays: the amount and all its lines; None where a line has no amount."""
    total = amount
    for line in lines:
        if line.amount is None:
            return None
        total += line.amount
    return total


def payments(scope: Scope) -> tuple[Payment, ...]:
    """The payments of a Scope: each stretch of equal monthly ones, then the one-off ones, month by month."""
    together = fees(scope).together
    monthly = [
        Payment(
            kind=FeeKind.MONTHLY,
            amount=stretch.amount,
            first_month=stretch.first_month,
            last_month=stretch.last_month,
            times=stretch.months,
        )
        for stretch in together.monthly
    ]
    once = [
        Payment(kind=FeeKind.ONCE, amount=amount, first_month=month, last_month=month, times=1)
        for month, amount in together.once
    ]
    return (*monthly, *once)


def taxed_payments(scope: Scope) -> tuple[TaxedPayment, ...]:
    """Each payment of a Scope with its tax lines, by the studio's profile, the client and the document's
    date.
    """
    taxed = []
    for payment in payments(scope):
        lines = tax_lines(payment.amount, scope.studio.tax, scope.client, scope.dated, scope.currency)
        taxed.append(TaxedPayment(payment=payment, lines=lines, to_pay=to_pay(payment.amount, lines)))
    return tuple(taxed)


def tax_totals(taxed: Iterable[TaxedPayment]) -> tuple[TaxLine, ...]:
    """The lines of all payments over the engagement, one for each kind: sums of what was rounded payment by
    payment.

    An amount is None where a payment's line has none, or where nobody said how often it is paid.
    """
    sums: dict[TaxLineKind, TaxLine] = {}
    for one in taxed:
        for line in one.lines:
            counted = TaxLine(
                kind=line.kind,
                amount=_times(line.amount, one.payment.times),
                base=_times(line.base, one.payment.times),
                rate=line.rate,
                name=line.name,
                law=line.law,
            )
            sums[line.kind] = _sum(sums[line.kind], counted) if line.kind in sums else counted
    return tuple(sums[kind] for kind in TaxLineKind if kind in sums)


def _times(amount: Decimal | None, times: int | None) -> Decimal | None:
    return None if amount is None or times is None else amount * times


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _sum(one: TaxLine, other: TaxLine) -> TaxLine:
    return TaxLine(
        kind=one.kind,
        amount=_plus(one.amount, other.amount),
        base=_plus(one.base, other.base),
        rate=one.rate,
        name=one.name,
        law=one.law,
    )


def _fund_line(amount: Decimal, profile: TaxProfile, dated: dt.date) -> TaxLine | None:
    """The contribution on top of the fee; a business in the register adds none."""
    if profile.fund == Fund.NONE or profile.income == Income.BUSINESS:
        return None
    kind, name, law = TaxLineKind.PROFESSIONAL_FUND, profile.fund_name, ""
    percent = profile.fund_percent
    if profile.fund == Fund.INPS_SEPARATE:
        known = rate_on(RateKind.INPS_SURCHARGE, dated)
        kind, name, law = TaxLineKind.INPS_SURCHARGE, "", known.law
        percent = known.rate if percent is None else percent
    assert percent is not None  # is_profile_known: a professional fund has its percentage
    return TaxLine(
        kind=kind, amount=percent_of(amount, percent), base=amount, rate=percent, name=name, law=law
    )


def _vat_line(base: Decimal, profile: TaxProfile, client: ClientIdentity, dated: dt.date) -> TaxLine:
    """VAT, or why there is none: the flat-rate regime, a client abroad. Abroad nothing is guessed."""
    if client.address.country != "IT":
        if eu_vat_number(client.vat_number, client.address.country) is None:
            return TaxLine(kind=TaxLineKind.VAT_UNSAID, amount=None, base=base)
        return TaxLine(kind=TaxLineKind.REVERSE_CHARGE, amount=ZERO, base=base, law=REVERSE_CHARGE_LAW)
    if profile.regime == TaxRegime.FLAT_RATE:
        return TaxLine(kind=TaxLineKind.NO_VAT_FLAT_RATE, amount=ZERO, base=base, law=FLAT_RATE_LAW)
    vat = rate_on(RateKind.VAT, dated)
    return TaxLine(
        kind=TaxLineKind.VAT, amount=percent_of(base, vat.rate), base=base, rate=vat.rate, law=vat.law
    )


def _stamp_line(base: Decimal, profile: TaxProfile, dated: dt.date, currency: str) -> TaxLine | None:
    """The stamp of the flat-rate regime; its threshold is in euro, so in another currency it must be said."""
    if profile.regime != TaxRegime.FLAT_RATE:
        return None
    stamp = rate_on(RateKind.STAMP, dated)
    if currency != "EUR":
        return TaxLine(kind=TaxLineKind.STAMP, amount=None, base=base, law=stamp.law)
    if base <= rate_on(RateKind.STAMP_ABOVE, dated).rate:
        return None
    return TaxLine(kind=TaxLineKind.STAMP, amount=stamp.rate, base=base, law=stamp.law)


def _withholding_line(
    base: Decimal, profile: TaxProfile, client: ClientIdentity, dated: dt.date
) -> TaxLine | None:
    """What the client withholds: from self-employment only, only if it is a withholding agent, never
    flat-rate.
    """
    if profile.regime != TaxRegime.ORDINARY or profile.income != Income.SELF_EMPLOYMENT:
        return None
    if client.withholding_agent is None and client.address.country == "IT":
        return TaxLine(kind=TaxLineKind.WITHHOLDING_UNSAID, amount=None, base=base)
    if not client.withholding_agent:
        return None
    known = rate_on(RateKind.WITHHOLDING, dated)
    return TaxLine(
        kind=TaxLineKind.WITHHOLDING,
        amount=-percent_of(base, known.rate),
        base=base,
        rate=known.rate,
        law=known.law,
    )
