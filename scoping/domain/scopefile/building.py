"""Plain JSON values into the dataclasses of a Scope, led by their type hints and the table of limits."""

import dataclasses
import datetime as dt
import difflib
import re
import types
import typing
import zoneinfo
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from ..limits import LIMITS, Choice, Day, Limit, Many, Number, Pair, Shape, Text, Whole
from ..snapshot import moment_text
from ..text import TextRefused, clean_text, finite_decimal
from .faults import FileFault, FileFaultCode
from .parsing import Mark, member_path, shown

FAULTY = Mark.FAULTY
MOST_GUESSES = 100

_EXPECTED = {
    dict: ("un oggetto {…}", "an object {…}"),
    list: ("un elenco […]", "a list […]"),
    bool: ("true o false", "true or false"),
    int: ("un numero intero", "a whole number"),
    str: ("un testo", "a text"),
    tuple: ("una coppia di testi", "a pair of texts"),
}

_SHAPES = {
    Shape.KEY: ("lettere, cifre, punti, trattini", "letters, figures, dots, dashes"),
    Shape.NUMBER: ("lettere, cifre, punti, trattini", "letters, figures, dots, dashes"),
    Shape.HOUR: ("ora e minuti, come 09:00", "an hour of the day, such as 09:00"),
    Shape.COUNTRY: ("le due lettere del paese, come IT", "the country's two letters, such as IT"),
    Shape.CURRENCY: ("le tre lettere della valuta, come EUR", "the currency's three letters, such as EUR"),
    Shape.ZONE: ("un fuso come Europe/Rome", "a zone such as Europe/Rome"),
    Shape.NAME: ("lettere minuscole, cifre, trattini bassi", "small letters, figures, underscores"),
    Shape.CODE: ("16 segni tra cifre e maiuscole senza I, L, O, U", "16 figures or capitals, no I, L, O, U"),
    Shape.HASH: ("64 cifre esadecimali minuscole", "64 small hexadecimal figures"),
    Shape.BASE64: ("i segni di base64", "the signs of base64"),
    Shape.ADDRESS: ("un indirizzo che comincia con https://", "an address that begins with https://"),
}


@cache
def hints_of(record: type) -> dict[str, Any]:
    """The types of a dataclass's fields, in their order."""
    hints = typing.get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


def optional_of(hint: Any) -> Any | None:
    """X, where the hint is `X | None`; None where it is not."""
    if isinstance(hint, types.UnionType):
        (inner,) = (one for one in typing.get_args(hint) if one is not type(None))
        return inner
    return None


def has_default(field: "dataclasses.Field[Any]") -> bool:
    """Whether a field may be left out."""
    return not (field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING)


