import dataclasses
import datetime as dt
import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.domain import scopefile
from scoping.domain.scope import Issue, Scope
from scoping.domain.scopefile import FileFaultCode, ScopeFileErrors
from scoping.domain.snapshot import MAX_BYTES
from scoping.domain.text import TextFault
from scoping.domain.words import Language

from .examples import example_scope
from .strategies import ISSUES, SCOPES

ISSUE = Issue(
    version=1,
    moment=dt.datetime(2026, 11, 24, 14, 30, 0, 123456, tzinfo=dt.UTC),
    code="7K3MQX2D7K3MQX2D",
    address="https://paletti.example/v/7K3MQX2D7K3MQX2D",
    changes=("aggiunta la riga «Video breve»",),
)
Document = dict[str, Any]
Found = list[tuple[str, str]]


def document(issue: Issue | None = None) -> Document:
    """The example's file as JSON values."""
    plain: Document = json.loads(scopefile.write(example_scope(), issue))
    return plain


def faults_of(data: bytes | Document) -> Found:
    """Paths and codes of what is wrong with a file."""
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(ScopeFileErrors) as errors:
        scopefile.read(content)
    for fault in errors.value.faults:
        for language in Language:
            line = fault.line(language)
            assert line.startswith(fault.path)
            assert line.isprintable()
            assert "{" not in line.replace("{…}", "")
    return [(fault.path, fault.code.value) for fault in errors.value.faults]


def test_a_file_is_written_for_people_too() -> None:
    data = scopefile.write(example_scope(), ISSUE)
    text = data.decode()
    assert text.startswith(
        '{\n  "format": "paletti-scope",\n  "version": 1,\n  "scope": {\n    "number": "2026-014"'
    )
    assert text.endswith("\n}\n")
    assert "È competente il foro" in text
    written = json.loads(text)
    assert written["issue"]["moment"] == "2026-11-24T14:30:00.123456Z"
    assert written["scope"]["fees"][0] == {
        "key": "fee-m",
        "lane": "marketing",
        "kind": "monthly",
        "amount": "1400",
    }
    assert written["scope"]["start"] == "2027-01-01"


def test_what_was_written_is_read_back() -> None:
    read = scopefile.read(scopefile.write(example_scope(), ISSUE))
    assert read == scopefile.ScopeFile(scope=example_scope(), issue=ISSUE)
    assert scopefile.read(scopefile.write(example_scope())).issue is None


@given(SCOPES, st.none() | ISSUES)
def test_any_scope_survives_the_round_trip(scope: Scope, issue: Issue | None) -> None:
    data = scopefile.write(scope, issue)
    read = scopefile.read(data)
    assert (read.scope, read.issue) == (scope, issue)
    assert scopefile.write(read.scope, read.issue) == data


