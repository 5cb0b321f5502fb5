"""The catalogue that ships with the package is whole, and its rows agree with each other."""

import json
import re
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest

from scoping.domain.words import (
    Cadence,
    Control,
    Decision,
    FunctionKind,
    Holder,
    Horizon,
    IfNeeded,
    Lane,
    Onerous,
    Responsible,
    WhenKind,
)

SOURCE = (resources.files("scoping.catalogue") / "shipped" / "catalogue.json").read_text(encoding="utf-8")
CATALOGUE: dict[str, Any] = json.loads(SOURCE)
DUTIES: dict[str, dict[str, Any]] = {duty["code"]: duty for duty in CATALOGUE["duties"]}
LANGUAGES = ("it", "en")


def codes(part: str) -> list[str]:
    return [row["code"] for row in CATALOGUE[part]]


def test_the_file_is_written_in_its_one_form() -> None:
    assert json.dumps(CATALOGUE, ensure_ascii=False, indent=1) + "\n" == SOURCE


def test_the_counts_are_those_of_the_rows_and_no_code_comes_twice() -> None:
    counts = CATALOGUE["meta"]["counts"]
    for part in ("duties", "objectives", "clauses", "borderline", "guidelines", "autonomy", "templates"):
        assert counts[part] == len(CATALOGUE[part])
    for lane in Lane:
        assert counts[f"duties_{lane}"] == sum(duty["role"] == lane for duty in DUTIES.values())
    for part in ("duties", "objectives", "clauses", "guidelines", "autonomy", "templates", "units", "areas"):
        assert max(Counter(codes(part)).values()) == 1


def test_closed_lists_are_those_of_the_domain() -> None:
    assert codes("if_needed") == [word.value for word in IfNeeded]
    assert codes("cadences") == [word.value for word in Cadence]
    assert list(CATALOGUE["role_texts"]) == codes("roles") == [lane.value for lane in Lane]
    for objective in CATALOGUE["objectives"]:
        assert Horizon(objective["horizon"])
        assert Control(objective["control"])


def test_a_year_holds_whole_numbers_of_weeks_months_and_quarters() -> None:
    assert {cadence["code"]: cadence["per_year"] for cadence in CATALOGUE["cadences"]} == {
        "once": None,
        "weekly": 52,
        "monthly": 12,
        "quarterly": 4,
        "yearly": 1,
        "on_demand": None,
    }


@pytest.mark.parametrize("duty", DUTIES.values(), ids=DUTIES)
def test_a_duty_says_all_that_an_engagement_takes_from_it(duty: dict[str, Any]) -> None:
    units = {unit["code"]: unit["name"] for unit in CATALOGUE["units"]}
    areas = {area["code"]: area["role"] for area in CATALOGUE["areas"]}
    lanes = {guideline["code"]: guideline["role"] for guideline in CATALOGUE["guidelines"]}
    assert areas[duty["area"]] == duty["role"]
    assert {language: duty["unit"][language] for language in LANGUAGES} == units[duty["unit"]["code"]]
    assert duty["on_demand"] == (duty["cadence"] == Cadence.ON_DEMAND)
    assert duty["cadence"] in codes("cadences")
    assert duty["default_quantity"] > 0
    assert duty["if_needed"] in codes("if_needed")
    assert isinstance(duty["content"], bool)
    assert duty["rounds"] is None or duty["rounds"] in {1, 2, 3}
    assert duty["answer"] is None or (
        duty["answer"]["days"] >= 1
        and (duty["answer"]["weekdays"], duty["answer"]["hours"]) == ("mon-fri", "09:00-18:00")
    )
    assert all(lanes[code] == duty["role"] for code in duty["needs"])
    assert bool(duty["needs"]) == (duty["role"] != Lane.ADJACENT)
    assert set(duty["depends_on"]) <= set(DUTIES)
    assert_when(duty["when"])


def assert_when(when: dict[str, Any]) -> None:
    keys = {"month_day": {"day"}, "weekdays": {"weekdays"}}.get(WhenKind(when["kind"]), set())
    assert set(when) - {"kind", "from", "to"} == keys
    assert ("from" in when) == ("to" in when)
    assert 1 <= when.get("day", 1) <= 28
    assert set(when.get("weekdays", [])) <= set(range(7))


def test_reasons_are_ninety_different_sentences() -> None:
    for language in LANGUAGES:
        reasons = [duty["reason"][language] for duty in CATALOGUE["duties"]]
        openings = Counter(" ".join(reason.split()[:3]).lower() for reason in reasons)
        assert len(set(reasons)) == len(reasons) == 90
        assert [reason for reason in reasons if not 40 <= len(reason) <= 130] == []
        assert [reason for reason in reasons if not re.fullmatch(r"[^.!?]+\.", reason)] == []
        assert [opening for opening, times in openings.items() if times > 2] == []
        for before, after in pairwise(reasons):
            assert before.split()[:2] != after.split()[:2]


def test_limits_leave_rounds_and_answering_times_to_their_own_fields() -> None:
    repeated = re.compile(r"\bgir[io] di|\brounds?\b|rispond\w+ entro|answer\w* within", re.IGNORECASE)
    for duty in CATALOGUE["duties"]:
        for language in LANGUAGES:
            assert not repeated.search((duty["limits"] or {}).get(language, "")), duty["code"]


