"""The JSON Schema of scope files, made from the same type hints and limits as the reader.

`python -m scoping.domain.scopefile.schema` writes it into the package. It says less than the reader does:
that keys are unique and persons exist, no schema can say.
"""

import dataclasses
import datetime as dt
import inspect
import json
import typing
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from ..limits import LIMITS, Choice, Limit, Many, Number, Pair, Text, Whole
from ..logo import Logo
from ..scope import Issue, Scope
from ..snapshot import FORMAT, VERSION, default_of, plain
from .building import has_default, hints_of, optional_of

SCHEMA_FILE = Path(__file__).parent.parent / "scope_schema" / f"scope-{VERSION}.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of the current version, as JSON values."""
    definitions: dict[str, Any] = {}
    members = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "scope": _record(Scope, definitions),
        "issue": _record(Issue, definitions),
        "logo": _record(Logo, definitions),
    }
    return {
        "$schema": DRAFT,
        "$id": f"urn:paletti:scope:{VERSION}",
        "title": "Paletti scope file",
        "type": "object",
        "properties": members,
        "required": ["format", "version", "scope"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as the package's file holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to a dataclass's definition, which is added where it is not there yet."""
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _definition(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _definition(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    members, required = {}, []
    for field in dataclasses.fields(kind):
        limit = LIMITS.get(kind, {}).get(field.name)
        member = _member(hints_of(kind)[field.name], limit, definitions)
        if has_default(field):
            member["default"] = plain(default_of(field))
        else:
            required.append(field.name)
            if hints_of(kind)[field.name] is str:
                member["minLength"] = 1
        members[field.name] = member
    return {
        "description": " ".join(inspect.cleandoc(kind.__doc__ or "").split()),
        "type": "object",
        "properties": members,
        "required": required,
        "additionalProperties": False,
    }


def _member(hint: Any, limit: Limit | None, definitions: dict[str, Any]) -> dict[str, Any]:
    if (inner := optional_of(hint)) is not None:
        return {"anyOf": [_member(inner, limit, definitions), {"type": "null"}]}
    if dataclasses.is_dataclass(hint):
        return _record(typing.cast(type, hint), definitions)
    if typing.get_origin(hint) is tuple:
        return _list(hint, limit, definitions)
    if issubclass(hint, StrEnum):
        return {"enum": [one.value for one in (limit.of if isinstance(limit, Choice) else hint)]}
    if hint is dt.datetime:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$"}
    if hint is dt.date:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if hint is bool:
        return {"type": "boolean"}
    if hint is Decimal or isinstance(limit, Number):
        return _decimal(limit)
    if isinstance(limit, Whole):
        return {"type": "integer", "minimum": limit.minimum, "maximum": limit.maximum}
    return _text(limit)


def _list(hint: Any, limit: Limit | None, definitions: dict[str, Any]) -> dict[str, Any]:
    inner = typing.get_args(hint)[0]
    if isinstance(limit, Pair):
        pair = [_text(limit.one), _text(limit.other)]
        return {"type": "array", "prefixItems": pair, "items": False, "minItems": 2, "maxItems": 2}
    assert isinstance(limit, Many)
    items = {"type": "array", "items": _member(inner, limit.each, definitions), "maxItems": limit.most}
    return items | ({"uniqueItems": True} if inner in (str, int) else {})


def _decimal(limit: Limit | None) -> dict[str, Any]:
    assert isinstance(limit, Number)
    sign = "-?" if limit.minimum < 0 else ""
    bounds = f"A number from {limit.minimum:f} to {limit.maximum:f}, as a text."
    pattern = rf"^{sign}\d+(\.\d{{1,{limit.places}}})?$"
    return {"type": "string", "pattern": pattern, "description": bounds}


def _text(limit: Limit | None) -> dict[str, Any]:
    assert isinstance(limit, Text)
    text: dict[str, Any] = {"type": "string", "maxLength": limit.limit}
    return text | ({"pattern": f"^(?:{limit.shape.value})$"} if limit.shape else {})


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