class Builder:
    """Builds values and gathers every fault; a value that could not be built is `FAULTY`."""

    def __init__(self) -> None:
        self.faults: list[FileFault] = []

    def record(self, kind: type, raw: Any, path: str) -> Any:
        """A dataclass from an object's members."""
        if raw is FAULTY or not isinstance(raw, dict):
            return FAULTY if raw is FAULTY else self._wrong_type(dict, raw, path)
        hints, limits = hints_of(kind), LIMITS.get(kind, {})
        for name in raw.keys() - hints.keys():
            self.unknown_member(name, list(hints), path)
        values = {}
        for field in dataclasses.fields(kind):
            at = member_path(path, field.name)
            if field.name in raw:
                built = self.value(hints[field.name], raw[field.name], at, limits.get(field.name))
                if isinstance(built, str) and not built.strip() and not has_default(field):
                    built = self._refuse(at, FileFaultCode.EMPTY)
                values[field.name] = built
            elif not has_default(field):
                values[field.name] = self._refuse(at, FileFaultCode.MISSING_MEMBER)
        return FAULTY if FAULTY in values.values() else kind(**values)

    def value(self, hint: Any, raw: Any, path: str, limit: Limit | None) -> Any:
        """A value of that type from a plain one."""
        if raw is FAULTY:
            return FAULTY
        if (inner := optional_of(hint)) is not None:
            return None if raw is None else self.value(inner, raw, path, limit)
        if dataclasses.is_dataclass(hint):
            return self.record(typing.cast(type, hint), raw, path)
        if typing.get_origin(hint) is tuple:
            return self._items(hint, raw, path, limit)
        if issubclass(hint, StrEnum):
            return self._choice(hint, raw, path, limit)
        if hint is Decimal:
            return self._number(raw, path, limit)
        if hint is dt.date or hint is dt.datetime:
            return self._day(hint, raw, path, limit)
        if hint is str:
            return self._text(raw, path, limit)
        if type(raw) is not hint:
            return self._wrong_type(hint, raw, path)
        return self._whole(raw, path, limit) if hint is int else raw

    def _refuse(self, path: str, code: FileFaultCode, **facts: object) -> Mark:
        self.faults.append(FileFault(path, code, facts))
        return FAULTY

    def _wrong_type(self, expected: type, raw: Any, path: str) -> Mark:
        italian, english = _EXPECTED[expected]
        return self._refuse(
            path, FileFaultCode.WRONG_TYPE, expected_it=italian, expected_en=english, found=shown(raw)
        )

    def unknown_member(self, name: str, known: list[str], path: str) -> None:
        few = len(self.faults) < MOST_GUESSES  # what was meant is asked for a few names only: it takes long
        near = (difflib.get_close_matches(name[:60], known, n=3) if few else []) or known
        self._refuse(member_path(path, name), FileFaultCode.UNKNOWN_MEMBER, known=", ".join(near))

    def _items(self, hint: Any, raw: Any, path: str, limit: Limit | None) -> Any:
        inner, *rest = typing.get_args(hint)
        if isinstance(limit, Pair):
            return self._pair(raw, path, limit)
        assert isinstance(limit, Many)
        assert rest == [Ellipsis]
        if not isinstance(raw, list):
            return self._wrong_type(list, raw, path)
        if len(raw) > limit.most:
            return self._refuse(path, FileFaultCode.TOO_MANY, count=len(raw), maximum=limit.most)
        built = tuple(
            self.value(inner, item, f"{path}[{place}]", limit.each) for place, item in enumerate(raw)
        )
        if inner in (str, int) and FAULTY not in built:
            for place, item in enumerate(built):
                if (first := built.index(item)) < place:
                    self._refuse(
                        f"{path}[{place}]",
                        FileFaultCode.REPEATED,
                        found=shown(item),
                        first=f"{path}[{first}]",
                    )
        return FAULTY if FAULTY in built else built

    def _pair(self, raw: Any, path: str, limit: Pair) -> Any:
        if not isinstance(raw, list) or len(raw) != 2:
            return self._wrong_type(tuple, raw, path)
        built = (self._text(raw[0], f"{path}[0]", limit.one), self._text(raw[1], f"{path}[1]", limit.other))
        return FAULTY if FAULTY in built else built

    def _choice(self, hint: type[StrEnum], raw: Any, path: str, limit: Limit | None) -> Any:
        known = limit.of if isinstance(limit, Choice) else tuple(hint)
        if not isinstance(raw, str) or raw not in known:
            return self._refuse(path, FileFaultCode.UNKNOWN_CHOICE, found=shown(raw), known=", ".join(known))
        return hint(raw)

    def _text(self, raw: Any, path: str, limit: Limit | None) -> Any:
        if raw is FAULTY:
            return FAULTY
        assert isinstance(limit, Text), path
        try:
            text = clean_text(raw, limit=limit.limit, lines=limit.lines)
        except TextRefused as refused:
            self.faults.append(FileFault(path, refused.fault, refused.facts))
            return FAULTY
        if limit.shape is not None and not re.fullmatch(limit.shape, text):
            italian, english = _SHAPES[limit.shape]
            return self._refuse(
                path, FileFaultCode.WRONG_SHAPE, found=shown(text), shape_it=italian, shape_en=english
            )
        if limit.shape == Shape.ZONE and not _zone_exists(text):
            return self._refuse(path, FileFaultCode.UNKNOWN_ZONE, found=shown(text))
        return text

    def _number(self, raw: Any, path: str, limit: Limit | None) -> Any:
        assert isinstance(limit, Number), path
        if not isinstance(raw, str):
            code = FileFaultCode.DECIMAL_NOT_TEXT if type(raw) is int else FileFaultCode.WRONG_TYPE
            if code == FileFaultCode.WRONG_TYPE:
                return self._wrong_type(str, raw, path)
            return self._refuse(path, code, found=shown(raw))
        try:
            return finite_decimal(raw, minimum=limit.minimum, maximum=limit.maximum, places=limit.places)
        except TextRefused as refused:
            self.faults.append(FileFault(path, refused.fault, refused.facts))
            return FAULTY

    def _whole(self, raw: int, path: str, limit: Limit | None) -> Any:
        assert isinstance(limit, Whole), path
        try:
            finite_decimal(raw, minimum=Decimal(limit.minimum), maximum=Decimal(limit.maximum), places=0)
        except TextRefused as refused:
            self.faults.append(FileFault(path, refused.fault, refused.facts))
            return FAULTY
        return raw

    def _day(self, hint: type, raw: Any, path: str, limit: Limit | None) -> Any:
        assert isinstance(limit, Day), path
        is_moment = hint is dt.datetime
        built = _moment(raw) if is_moment else _date(raw)
        if built is None:
            code = FileFaultCode.NOT_A_MOMENT if is_moment else FileFaultCode.NOT_A_DATE
            return self._refuse(path, code, found=shown(raw))
        day = built.date() if isinstance(built, dt.datetime) else built
        if not limit.earliest <= day <= limit.latest:
            return self._refuse(
                path,
                FileFaultCode.OUT_OF_TIME,
                earliest=limit.earliest.isoformat(),
                latest=limit.latest.isoformat(),
            )
        return built


def _date(raw: Any) -> dt.date | None:
    if not isinstance(raw, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", raw):
        return None
    try:
        return dt.date.fromisoformat(raw)
    except ValueError:
        return None


def _moment(raw: Any) -> dt.datetime | None:
    """Exactly as `moment_text` writes it."""
    if not isinstance(raw, str) or not raw.endswith("Z"):
        return None
    try:
        moment = dt.datetime.fromisoformat(raw[:-1] + "+00:00")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None and moment_text(moment) == raw else None


def _zone_exists(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
