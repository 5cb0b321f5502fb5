"""A Scope as bytes: what a scope file is written as, and what is frozen when a version is issued.

Keys stand in the order of the dataclasses' fields. A field that has its default is left out, so that a field
which a later format adds changes no file that does not use it. Numbers with decimals are texts without idle
zeros; days are ISO dates; the moment is UTC with microseconds. The same Scope is always the same bytes.
"""

import dataclasses
import datetime as dt
import json
from decimal import Decimal
from enum import StrEnum
from typing import Any

from .logo import Logo
from .scope import Issue, Scope

FORMAT = "paletti-scope"
VERSION = 1
MAX_BYTES = 2 * 1024 * 1024


class SnapshotTooLarge(ValueError):
    """A Scope whose file would be larger than any that is read."""


def write(scope: Scope, issue: Issue | None = None, logo: Logo | None = None) -> bytes:
    """The scope file of a Scope, of the version that it was issued as, and of its document's logo.

    Raises SnapshotTooLarge, so that nothing is stored which could not be read again.
    """
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION, "scope": plain(scope)}
    if issue is not None:
        document["issue"] = plain(issue)
    if logo is not None:
        document["logo"] = plain(logo)
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    data = text.encode()
    if len(data) > MAX_BYTES:
        raise SnapshotTooLarge(f"{len(data)} bytes are more than {MAX_BYTES}")
    return data


def same_content(one: Scope, other: Scope) -> bool:
    """Whether two Scopes say the same, whatever their dates: then there is nothing new to issue."""
    return one == dataclasses.replace(other, dated=one.dated)


def decimal_text(number: Decimal) -> str:
    """A number in plain digits, without idle zeros or an exponent: "2", "2.5", "1400"."""
    return f"{number.normalize():f}" if number else "0"


def moment_text(moment: dt.datetime) -> str:
    """An aware moment in UTC: "2026-11-24T14:30:00.123456Z". Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if dataclasses.is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != default_of(field)
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        return moment_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def default_of(field: "dataclasses.Field[Any]") -> Any:
    """A field's default, or a mark that equals nothing where it has none."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
