"""A client's page: what was done for it, and where one goes on."""

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scoping.clients.models import Client
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import text_of

from . import works

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


@pytest.fixture
def client_row(member: Membership) -> Client:
    with studio_scope(member.studio):
        return factories.client(member.studio, name="Hotel Miralago", city="Bellagio")


def address(client: Client) -> str:
    return reverse("overview:client", args=[client.uid])


def test_it_tells_engagements_documents_contacts_and_who_it_is(
    signed_in: Browser, client_row: Client
) -> None:
    with studio_scope(client_row.studio):
        factories.contact(client_row, name="Ada Rossi")
        works.engagement(client_row, "2026-001", archived=True)
        offered = works.engagement(client_row, "2026-002", state="offered")
        works.document(offered, 1, state="superseded")
        newest = works.document(offered, 2, days_left=-1)
        works.fee(offered, "marketing", 1650)
    page = text_of(signed_in.get(address(client_row)))
    for said in (
        "Ada Rossi", "Bellagio", "Titolo 2026-001", "archiviato", "Titolo 2026-002", "offerta scaduta",
        "1.650", "2026-002</a>, versione 1", "sostituita", "ultima modifica", f"/documents/{newest.uid}.pdf",
        f"/engagements/new/?client={client_row.uid}",
    ):  # fmt: skip
        assert said in page, said
    assert page.index("versione 2") < page.index("versione 1")


def test_a_client_without_engagements_is_led_to_the_first_one(signed_in: Browser, client_row: Client) -> None:
    page = text_of(signed_in.get(address(client_row)))
    assert "Ancora nessuno." in page
    assert "Documenti emessi" not in page
    assert reverse("clients:removal", args=[client_row.uid]) in page


def test_other_clients_work_is_not_told(signed_in: Browser, client_row: Client) -> None:
    with studio_scope(client_row.studio):
        works.document(works.engagement(factories.client(client_row.studio), "2026-009", state="offered"))
    assert "2026-009" not in text_of(signed_in.get(address(client_row)))


def test_it_takes_as_many_queries_whatever_was_done(signed_in: Browser, client_row: Client) -> None:
    with studio_scope(client_row.studio):
        works.document(works.engagement(client_row, "000", state="offered"))
    with CaptureQueriesContext(connection) as short:
        signed_in.get(address(client_row))
    with studio_scope(client_row.studio):
        for place in range(1, 8):
            works.document(works.engagement(client_row, f"{place:03d}", state="offered"))
    with CaptureQueriesContext(connection) as long_page:
        signed_in.get(address(client_row))
    assert len(long_page) == len(short)


def test_another_studio_does_not_find_it(client_row: Client) -> None:
    stranger = factories.browser(factories.membership())
    assert stranger.get(address(client_row)).status_code == 404
