"""A scope file into a studio that knows some of its people already."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator

import pytest

from scoping.clients.models import Client, Contact
from scoping.domain.scope import Address, Scope
from scoping.domain.words import Party
from scoping.engagements.importing import Imported, import_scope
from scoping.engagements.models import Engagement, Participant
from scoping.engagements.reading import scope_of
from scoping.professionals.models import Professional
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio(name="Studio Faro")
    with studio_scope(made):
        yield made


def read_in(studio: Studio, described: Scope, *, overwrites: bool = True) -> Imported:
    described = dataclasses.replace(described, studio=studio.identity())
    return import_scope(studio=studio, described=described, actor=SYSTEM, at=AT, overwrites=overwrites)


def replaced(done: Imported) -> dict[str, tuple[str, str]]:
    return {one.path: (one.was, one.became) for one in done.replacements}


def place_of(described: Scope, party: Party) -> int:
    return next(place for place, one in enumerate(described.persons) if one.party == party)


@pytest.mark.parametrize(("party", "table"), [(Party.STUDIO, Professional), (Party.CLIENT, Contact)])
def test_whom_the_studio_knows_stays_as_it_knows_them_and_each_difference_is_listed(
    studio: Studio, party: Party, table: type[Professional] | type[Contact]
) -> None:
    described = example_scope()
    read_in(studio, described)
    place = place_of(described, party)
    person = described.persons[place]
    table.objects.filter(name=person.name).update(job="quella di sempre", email="", phone="")
    changed = with_item(described, "persons", person.key, job="un'altra", email="nuova@example.org", phone="")
    done = read_in(studio, changed)
    row = table.objects.get(name=person.name)
    assert (row.job, row.email) == ("quella di sempre", "nuova@example.org")  # the second was not known
    assert replaced(done) == {f"$.scope.persons[{place}].job": ("un'altra", "quella di sempre")}


def test_a_client_that_the_studio_knows_keeps_its_data(studio: Studio) -> None:
    described = example_scope()
    read_in(studio, described)
    Client.objects.update(short_name="Valverde", pec="", purpose="")
    other = dataclasses.replace(
        described.client,
        short_name="Il caseificio",
        pec="caseificio@pec.example",
        address=Address(street="Via Nuova 9", city="Lodi"),
    )
    done = read_in(studio, dataclasses.replace(described, client=other))
    client = Client.objects.get()
    assert (client.short_name, client.pec, client.street) == (
        "Valverde",
        "caseificio@pec.example",
        described.client.address.street,
    )
    said = replaced(done)
    assert said["$.scope.client.short_name"] == ("Il caseificio", "Valverde")
    assert said["$.scope.client.address.street"] == ("Via Nuova 9", described.client.address.street)
    assert "$.scope.client.pec" not in said


def test_people_who_are_new_come_as_the_file_says(studio: Studio) -> None:
    described = example_scope()
    done = read_in(studio, described)
    assert done.replacements == ()
    assert scope_of(done.engagement).persons == described.persons


def test_a_draft_of_the_same_number_stays_where_nothing_may_be_overwritten(studio: Studio) -> None:
    described = example_scope()
    first = read_in(studio, described)
    second = read_in(studio, dataclasses.replace(described, title="Un altro"), overwrites=False)
    assert second.founded
    assert second.engagement.pk != first.engagement.pk
    first.engagement.refresh_from_db()
    assert first.engagement.title == described.title
    assert replaced(second)["$.scope.number"] == (described.number, second.engagement.number)
    assert Client.objects.count() == 1


def test_a_signed_engagement_stands_in_the_way_of_no_new_one(studio: Studio) -> None:
    read_in(studio, example_scope())
    Engagement.objects.update(state=Engagement.State.SIGNED)
    assert read_in(studio, example_scope(), overwrites=False).founded


def test_an_import_can_be_found_again_by_its_uid(studio: Studio) -> None:
    uid = uuid.uuid4()
    done = import_scope(studio=studio, described=example_scope(), actor=SYSTEM, at=AT, uid=uid)
    assert Engagement.objects.of_uid(uid).get() == done.engagement


def test_a_stranger_s_people_are_not_touched(studio: Studio) -> None:
    stranger = factories.studio()
    with studio_scope(stranger):
        read_in(stranger, example_scope())
        Professional.objects.update(job="di un altro studio")
    done = read_in(studio, example_scope())
    assert done.replacements == ()
    assert not Professional.objects.filter(job="di un altro studio").exists()


def test_of_two_professionals_of_one_name_the_one_at_work_is_meant(studio: Studio) -> None:
    described = example_scope()
    person = described.persons[place_of(described, Party.STUDIO)]
    factories.professional(studio, name=person.name, job=person.job, email=person.email, active=False)
    at_work = factories.professional(studio, name=person.name, job="un altro lavoro")
    read_in(studio, described)
    named = Participant.objects.get(key=person.key)
    assert named.professional == at_work