@given(SCOPES)
def test_spacing_order_of_members_and_spelled_out_defaults_do_not_matter(scope: Scope) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    plain = json.loads(scopefile.write(scope))
    plain["scope"].setdefault("terms", {})["approve_possible_apart"] = scope.terms.approve_possible_apart
    plain["scope"]["signed_for_studio"] = scope.signed_for_studio
    plain["issue"] = None
    assert scopefile.read(json.dumps(turned(plain)).encode()).scope == scope


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    data = scopefile.write(example_scope())
    assert scopefile.read(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")).scope == example_scope()


def test_texts_come_in_composed() -> None:
    plain = document()
    plain["scope"]["title"] = "Perche\u0301"
    assert scopefile.read(json.dumps(plain).encode()).scope.title == "Perché"


def test_equal_numbers_are_equal_bytes() -> None:
    one, other = Decimal("12.00"), Decimal("1.2E+1")
    duty = example_scope().duties[2]
    scopes_of = [
        example_scope(duties=(dataclasses.replace(duty, quantity=quantity),)) for quantity in (one, other)
    ]
    assert scopefile.write(scopes_of[0]) == scopefile.write(scopes_of[1])


def change(*steps: str | int) -> Callable[[Document, Any], None]:
    """Sets one member of a document."""

    def set_at(plain: Document, value: Any) -> None:
        at: Any = plain
        for step in steps[:-1]:
            at = at[step]
        at[steps[-1]] = value

    return set_at


SCOPE = "scope"
WRONG_MEMBERS: list[tuple[tuple[str | int, ...], Any, str, str]] = [
    ((SCOPE,), [], "$.scope", "wrong_type"),
    ((SCOPE, "title"), 3, "$.scope.title", "not_text"),
    ((SCOPE, "title"), None, "$.scope.title", "not_text"),
    ((SCOPE, "title"), " ", "$.scope.title", "empty"),
    ((SCOPE, "title"), "x" * 201, "$.scope.title", "too_long"),
    ((SCOPE, "title"), "a\nb", "$.scope.title", "line_break"),
    ((SCOPE, "title"), "a\x00b", "$.scope.title", "nul"),
    ((SCOPE, "title"), "\ud800", "$.scope.title", "surrogate"),
    ((SCOPE, "title"), "\u202etxt", "$.scope.title", "forced_direction"),
    ((SCOPE, "title"), "\u0378", "$.scope.title", "unassigned"),
    ((SCOPE, "language"), "de", "$.scope.language", "unknown_choice"),
    ((SCOPE, "currency"), "euro", "$.scope.currency", "too_long"),
    ((SCOPE, "currency"), "eur", "$.scope.currency", "wrong_shape"),
    ((SCOPE, "dated"), "24/11/2026", "$.scope.dated", "not_a_date"),
    ((SCOPE, "dated"), "2026-02-30", "$.scope.dated", "not_a_date"),
    ((SCOPE, "dated"), 20261124, "$.scope.dated", "not_a_date"),
    ((SCOPE, "dated"), "20261124", "$.scope.dated", "not_a_date"),
    ((SCOPE, "dated"), "2013-12-31", "$.scope.dated", "out_of_time"),
    ((SCOPE, "start"), "9999-12-31", "$.scope.start", "out_of_time"),
    ((SCOPE, "months"), 0, "$.scope.months", "too_small"),
    ((SCOPE, "months"), 121, "$.scope.months", "too_large"),
    ((SCOPE, "months"), True, "$.scope.months", "wrong_type"),
    ((SCOPE, "months"), "12", "$.scope.months", "wrong_type"),
    ((SCOPE, "months"), 12.0, "$.scope.months", "decimal_not_text"),
    ((SCOPE, "months"), float("nan"), "$.scope.months", "not_finite"),
    ((SCOPE, "months"), float("inf"), "$.scope.months", "not_finite"),
    ((SCOPE, "months"), 10**30, "$.scope.months", "too_many_digits"),
    ((SCOPE, "validity_days"), -1, "$.scope.validity_days", "too_small"),
    ((SCOPE, "signed_for_studio"), "nobody", "$.scope.signed_for_studio", "no_person"),
    ((SCOPE, "signed_for_studio"), "marco", "$.scope.signed_for_studio", "wrong_party"),
    ((SCOPE, "studio", "time_zone"), "Mars/Base", "$.scope.studio.time_zone", "unknown_zone"),
    ((SCOPE, "studio", "time_zone"), "../../etc/passwd", "$.scope.studio.time_zone", "wrong_shape"),
    (
        (SCOPE, "studio", "tax"),
        {"fund_percent": "4.005"},
        "$.scope.studio.tax.fund_percent",
        "too_many_places",
    ),
    ((SCOPE, "client", "address", "country"), "Italy", "$.scope.client.address.country", "too_long"),
    ((SCOPE, "client", "withholding_agent"), "yes", "$.scope.client.withholding_agent", "wrong_type"),
    ((SCOPE, "persons", 0, "key"), "a b", "$.scope.persons[0].key", "wrong_shape"),
    ((SCOPE, "persons", 0, "marketing_since"), 12, "$.scope.persons[0].marketing_since", "too_small"),
    ((SCOPE, "functions", 0, "person"), "elena", "$.scope.functions[0].person", "wrong_party"),
    ((SCOPE, "functions", 0, "person"), "nobody", "$.scope.functions[0].person", "no_person"),
    ((SCOPE, "functions", 2, "days"), 0, "$.scope.functions[2].days", "too_small"),
    ((SCOPE, "roles", 0, "lane"), "adjacent", "$.scope.roles[0].lane", "unknown_choice"),
    ((SCOPE, "roles", 1, "lead"), "nobody", "$.scope.roles[1].lead", "no_person"),
    ((SCOPE, "roles", 1, "others"), ["elena", "x", "elena"], "$.scope.roles[1].others[2]", "repeated"),
    ((SCOPE, "roles", 1, "lane"), "marketing", "$.scope.roles[1].lane", "repeated"),
    ((SCOPE, "guidelines", 0, "person"), "x", "$.scope.guidelines[0].person", "no_person"),
    ((SCOPE, "guidelines", 0, "when"), {"kind": "date"}, "$.scope.guidelines[0].when.date", "missing_member"),
    ((SCOPE, "guidelines", 0, "when"), {"kind": "soon"}, "$.scope.guidelines[0].when.kind", "unknown_choice"),
    ((SCOPE, "autonomy", 0, "person"), "x", "$.scope.autonomy[0].person", "no_person"),
    ((SCOPE, "duties", 2, "quantity"), "0", "$.scope.duties[2].quantity", "too_small"),
    ((SCOPE, "duties", 2, "quantity"), "-1", "$.scope.duties[2].quantity", "too_small"),
    ((SCOPE, "duties", 2, "quantity"), "1e400", "$.scope.duties[2].quantity", "not_a_number"),
    ((SCOPE, "duties", 2, "quantity"), "NaN", "$.scope.duties[2].quantity", "not_a_number"),
    ((SCOPE, "duties", 2, "quantity"), "9999999999", "$.scope.duties[2].quantity", "too_large"),
    ((SCOPE, "duties", 2, "quantity"), 12, "$.scope.duties[2].quantity", "decimal_not_text"),
    ((SCOPE, "duties", 2, "quantity"), True, "$.scope.duties[2].quantity", "wrong_type"),
    ((SCOPE, "duties", 2, "key"), "plan", "$.scope.duties[2].key", "repeated"),
    ((SCOPE, "duties", 2, "person"), "x", "$.scope.duties[2].person", "no_person"),
    ((SCOPE, "duties", 2, "depends_on"), ["posts"], "$.scope.duties[2].depends_on[0]", "depends_on_itself"),
    ((SCOPE, "duties", 2, "responsible"), "us", "$.scope.duties[2].responsible", "unknown_choice"),
    ((SCOPE, "duties", 2, "when"), {"kind": "weekdays"}, "$.scope.duties[2].when.weekdays", "missing_member"),
    (
        (SCOPE, "duties", 2, "when"),
        {"kind": "weekdays", "weekdays": [0, 7]},
        "$.scope.duties[2].when.weekdays[1]",
        "too_large",
    ),
    (
        (SCOPE, "duties", 2, "answering"),
        {"opens": "18:00", "closes": "09:00"},
        "$.scope.duties[2].answering.closes",
        "ends_before_start",
    ),
    (
        (SCOPE, "duties", 2, "answering"),
        {"opens": "25:00"},
        "$.scope.duties[2].answering.opens",
        "wrong_shape",
    ),
    ((SCOPE, "duties", 2, "description"), "x" * 10_001, "$.scope.duties[2].description", "too_long"),
    ((SCOPE, "duties"), {}, "$.scope.duties", "wrong_type"),
    ((SCOPE, "duties", 2), "posts", "$.scope.duties[2]", "wrong_type"),
    ((SCOPE, "objectives", 1, "serves"), ["x"], "$.scope.objectives[1].serves[0]", "no_objective"),
    ((SCOPE, "objectives", 1, "serves"), ["reach"], "$.scope.objectives[1].serves[0]", "wrong_lane"),
    ((SCOPE, "objectives", 0, "serves"), ["sales"], "$.scope.objectives[0].serves[0]", "wrong_lane"),
    ((SCOPE, "fees", 0, "lane"), None, "$.scope.fees[0].lane", "unknown_choice"),
    ((SCOPE, "fees", 0, "amount"), "-0.01", "$.scope.fees[0].amount", "too_small"),
    ((SCOPE, "fees", 0, "amount"), "100000000", "$.scope.fees[0].amount", "too_large"),
    ((SCOPE, "fees", 0, "amount"), "1.005", "$.scope.fees[0].amount", "too_many_places"),
    ((SCOPE, "fees", 0, "first_month"), 0, "$.scope.fees[0].first_month", "too_small"),
    ((SCOPE, "clauses", 1, "parameters"), [["a"]], "$.scope.clauses[1].parameters[0]", "wrong_type"),
    (
        (SCOPE, "clauses", 1, "parameters"),
        [["a", "1"], ["a", "2"]],
        "$.scope.clauses[1].parameters[1][0]",
        "repeated",
    ),
    (("issue", "version"), 0, "$.issue.version", "too_small"),
    (("issue", "moment"), "2026-11-24T14:30:00Z", "$.issue.moment", "not_a_moment"),
    (("issue", "moment"), "2026-11-24T15:30:00.123456+01:00", "$.issue.moment", "not_a_moment"),
    (("issue", "code"), "7K3MQX2D7K3MQX2U", "$.issue.code", "wrong_shape"),
    (("issue", "address"), "javascript:alert(1)", "$.issue.address", "wrong_shape"),
    (
        ("issue", "conditions"),
        [{"condition": "distinct", "state": "met"}, {"condition": "distinct", "state": "met"}],
        "$.issue.conditions[1].condition",
        "repeated",
    ),
    (("more",), 1, "$.more", "unknown_member"),
    ((SCOPE, "hours"), 3, "$.scope.hours", "unknown_member"),
    ((SCOPE, "duties", 2, "effort"), {"low": 1}, "$.scope.duties[2].effort", "unknown_member"),
    ((SCOPE, "a\u202e b"), 3, '$.scope["a\\u202e b"]', "unknown_member"),
]


@pytest.mark.parametrize(("steps", "value", "path", "code"), WRONG_MEMBERS)
def test_each_wrong_member_is_named_by_its_path(
    steps: tuple[str | int, ...], value: Any, path: str, code: str
) -> None:
    plain = document(ISSUE)
    change(*steps)(plain, value)
    assert (path, code) in faults_of(plain)


@pytest.mark.parametrize("name", ["number", "title", "language", "currency", "dated", "studio", "client"])
def test_what_has_no_default_must_be_there(name: str) -> None:
    plain = document()
    del plain["scope"][name]
    assert faults_of(plain) == [(f"$.scope.{name}", "missing_member")]


def test_a_fee_that_ends_before_it_begins_is_refused() -> None:
    plain = document()
    plain["scope"]["fees"][0] |= {"first_month": 6, "last_month": 5}
    assert faults_of(plain) == [("$.scope.fees[0].last_month", "ends_before_start")]


def test_a_duty_may_need_and_wait_for_what_the_engagement_lacks() -> None:
    plain = document()
    plain["scope"]["duties"][2] |= {"needs": ["a-guideline"], "depends_on": ["another-duty"]}
    read = scopefile.read(json.dumps(plain).encode()).scope.duties[2]
    assert (read.needs, read.depends_on) == (("a-guideline",), ("another-duty",))


def test_all_faults_come_at_once_in_the_order_of_their_places() -> None:
    plain = document()
    scope = plain["scope"]
    scope["duties"] += [{"key": f"d{place}", "lane": "social", "name": "x"} for place in range(8)]
    scope["duties"][10]["quantity"] = "0"
    scope["duties"][2]["quantity"] = "0"
    scope["months"] = 0
    del scope["client"]["name"]
    scope["fees"][1]["amont"] = "3"
    assert faults_of(plain) == [
        ("$.scope.client.name", "missing_member"),
        ("$.scope.duties[2].quantity", "too_small"),
        ("$.scope.duties[10].quantity", "too_small"),
        ("$.scope.fees[1].amont", "unknown_member"),
        ("$.scope.months", "too_small"),
    ]


def test_a_near_miss_is_answered_with_the_name_that_was_meant() -> None:
    plain = document()
    plain["scope"]["duties"][0]["quantiti"] = "3"
    with pytest.raises(ScopeFileErrors) as errors:
        scopefile.read(json.dumps(plain).encode())
    assert "quantity" in errors.value.faults[0].sentence(Language.ITALIAN)
    assert errors.value.faults[0].line(Language.ENGLISH) in str(errors.value)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"\x00", "not_json"),
        (b'{"format": "paletti-scope", "a": "\x01"}', "not_json"),
        (b"[1, 2,]", "not_json"),
        (b"\xff\xfe{}", "not_utf8"),
        (b'{"a": "\xed\xa0\x80"}', "not_utf8"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 13 + b"1" + b"}" * 13, "too_deep"),
        (b'"' + b"\\" * 1_000_001, "not_json"),
        (b'"\\' * 900_000, "not_json"),
        (b" " * (MAX_BYTES + 1), "too_large_file"),
        (b"3", "not_a_scope_file"),
        (b"NaN", "not_a_scope_file"),
        (b"[]", "not_a_scope_file"),
        (b"{}", "not_a_scope_file"),
        (b'{"format": "other", "version": 1}', "not_a_scope_file"),
        (b'{"format": "paletti-scope"}', "unknown_version"),
        (b'{"format": "paletti-scope", "version": 0}', "unknown_version"),
        (b'{"format": "paletti-scope", "version": true}', "unknown_version"),
        (b'{"format": "paletti-scope", "version": 2}', "newer_version"),
        (b'{"format": "paletti-scope", "version": 1}', "missing_member"),
    ],
)
def test_what_is_no_scope_file_is_refused_with_a_word(data: bytes, code: str) -> None:
    assert [found for _, found in faults_of(data)] == [code]


