"""The samples can be issued as they stand, are written as the program writes them, and are easy to read."""

import dataclasses
import json
import re
from collections import Counter
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from stdnum.eu import vat as eu_vat
from stdnum.it import codicefiscale, iva

from scoping.catalogue.load import shipped
from scoping.domain import scopefile
from scoping.domain.findings import findings_of
from scoping.domain.scope import Scope
from scoping.domain.tax import TaxLineKind, taxed_payments
from scoping.domain.words import FunctionKind, Holder, Lane, Language, Responsible, Severity
from scoping.press.fonts import unprintable
from tests.catalogue.test_shipped_texts import EASY, HOURS, JARGON, SPELLING
from tests.readability import flesch, gulpease

FOLDER = Path(__file__).parent.parent / "samples"
SAMPLES = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.json"))}
INTERNAL: dict[str, Any] = json.loads(
    (resources.files("scoping.operations") / "demo" / "internal.json").read_text(encoding="utf-8")
)
every_sample = pytest.mark.parametrize("name", SAMPLES)


def sample(name: str) -> Scope:
    return scopefile.read(SAMPLES[name]).scope


def said_of(scope: Scope) -> list[tuple[str, Severity]]:
    """What the rules say of an engagement: each finding's code and weight."""
    found = findings_of(scope, unprintable=unprintable, usual_reasons={})
    return [(finding.rule.code, finding.severity) for finding in found]


def families(scope: Scope) -> dict[str, list[str]]:
    """What a client reads of an engagement, by kind; the clauses are the catalogue's, and measured there."""
    duties = scope.duties
    found = {
        "descriptions": [duty.description for duty in duties],
        "limits": [duty.limits for duty in duties],
        "exclusions": [duty.exclusion for duty in duties],
        "reasons": [duty.reason for duty in duties],
        "deliverables": [duty.deliverable for duty in duties],
        "guidelines": [f"{line.name}. {line.description}".strip() for line in scope.guidelines],
        "autonomy": [", ".join(filter(None, (row.name, row.detail))) for row in scope.autonomy],
        "objectives": [f"{one.name}: {one.kpi}. {one.how_measured}" for one in scope.objectives],
        "examples": [role.example for role in scope.roles],
    }
    return {family: [text for text in texts if text] for family, texts in found.items()}


def test_the_folder_holds_the_three_samples_and_no_other_json() -> None:
    assert list(SAMPLES) == ["hotel", "marketing-only", "small-producer"]
    assert {path.name for path in FOLDER.rglob("*") if path.is_file()} == {
        "README.md",
        *(f"{name}.json" for name in SAMPLES),
    }


@every_sample
def test_a_sample_is_written_as_the_program_writes_it(name: str) -> None:
    read = scopefile.read(SAMPLES[name])
    assert read.issue is None
    assert scopefile.write(read.scope) == SAMPLES[name]


@every_sample
def test_nothing_keeps_a_sample_from_being_issued(name: str) -> None:
    warned = [("two_jerseys_not_examined", Severity.WARNS)] if name == "small-producer" else []
    assert said_of(sample(name)) == warned


@every_sample
def test_a_sample_without_its_approver_would_be_stopped(name: str) -> None:
    scope = sample(name)
    others = tuple(one for one in scope.functions if one.kind != FunctionKind.APPROVER)
    stopped = said_of(dataclasses.replace(scope, functions=others))
    assert ("content_without_approver", Severity.BLOCKS) in stopped


@every_sample
def test_tax_numbers_are_valid(name: str) -> None:
    scope = sample(name)
    assert iva.is_valid(scope.studio.vat_number)
    assert iva.is_valid(scope.studio.tax_code)
    client = scope.client
    assert eu_vat.is_valid(client.vat_number if client.address.country != "IT" else f"IT{client.vat_number}")
    if client.tax_code:
        assert iva.is_valid(client.tax_code) or codicefiscale.is_valid(client.tax_code)


@every_sample
def test_addresses_belong_to_nobody(name: str) -> None:
    scope = sample(name)
    addresses = [person.email for person in scope.persons]
    addresses += [scope.studio.email, scope.studio.pec, scope.studio.website, scope.client.pec]
    assert all(address.endswith(".example") for address in addresses if address)


@every_sample
def test_every_reason_is_the_engagements_own(name: str) -> None:
    excluded = [duty for duty in sample(name).duties if duty.responsible == Responsible.EXCLUDED]
    library = {duty["reason"][language] for duty in shipped()["duties"] for language in ("it", "en")}
    assert excluded
    assert all(duty.reason and duty.if_needed for duty in excluded)
    assert not library & {duty.reason for duty in excluded}


@every_sample
def test_what_others_do_or_give_has_a_name_and_a_time(name: str) -> None:
    scope = sample(name)
    for duty in scope.duties:
        if duty.responsible in (Responsible.CLIENT, Responsible.THIRD):
            assert scope.person(duty.person), duty.key
    for guideline in scope.guidelines:
        assert scope.person(guideline.person), guideline.key
        assert guideline.when.kind != "none", guideline.key


