"""Companies: what is typed, what is refused, what another studio cannot reach."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from scoping.clients.models import Client, Contact
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db

NEW = "/clients/new/"
VALVERDE = {
    "name": "Caseificio Valverde",
    "short_name": "Valverde",
    "legal_form": "S.r.l.",
    "size_band": "small",
    "street": "Via dei Prati 4",
    "postcode": "24010",
    "city": "Valverde",
    "province": "bg",
    "country": "IT",
    "vat_number": "IT 00743110157",
    "tax_code": "00743110157",
    "purpose": "",
    "pec": "valverde@pec.example",
    "sdi_code": "abc1234",
    "withholding_agent": "True",
    "language": "it",
}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def only_client(member: Membership) -> Client:
    with studio_scope(member.studio):
        return Client.objects.get()


def how_many(member: Membership) -> int:
    with studio_scope(member.studio):
        return Client.objects.count()


def test_every_field_of_a_client_is_kept_as_it_should_be_written(
    member: Membership, signed_in: Browser
) -> None:
    answer = signed_in.post(NEW, VALVERDE)
    client = only_client(member)
    assert answer["Location"] == reverse("overview:client", args=[client.uid])
    kept = {name: getattr(client, name) for name in VALVERDE}
    assert kept == VALVERDE | {
        "vat_number": "00743110157",
        "sdi_code": "ABC1234",
        "province": "BG",
        "withholding_agent": True,
    }


def test_a_form_that_is_sent_as_it_came_changes_nothing(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NEW, VALVERDE)
    before = only_client(member)
    address = reverse("clients:identity", args=[before.uid])
    form = signed_in.get(address).context["form"]
    sent = {field.html_name: "" if field.value() is None else str(field.value()) for field in form}
    assert signed_in.post(address, sent).status_code == 302
    after = only_client(member)
    assert [getattr(after, name) for name in VALVERDE] == [getattr(before, name) for name in VALVERDE]


def test_a_name_is_enough_to_begin(member: Membership, signed_in: Browser) -> None:
    answer = signed_in.post(NEW, {"name": "Bar Sport", "country": "IT", "language": "en"})
    assert answer.status_code == 302
    client = only_client(member)
    assert (client.withholding_agent, client.size_band, client.language) == (None, "", "en")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "obbligatorio"),
        ("vat_number", "00743110158", "errore di battitura"),
        ("vat_number", "123", "troppi caratteri"),
        ("tax_code", "RCCMNL83S18D969X", "errore di battitura"),
        ("tax_code", "AB", "16"),
        ("sdi_code", "ABC12", "sette lettere o cifre"),
        ("sdi_code", "ABC-123", "sette lettere o cifre"),
        ("sdi_code", "ABC12345", "7 caratteri"),
        ("pec", "non una mail", "valido"),
        ("country", "ZZ", "opzione valida"),
        ("country", "Italia", "opzione valida"),
        ("withholding_agent", "maybe", "opzione valida"),
        ("size_band", "huge", "opzione valida"),
        ("language", "fr", "opzione valida"),
        ("name", "x" * 201, "200 caratteri"),
        ("purpose", "x" * 501, "500 caratteri"),
        *(("name", text, sentence) for text, sentence in ODD_TEXTS.values()),
        ("street", "Via\nRoma", "riga sola"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    member: Membership, signed_in: Browser, field: str, value: str, sentence: str
) -> None:
    answer = signed_in.post(NEW, VALVERDE | {field: value})
    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field])
    assert "Via dei Prati 4" in text_of(answer) or field == "street"
    assert how_many(member) == 0


@pytest.mark.parametrize(
    ("country", "typed", "kept"),
    [
        ("AT", "U13585627", "ATU13585627"),
        ("AT", "AT U13585627", "ATU13585627"),
        ("DE", "DE 136,695 976", "DE136695976"),
        ("GR", "EL 094259216", "EL094259216"),
        ("CH", "CHE-123.456.788 MWST", "CHE-123.456.788 MWST"),
    ],
)
def test_a_vat_number_of_another_country_is_checked_by_its_own_rules(
    member: Membership, signed_in: Browser, country: str, typed: str, kept: str
) -> None:
    data = {"name": "Gasthof", "country": country, "language": "it", "vat_number": typed}
    assert signed_in.post(NEW, data).status_code == 302
    assert only_client(member).vat_number == kept


def test_a_wrong_number_of_another_country_is_refused(signed_in: Browser) -> None:
    data = {"name": "Gasthof", "country": "AT", "language": "it", "vat_number": "U13585626"}
    answer = signed_in.post(NEW, data)
    assert answer.context["form"].errors["vat_number"]


def test_the_same_form_sent_twice_makes_one_client(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NEW, VALVERDE)
    answer = signed_in.post(NEW, VALVERDE | {"name": "CASEIFICIO valverde"})
    assert set(answer.context["form"].errors) == {"name", "vat_number"}
    assert how_many(member) == 1


def test_two_studios_may_have_the_same_client(signed_in: Browser) -> None:
    signed_in.post(NEW, VALVERDE)
    other = factories.membership()
    assert factories.browser(other).post(NEW, VALVERDE).status_code == 302
    assert how_many(other) == 1


def test_fields_that_the_form_does_not_have_are_ignored(member: Membership, signed_in: Browser) -> None:
    other = factories.membership()
    signed_in.post(NEW, VALVERDE | {"studio": str(other.studio.pk), "id": "999", "uid": "x"})
    assert only_client(member).studio == member.studio


def test_half_a_character_is_no_server_error(signed_in: Browser) -> None:
    body = "name=Bar%ED%A0%80&country=IT&language=it"
    answer = signed_in.post(NEW, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 422}


def test_another_studio_s_client_is_not_found(member: Membership, signed_in: Browser) -> None:
    other = factories.membership()
    with studio_scope(other.studio):
        foreign = factories.client(other.studio, name="Segreta")
    for name in ("overview:client", "clients:identity", "clients:new_contact", "clients:removal"):
        address = reverse(name, args=[foreign.uid])
        assert signed_in.get(address).status_code == 404
        assert signed_in.post(address, VALVERDE).status_code in {404, 405}
    assert "Segreta" not in text_of(signed_in.get("/clients/"))


def test_the_list_finds_by_name_town_and_number(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        factories.client(member.studio, name="Caseificio Valverde", city="Bergamo")
        factories.client(member.studio, name="Hotel Miralago", vat_number="00743110157")
        factories.client(member.studio, name="Caffè ÀNCORA")
    for words, found in [
        ("case berg", "Valverde"), ("0074", "Miralago"), ("", "Valverde"), ("caffe ancora", "Caffè ÀNCORA"),
    ]:  # fmt: skip
        assert found in text_of(signed_in.get("/clients/", {"q": words}))
    assert "Miralago" not in text_of(signed_in.get("/clients/", {"q": "valverde"}))
    assert "Nessun cliente risponde" in text_of(signed_in.get("/clients/", {"q": "niente"}))


@pytest.mark.parametrize("words", ["x\x00", "y" * 101, "\u202e"])
def test_a_question_that_makes_no_sense_is_answered_with_the_whole_list(
    member: Membership, signed_in: Browser, words: str
) -> None:
    with studio_scope(member.studio):
        factories.client(member.studio, name="Hotel Miralago")
    answer = signed_in.get("/clients/", {"q": words})
    assert answer.status_code == 200
    assert "Miralago" in text_of(answer)


def test_an_empty_list_leads_to_the_first_client(signed_in: Browser) -> None:
    assert NEW in text_of(signed_in.get("/clients/"))


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/engagements/", "/engagements/"),
        ("https://elsewhere.example/", None),
        ("//elsewhere.example/", None),
        ("/\\elsewhere.example", None),
        ("javascript:alert(1)", None),
    ],
)
def test_saving_leads_back_to_our_own_pages_only(
    member: Membership, signed_in: Browser, asked: str, led: str | None
) -> None:
    answer: Any = signed_in.post(f"{NEW}?next={asked}", VALVERDE)
    assert answer["Location"] == (led or reverse("overview:client", args=[only_client(member).uid]))


def test_a_long_list_has_pages_and_as_many_queries_as_a_short_one(
    member: Membership, signed_in: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with studio_scope(member.studio):
        for place in range(60):
            factories.client(member.studio, name=f"Azienda {place:02d}")
    first, last = (text_of(signed_in.get("/clients/", {"page": page})) for page in ("1", "99"))
    assert "Pagina 1 di 3" in first
    assert "Azienda 24" in first
    assert "Azienda 25" not in first
    assert "Pagina 3 di 3" in last
    assert "Azienda 59" in last
    with CaptureQueriesContext(connection) as long_list:
        signed_in.get("/clients/")
    with studio_scope(member.studio):
        Client.objects.exclude(name="Azienda 00").delete()
    with django_assert_num_queries(len(long_list)):
        signed_in.get("/clients/")


def test_a_client_without_engagements_goes_with_its_contacts_after_asking(
    member: Membership, signed_in: Browser
) -> None:
    with studio_scope(member.studio):
        client = factories.client(member.studio, name="Bar Sport")
        factories.contact(client)
    address = reverse("clients:removal", args=[client.uid])
    assert address in text_of(signed_in.get(reverse("overview:client", args=[client.uid])))
    assert "Togliere Bar Sport?" in text_of(signed_in.get(address))
    assert how_many(member) == 1
    answer = signed_in.post(address, follow=True)
    assert "Tolto: Bar Sport." in text_of(answer)
    assert how_many(member) == 0
    with studio_scope(member.studio):
        assert Contact.objects.count() == 0
    assert signed_in.post(address).status_code == 404


def test_a_client_with_engagements_stays_with_all_its_contacts_and_the_page_says_why() -> None:
    desk = open_desk()
    client = desk.engagement.client
    with studio_scope(client.studio):
        contacts = client.contacts.count() + 1
        factories.contact(client)
    address = reverse("clients:removal", args=[client.uid])
    assert address not in text_of(desk.browser.get(reverse("overview:client", args=[client.uid])))
    answer = desk.browser.post(address)
    assert answer.status_code == 409
    assert "ci sono incarichi per questo cliente" in text_of(answer)
    with studio_scope(client.studio):
        assert client.contacts.count() == contacts


def test_the_six_signs_of_a_public_office_will_do(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        office = factories.client(member.studio, name="Comune di Rivalta")
    page = signed_in.get(f"/clients/{office.uid}/identity/")
    assert "sei se è un ufficio pubblico" in text_of(page)
    typed = {"name": office.name, "country": "IT", "language": "it", "sdi_code": "uf1abc"}
    assert signed_in.post(f"/clients/{office.uid}/identity/", typed).status_code == 302
    with studio_scope(member.studio):
        office.refresh_from_db()
    assert office.sdi_code == "UF1ABC"
