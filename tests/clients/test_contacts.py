"""Contacts: added, edited, removed unless an engagement names them."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from scoping.clients.models import Client, Contact
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db

PAOLA = {"name": "Paola Ferri", "job": "direttrice", "email": "paola@example.org", "phone": "+39 035 1"}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


@pytest.fixture
def client(member: Membership) -> Client:
    with studio_scope(member.studio):
        return factories.client(member.studio)


def contacts(member: Membership) -> list[Contact]:
    with studio_scope(member.studio):
        return list(Contact.objects.all())


def test_a_contact_is_added_and_edited(member: Membership, signed_in: Browser, client: Client) -> None:
    assert signed_in.post(reverse("clients:new_contact", args=[client.uid]), PAOLA).status_code == 302
    [contact] = contacts(member)
    assert {name: getattr(contact, name) for name in PAOLA} == PAOLA
    address = reverse("clients:contact", args=[contact.uid])
    assert "Paola Ferri" in text_of(signed_in.get(address))
    signed_in.post(address, PAOLA | {"job": "titolare"})
    assert contacts(member)[0].job == "titolare"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("email", "paola"),
        ("phone", "1" * 41),
        *(("job", text) for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    member: Membership, signed_in: Browser, client: Client, field: str, value: str
) -> None:
    answer = signed_in.post(reverse("clients:new_contact", args=[client.uid]), PAOLA | {field: value})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert contacts(member) == []


def test_the_same_form_sent_twice_makes_one_contact(
    member: Membership, signed_in: Browser, client: Client
) -> None:
    for _time in range(2):
        answer = signed_in.post(reverse("clients:new_contact", args=[client.uid]), PAOLA)
    assert answer.status_code == 422
    assert len(contacts(member)) == 1


def test_a_contact_is_removed_after_asking(member: Membership, signed_in: Browser, client: Client) -> None:
    with studio_scope(member.studio):
        contact = factories.contact(client, name="Luca Neri")
    address = reverse("clients:contact_removal", args=[contact.uid])
    assert "Luca Neri" in text_of(signed_in.get(address))
    assert len(contacts(member)) == 1
    assert signed_in.post(address)["Location"] == reverse("overview:client", args=[client.uid])
    assert contacts(member) == []


def test_a_contact_whom_an_engagement_names_stays_and_the_page_says_why() -> None:
    desk = open_desk()
    with studio_scope(desk.engagement.studio):
        named = desk.engagement.participant_rows.filter(contact__isnull=False)[0].contact
    assert named is not None
    answer = desk.browser.post(reverse("clients:contact_removal", args=[named.uid]))
    assert answer.status_code == 409
    assert "un incarico nomina questa persona" in text_of(answer)
    with studio_scope(desk.engagement.studio):
        assert Contact.objects.filter(pk=named.pk).exists()


def test_another_studio_s_contact_is_not_found(signed_in: Browser) -> None:
    other = factories.membership()
    with studio_scope(other.studio):
        foreign = factories.contact(factories.client(other.studio))
    for name in ("contact", "contact_removal"):
        address = reverse(f"clients:{name}", args=[foreign.uid])
        assert signed_in.get(address).status_code == 404
        assert signed_in.post(address, PAOLA).status_code == 404
    assert contacts(other)[0].name == foreign.name


def test_a_client_s_page_shows_its_contacts_and_its_engagements() -> None:
    desk = open_desk()
    page = text_of(desk.browser.get(reverse("overview:client", args=[desk.engagement.client.uid])))
    with studio_scope(desk.engagement.studio):
        names = [contact.name for contact in desk.engagement.client.contacts.all()]
    assert names
    assert all(name in page for name in [*names, desk.number])
