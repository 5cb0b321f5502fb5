"""What an hour of a band costs and is worth: dated, bounded, internal, for who has no rate of their own."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from scoping.domain.words import Lane
from scoping.engagements.models import Participant
from scoping.judgement.costing import costing_of
from scoping.professionals.experience import RoleExperience
from scoping.professionals.rates import HourRate
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, open_desk, text_of

pytestmark = pytest.mark.django_db
PAGE = "/professionals/rates/"
RATE = {"band": "senior", "since": "2026-01-01", "cost": "62,50", "price": "72"}
Kept = tuple[str, dt.date, Decimal, Decimal]


@pytest.fixture
def visitor(owner: Membership) -> Client:
    return factories.browser(owner)


def kept(owner: Membership) -> list[Kept]:
    with studio_scope(owner.studio):
        return [(one.band, one.since, one.cost, one.price) for one in HourRate.objects.of_bands()]


def test_a_rate_of_a_band_holds_from_its_day_and_is_told_to_be_internal(
    owner: Membership, visitor: Client
) -> None:
    assert text_of(visitor.get(PAGE)).count("Ancora nessuna tariffa.") == 3
    visitor.post(PAGE, RATE)
    page = text_of(visitor.get(PAGE))
    assert "Pagina interna." in page
    assert page.count("Ancora nessuna tariffa.") == 2
    assert kept(owner) == [("senior", dt.date(2026, 1, 1), Decimal("62.50"), Decimal(72))]


def test_a_rate_of_a_day_to_come_is_taken_and_shown_as_such(owner: Membership, visitor: Client) -> None:
    today = owner.studio.day_of(timezone.now())
    ahead = today + dt.timedelta(days=40)
    for since in ("2020-01-01", today.isoformat(), ahead.isoformat()):
        assert visitor.post(PAGE, RATE | {"since": since}).status_code == 302
    visitor.post(PAGE, RATE | {"band": "mid", "since": "2020-01-01"})
    bands = {code: lines for code, _name, lines in visitor.get(PAGE).context["bands"]}
    assert [(one.holds, one.begins) for one in bands["senior"]] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert [(one.holds, one.begins) for one in bands["mid"]] == [(True, False)]
    page = text_of(visitor.get(PAGE))
    assert (page.count("vale questa"), page.count("solo da quel giorno")) == (2, 1)


def test_the_same_day_said_again_takes_the_place_of_what_was_said(owner: Membership, visitor: Client) -> None:
    for changed in ({"cost": "60"}, {"cost": "61"}, {"band": "mid"}):
        visitor.post(PAGE, RATE | changed)
    assert [(band, cost) for band, _since, cost, _price in kept(owner)] == [
        ("mid", Decimal("62.50")),
        ("senior", Decimal(61)),
    ]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *(("band", typed) for typed in ("", "guru", "Senior")),
        *(("since", typed) for typed in ("", "ieri", "1999-12-31", "2101-01-01")),
        *((field, typed) for field in ("cost", "price") for typed in ("", "0", "-1", "1000000", *NO_NUMBERS)),
    ],
)
def test_a_rate_that_cannot_be_is_refused_at_its_field_and_the_rest_stays(
    owner: Membership, visitor: Client, field: str, typed: str
) -> None:
    answer = visitor.post(PAGE, {"since": "2026-03-04"} | RATE | {field: typed})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert ("62,50" if field != "cost" else "72") in text_of(answer)
    assert kept(owner) == []


def test_a_rate_is_removed_and_what_is_not_there_is_not_found(owner: Membership, visitor: Client) -> None:
    visitor.post(PAGE, RATE)
    address = reverse("professionals:band_rate_removal", args=["senior", "2026-01-01"])
    stranger = factories.browser(factories.membership())
    assert stranger.post(address).status_code == 404
    for wrong in (["mid", "2026-01-01"], ["senior", "2026-01-02"], ["senior", "2026-13-01"]):
        path = reverse("professionals:band_rate_removal", args=wrong)
        assert visitor.post(path).status_code == 404
    assert len(kept(owner)) == 1
    assert visitor.post(address).status_code == 302
    assert kept(owner) == []


def test_another_studio_sees_its_own_only(owner: Membership, visitor: Client) -> None:
    visitor.post(PAGE, RATE)
    page = text_of(factories.browser(factories.membership()).get(PAGE))
    assert page.count("Ancora nessuna tariffa.") == 3


def test_it_counts_for_who_has_no_rate_of_their_own_and_only_in_the_role_of_that_band() -> None:
    """What the page keeps reaches the Costing."""
    desk = open_desk()
    desk.browser.post(PAGE, RATE)
    desk.browser.post(PAGE, RATE | {"band": "mid", "cost": "40"})
    with studio_scope(desk.engagement.studio):
        holder = Participant.objects.filter(professional__isnull=False).select_related("professional")[0]
        person = holder.professional
        assert person is not None
        mine = {"studio": desk.engagement.studio, "professional": person}
        HourRate.objects.of(person).delete()
        for lane, band in ((Lane.MARKETING, "senior"), (Lane.SOCIAL, "mid")):
            RoleExperience.objects.create(**mine, lane=lane, band=band)

        def cost(lane: Lane, day: dt.date = dt.date(2026, 12, 1)) -> Decimal | None:
            found = costing_of(desk.engagement, desk.described).rate(holder.key, lane, day)
            return found.cost if found else None

        assert (cost(Lane.MARKETING), cost(Lane.SOCIAL)) == (Decimal("62.50"), Decimal(40))
        assert cost(Lane.MARKETING, dt.date(2025, 12, 31)) is None
        HourRate.objects.create(**mine, since=dt.date(2026, 6, 1), cost=Decimal(55), price=Decimal(70))
        assert (cost(Lane.MARKETING), cost(Lane.SOCIAL)) == (Decimal(55), Decimal(55))
        assert cost(Lane.MARKETING, dt.date(2026, 5, 31)) == Decimal("62.50")


def test_the_page_of_who_has_none_says_that_the_band_counts(visitor: Client, owner: Membership) -> None:
    with studio_scope(owner.studio):
        elena = factories.professional(owner.studio)
    page = reverse("professionals:rates", args=[elena.uid])
    assert "Oppure dillo per tutta una fascia" in text_of(visitor.get(page))
    visitor.post(PAGE, RATE)
    assert "vale quella della sua fascia" in text_of(visitor.get(page))
