"""Bytes into plain JSON values, with every fault of the JSON itself: size, encoding, depth, syntax,
numbers."""

import json
import math
import re
from enum import Enum
from typing import Any

from ..limits import LIMITS, Many
from ..snapshot import MAX_BYTES
from .faults import FileFault, FileFaultCode, ScopeFileErrors

MAX_DEPTH = 12
MAX_DIGITS = 16
# No list of the format is longer: of one that is, its length is all that will be said.
LONGEST_LIST = max(
    limit.most for part in LIMITS.values() for limit in part.values() if isinstance(limit, Many)
)

_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


class Mark(Enum):
    """Stands where a value was refused already, so that nothing more is said of it."""

    FAULTY = "faulty"


class _Odd:
    """A number as it was written, which no Scope holds as such."""

    def __init__(self, written: str) -> None:
        self.written = written


class _Members(list[tuple[str, Any]]):
    """An object's members as they were written, doubles included."""


def parse(data: bytes) -> tuple[Any, list[FileFault]]:
    """The JSON value in a file's bytes, and what is wrong inside it (a `Mark.FAULTY` stands there).

    Raises ScopeFileErrors where nothing can be read at all.
    """
    text = _text_of(data)
    depth = deepest = 0
    for token in _STRING_OR_BRACKET.finditer(text):
        first = token.group()[0]
        depth += (first in "[{") - (first in "]}")
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise ScopeFileErrors([FileFault("$", FileFaultCode.TOO_DEEP, {"maximum": MAX_DEPTH})])
    try:
        value = json.loads(
            text, parse_float=_Odd, parse_constant=_Odd, parse_int=_integer, object_pairs_hook=_Members
        )
    except json.JSONDecodeError as error:
        facts = {"line": error.lineno, "column": error.colno}
        raise ScopeFileErrors([FileFault("$", FileFaultCode.NOT_JSON, facts)]) from error
    faults: list[FileFault] = []
    return _plain(value, "$", faults), faults


def member_path(path: str, name: str) -> str:
    """The path of an object's member; a name that is no plain word is quoted and shortened."""
    plain = re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,59}", name)
    return f"{path}.{name}" if plain else f"{path}[{shown(name)}]"


def shown(value: Any) -> str:
    """A value of the file as a sentence names it: short, on one line, with nothing invisible in it."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    written = json.dumps(value, ensure_ascii=False)
    if not written.isprintable():
        written = json.dumps(value)
    return written if len(written) <= 60 else written[:57] + "…" + ('"' if isinstance(value, str) else "")


def _text_of(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise ScopeFileErrors([FileFault("$", FileFaultCode.TOO_LARGE_FILE, {"maximum": MAX_BYTES})])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = FileFault("$", FileFaultCode.NOT_UTF8, {"position": error.start + 1})
        raise ScopeFileErrors([fault]) from error


def _integer(written: str) -> int | _Odd:
    return int(written) if len(written) <= MAX_DIGITS else _Odd(written)


def _plain(value: Any, path: str, faults: list[FileFault]) -> Any:
    """The value with plain dicts; doubled members and odd numbers become faults."""
    if isinstance(value, _Members):
        members: dict[str, Any] = {}
        for name, item in value:
            at = member_path(path, name)
            if name in members:
                faults.append(FileFault(at, FileFaultCode.DUPLICATE_MEMBER))
                members[name] = Mark.FAULTY
            else:
                members[name] = _plain(item, at, faults)
        return members
    if isinstance(value, list) and len(value) > LONGEST_LIST:
        return [Mark.FAULTY] * len(value)
    if isinstance(value, list):
        return [_plain(item, f"{path}[{place}]", faults) for place, item in enumerate(value)]
    if isinstance(value, _Odd):
        faults.append(FileFault(path, _odd_code(value.written), {"found": _short(value.written)}))
        return Mark.FAULTY
    return value


def _odd_code(written: str) -> FileFaultCode:
    """Why a number as it was written is none that a Scope holds."""
    if written.lstrip("-").isdecimal() or len(written) > 40:
        return FileFaultCode.TOO_MANY_DIGITS
    return FileFaultCode.DECIMAL_NOT_TEXT if math.isfinite(float(written)) else FileFaultCode.NOT_FINITE


def _short(written: str) -> str:
    return written if len(written) <= 40 else written[:39] + "…"
