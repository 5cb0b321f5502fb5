"""A copy of an earlier engagement: what stays, and what it leaves behind."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from scoping.catalogue.load import load_catalogue
from scoping.catalogue.models import CatalogueTemplate
from scoping.clients.models import Client
from scoping.domain.scope import FeeLine, Person, Scope, When
from scoping.domain.words import FeeKind, FeeLane, Lane, Language, Party, WhenKind
from scoping.engagements.copying import Left, left_behind
from scoping.engagements.founding import found_engagement
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.engagements.writing import write_scope
from scoping.professionals.models import Professional
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
OWN_REASON = "Il vivaio ha già il suo fotografo."


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio(regime="flat_rate")
    with studio_scope(made):
        load_catalogue(made)
        factories.professional(made, name="Anna Landi")
        yield made


@pytest.fixture
def original(studio: Studio) -> Engagement:
    """An engagement of last year with everything of its client's own in it."""
    client = factories.client(studio, name="Vivaio Riva")
    engagement = found_engagement(
        client=client,
        title="I social del vivaio",
        language=Language.ITALIAN,
        actor=SYSTEM,
        at=AT,
        start=dt.date(2026, 1, 12),
        months=6,
        contact=factories.contact(client, name="Paola Riva"),
        template=CatalogueTemplate.objects.get(code="social_only"),
    )
    described = scope_of(engagement)
    photos, first = described.duties_of(Lane.ADJACENT)[0], described.duties_of(Lane.SOCIAL)[0]
    changed = {
        photos.key: dataclasses.replace(photos, reason=OWN_REASON),
        first.key: dataclasses.replace(
            first, when=When(kind=WhenKind.DATE, date=dt.date(2026, 3, 1)), limits="Solo per Vivaio Riva."
        ),
    }
    write_scope(
        engagement,
        dataclasses.replace(
            described,
            persons=(*described.persons, Person(key="agency", party=Party.THIRD, name="Agenzia Blu")),
            duties=tuple(changed.get(duty.key, duty) for duty in described.duties),
            objectives=(
                dataclasses.replace(described.objectives[0], target=Decimal(120)),
                *described.objectives[1:],
            ),
            fees=(
                FeeLine(
                    key="f1", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(650), last_month=6
                ),
                FeeLine(key="f2", lane=FeeLane.SOCIAL, kind=FeeKind.ONCE, amount=Decimal(300), first_month=1),
            ),
        ),
    )
    return engagement


def copy_for(client: Client, original: Engagement, **more: Any) -> Engagement:
    asked: dict[str, Any] = {"start": dt.date(2027, 2, 1), "months": 12}
    return found_engagement(
        client=client,
        title="Altro anno",
        language=Language.ITALIAN,
        actor=SYSTEM,
        at=AT,
        original=original,
        **asked | more,
    )


def without_time(described: Scope) -> Scope:
    return dataclasses.replace(
        described,
        number="",
        title="",
        start=None,
        months=None,
        fees=tuple(dataclasses.replace(fee, last_month=None) for fee in described.fees),
        duties=tuple(dataclasses.replace(duty, when=When()) for duty in described.duties),
    )


def test_a_copy_for_the_same_client_is_the_same_but_for_number_title_and_time(
    studio: Studio, original: Engagement
) -> None:
    copy = copy_for(original.client, original)
    source, now = scope_of(original), scope_of(copy)
    assert without_time(now) == without_time(source)
    assert copy.number != original.number
    assert (now.start, now.months, now.title) == (dt.date(2027, 2, 1), 12, "Altro anno")
    assert [fee.last_month for fee in now.fees] == [12, None]
    assert left_behind(original, copy) == {Left.DATES: (source.duties_of(Lane.SOCIAL)[0].name,)}