def test_what_a_duty_leaves_out_is_said_of_the_duty_when_it_is_done() -> None:
    for duty in CATALOGUE["duties"]:
        assert re.match(r"Non (?:comprende|è) ", duty["exclusion"]["it"]), duty["code"]
        assert re.match(r"(?:Excludes|Is not) ", duty["exclusion"]["en"]), duty["code"]


def test_no_duty_waits_for_itself() -> None:
    done: set[str] = set()
    while ready := {code for code in DUTIES if code not in done and set(DUTIES[code]["depends_on"]) <= done}:
        done |= ready
    assert set(DUTIES) - done == set()


def test_content_of_the_social_role_asks_for_approval() -> None:
    asks = {code for code, duty in DUTIES.items() if "GL-S-07" in duty["needs"]}
    assert asks == {code for code, duty in DUTIES.items() if duty["content"] and duty["role"] == Lane.SOCIAL}


def test_guidelines_have_a_source_and_a_duty_that_needs_them() -> None:
    needed = {code for duty in DUTIES.values() for code in duty["needs"]}
    assert needed == set(codes("guidelines"))
    for guideline in CATALOGUE["guidelines"]:
        assert guideline["usual_source"] in {"client", "marketing", "studio"}
        assert guideline["usual_source"] != guideline["role"]
        assert_when(guideline["when"])


def test_who_decides_alone_asks_nobody_and_who_asks_says_whom_and_by_when() -> None:
    for row in CATALOGUE["autonomy"]:
        if Decision(row["default"]) == Decision.DECIDES:
            assert (row["asks_default"], row["days"]) == (None, None)
        else:
            assert FunctionKind(row["asks_default"]) != FunctionKind.READER
            assert row["days"] >= 1


def test_objectives_and_borderlines_name_rows_that_exist() -> None:
    for objective in CATALOGUE["objectives"]:
        assert set(objective["enabled_by"]) <= set(DUTIES)
        assert all(served.startswith("OBJ-M-") for served in objective["serves"])
        assert set(objective["serves"]) <= set(codes("objectives"))
        assert bool(objective["serves"]) == (objective["role"] == Lane.SOCIAL)
    listed = {
        (border["id"], code)
        for border in CATALOGUE["borderline"]
        for split in border["splits"]
        for code in split["codes"]
        if DUTIES[code]["role"] == split["role"] and DUTIES[code]["borderline"]
    }
    assert {(duty["borderline"], code) for code, duty in DUTIES.items() if duty["borderline"]} <= listed
    assert len(listed) == sum(len(s["codes"]) for border in CATALOGUE["borderline"] for s in border["splits"])


@pytest.mark.parametrize("clause", CATALOGUE["clauses"], ids=codes("clauses"))
def test_a_clause_has_the_same_parameters_in_both_languages_and_says_why_it_is_there(
    clause: dict[str, Any],
) -> None:
    names = [parameter["name"] for parameter in clause["params"]]
    for language in LANGUAGES:
        assert sorted(re.findall(r"\{(\w+)\}", clause["text"][language])) == sorted(names)
        assert clause["why"][language].endswith(".")
        assert "€" not in clause["text"][language]
    assert (Onerous(clause["onerous"]) == Onerous.NO) == (clause["onerous_reason"] is None)
    assert {parameter["type"] for parameter in clause["params"]} <= {"int", "money", "text"}


def test_each_field_of_the_engagement_fills_one_parameter() -> None:
    parameters = [parameter for clause in CATALOGUE["clauses"] for parameter in clause["params"]]
    fields = sorted(parameter["field"] for parameter in parameters if "field" in parameter)
    assert fields == ["approval_days", "hourly_rate", "months", "payment_days", "rounds", "validity_days"]


@pytest.mark.parametrize("template", CATALOGUE["templates"], ids=codes("templates"))
def test_a_template_is_an_engagement_that_could_be_issued(template: dict[str, Any]) -> None:
    duties = {code: Responsible(party) for code, party in template["duties"].items()}
    ours = [code for code, party in duties.items() if party == Responsible.STUDIO]
    alive = {code for code, party in duties.items() if party != Responsible.EXCLUDED}
    assert set(duties) <= set(DUTIES)
    assert 12 <= len(ours) <= 20
    assert {code for code, duty in DUTIES.items() if duty["role"] == Lane.ADJACENT} <= set(duties) - alive
    for code in ours:
        assert set(DUTIES[code]["depends_on"]) <= alive, code
    for lane, holder in template["roles"].items():
        assert (Holder(holder) == Holder.STUDIO) == any(DUTIES[code]["role"] == lane for code in ours)
    required = {clause["code"] for clause in CATALOGUE["clauses"] if clause["required"]}
    assert required <= set(template["clauses"]) <= set(codes("clauses"))
    objectives = {row["code"]: row for row in CATALOGUE["objectives"]}
    chosen = set(template["objectives"])
    for code in chosen:
        assert alive & set(objectives[code]["enabled_by"]), code
        assert (objectives[code]["role"] == Lane.MARKETING) or chosen & set(objectives[code]["serves"]), code
