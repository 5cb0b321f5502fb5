"""A Scope written into a draft's rows is read back as it was."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scoping.catalogue.load import load_catalogue
from scoping.catalogue.models import CatalogueDuty
from scoping.clients.models import Client
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Language, Onerous, Responsible
from scoping.engagements.founding import found_engagement
from scoping.engagements.importing import Closed, import_scope
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.record.models import RecordLine
from scoping.record.verify import verify_chain
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories, scopes

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio(name="Studio Faro", vat_number="")
    with studio_scope(made):
        yield made


def brought_in(studio: Studio, described: Scope) -> Engagement:
    return import_scope(studio=studio, described=described, actor=SYSTEM, at=AT).engagement


def test_what_is_written_is_read_back_as_it_was(studio: Studio) -> None:
    described = dataclasses.replace(scopes.producer(), studio=studio.identity())
    engagement = brought_in(studio, described)
    assert scope_of(engagement) == described


def test_writing_again_leaves_nothing_of_what_was_there(studio: Studio) -> None:
    described = dataclasses.replace(scopes.producer(), studio=studio.identity())
    engagement = brought_in(studio, described)
    smaller = dataclasses.replace(
        described, duties=described.duties[:3], objectives=(), fees=(), functions=(), guidelines=()
    )
    again = import_scope(studio=studio, described=smaller, actor=SYSTEM, at=AT)
    assert not again.founded
    assert scope_of(again.engagement) == smaller
    assert again.engagement.pk == engagement.pk


def test_reading_takes_as_many_queries_for_three_duties_as_for_forty(studio: Studio) -> None:
    described = dataclasses.replace(scopes.producer(), studio=studio.identity())
    counts = []
    for number, duties in (("2026-001", described.duties), ("2026-002", described.duties[:3])):
        brought_in(studio, dataclasses.replace(described, number=number, duties=duties))
        engagement = Engagement.objects.for_list().get(number=number)
        with CaptureQueriesContext(connection) as queries:
            scope_of(engagement)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_into_another_studio_its_own_identity_and_number_replace_the_files(studio: Studio) -> None:
    other = dataclasses.replace(
        scopes.producer(), studio=dataclasses.replace(studio.identity(), name="Studio Riva", phone="030 1")
    )
    done = import_scope(studio=studio, described=other, actor=SYSTEM, at=AT)
    said = {one.path: (one.was, one.became) for one in done.replacements}
    assert said["$.scope.studio.name"] == ("Studio Riva", "Studio Faro")
    assert said["$.scope.studio.phone"] == ("030 1", "")
    assert said["$.scope.number"] == (other.number, done.engagement.number)
    assert scope_of(done.engagement).studio == studio.identity()


def test_a_number_that_came_by_a_file_is_never_given_again(studio: Studio) -> None:
    described = dataclasses.replace(
        scopes.producer(), studio=studio.identity(), number="2026-041", dated=AT.date()
    )
    brought_in(studio, described)
    load_catalogue(studio)
    client = Client.objects.create(studio=studio, name="Officina Lario")
    founded = found_engagement(client=client, title="Prova", language=Language.ITALIAN, actor=SYSTEM, at=AT)
    assert founded.number == "2026-042"


def test_a_signed_engagement_is_not_overwritten_by_a_file(studio: Studio) -> None:
    described = dataclasses.replace(scopes.producer(), studio=studio.identity())
    engagement = brought_in(studio, described)
    Engagement.objects.update(state=Engagement.State.SIGNED)
    with pytest.raises(Closed):
        brought_in(studio, dataclasses.replace(described, title="Altro"))
    engagement.refresh_from_db()
    assert engagement.title == described.title


def test_the_same_file_in_two_studios_makes_two_engagements_that_know_nothing_of_each_other(
    studio: Studio,
) -> None:
    brought_in(studio, scopes.producer())
    stranger = factories.studio()
    with studio_scope(stranger):
        assert not Engagement.objects.exists()
        assert not Client.objects.exists()
        brought_in(stranger, scopes.producer())
        assert Engagement.objects.count() == 1
    assert Engagement.objects.count() == 1


def test_a_new_engagement_starts_from_the_studios_catalogue(studio: Studio) -> None:
    load_catalogue(studio)
    client = Client.objects.create(studio=studio, name="Officina Lario")
    engagement = found_engagement(
        client=client, title="Marketing e social", language=Language.ENGLISH, actor=SYSTEM, at=AT
    )
    described = scope_of(engagement)
    assert engagement.number == "2026-001"
    assert {duty.responsible for duty in described.duties} == {Responsible.EXCLUDED}
    assert len(described.duties) == CatalogueDuty.objects.filter(lane=Lane.ADJACENT).count()
    assert described.duties[0].reason
    first = CatalogueDuty.objects.filter(lane=Lane.ADJACENT).first()
    assert first is not None
    assert described.duties[0].name == first.name["en"] != first.name["it"]
    assert len(described.autonomy) >= 6
    assert any(clause.onerous == Onerous.POSSIBLE for clause in described.clauses)
    assert not any("{" in value for clause in described.clauses for _name, value in clause.parameters)
    assert [line.kind for line in RecordLine.objects.all()] == ["engagement_founded"]
    assert verify_chain(studio, engagement.uid) is None


def test_a_clause_of_a_profession_under_law_4_2013_stands_only_where_the_studio_is_under_it(
    studio: Studio,
) -> None:
    load_catalogue(studio)
    client = Client.objects.create(studio=studio, name="Officina Lario")

    def codes() -> set[str]:
        engagement = found_engagement(
            client=client, title="Prova", language=Language.ITALIAN, actor=SYSTEM, at=AT
        )
        return {clause.code for clause in scope_of(engagement).clauses}

    without = codes()
    studio.law_4_2013 = True
    client.studio = studio
    assert codes() - without == {"CLA-24"}


def test_numbers_of_one_year_follow_each_other_and_a_new_year_begins_anew(studio: Studio) -> None:
    load_catalogue(studio)
    client = Client.objects.create(studio=studio, name="Officina Lario")
    moments = [AT, AT, dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)]  # the last is 2027 in Rome
    numbers = [
        found_engagement(client=client, title="Prova", language=Language.ITALIAN, actor=SYSTEM, at=at).number
        for at in moments
    ]
    assert numbers == ["2026-001", "2026-002", "2027-001"]


def test_loading_the_catalogue_twice_writes_nothing_the_second_time(studio: Studio) -> None:
    assert load_catalogue(studio) > 150
    assert load_catalogue(studio) == 0
    assert CatalogueDuty.objects.get(code="SOC-CRI-03").cadence == "on_demand"
    assert CatalogueDuty.objects.get(code="SOC-CNT-03").hours_low == Decimal("1.5")
