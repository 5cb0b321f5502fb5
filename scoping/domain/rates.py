"""The rates of Italian taxes as dated data: what held on a day holds for that day's documents for ever."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class RateKind(StrEnum):
    """What the dated table knows: percentages, and two amounts in euro."""

    VAT = "vat"
    INPS_SURCHARGE = "inps_surcharge"
    WITHHOLDING = "withholding"
    STAMP = "stamp"
    STAMP_ABOVE = "stamp_above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One rate from a day on, until a later row of its kind: a percentage, or an amount in euro for the
    stamp.
    """

    kind: RateKind
    valid_from: dt.date
    rate: Decimal
    law: str


RATES = (
    Rate(
        kind=RateKind.VAT,
        valid_from=dt.date(2013, 10, 1),
        rate=Decimal(22),
        law="art. 16 d.P.R. 633/1972; art. 40, c. 1-ter, d.l. 98/2011",
    ),
    Rate(
        kind=RateKind.INPS_SURCHARGE,
        valid_from=dt.date(1997, 1, 1),
        rate=Decimal(4),
        law="art. 1, c. 212, l. 662/1996",
    ),
    Rate(
        kind=RateKind.WITHHOLDING,
        valid_from=dt.date(1998, 1, 1),
        rate=Decimal(20),
        law="art. 25 d.P.R. 600/1973",
    ),
    Rate(
        kind=RateKind.STAMP,
        valid_from=dt.date(2013, 6, 26),
        rate=Decimal("2.00"),
        law="art. 13 tariffa d.P.R. 642/1972; art. 7-bis, c. 3, d.l. 43/2013",
    ),
    Rate(
        kind=RateKind.STAMP_ABOVE,
        valid_from=dt.date(2002, 1, 1),
        rate=Decimal("77.47"),
        law="art. 13 tariffa d.P.R. 642/1972",
    ),
)

FLAT_RATE_LAW = "art. 1, c. 54-89, l. 190/2014"
REVERSE_CHARGE_LAW = "art. 7-ter d.P.R. 633/1972"


def rate_on(kind: RateKind, on: dt.date, rates: Iterable[Rate] = RATES) -> Rate:
    """The rate in force on a day; raises LookupError where the table does not reach that far back."""
    known = [rate for rate in rates if rate.kind == kind and rate.valid_from <= on]
    if not known:
        raise LookupError(f"no {kind} rate is known on {on}")
    return max(known, key=lambda rate: rate.valid_from)