def test_a_doubled_member_is_refused_wherever_it_is() -> None:
    data = scopefile.write(example_scope()).replace(b'"months": 12', b'"months": 12,\n "months": 6')
    assert faults_of(data) == [("$.scope.months", "duplicate_member")]


def test_numbers_that_json_allows_and_no_scope_holds_are_named() -> None:
    written = scopefile.write(example_scope())
    odd_ones = {b"1e400": "not_finite", b"NaN": "not_finite", b"-Infinity": "not_finite"}
    odd_ones |= {b"1" * 5000: "too_many_digits", b"12.0": "decimal_not_text"}
    for odd, code in odd_ones.items():
        data = written.replace(b'"months": 12', b'"months": ' + odd)
        assert faults_of(data) == [("$.scope.months", code)]


def test_very_many_faults_end_with_how_many_more_there_are() -> None:
    plain = document()
    plain["scope"] |= {f"x{place}": 1 for place in range(2000)}
    found = faults_of(plain)
    assert len(found) == scopefile.MOST_FAULTS + 1
    assert found[-1] == ("$", "and_more")


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_do_worse_than_a_refusal(data: bytes) -> None:
    with pytest.raises(ScopeFileErrors):
        scopefile.read(data)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.data(), JSON_VALUES)
def test_no_value_at_any_place_does_worse_than_a_refusal(data: st.DataObject, value: Any) -> None:
    plain = document(ISSUE)
    at: Any = plain
    while True:
        name = data.draw(st.sampled_from(sorted(at)) if isinstance(at, dict) else st.integers(0, len(at) - 1))
        if not (isinstance(at[name], dict | list) and at[name]) or data.draw(st.booleans()):
            break
        at = at[name]
    at[name] = value
    try:
        read = scopefile.read(json.dumps(plain).encode())
    except ScopeFileErrors as errors:
        lines = [fault.line(language) for fault in errors.faults for language in Language]
    else:
        lines = ["read"]
        assert scopefile.read(scopefile.write(read.scope, read.issue)) == read
    assert lines
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("code", [*FileFaultCode, *TextFault])
def test_every_fault_is_worded_in_both_languages(code: FileFaultCode | TextFault) -> None:
    facts = """maximum minimum limit places position line column found format version current known count
    first expected_it expected_en shape_it shape_en party_it party_en earliest latest start end character
        wide high
    """
    fault = scopefile.FileFault("$", code, dict.fromkeys(re.findall("[a-z_]+", facts), "X"))
    italian, english = (fault.sentence(language) for language in Language)
    assert italian != english
    assert italian[-1] == english[-1] == "."


def test_of_a_list_that_is_far_too_long_its_length_is_all_that_is_said() -> None:
    for name, items in (
        ("duties", [1.5] * 2000),
        ("duties", [{}] * 2000),
        ("persons", [{"key": "p"}] * 2000),
    ):
        plain = document()
        plain["scope"][name] = items
        assert faults_of(plain) == [(f"$.scope.{name}", "too_many")]


def test_faults_far_more_than_are_shown_are_counted_all_the_same() -> None:
    plain = document()
    plain["scope"]["duties"] = [{"key": f"k{place}", "needs": [1.5] * 400} for place in range(100)]
    with pytest.raises(scopefile.ScopeFileErrors) as refused:
        scopefile.read(json.dumps(plain).encode())
    last = refused.value.faults[-1]
    assert len(refused.value.faults) == scopefile.MOST_FAULTS + 1
    assert last.code == scopefile.FileFaultCode.AND_MORE
    assert int(str(last.facts["count"])) > 39_000
