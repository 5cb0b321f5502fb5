"""What an hour costs and is worth, and how many there are: internal, dated, bounded."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, text_of

pytestmark = pytest.mark.django_db
RATE = {"since": "2026-01-01", "cost": "62,50", "price": "72"}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def visitor(member: Membership) -> Client:
    return factories.browser(member)


@pytest.fixture
def elena(member: Membership) -> Professional:
    with studio_scope(member.studio):
        return Professional.objects.create(studio=member.studio, name="Elena Conti")


def send(visitor: Client, page: str, elena: Professional, sent: dict[str, str], **names: str) -> Any:
    return visitor.post(reverse(f"professionals:{page}", kwargs={"uid": elena.uid, **names}), sent)


def kept(elena: Professional) -> list[tuple[dt.date, Decimal, Decimal]]:
    with studio_scope(elena.studio):
        return [(one.since, one.cost, one.price) for one in HourRate.objects.of(elena)]


def test_a_rate_holds_from_its_day_and_the_newest_stands_first(visitor: Client, elena: Professional) -> None:
    send(visitor, "rates", elena, RATE)
    page = text_of(
        visitor.get(send(visitor, "rates", elena, RATE | {"since": "2027-01-01", "cost": "65"}).url)
    )
    assert page.index("1 gennaio 2027") < page.index("1 gennaio 2026")
    assert "Pagina interna." in page
    assert kept(elena)[1] == (dt.date(2026, 1, 1), Decimal("62.50"), Decimal(72))


def test_the_same_day_said_again_takes_the_place_of_what_was_said(
    visitor: Client, elena: Professional
) -> None:
    for cost in ("60", "61"):
        send(visitor, "rates", elena, RATE | {"cost": cost})
    assert kept(elena) == [(dt.date(2026, 1, 1), Decimal(61), Decimal(72))]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("since", ""),
        ("since", "ieri"),
        ("since", "1999-12-31"),
        ("since", "2101-01-01"),
        *((field, typed) for field in ("cost", "price") for typed in ("", "0", "-1", "1000000", *NO_NUMBERS)),
    ],
)
def test_a_rate_that_cannot_be_is_refused_at_its_field(
    visitor: Client, elena: Professional, field: str, typed: str
) -> None:
    answer = send(visitor, "rates", elena, RATE | {field: typed})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert kept(elena) == []


def test_a_rate_is_removed_and_a_day_that_is_none_is_not_found(visitor: Client, elena: Professional) -> None:
    send(visitor, "rates", elena, RATE)
    send(visitor, "rate_removal", elena, {}, day="2026-01-01")
    assert kept(elena) == []
    assert send(visitor, "rate_removal", elena, {}, day="2026-13-01").status_code == 404


def test_free_time_keeps_the_months_that_differ(visitor: Client, elena: Professional) -> None:
    sent = {"hours_a_month": "44", "other_months": "2027-08 22\n2026-12: 30,5"}
    page = text_of(visitor.get(send(visitor, "free_time", elena, sent).url))
    with studio_scope(elena.studio):
        free = FreeTime.objects.get()
    assert (free.hours_a_month, free.other_months) == (Decimal(44), {"2026-12": "30.5", "2027-08": "22"})
    assert "2027-08 22" in page


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"hours_a_month": ""}, "hours_a_month"),
        ({"hours_a_month": "-1"}, "hours_a_month"),
        ({"hours_a_month": "745"}, "hours_a_month"),
        ({"other_months": "agosto 22"}, "other_months"),
        ({"other_months": "2027-13 22"}, "other_months"),
        ({"other_months": "0000-08 22"}, "other_months"),
        ({"other_months": "٢٠٢٧-08 22"}, "other_months"),
        ({"other_months": "2027-08 NaN"}, "other_months"),
        ({"other_months": "2027-08 800"}, "other_months"),
        ({"other_months": "2027-08 22\n2027-08 20"}, "other_months"),
        ({"other_months": "\n".join(f"20{year}-01 1" for year in range(20, 90))}, "other_months"),
        *(({"other_months": text}, "other_months") for text, _said in ODD_TEXTS.values()),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_field(
    visitor: Client, elena: Professional, sent: dict[str, str], field: str
) -> None:
    answer = send(visitor, "free_time", elena, {"hours_a_month": "44"} | sent)
    assert answer.status_code == 422
    assert list(answer.context["free"].errors) == [field]
    with studio_scope(elena.studio):
        assert not FreeTime.objects.exists()


@pytest.mark.parametrize("page", ["rates", "free_time"])
def test_a_stranger_neither_reads_nor_writes(visitor: Client, elena: Professional, page: str) -> None:
    send(visitor, "rates", elena, RATE)
    stranger = factories.browser(factories.membership())
    assert send(stranger, page, elena, RATE | {"hours_a_month": "1"}).status_code == 404
    assert len(kept(elena)) == 1
