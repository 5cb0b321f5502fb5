"""Scopes of every kind for hypothesis: any value that the limits allow in any field, with links that hold."""

import dataclasses
import datetime as dt
import typing
import unicodedata
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from scoping.domain import scope
from scoping.domain.limits import LIMITS, Choice, Day, Limit, Many, Number, Pair, Shape, Text, Whole
from scoping.domain.scopefile.building import has_default, hints_of, optional_of
from scoping.domain.words import Lane, Party, WhenKind

LONGEST = 24
FORBIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" + "".join(
    map(chr, range(0xE0000, 0xE0080))
)
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters=FORBIDDEN)
SHAPED = {
    Shape.KEY: st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,8}\Z"),
    Shape.NUMBER: st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,8}\Z"),
    Shape.HOUR: st.just(""),
    Shape.COUNTRY: st.sampled_from(["IT", "AT", "CH"]),
    Shape.CURRENCY: st.sampled_from(["EUR", "CHF"]),
    Shape.ZONE: st.sampled_from(["Europe/Rome", "UTC", "America/New_York"]),
    Shape.NAME: st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z"),
    Shape.CODE: st.just("7K3MQX2D7K3MQX2D"),
    Shape.ADDRESS: st.just("https://paletti.example/v/7K3MQX2D7K3MQX2D"),
}


def texts(limit: Text, *, filled: bool) -> st.SearchStrategy[str]:
    """Clean texts within a limit."""
    if limit.shape is not None:
        return SHAPED[limit.shape]
    characters = CHARACTERS | st.sampled_from("\n\t") if limit.lines else CHARACTERS
    raw = st.text(characters, min_size=1 if filled else 0, max_size=min(limit.limit, LONGEST))
    composed = raw.map(lambda text: unicodedata.normalize("NFC", text))
    return composed.filter(
        lambda text: (
            len(text) <= limit.limit
            and len(text.encode()) <= 3 * limit.limit
            and (bool(text.strip()) or not filled)
        )
    )


def values(hint: Any, limit: Limit | None, *, filled: bool = False) -> st.SearchStrategy[Any]:
    """Values of one field."""
    if (inner := optional_of(hint)) is not None:
        return st.none() | values(inner, limit)
    if dataclasses.is_dataclass(hint):
        return WHENS if hint is scope.When else records(typing.cast(type, hint))
    if isinstance(limit, Pair):
        return st.tuples(texts(limit.one, filled=True), texts(limit.other, filled=False))
    if isinstance(limit, Many):
        item = values(typing.get_args(hint)[0], limit.each)
        return st.lists(item, max_size=min(limit.most, 3), unique=True).map(tuple)
    if isinstance(limit, Text):
        return texts(limit, filled=filled)
    if isinstance(limit, Number):
        return st.decimals(limit.minimum, limit.maximum, places=limit.places)
    if isinstance(limit, Whole):
        return st.integers(limit.minimum, limit.maximum)
    if isinstance(limit, Day):
        days = st.dates(limit.earliest, limit.latest)
        moments = st.datetimes(dt.datetime(2014, 1, 2), dt.datetime(2199, 12, 30), timezones=st.just(dt.UTC))
        return moments if hint is dt.datetime else days
    if hint is bool:
        return st.booleans()
    assert issubclass(hint, StrEnum), hint
    return st.sampled_from(limit.of if isinstance(limit, Choice) else list(hint))


