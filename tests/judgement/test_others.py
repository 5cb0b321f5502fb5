"""What other engagements ask of the same people: read from what was issued, in a fixed number of queries."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scoping.documents.models import ScopeDocument, Version
from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.judgement.models import DutyEstimate, FrictionAnswer
from scoping.judgement.others import loads_of_others
from scoping.record.write import SYSTEM
from scoping.studios.tenancy import studio_scope
from tests.domain.examples import example_scope
from tests.drafting.desk import AT, Desk, open_desk

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = open_desk()
    with studio_scope(opened.engagement.studio):
        yield opened


def offered(desk: Desk, number: str, *, until: dt.date = TODAY, likely: int = 2) -> Engagement:
    """Another engagement that was offered, without printing its document; its posts take so many hours."""
    studio, scope = desk.engagement.studio, example_scope(number=number)
    engagement = import_scope(studio=studio, described=scope, actor=SYSTEM, at=AT).engagement
    Engagement.objects.filter(pk=engagement.pk).update(state="offered")
    snapshot = scopefile.write(scope)
    version = Version.objects.create(
        studio=studio, engagement=engagement, number=1, state="issued", snapshot=snapshot
    )
    ScopeDocument.objects.create(
        studio=studio,
        version=version,
        code=sha256_hex(number.encode())[:16].upper(),
        issued_at=AT,
        valid_until=until,
        snapshot=snapshot,
        snapshot_sha256=sha256_hex(snapshot),
        pdf_sha256=sha256_hex(b"pdf"),
        pdf_size=3,
        pages=1,
    )
    hours = Decimal(likely)
    DutyEstimate.objects.create(
        studio=studio, engagement=engagement, duty="posts", low=hours, likely=hours, high=hours
    )
    return engagement


def hours_of(desk: Desk) -> dict[str, float]:
    return {load.number: load.months[0][1] for load in loads_of_others(desk.engagement, TODAY)}


def test_it_costs_as_many_queries_for_one_as_for_many(desk: Desk) -> None:
    offered(desk, "2026-101")
    with CaptureQueriesContext(connection) as one:
        loads_of_others(desk.engagement, TODAY)
    for number in ("2026-102", "2026-103", "2026-104"):
        offered(desk, number)
    with CaptureQueriesContext(connection) as many:
        assert len(hours_of(desk)) == 4
    assert len(many) == len(one)


def test_each_asks_by_its_own_estimates_and_answers_though_they_say_the_same(desk: Desk) -> None:
    first, second = offered(desk, "2026-101"), offered(desk, "2026-102", likely=4)
    before = hours_of(desk)
    assert before[second.number] == pytest.approx(2 * before[first.number], rel=0.01)
    FrictionAnswer.objects.create(
        studio=first.studio, engagement=first, question="approvers", answer="unclear"
    )
    after = hours_of(desk)
    assert after[first.number] > before[first.number]
    assert after[second.number] == before[second.number]


def test_a_draft_a_lapsed_offer_and_another_studios_work_ask_nothing(desk: Desk) -> None:
    offered(desk, "2026-101", until=TODAY - dt.timedelta(days=1))
    draft = offered(desk, "2026-102")
    Engagement.objects.filter(pk=draft.pk).update(state="draft")
    theirs = open_desk()
    with studio_scope(theirs.engagement.studio):
        offered(theirs, "2026-103")
    assert hours_of(desk) == {}
