"""How long a text and how large a number of a Scope may be: one table, for scope files and their JSON Schema.

The columns of a draft's rows are as wide or wider, so that whatever comes in by a file can be kept.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from . import scope
from .logo import LARGEST, Logo
from .words import ROLE_LANES, Lane

EARLIEST_DAY = dt.date(2000, 1, 1)
EARLIEST_DOCUMENT = dt.date(2014, 1, 1)  # as far back as every tax rate is known
LATEST_DAY = dt.date(2199, 12, 31)
MOST_MONTHS = 120


class Shape(StrEnum):
    """Texts that must look like something, each with its regular expression."""

    KEY = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
    NUMBER = r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}"
    HOUR = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9])?"
    COUNTRY = r"[A-Z]{2}"
    CURRENCY = r"[A-Z]{3}"
    ZONE = r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*"
    NAME = r"[a-z][a-z0-9_]*"
    CODE = r"[0-9A-HJKMNP-TV-Z]{16}"
    ADDRESS = r"https?://[!-~]+"
    HASH = r"[0-9a-f]{64}"
    BASE64 = r"[A-Za-z0-9+/]+={0,2}"


@dataclass(frozen=True, slots=True)
class Text:
    """So many characters at most; of several lines; of a shape."""

    limit: int
    lines: bool = False
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, bounds included."""

    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, bounds included, with so many decimal places at most."""

    minimum: Decimal
    maximum: Decimal
    places: int = 2


@dataclass(frozen=True, slots=True)
class Day:
    """A date, bounds included."""

    earliest: dt.date = EARLIEST_DAY
    latest: dt.date = LATEST_DAY


@dataclass(frozen=True, slots=True)
class Choice:
    """Some of an enumeration's values only."""

    of: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """So many items at most, each within its own limit."""

    most: int
    each: "Limit | None" = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts."""

    one: Text
    other: Text


Limit = Text | Whole | Number | Day | Choice | Many | Pair

_KEY = Text(64, shape=Shape.KEY)
_HOUR = Text(5, shape=Shape.HOUR)
_PROSE = Text(10_000, lines=True)
_KEYS = Many(200, _KEY)
_WEEKDAYS = Many(7, Whole(0, 6))
_WORKING_DAYS = Whole(1, 60)
_MONTH = Whole(1, MOST_MONTHS)
_YEAR = Whole(1950, 2199)
_RATE = Number(Decimal(0), Decimal("999999.99"))
_FIGURE = Number(Decimal("-999999999999.99"), Decimal("999999999999.99"))
_ROLE_LANE = Choice(ROLE_LANES)

LIMITS: dict[type, dict[str, Limit]] = {
    scope.Address: {
        "street": Text(200),
        "postcode": Text(20),
        "city": Text(120),
        "province": Text(60),
        "country": Text(2, shape=Shape.COUNTRY),
    },
    scope.TaxProfile: {"fund_name": Text(120), "fund_percent": Number(Decimal(0), Decimal(100))},
    scope.StudioIdentity: {
        "name": Text(120),
        "legal_name": Text(200),
        "vat_number": Text(20),
        "tax_code": Text(20),
        "email": Text(254),
        "pec": Text(254),
        "phone": Text(40),
        "website": Text(200),
        "time_zone": Text(64, shape=Shape.ZONE),
    },
    scope.ClientIdentity: {
        "name": Text(200),
        "short_name": Text(80),
        "legal_form": Text(80),
        "vat_number": Text(20),
        "tax_code": Text(20),
        "purpose": Text(500, lines=True),
        "pec": Text(254),
        "sdi_code": Text(7),
    },
    scope.Person: {
        "key": _KEY,
        "name": Text(120),
        "job": Text(120),
        "organisation": Text(120),
        "email": Text(254),
        "phone": Text(40),
        "marketing_since": _YEAR,
        "social_since": _YEAR,
    },
    scope.Function: {"person": _KEY, "order": Whole(1, 20), "power": Text(120), "days": _WORKING_DAYS},
    scope.RoleAssignment: {"lane": _ROLE_LANE, "lead": _KEY, "others": Many(20, _KEY), "example": Text(300)},
    scope.When: {
        "date": Day(),
        "day": Whole(1, 31),
        "weekdays": _WEEKDAYS,
        "opens": _HOUR,
        "closes": _HOUR,
    },
    scope.Guideline: {
        "key": _KEY,
        "lane": _ROLE_LANE,
        "name": Text(160),
        "description": Text(600, lines=True),
        "person": _KEY,
    },
    scope.AutonomyRow: {
        "key": _KEY,
        "name": Text(160),
        "detail": Text(200),
        "person": _KEY,
        "days": _WORKING_DAYS,
    },
    scope.Answering: {"days": _WORKING_DAYS, "weekdays": _WEEKDAYS, "opens": _HOUR, "closes": _HOUR},
    scope.Duty: {
        "key": _KEY,
        "name": Text(160),
        "code": Text(32),
        "area": Text(32),
        "description": _PROSE,
        "deliverable": Text(300),
        "person": _KEY,
        "quantity": Number(Decimal("0.01"), Decimal("999999.99")),
        "unit": Text(60),
        "unit_plural": Text(60),
        "rounds": Whole(0, 20),
        "platforms": Many(30, Text(60)),
        "limits": _PROSE,
        "exclusion": _PROSE,
        "reason": _PROSE,
        "needs": _KEYS,
        "depends_on": _KEYS,
    },
    scope.Objective: {
        "key": _KEY,
        "lane": _ROLE_LANE,
        "name": Text(200),
        "code": Text(32),
        "kpi": Text(200),
        "how_measured": Text(300),
        "unit": Text(40),
        "baseline": _FIGURE,
        "target": _FIGURE,
        "serves": _KEYS,
    },
    scope.FeeLine: {
        "key": _KEY,
        "amount": Number(Decimal(0), Decimal("99999999.99")),
        "label": Text(160),
        "first_month": _MONTH,
        "last_month": _MONTH,
    },
    scope.Terms: {"hourly_rate": _RATE, "payment_days": Whole(0, 365), "rounds": Whole(0, 20)},
    scope.Clause: {
        "key": _KEY,
        "name": Text(160),
        "text": _PROSE,
        "code": Text(32),
        "parameters": Many(30, Pair(Text(40, shape=Shape.NAME), Text(300))),
    },
    scope.Scope: {
        "number": Text(32, shape=Shape.NUMBER),
        "title": Text(200),
        "currency": Text(3, shape=Shape.CURRENCY),
        "dated": Day(earliest=EARLIEST_DOCUMENT),
        "start": Day(),
        "months": _MONTH,
        "validity_days": Whole(1, 365),
        "signed_for_studio": _KEY,
        "persons": Many(200),
        "functions": Many(200),
        "roles": Many(2),
        "guidelines": Many(200),
        "autonomy": Many(100),
        "duties": Many(500),
        "objectives": Many(200),
        "fees": Many(200),
        "clauses": Many(200),
    },
    scope.ConditionStatement: {"sentence": Text(600, lines=True)},
    scope.Issue: {
        "version": Whole(1, 9999),
        "moment": Day(earliest=EARLIEST_DOCUMENT),
        "code": Text(16, shape=Shape.CODE),
        "address": Text(300, shape=Shape.ADDRESS),
        "conditions": Many(4),
        "changes": Many(20, Text(600)),
    },
    Logo: {
        "sha256": Text(64, shape=Shape.HASH),
        "png": Text(4 * -(-LARGEST // 3), shape=Shape.BASE64),
    },
}