def records(kind: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Instances of a dataclass; a field that has a default often keeps it."""
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for field in dataclasses.fields(kind):
        limit = LIMITS.get(kind, {}).get(field.name)
        free = values(hints_of(kind)[field.name], limit, filled=not has_default(field))
        parts[field.name] = fixed.get(field.name, free)
    return st.fixed_dictionaries(
        {name: part for name, part in parts.items() if name in fixed or not has_default(_field(kind, name))},
        optional={
            name: part
            for name, part in parts.items()
            if name not in fixed and has_default(_field(kind, name))
        },
    ).map(lambda members: kind(**members))


def _field(kind: type, name: str) -> "dataclasses.Field[Any]":
    return next(field for field in dataclasses.fields(kind) if field.name == name)


# Keys that name and are named: few, so that links often hold.
POOL = st.sampled_from(["a", "b-1", "C.2", "d_3"])

WHENS = st.one_of(
    st.builds(scope.When),
    st.builds(scope.When, kind=st.just(WhenKind.START)),
    st.builds(
        scope.When, kind=st.just(WhenKind.DATE), date=st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))
    ),
    st.builds(scope.When, kind=st.just(WhenKind.MONTH_DAY), day=st.integers(1, 31)),
    st.builds(
        scope.When,
        kind=st.just(WhenKind.WEEKDAYS),
        weekdays=st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
        opens=st.just("09:00"),
        closes=st.sampled_from(["", "18:30"]),
    ),
)


def keyed(kind: type, most: int = 3, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some instances with keys of their own."""
    return st.lists(records(kind, **fixed), max_size=most, unique_by=lambda item: item.key).map(tuple)


def mended(drawn: scope.Scope) -> scope.Scope:
    """The Scope with links that hold: what names nobody, or somebody of the wrong party, is left out."""
    party = {person.key: person.party for person in drawn.persons}
    lanes = {objective.key: objective.lane for objective in drawn.objectives}

    def known(item: Any, **more: Any) -> Any:
        return dataclasses.replace(item, person=item.person if item.person in party else None, **more)

    return dataclasses.replace(
        drawn,
        signed_for_studio=_only(drawn.signed_for_studio, party, Party.STUDIO),
        functions=tuple(one for one in drawn.functions if party.get(one.person) == Party.CLIENT),
        roles=tuple(
            dataclasses.replace(
                role,
                lead=role.lead if role.lead in party else None,
                others=tuple(key for key in role.others if key in party),
            )
            for role in drawn.roles
        ),
        guidelines=tuple(map(known, drawn.guidelines)),
        autonomy=tuple(map(known, drawn.autonomy)),
        duties=tuple(
            known(duty, depends_on=tuple(key for key in duty.depends_on if key != duty.key))
            for duty in drawn.duties
        ),
        objectives=tuple(
            dataclasses.replace(
                one,
                serves=tuple(key for key in one.serves if lanes.get(key) == Lane.MARKETING)
                if one.lane == Lane.SOCIAL
                else (),
            )
            for one in drawn.objectives
        ),
    )


def _only(key: str | None, party: dict[str, Party], wanted: Party) -> str | None:
    return key if key is not None and party.get(key) == wanted else None


def _fees() -> st.SearchStrategy[Any]:
    return keyed(scope.FeeLine, first_month=st.integers(1, 60), last_month=st.none() | st.integers(60, 120))


def _clauses() -> st.SearchStrategy[Any]:
    limit = typing.cast(Many, LIMITS[scope.Clause]["parameters"])
    pairs = values(tuple[str, str], limit.each)
    parameters = st.lists(pairs, max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
    return keyed(scope.Clause, 2, parameters=parameters)


def _lists(kind: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Functions and roles, which have no keys."""
    unique = (lambda one: one.lane) if kind is scope.RoleAssignment else (lambda one: (one.person, one.kind))
    most = 2 if kind is scope.RoleAssignment else 3
    return st.lists(records(kind, **fixed), max_size=most, unique_by=unique).map(tuple)


_SOMEBODY = st.none() | POOL

SCOPES: st.SearchStrategy[scope.Scope] = records(
    scope.Scope,
    signed_for_studio=_SOMEBODY,
    persons=keyed(scope.Person, 4, key=POOL),
    functions=_lists(scope.Function, person=POOL),
    roles=_lists(
        scope.RoleAssignment, lead=_SOMEBODY, others=st.lists(POOL, max_size=2, unique=True).map(tuple)
    ),
    guidelines=keyed(scope.Guideline, 2, key=POOL, person=_SOMEBODY),
    autonomy=keyed(scope.AutonomyRow, 2, person=_SOMEBODY),
    duties=keyed(scope.Duty, person=_SOMEBODY),
    objectives=keyed(scope.Objective, 4, key=POOL, serves=st.lists(POOL, max_size=2, unique=True).map(tuple)),
    fees=_fees(),
    clauses=_clauses(),
).map(mended)

ISSUES: st.SearchStrategy[scope.Issue] = records(
    scope.Issue,
    conditions=st.lists(
        records(scope.ConditionStatement), max_size=4, unique_by=lambda one: one.condition
    ).map(tuple),
)
