"""The studio's page: what an owner says, and what is refused."""

from decimal import Decimal

import pytest
from django.test import Client

from scoping.studios.forms import StudioForm
from tests import factories

pytestmark = pytest.mark.django_db

WHOLE = {
    "name": "Studio Faro", "legal_name": "Studio Faro di Anna Landi", "vat_number": "IT00743110157",
    "tax_code": "rccmnl83s18d969h", "street": "Via del Molo 3", "postcode": "17100", "city": "Savona",
    "province": "SV", "country": "IT", "email": "ciao@studiofaro.example", "pec": "", "phone": "019 1234",
    "website": "studiofaro.example", "language": "it", "time_zone": "Europe/Rome", "hourly_rate": "65,50",
    "approve_possible_apart": "on", "regime": "flat_rate", "income": "self_employment",
    "fund": "inps_separate", "fund_name": "", "fund_percent": "",
}  # fmt: skip


def test_an_owner_says_who_the_studio_is(client: Client) -> None:
    member = factories.membership()
    client.force_login(member.user)
    answer = client.post("/studio/", WHOLE)
    assert answer.status_code == 302
    member.studio.refresh_from_db()
    identity = member.studio.identity()
    assert (identity.vat_number, identity.tax_code) == ("00743110157", "RCCMNL83S18D969H")
    assert member.studio.hourly_rate == Decimal("65.50")
    assert identity.tax.regime == "flat_rate"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Studio\x00"}, "name"),
        ({"vat_number": "00743110158"}, "vat_number"),
        ({"tax_code": "nothing"}, "tax_code"),
        ({"email": "not an address"}, "email"),
        ({"country": "XX"}, "country"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"hourly_rate": "1e400"}, "hourly_rate"),
        ({"hourly_rate": "-5"}, "hourly_rate"),
        ({"regime": "outside_italy"}, "regime"),
        ({"regime": "none of these"}, "regime"),
        ({"country": "AT", "vat_number": "ATU13585627", "tax_code": ""}, "regime"),
        ({"fund": "professional", "fund_percent": "4"}, "fund_name"),
        ({"fund": "professional", "fund_name": "CNPADC"}, "fund_percent"),
        ({"fund": "professional", "fund_name": "CNPADC", "fund_percent": "31"}, "fund_percent"),
    ],
)
def test_what_cannot_be_so_is_said_at_its_field_and_nothing_is_lost(
    change: dict[str, str], field: str
) -> None:
    studio = factories.studio(name="As it was")
    form = StudioForm(WHOLE | change, instance=studio)
    assert list(form.errors) == [field]
    assert form["street"].value() == "Via del Molo 3"
    studio.refresh_from_db()
    assert studio.name == "As it was"


def test_refused_input_comes_back_with_the_form(client: Client) -> None:
    client.force_login(factories.membership().user)
    answer = client.post("/studio/", WHOLE | {"vat_number": "00743110158"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="00743110158"' in page
    assert "invalid-feedback" in page


def test_a_funds_name_goes_when_there_is_no_professional_fund(client: Client) -> None:
    form = StudioForm(
        WHOLE | {"fund": "none", "fund_name": "CNPADC", "fund_percent": "4"}, instance=factories.studio()
    )
    assert form.is_valid(), form.errors
    assert form.save().identity().tax.fund_percent is None


def test_fields_that_nobody_offers_are_not_taken() -> None:
    studio = factories.studio()
    form = StudioForm(
        WHOLE | {"number_prefix": "X-", "logo_mark": "abc", "uid": "x", "founded": "2020-01-01"},
        instance=studio,
    )
    assert form.is_valid()
    assert form.save().number_of(2026, 14) == "2026-014"