def test_no_date_of_the_past_comes_along_also_where_no_start_is_given(
    studio: Studio, original: Engagement
) -> None:
    now = scope_of(copy_for(original.client, original, start=None))
    assert now.start is None
    assert now.dated == AT.date()
    whens = [row.when for row in now.guidelines] + [row.when for row in now.duties]
    assert WhenKind.DATE not in {when.kind for when in whens}
    assert WhenKind.START in {when.kind for when in whens}


def test_another_client_gets_nothing_of_the_former_one_and_what_still_names_it_is_said(
    studio: Studio, original: Engagement
) -> None:
    other = factories.client(studio, name="Hotel Miralago")
    copy = copy_for(other, original, contact=factories.contact(other, name="Ivo Neri"))
    source, now = scope_of(original), scope_of(copy)
    assert now.client.name == "Hotel Miralago"
    assert {(one.party, one.name) for one in now.persons} == {
        (Party.STUDIO, "Anna Landi"),
        (Party.CLIENT, "Ivo Neri"),
    }
    [ivo] = [one for one in now.persons if one.party == Party.CLIENT]
    assert {function.person for function in now.functions} == {ivo.key}
    assert {duty.person for duty in now.duties if duty.person} == {ivo.key}
    assert now.role(Lane.MARKETING).lead == ivo.key
    assert OWN_REASON not in {duty.reason for duty in now.duties}
    assert all(duty.reason for duty in now.duties_of(Lane.ADJACENT))
    assert {one.target for one in now.objectives} == {None}
    assert [fee.amount for fee in now.fees] == [fee.amount for fee in source.fees]
    photos, first = source.duties_of(Lane.ADJACENT)[0], source.duties_of(Lane.SOCIAL)[0]
    assert left_behind(original, copy) == {
        Left.DATES: (first.name,),
        Left.PERSONS: ("Paola Riva", "Agenzia Blu"),
        Left.REASONS: (photos.name,),
        Left.FIGURES: (source.objectives[0].name,),
        Left.STILL_NAMED: (first.name,),
    }


def test_for_another_client_without_people_nobody_of_the_former_one_stays(
    studio: Studio, original: Engagement
) -> None:
    now = scope_of(copy_for(factories.client(studio), original))
    assert {one.party for one in now.persons} == {Party.STUDIO}
    assert now.functions == ()
    assert {guideline.person for guideline in now.guidelines} == {None}


def test_somebody_of_one_name_on_both_sides_stays_two_persons(studio: Studio, original: Engagement) -> None:
    other = factories.client(studio)
    copy = copy_for(other, original, contact=factories.contact(other, name="Anna Landi"))
    assert {(one.party, one.name) for one in scope_of(copy).persons} == {
        (Party.STUDIO, "Anna Landi"),
        (Party.CLIENT, "Anna Landi"),
    }


def test_who_is_at_work_no_more_is_left_out_and_named(studio: Studio, original: Engagement) -> None:
    Professional.objects.filter(name="Anna Landi").update(active=False)
    copy = copy_for(original.client, original)
    now = scope_of(copy)
    assert Party.STUDIO not in {one.party for one in now.persons}
    assert now.signed_for_studio is None
    assert now.role(Lane.SOCIAL).lead is None
    assert left_behind(original, copy)[Left.PERSONS] == ("Anna Landi",)


def test_a_clause_that_is_true_no_more_is_left_out(studio: Studio, original: Engagement) -> None:
    studio.law_4_2013 = True
    studio.save()
    under_the_law = found_engagement(
        client=original.client, title="x", language=Language.ITALIAN, actor=SYSTEM, at=AT
    )
    assert "CLA-24" in {clause.code for clause in scope_of(under_the_law).clauses}
    studio.law_4_2013 = False
    studio.save()
    client = Client.objects.get(pk=original.client_id)
    copy = copy_for(client, under_the_law)
    assert "CLA-24" not in {clause.code for clause in scope_of(copy).clauses}
    assert Left.CLAUSES in left_behind(under_the_law, copy)