@every_sample
def test_a_sample_is_easy_to_read(name: str) -> None:
    scope = sample(name)
    index = gulpease if scope.language == Language.ITALIAN else flesch
    measured = {family: index(texts) for family, texts in families(scope).items() if texts}
    assert {family: round(value) for family, value in measured.items() if value < EASY} == {}


@every_sample
def test_a_sample_is_well_spelt_and_without_jargon(name: str) -> None:
    scope = sample(name)
    texts = [*(text for texts in families(scope).values() for text in texts)]
    texts += [scope.title, *(duty.name for duty in scope.duties), *(duty.unit for duty in scope.duties)]
    texts += [fee.label for fee in scope.fees]
    for text in texts:
        assert not SPELLING.search(text), text
        assert not HOURS.search(text), text
        assert scope.language == Language.ENGLISH or not JARGON.search(text), text


def test_the_small_producer_has_forty_duties_and_one_person_in_both_roles() -> None:
    scope = sample("small-producer")
    parties = Counter((duty.lane, duty.responsible) for duty in scope.duties)
    assert len(scope.duties) == 40
    assert parties[Lane.MARKETING, Responsible.STUDIO] == 10
    assert parties[Lane.SOCIAL, Responsible.STUDIO] == 11
    assert sum(duty.responsible == Responsible.CLIENT for duty in scope.duties) == 5
    assert sum(duty.responsible == Responsible.EXCLUDED for duty in scope.duties) == 14
    assert scope.double_holder == scope.person("elena")
    assert [fee.amount for fee in scope.fees] == [Decimal(1400), Decimal(1150)]
    assert Counter(objective.lane for objective in scope.objectives) == {Lane.MARKETING: 3, Lane.SOCIAL: 3}


def test_each_sample_holds_the_roles_in_its_own_way() -> None:
    held = {
        name: [sample(name).role(lane).held_by for lane in (Lane.MARKETING, Lane.SOCIAL)] for name in SAMPLES
    }
    assert held == {
        "hotel": [Holder.CLIENT, Holder.STUDIO],
        "marketing-only": [Holder.STUDIO, Holder.THIRD],
        "small-producer": [Holder.STUDIO, Holder.STUDIO],
    }


def test_one_studio_three_clients_three_kinds_of_tax() -> None:
    assert len({sample(name).studio for name in SAMPLES}) == 1
    surcharge = TaxLineKind.INPS_SURCHARGE
    lines = {name: [line.kind for line in taxed_payments(sample(name))[0].lines] for name in SAMPLES}
    assert lines == {
        "hotel": [surcharge, TaxLineKind.REVERSE_CHARGE],
        "marketing-only": [surcharge, TaxLineKind.VAT],
        "small-producer": [surcharge, TaxLineKind.VAT, TaxLineKind.WITHHOLDING],
    }


def test_a_person_of_the_studio_is_the_same_in_every_sample() -> None:
    """An import takes over what a file says of a person: two files that differ would overwrite each other."""
    known: dict[str, object] = {}
    for name in SAMPLES:
        for person in sample(name).persons:
            if person.party == "studio":
                assert known.setdefault(person.name, person) == person


def test_internal_data_name_the_people_and_duties_of_the_samples() -> None:
    scopes = [sample(name) for name in SAMPLES]
    people = {person.name for scope in scopes for person in scope.persons if person.party == "studio"}
    assert {person["name"] for person in INTERNAL["professionals"]} == people
    duties = {(scope.number, duty.key) for scope in scopes for duty in scope.duties}
    estimated = [(one["engagement"], row) for one in INTERNAL["estimates"] for row in one["duties"]]
    assert {(number, row["duty"]) for number, row in estimated} <= duties
    assert all(Decimal(row["low"]) <= Decimal(row["likely"]) <= Decimal(row["high"]) for _, row in estimated)
    own = {(scope.number, duty.key) for scope in scopes for duty in scope.duties if not duty.code}
    assert own <= {(number, row["duty"]) for number, row in estimated}


def test_professionals_are_assessed_against_the_catalogues_competences() -> None:
    items = shipped()["competences"]["items"]
    for person in INTERNAL["professionals"]:
        assert 0 < Decimal(person["cost_rate"]) < Decimal(person["price_rate"])
        roles = [assessment["role"] for assessment in person["assessments"]]
        assert set(roles) <= {experience["role"] for experience in person["experience"]}
        for assessment in person["assessments"]:
            assert [score["competence"] for score in assessment["scores"]] == [
                item["code"] for item in items if item["role"] == assessment["role"]
            ]
            assert all(score["evidence"] and 0 <= score["level"] <= 4 for score in assessment["scores"])


@every_sample
def test_no_internal_figure_is_in_a_sample(name: str) -> None:
    written = SAMPLES[name].decode()
    assert not re.search(r'"[a-z_]*(?:cost|price_rate|hours_|margin|competence|estimate)[a-z_]*"', written)
