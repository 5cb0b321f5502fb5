"""Fees: one line a fee, then the total and the tax, monthly and one-off apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoping.domain.fees import LaneFees
from scoping.domain.money import figure_text
from scoping.domain.scope import FeeLine
from scoping.domain.tax import TaxedPayment, TaxLine, TaxLineKind, tax_totals, taxed_payments
from scoping.domain.words import FeeKind, FeeLane, Lane

from ..reading import LETTERS, MARKS, NOTHING, Fact, Reading
from ..typography import typeset, unbroken

_SAYS_ITS_LAW = (TaxLineKind.NO_VAT_FLAT_RATE, TaxLineKind.REVERSE_CHARGE)


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee line: whose colour it wears, what it is for, and its amounts, one for each column."""

    lane: str
    mark: str
    name: str
    detail: str
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row under the fee lines: what it is, its amounts; `kind` is sum, tax or pay."""

    kind: str
    name: str
    detail: str
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeesSection:
    """The section."""

    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[FeeRow, ...]
    sums: tuple[SumRow, ...]
    notes: tuple[str, ...]
    facts: tuple[Fact, ...]
    bar: str
    kind: str = "fees"


def fees_section(reading: Reading) -> FeesSection:
    """The section of this scope."""
    words, together = reading.words, reading.fees.together
    columns = _columns(together)
    heads = {
        "monthly": words.names.monthly,
        "once": words.names.once,
        "total": words.in_months_head(reading.scope.months),
    }
    rows = tuple(_row(reading, line, columns) for lane in reading.fees.lanes for line in lane.lines)
    return FeesSection(
        title=words.sections["fees"],
        lead=words.fees_lead(len(reading.fees.lanes)),
        heads=tuple(heads[column] for column in columns),
        rows=rows,
        sums=_sums(reading, columns) if rows else (),
        notes=_stretch_notes(reading),
        facts=_facts(reading),
        bar=_bar(reading),
    )


def _bar(reading: Reading) -> str:
    """Whose colour the section wears: both roles', one's, or none."""
    lanes = [lane.lane for lane in reading.fees.lanes if lane.lane in (FeeLane.MARKETING, FeeLane.SOCIAL)]
    return "both" if len(lanes) == 2 else str(lanes[0]) if lanes else ""


def _columns(together: LaneFees) -> tuple[str, ...]:
    columns = ["monthly"] if together.monthly or not together.once else []
    return (*columns, *(["once"] if together.once else []), "total")


def _row(reading: Reading, line: FeeLine, columns: tuple[str, ...]) -> FeeRow:
    undivided = line.lane == FeeLane.UNDIVIDED
    letter = "?" if undivided else LETTERS[Lane(line.lane.value)]
    name = reading.words.names.undivided if undivided else reading.words.lanes[Lane(line.lane.value)]
    monthly = line.kind == FeeKind.MONTHLY
    last = line.last_month or reading.scope.months
    months = last - line.first_month + 1 if last is not None else None
    total = line.amount if not monthly else line.amount * months if months is not None else None
    amounts = {
        "monthly": _amount(reading, line.amount if monthly else None),
        "once": _amount(reading, None if monthly else line.amount),
        "total": _amount(reading, total),
    }
    details = [typeset(line.label)]
    if monthly and (line.first_month, last) != (1, reading.scope.months):
        details.append(reading.words.paid_in(line.first_month, last))
    elif not monthly:
        details.append(unbroken(reading.words.in_month(line.first_month)))
    return FeeRow(
        lane=line.lane.value,
        mark=MARKS[letter],
        name=name,
        detail=", ".join(detail for detail in details if detail),
        amounts=tuple(amounts[column] for column in columns),
    )


def _amount(reading: Reading, amount: Decimal | None) -> str:
    return NOTHING if amount is None else reading.money(amount, cents=True)


def _sums(reading: Reading, columns: tuple[str, ...]) -> tuple[SumRow, ...]:
    words, together = reading.words, reading.fees.together
    taxed = taxed_payments(reading.scope)
    monthly = [one for one in taxed if one.payment.kind == FeeKind.MONTHLY]
    once = [one for one in taxed if one.payment.kind == FeeKind.ONCE]
    shown = {
        "monthly": together.a_month,
        "once": together.once_total if together.once else None,
        "total": together.total,
    }
    rows = [
        SumRow(
            "sum",
            f"{words.names.together}, {reading.net}",
            "",
            tuple(_amount(reading, shown[column]) for column in columns),
        )
    ]
    by_column: dict[str, Iterable[TaxLine]] = {
        "monthly": monthly[0].lines if len(monthly) == 1 else (),
        "once": tax_totals(once),
        "total": tax_totals(taxed),
    }
    for line in by_column["total"]:
        cells = tuple(_amount(reading, _of_kind(by_column[column], line.kind)) for column in columns)
        rows.append(SumRow("tax", *_tax_words(reading, line), cells))
    paid = {
        "monthly": monthly[0].to_pay if len(monthly) == 1 else None,
        "once": _all(once, lambda one: one.to_pay),
        "total": _all(taxed, _times),
    }
    if any(amount is not None for amount in paid.values()):
        cells = tuple(_amount(reading, paid[column]) for column in columns)
        rows.append(SumRow("pay", words.names.to_pay, "", cells))
    return tuple(rows)


def _times(one: TaxedPayment) -> Decimal | None:
    times = one.payment.times
    return None if one.to_pay is None or times is None else one.to_pay * times


def _all(
    payments: Sequence[TaxedPayment], amount: Callable[[TaxedPayment], Decimal | None]
) -> Decimal | None:
    amounts = [amount(one) for one in payments]
    if not amounts or None in amounts:
        return None
    return sum((one for one in amounts if one is not None), Decimal(0))


def _of_kind(lines: Iterable[TaxLine], kind: TaxLineKind) -> Decimal | None:
    return next((line.amount for line in lines if line.kind == kind), None)


def _tax_words(reading: Reading, line: TaxLine) -> tuple[str, str]:
    rate = unbroken(f"{figure_text(line.rate, reading.language)}%") if line.rate is not None else ""
    name = reading.words.tax_line(line.kind.value, rate, typeset(line.name))
    return typeset(name), typeset(line.law) if line.kind in _SAYS_ITS_LAW else ""


def _stretch_notes(reading: Reading) -> tuple[str, ...]:
    """What is paid in which months, where the monthly amount varies."""
    monthly = [one for one in taxed_payments(reading.scope) if one.payment.kind == FeeKind.MONTHLY]
    if len(monthly) < 2:
        return ()
    words, notes = reading.words, []
    for one in monthly:
        months = words.paid_in(one.payment.first_month, one.payment.last_month)
        amount = words.a_month(_amount(reading, one.to_pay if one.to_pay is not None else one.payment.amount))
        label = words.to_pay_in(months) if one.to_pay is not None else f"{months[:1].upper()}{months[1:]}"
        notes.append(f"{label}: {amount}.")
    return tuple(notes)


def _facts(reading: Reading) -> tuple[Fact, ...]:
    words, terms, found = reading.words, reading.scope.terms, []
    if terms.payment_days is not None:
        monthly = reading.fees.together.monthly
        count = reading.scope.months if monthly and reading.fees.together.throughout else None
        found.append(
            Fact(words.names.payment, words.within_calendar_days(terms.payment_days), words.invoices(count))
        )
    if terms.hourly_rate is not None:
        rate = words.hourly_rate(reading.money(terms.hourly_rate), reading.net)
        found.append(Fact(words.names.hourly, rate, words.hourly_detail()))
    return tuple(found)
