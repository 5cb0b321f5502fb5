"""Changes written into a draft's rows: of the rows they make what they make of the Scope, no more."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from scoping.clients.models import Contact
from scoping.domain.changes import ChangedSince, changes_between, inverse
from scoping.domain.changes.links import named_persons
from scoping.domain.scope import Person, Scope
from scoping.domain.words import ROLE_LANES, Party, Responsible
from scoping.engagements.changing import write_changes
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Duty, Engagement
from scoping.engagements.reading import scope_of
from scoping.professionals.models import Professional
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item, without
from tests.domain.strategies import SCOPES, mended

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
PEOPLE = (
    Person(key="a", party=Party.STUDIO, name="Ada", job="Titolare"),
    Person(key="b-1", party=Party.CLIENT, name="Bruno", email="bruno@example.org"),
    Person(key="C.2", party=Party.CLIENT, name="Carla"),
    Person(key="d_3", party=Party.THIRD, name="Dora", organisation="Tipografia"),
)


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = factories.studio()
    with studio_scope(made):
        yield made


def drawn(described: Scope) -> Scope:
    """The Scope with persons of a few, those whom it names."""
    whole = mended(dataclasses.replace(described, persons=PEOPLE))
    here = named_persons(whole)
    return dataclasses.replace(
        whole,
        persons=tuple(one for one in PEOPLE if one.key in here),
        roles=tuple(sorted(whole.roles, key=lambda role: ROLE_LANES.index(role.lane))),
    )


def with_people(studio: Studio) -> Engagement:
    """An engagement of a client that knows everybody."""
    everybody = dataclasses.replace(mended(example_scope()), persons=(*example_scope().persons, *PEOPLE))
    founded(studio, everybody)
    return founded(studio, dataclasses.replace(example_scope(), number="2026-007"))


def founded(studio: Studio, described: Scope) -> Engagement:
    number = import_scope(studio=studio, described=described, actor=SYSTEM, at=AT).engagement.number
    return Engagement.objects.for_list().get(number=number)


@settings(
    max_examples=settings.default.max_examples // 4 if settings.default else 6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(one=SCOPES.map(drawn), other=SCOPES.map(drawn))
def test_the_rows_become_what_the_changes_make_of_the_scope(studio: Studio, one: Scope, other: Scope) -> None:
    engagement = with_people(studio)
    before = scope_of(engagement)
    one, other = (
        dataclasses.replace(
            drawn, number=before.number, studio=before.studio, client=before.client, dated=before.dated
        )
        for drawn in (one, other)
    )
    for now, then in ((before, one), (one, other), (other, one)):
        changes = changes_between(now, then)
        assert write_changes(engagement, changes) == then
        assert scope_of(Engagement.objects.for_list().get(pk=engagement.pk)) == then


def test_a_change_of_one_duty_writes_one_row(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    places = dict(Duty.objects.values_list("key", "pk"))
    changes = changes_between(before, with_item(before, "duties", "posts", responsible=Responsible.EXCLUDED))
    with CaptureQueriesContext(connection) as queries:
        write_changes(engagement, changes)
    written = [one["sql"] for one in queries if one["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]
    assert len(written) == 1
    assert dict(Duty.objects.values_list("key", "pk")) == places


@pytest.mark.both_databases
def test_a_removed_row_comes_back_at_its_place(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    changes = changes_between(before, without(before, "duties", "posts"))
    write_changes(engagement, changes)
    assert "posts" not in [duty.key for duty in scope_of(engagement).duties]
    write_changes(engagement, inverse(changes))
    assert scope_of(engagement) == before


def test_what_somebody_changed_since_is_refused_and_nothing_is_written(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    two = with_item(with_item(before, "duties", "plan", rounds=3), "duties", "posts", rounds=3)
    changes = changes_between(before, two)
    Duty.objects.filter(key="posts").update(rounds=1)
    with pytest.raises(ChangedSince):
        write_changes(engagement, changes)
    assert next(duty for duty in scope_of(engagement).duties if duty.key == "plan").rounds is None


def test_a_person_who_comes_again_keeps_what_the_client_s_list_says_by_now(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    gone = dataclasses.replace(
        before,
        persons=tuple(one for one in before.persons if one.key != "paola"),
        functions=tuple(one for one in before.functions if one.person != "paola"),
        guidelines=(),
        autonomy=(),
        duties=tuple(dataclasses.replace(duty, person=None) for duty in before.duties),
    )
    changes = changes_between(before, gone)
    write_changes(engagement, changes)
    Contact.objects.filter(name="Paola Ferri").update(job="Nuovo incarico")
    write_changes(engagement, inverse(changes))
    assert scope_of(engagement).person("paola").job == "Nuovo incarico"  # type: ignore[union-attr]
    write_changes(engagement, changes)
    Contact.objects.filter(name="Paola Ferri").update(name="Paola Neri")
    with pytest.raises(ChangedSince):
        write_changes(engagement, inverse(changes))


def test_number_studio_and_client_are_not_the_draft_s_to_change(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    for other in (
        dataclasses.replace(before, number="2026-999"),
        dataclasses.replace(before, client=dataclasses.replace(before.client, name="Altri")),
    ):
        with pytest.raises(ValueError, match="cannot change"):
            write_changes(engagement, changes_between(before, other))


def test_another_studio_s_professional_is_never_found(studio: Studio) -> None:
    engagement = founded(studio, example_scope())
    before = scope_of(engagement)
    with studio_scope(stranger := factories.studio()):
        Professional.objects.create(studio=stranger, name="Zoe Riva")
    zoe = Person(key="zoe", party=Party.STUDIO, name="Zoe Riva")
    more = dataclasses.replace(before, persons=(*before.persons, zoe), signed_for_studio="zoe")
    with pytest.raises(ChangedSince):
        write_changes(engagement, changes_between(before, more))
