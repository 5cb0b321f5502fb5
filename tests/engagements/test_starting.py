"""What a new engagement starts from: the studio's templates, its professionals, the client's people."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from scoping.catalogue.load import load_catalogue
from scoping.catalogue.models import CatalogueClause, CatalogueDuty, CatalogueObjective, CatalogueTemplate
from scoping.domain.scope import Scope
from scoping.domain.words import (
    Decision,
    FunctionKind,
    IfNeeded,
    Lane,
    Language,
    Party,
    Responsible,
    WhenKind,
)
from scoping.engagements.founding import found_engagement
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.engagements.starting import missing_from_catalogue
from scoping.engagements.writing import write_scope
from scoping.judgement.judge import judge
from scoping.record.models import RecordLine
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
TEMPLATES = ("social_only", "marketing_only", "both_two_people", "both_one_person")
# What is left to say after a start with a template: the fees, and once which AI programs the studio uses.
LEFT = {"role_without_fee", "clause_parameter_missing"}


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio(regime="flat_rate", hourly_rate=Decimal(60))
    with studio_scope(made):
        load_catalogue(made)
        yield made


def started(studio: Studio, template: str = "", *, contact: str = "Paola Riva", **more: Any) -> Scope:
    client = more.pop("client", None) or factories.client(studio, vat_number="01234560157")
    person = factories.contact(client, name=contact) if contact else None
    engagement = found_engagement(
        client=client,
        title="Marketing e social",
        language=more.pop("language", Language.ITALIAN),
        actor=SYSTEM,
        at=AT,
        start=dt.date(2027, 1, 11),
        months=12,
        contact=person,
        template=CatalogueTemplate.objects.get(code=template) if template else None,
        **more,
    )
    return scope_of(engagement)


def leads(described: Scope) -> dict[Lane, str]:
    people = {lane: described.person(described.role(lane).lead) for lane in (Lane.MARKETING, Lane.SOCIAL)}
    return {lane: person.name for lane, person in people.items() if person is not None}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("template", TEMPLATES)
def test_after_a_start_with_a_template_little_is_missing(
    studio: Studio, template: str, language: Language
) -> None:
    factories.professional(studio, name="Anna Landi", marketing_since=2012)
    factories.professional(studio, name="Ugo Conti", social_since=2018)
    described = started(studio, template, language=language)
    assert {finding.code for finding in judge(described).blocks} == LEFT
    row = CatalogueTemplate.objects.get(code=template)
    assert {role.lane: role.held_by for role in described.roles} == row.roles
    done = {duty.code: duty.responsible for duty in described.duties}
    assert done.items() >= row.duties.items()
    assert [one.code for one in described.objectives] == row.objectives
    assert {clause.code for clause in described.clauses} == set(row.clauses)


@pytest.mark.parametrize("template", TEMPLATES)
def test_little_is_left_to_mend_beside_what_blocks(studio: Studio, template: str) -> None:
    factories.professional(studio, name="Anna Landi", marketing_since=2012, social_since=2012)
    described = started(studio, template)
    expected = {
        "social_only": set(),
        "marketing_only": {"role_without_lead", "duty_without_person"},  # a third party's, who is unknown
        "both_two_people": {"role_without_lead"},  # there is only one person
        "both_one_person": {"two_jerseys_not_examined"},
    }
    assert {finding.code for finding in judge(described).warns} == expected[template]


def test_all_other_adjacent_work_is_excluded_also_what_the_studio_added_itself(studio: Studio) -> None:
    first = CatalogueDuty.objects.filter(lane=Lane.ADJACENT).first()
    assert first is not None
    first.pk, first.code, first.position = None, "OWN-01", 900
    first.save()
    described = started(studio, "both_one_person")
    adjacent = described.duties_of(Lane.ADJACENT)
    assert {duty.responsible for duty in adjacent} == {Responsible.EXCLUDED}
    assert {duty.code for duty in adjacent} == set(
        CatalogueDuty.objects.filter(lane=Lane.ADJACENT).values_list("code", flat=True)
    )
    assert all(duty.reason and duty.if_needed for duty in adjacent)


def test_who_is_alone_leads_and_signs(studio: Studio) -> None:
    factories.professional(studio, name="Anna Landi")
    factories.professional(studio, name="Ugo Conti", active=False)
    described = started(studio, "both_one_person")
    assert leads(described) == {Lane.MARKETING: "Anna Landi", Lane.SOCIAL: "Anna Landi"}
    signing = described.person(described.signed_for_studio)
    assert signing is not None
    assert signing.name == "Anna Landi"


def test_one_person_never_leads_both_where_two_were_asked_for(studio: Studio) -> None:
    factories.professional(studio, name="Anna Landi")
    assert leads(started(studio, "both_two_people")) == {}


def test_two_people_lead_each_what_they_do(studio: Studio) -> None:
    factories.professional(studio, name="Anna Landi", marketing_since=2012)
    factories.professional(studio, name="Ugo Conti", marketing_since=2015, social_since=2018)
    described = started(studio, "both_two_people")
    assert leads(described) == {Lane.SOCIAL: "Ugo Conti", Lane.MARKETING: "Anna Landi"}
    tone = next(one for one in described.guidelines if one.key == "GL-S-02")
    assert tone.source == Party.STUDIO
    giver = described.person(tone.person)
    assert giver is not None
    assert giver.name == "Anna Landi"


def test_nobody_is_guessed_among_several(studio: Studio) -> None:
    for name in ("Anna Landi", "Ugo Conti", "Ivo Neri"):
        factories.professional(studio, name=name)
    for template in ("both_two_people", "both_one_person", "social_only"):
        described = started(studio, template)
        assert Lane.MARKETING not in leads(described) or template == "social_only"
        assert Lane.SOCIAL not in leads(described)
        assert described.signed_for_studio is None


def test_of_several_professionals_the_one_who_signed_last_signs_again(studio: Studio) -> None:
    anna = factories.professional(studio, name="Anna Landi", social_since=2012)
    started(studio, "social_only")
    factories.professional(studio, name="Ugo Conti")
    described = started(studio, "social_only")
    signing = described.person(described.signed_for_studio)
    assert signing is not None
    assert signing.name == anna.name


def test_the_client_who_keeps_marketing_gives_the_guidelines_and_does_its_duties(studio: Studio) -> None:
    described = started(studio, "social_only")
    [person] = [one for one in described.persons if one.party == Party.CLIENT]
    assert described.role(Lane.MARKETING).lead == person.key
    assert {guideline.lane for guideline in described.guidelines} == {Lane.SOCIAL}
    assert {(one.source, one.person) for one in described.guidelines} == {(Party.CLIENT, person.key)}
    theirs = [duty for duty in described.duties if duty.responsible == Responsible.CLIENT]
    assert theirs
    assert {duty.person for duty in theirs} == {person.key}
    asked = [row for row in described.autonomy if row.decision != Decision.DECIDES]
    assert asked
    assert {row.person for row in asked} == {person.key}
    kinds = {function.kind: function for function in described.functions}
    assert set(kinds) == {FunctionKind.SIGNATORY, FunctionKind.COUNTERPART, FunctionKind.APPROVER}
    assert kinds[FunctionKind.APPROVER].days
    assert kinds[FunctionKind.SIGNATORY].order == 1


def test_where_another_firm_does_social_media_the_studio_gives_it_its_guidelines(studio: Studio) -> None:
    factories.professional(studio, name="Anna Landi")
    described = started(studio, "marketing_only")
    assert described.autonomy == ()
    social = [one for one in described.guidelines if one.lane == Lane.SOCIAL]
    assert social
    assert {one.source for one in social} == {Party.STUDIO}
    assert {one.source for one in described.guidelines if one.lane == Lane.MARKETING} == {Party.CLIENT}


def test_the_functions_of_the_last_engagement_come_again_for_the_same_client(studio: Studio) -> None:
    client = factories.client(studio)
    started(studio, "social_only", client=client)
    factories.contact(client, name="Ivo Riva")
    again = started(studio, "social_only", client=client, contact="")
    assert [one.name for one in again.persons if one.party == Party.CLIENT] == ["Paola Riva"]
    assert len(again.functions) == 3


def test_of_several_contacts_nobody_is_guessed(studio: Studio) -> None:
    client = factories.client(studio)
    for name in ("Paola Riva", "Ivo Riva"):
        factories.contact(client, name=name)
    described = started(studio, "social_only", client=client, contact="")
    assert described.functions == ()
    assert {duty.person for duty in described.duties} == {None}


def test_what_the_catalogue_has_no_more_is_left_out_and_named(studio: Studio) -> None:
    template = CatalogueTemplate.objects.get(code="both_one_person")
    assert missing_from_catalogue(template) == ()
    CatalogueDuty.objects.filter(code="SOC-CNT-01").delete()
    CatalogueObjective.objects.filter(code="OBJ-M-05").delete()
    CatalogueClause.objects.filter(code="CLA-12").delete()
    assert missing_from_catalogue(template) == ("SOC-CNT-01", "OBJ-M-05", "CLA-12")
    described = started(studio, "both_one_person")
    assert "SOC-CNT-01" not in {duty.code for duty in described.duties}
    assert all("OBJ-M-05" not in one.serves for one in described.objectives)


def test_the_record_says_what_it_started_from(studio: Studio) -> None:
    started(studio, "social_only")
    [line] = RecordLine.objects.all()
    assert json.loads(line.body)["data"]["template"] == "social_only"


def test_no_template_brings_a_day_of_the_calendar(studio: Studio) -> None:
    for template in TEMPLATES:
        described = started(studio, template)
        whens = [row.when for row in described.guidelines] + [row.when for row in described.duties]
        assert WhenKind.DATE not in {when.kind for when in whens}


def test_what_a_clause_asks_of_the_studio_is_typed_once(studio: Studio) -> None:
    described = started(studio, "social_only")
    engagement = Engagement.objects.get()
    written = tuple(
        dataclasses.replace(clause, parameters=(("ai_list", "un correttore di bozze"),))
        if clause.code == "CLA-21"
        else clause
        for clause in described.clauses
    )
    write_scope(engagement, dataclasses.replace(described, clauses=written))
    again = started(studio, "both_one_person")
    assert {finding.code for finding in judge(again).blocks} == {"role_without_fee"}
    assert ("ai_list", "un correttore di bozze") in [
        pair for clause in again.clauses for pair in clause.parameters
    ]
    english = started(studio, "both_one_person", language=Language.ENGLISH)
    assert ("ai_list", "") in [pair for clause in english.clauses for pair in clause.parameters]


def test_reasons_that_are_still_the_catalogue_s_are_hinted_at_until_they_are_this_client_s(
    studio: Studio,
) -> None:
    described = started(studio, "both_one_person", language=Language.ENGLISH)
    excluded = [duty for duty in described.duties if duty.responsible == Responsible.EXCLUDED]
    assert hinted(described) == len(excluded)
    own = dataclasses.replace(excluded[0], reason="The nursery has a photographer of its own.")
    duties = tuple(own if duty.key == own.key else duty for duty in described.duties)
    assert hinted(dataclasses.replace(described, duties=duties)) == len(excluded) - 1


@pytest.mark.parametrize(
    ("template", "promised"), [("", False), ("social_only", False), ("marketing_only", True)]
)
def test_only_who_conducts_promises_to_coordinate_excluded_work(
    studio: Studio, template: str, promised: bool
) -> None:
    ways = {duty.if_needed for duty in started(studio, template).duties_of(Lane.ADJACENT)}
    assert (IfNeeded.COORDINATE in ways) == promised
    assert IfNeeded.QUOTE in ways


def hinted(described: Scope) -> object:
    """How many reasons the hint counts."""
    [hint] = [one for one in judge(described).hints if one.code == "reasons_of_the_catalogue"]
    return hint.facts["count"]
