"""The studio's series of numbers: set by the owner, shown before it is kept, never going back."""

import datetime as dt

import pytest
from django.test import Client as Browser

from scoping.engagements.models import NumberSeries
from scoping.engagements.models.engagement import reserve_number, skip_number
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, text_of

pytestmark = pytest.mark.django_db

NUMBERS = "/studio/numbers/"
YEAR = dt.date.today().year
WISH = {"beginning": "SF", "digits": "4", "following": "23"}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def next_number(member: Membership) -> str:
    member.studio.refresh_from_db()
    with studio_scope(member.studio):
        return reserve_number(member.studio, YEAR)


def test_a_change_is_shown_first_and_made_when_it_is_confirmed(
    member: Membership, signed_in: Browser
) -> None:
    shown = text_of(signed_in.post(NUMBERS, WISH))
    assert f"SF-{YEAR}-0023" in shown
    member.studio.refresh_from_db()
    assert member.studio.number_prefix == ""
    assert signed_in.post(NUMBERS, WISH | {"confirmed": "yes"}).status_code == 302
    assert next_number(member) == f"SF-{YEAR}-0023"
    assert next_number(member) == f"SF-{YEAR}-0024"


def test_the_page_says_what_is_so_now(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NUMBERS, WISH | {"confirmed": "yes"})
    form = signed_in.get(NUMBERS).context["form"]
    assert (form["beginning"].value(), form["digits"].value(), form["following"].value()) == ("SF", 4, 23)


def test_without_a_beginning_numbers_are_the_year_and_the_place(
    member: Membership, signed_in: Browser
) -> None:
    signed_in.post(NUMBERS, {"beginning": "", "digits": "3", "following": "7", "confirmed": "yes"})
    assert next_number(member) == f"{YEAR}-007"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("beginning", "SF/"),
        ("beginning", "Più"),
        ("beginning", "x" * 12),
        ("beginning", "../"),
        *(("beginning", text) for text, _sentence in ODD_TEXTS.values()),
        ("digits", "2"),
        ("digits", "many"),
        ("following", "0"),
        ("following", "100000"),
        ("following", ""),
        *(("following", number) for number in NO_NUMBERS),
    ],
)
def test_what_cannot_be_so_is_said_at_its_field_and_nothing_changes(
    member: Membership, signed_in: Browser, field: str, value: str
) -> None:
    answer = signed_in.post(NUMBERS, WISH | {field: value, "confirmed": "yes"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert all(answer.context["form"][name].value() == (WISH | {field: value})[name] for name in WISH)
    assert next_number(member) == f"{YEAR}-001"


def test_a_place_that_was_given_is_not_given_again(member: Membership, signed_in: Browser) -> None:
    assert next_number(member) == f"{YEAR}-001"
    answer = signed_in.post(NUMBERS, WISH | {"following": "1", "confirmed": "yes"})
    assert answer.status_code == 422
    assert "nessuno si dà due volte" in text_of(answer)


def test_a_number_that_a_file_brought_goes_on_behind_it(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NUMBERS, WISH | {"confirmed": "yes"})
    member.studio.refresh_from_db()
    with studio_scope(member.studio):
        skip_number(member.studio, f"SF-{YEAR}-0040")
        skip_number(member.studio, "another form")
    assert next_number(member) == f"SF-{YEAR}-0041"


def test_only_owners_number_and_only_their_own_studio(signed_in: Browser, member: Membership) -> None:
    other = factories.membership()
    signed_in.post(NUMBERS, WISH | {"confirmed": "yes"})
    assert next_number(other) == f"{YEAR}-001"
    with studio_scope(other.studio):
        assert NumberSeries.objects.count() == 1
    plain = factories.browser(factories.membership(studio=member.studio, rank=Rank.MEMBER))
    assert plain.get(NUMBERS).status_code == 403
    assert plain.post(NUMBERS, WISH | {"confirmed": "yes"}).status_code == 403
