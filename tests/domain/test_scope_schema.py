import dataclasses
import datetime as dt
import json
import typing
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from scoping.domain import scope
from scoping.domain.limits import LIMITS
from scoping.domain.logo import Logo
from scoping.domain.scope import Scope
from scoping.domain.scopefile import ScopeFileErrors, read, write
from scoping.domain.scopefile.building import hints_of, optional_of
from scoping.domain.scopefile.schema import SCHEMA_FILE, json_schema, schema_text

from .examples import example_scope
from .strategies import SCOPES

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.json"))
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_the_shipped_schema_is_in_step_with_the_code() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@given(SCOPES)
def test_what_is_written_satisfies_the_schema(described: Scope) -> None:
    VALIDATOR.validate(json.loads(write(described)))


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.stem for sample in SAMPLES])
def test_the_samples_are_read_satisfy_the_schema_and_are_written_again_alike(sample: Path) -> None:
    data = sample.read_bytes()
    VALIDATOR.validate(json.loads(data))
    file = read(data)
    assert write(file.scope, file.issue) == data


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("months", 0),
        ("months", "12"),
        ("title", ""),
        ("dated", "2026"),
        ("language", "de"),
        ("hours", 1),
        ("fees", [{"key": "a", "lane": "social", "kind": "once", "amount": 3}]),
        ("clauses", [{"key": "a", "name": "a", "text": "a", "parameters": [["a"]]}]),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(name: str, value: Any) -> None:
    plain = json.loads(write(example_scope()))
    plain["scope"][name] = value
    assert not VALIDATOR.is_valid(plain)
    with pytest.raises(ScopeFileErrors):
        read(json.dumps(plain).encode())


def test_every_text_number_date_and_list_has_its_limit() -> None:
    kinds = [
        kind for kind in vars(scope).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    ] + [Logo]
    assert set(LIMITS) <= set(kinds)
    for kind in kinds:
        hints = {name: optional_of(hint) or hint for name, hint in hints_of(kind).items()}
        bounded = {
            name
            for name, hint in hints.items()
            if hint in (str, int, Decimal, dt.date, dt.datetime) or typing.get_origin(hint) is tuple
        }
        limits = LIMITS[kind]
        assert bounded <= set(limits) <= set(hints), kind.__name__
