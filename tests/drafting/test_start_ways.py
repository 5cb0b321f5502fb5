"""The ways to start: from a template, as a copy, from a scope file."""

import dataclasses
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from scoping.catalogue.load import load_catalogue
from scoping.catalogue.models import CatalogueDuty
from scoping.clients.models import Client, Contact
from scoping.domain import scopefile
from scoping.domain.scope import Scope, When
from scoping.domain.words import Holder, Lane, WhenKind
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

NEW, COPY, FILE, CATALOGUE = (f"/engagements/new/{way}" for way in ("", "copy/", "file/", "catalogue/"))
FIRST = {
    "begin": "social_only",
    "new_client": "Vivaio Riva",
    "vat_number": "01234560157",
    "contact_name": "Paola Riva",
    "contact_job": "titolare",
    "title": "I social del vivaio",
    "start": "2027-01-11",
    "months": "12",
}


@pytest.fixture
def member() -> Membership:
    made = factories.membership()
    with studio_scope(made.studio):
        load_catalogue(made.studio)
    return made


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def newest(member: Membership) -> Scope:
    """The newest engagement of the studio, as it is kept."""
    with studio_scope(member.studio):
        return scope_of(Engagement.objects.for_list().order_by("-pk")[0])


def how_many(member: Membership) -> int:
    with studio_scope(member.studio):
        return Engagement.objects.count()


def test_a_template_is_chosen_by_its_card_and_leads_to_what_is_missing(
    member: Membership, signed_in: Browser
) -> None:
    page = text_of(signed_in.get(NEW))
    for name in ("Solo social", "Solo marketing", "due persone", "una persona", "Da zero"):
        assert name in page
    answer = signed_in.post(NEW, FIRST)
    described = newest(member)
    assert answer["Location"] == f"/engagements/{described.number}/review/"
    assert described.role(Lane.MARKETING).held_by == Holder.CLIENT
    assert (described.client.vat_number, described.client.address.country) == ("01234560157", "IT")
    assert [(person.name, person.job) for person in described.persons] == [("Paola Riva", "titolare")]
    assert len(described.functions) == 3


def test_the_cards_speak_the_reader_s_language(signed_in: Browser) -> None:
    page = text_of(signed_in.get(NEW, headers={"accept-language": "en"}))
    assert "Social media only" in page
    assert "Another firm looks after social media" in page


def test_a_client_from_abroad_is_known_by_its_vat_number(member: Membership, signed_in: Browser) -> None:
    signed_in.post(NEW, FIRST | {"vat_number": "ATU13585627"})
    described = newest(member)
    assert (described.client.vat_number, described.client.address.country) == ("ATU13585627", "AT")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"begin": "nothing"}, "begin"),
        ({"vat_number": "01234560158"}, "vat_number"),
        ({"vat_number": "x" * 21}, "vat_number"),
        ({"contact_name": "x" * 121}, "contact_name"),
        ({"contact_name": "Paola\x00"}, "contact_name"),
        ({"start": "domani"}, "start"),
        ({"start": "0001-01-01"}, "start"),
        ({"months": "0"}, "months"),
        ({"months": "1_2"}, "months"),
        ({"months": "121"}, "months"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    member: Membership, signed_in: Browser, changed: dict[str, str], field: str
) -> None:
    answer = signed_in.post(NEW, FIRST | changed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    kept = set(FIRST) - {"begin", field}
    assert {name: answer.context["form"][name].value() for name in kept} == {
        name: FIRST[name] for name in kept
    }
    assert how_many(member) == 0
    with studio_scope(member.studio):
        assert not Client.objects.exists()


def test_a_vat_number_is_of_a_new_client_and_of_one_alone(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        known = factories.client(member.studio, name="Hotel Miralago", vat_number="01234560157")
    answer = signed_in.post(NEW, FIRST)
    assert "Questa partita IVA è già di Hotel Miralago." in text_of(answer)
    answer = signed_in.post(NEW, FIRST | {"client": str(known.uid), "new_client": ""})
    assert set(answer.context["form"].errors) == {"vat_number"}
    assert how_many(member) == 0


def test_who_decides_is_a_contact_that_is_there_or_a_new_one(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        client = factories.client(member.studio)
        factories.contact(client, name="Paola Riva", job="direttrice")
    chosen = FIRST | {"client": str(client.uid), "new_client": "", "vat_number": ""}
    signed_in.post(NEW, chosen | {"contact_name": "paola riva"})
    assert [person.job for person in newest(member).persons] == ["direttrice"]
    signed_in.post(NEW, chosen | {"contact_name": "Ivo Riva"})
    with studio_scope(member.studio):
        assert Contact.objects.count() == 2


def test_what_the_catalogue_has_no_more_is_said(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        CatalogueDuty.objects.filter(code="SOC-CNT-01").delete()
    page = text_of(signed_in.post(NEW, FIRST, follow=True))
    assert "Non ci sono più nel tuo catalogo, e sono rimaste fuori: «SOC-CNT-01»." in page


def test_a_studio_without_anything_is_told_what_helps_and_given_the_catalogue() -> None:
    member = factories.membership()
    browser = factories.browser(member)
    page = text_of(browser.get(NEW))
    for word in ("Prendi il catalogo", "Aggiungi un professionista", "Completa il profilo"):
        assert word in page
    assert "Solo social" in text_of(browser.post(CATALOGUE, follow=True))
    assert "Prendi il catalogo" not in text_of(browser.get(NEW))
    browser.post(CATALOGUE)  # twice does no harm
    with studio_scope(member.studio):
        assert CatalogueDuty.objects.filter(code="SOC-CNT-01").count() == 1


# As a copy.


@pytest.fixture
def desk() -> Desk:
    """The example engagement, with a date of the past in it."""
    date = When(kind=WhenKind.DATE, date=example_scope().dated)
    return open_desk(with_item(example_scope(), "guidelines", "calendar", when=date))


def copy(desk: Desk, **changed: str) -> Any:
    known = {"original": str(desk.engagement.uid), "start": "2027-09-01"}
    form = known | {"once": "3f2b8c1e-0d4a-4b6e-9a57-1c2d3e4f5a6b"}
    return desk.browser.post(COPY, form | changed, follow=True)


def newest_of(desk: Desk) -> Scope:
    with studio_scope(desk.engagement.studio):
        return scope_of(Engagement.objects.for_list().order_by("-pk")[0])


def test_a_copy_takes_what_was_not_said_from_the_original_and_says_what_stayed_behind(desk: Desk) -> None:
    page = desk.browser.get(COPY, {"of": desk.number})
    assert page.context["form"]["original"].value() == desk.engagement.uid
    answer = copy(desk)
    now = newest_of(desk)
    assert answer.redirect_chain[-1][0] == f"/engagements/{now.number}/review/"
    assert now.number != desk.number
    assert (now.title, now.months, now.client) == (
        desk.described.title,
        desk.described.months,
        desk.described.client,
    )
    assert str(now.start) == "2027-09-01"
    assert "Le date passate non sono state copiate: «Calendario delle iniziative» e" in text_of(answer)


def test_a_copy_for_a_new_client_says_what_stayed_with_the_former_one(desk: Desk) -> None:
    page = text_of(copy(desk, new_client="Hotel Miralago", title="Il lago 2027", months="6"))
    now = newest_of(desk)
    assert (now.client.name, now.title, now.months) == ("Hotel Miralago", "Il lago 2027", 6)
    assert "Persone rimaste fuori dalla copia" in page
    with studio_scope(desk.engagement.studio):
        desk.engagement.refresh_from_db()
    assert desk.engagement.client.name != "Hotel Miralago"


def test_a_copy_sent_twice_is_one_engagement(desk: Desk) -> None:
    form = {"original": str(desk.engagement.uid), "once": "3f2b8c1e-0d4a-4b6e-9a57-1c2d3e4f5a6b"}
    first, second = desk.browser.post(COPY, form), desk.browser.post(COPY, form)
    assert first["Location"] == second["Location"]
    with studio_scope(desk.engagement.studio):
        assert Engagement.objects.count() == 2


@pytest.mark.parametrize("original", ["", "nobody", "3f2b8c1e-0d4a-4b6e-9a57-1c2d3e4f5a6b"])
def test_without_an_original_there_is_no_copy(desk: Desk, original: str) -> None:
    answer = copy(desk, original=original)
    assert answer.status_code == 422
    assert "original" in answer.context["form"].errors


def test_a_stranger_copies_nothing_of_another_studio(desk: Desk) -> None:
    stranger = factories.membership()
    browser = factories.browser(stranger)
    page = browser.get(COPY, {"of": desk.number})
    assert desk.engagement.title not in text_of(page)
    answer = browser.post(COPY, {"original": str(desk.engagement.uid)})
    assert answer.status_code == 422
    assert desk.engagement.title not in text_of(answer)
    assert how_many(stranger) == 0


# From a file.


def sent(browser: Browser, data: bytes, **more: str) -> Any:
    file = SimpleUploadedFile("incarico.json", data, content_type="application/json")
    return browser.post(FILE, {"file": file, **more}, follow=True)


def written(**changed: Any) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(scopefile.write(example_scope()))
    plain["scope"] |= changed
    return plain


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("it", "Qui va un numero intero"), ("en", "This must be a whole number")],
)
def test_everything_that_is_wrong_with_a_file_is_said_with_its_path_in_the_reader_s_language(
    member: Membership, signed_in: Browser, language: str, sentence: str
) -> None:
    plain = written(months="dodici")
    plain["scope"]["duties"][0]["quantity"] = 2.5
    file = SimpleUploadedFile("x.json", json.dumps(plain).encode())
    form = {"file": file, "known": "overwrite"}
    answer = signed_in.post(FILE, form, headers={"accept-language": language})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "$.scope.months" in page
    assert sentence in page
    assert "$.scope.duties[0].quantity" in page
    assert answer.context["form"]["known"].value() == "overwrite"
    assert how_many(member) == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vuoto"),
        (b"{", "non è JSON"),
        (b"\x89PNG\r\n\x1a\n", "UTF-8"),
        (b"[]", "Non è un file d'incarico"),
        (b" " * (scopefile.MAX_BYTES + 1), "al massimo 2 MB"),
        (b" " * 2_600_000, "al massimo 2 MB"),  # dropped while it arrives
    ],
    ids=["empty", "cut off", "a picture", "another file", "too large", "far too large"],
)
def test_what_is_no_scope_file_gets_a_plain_word(
    member: Membership, signed_in: Browser, data: bytes, said: str
) -> None:
    answer = sent(signed_in, data)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert how_many(member) == 0


def test_without_a_file_one_is_asked_for(signed_in: Browser) -> None:
    answer = signed_in.post(FILE, {})
    assert answer.status_code == 422
    assert "Scegli un file." in text_of(answer)


def test_what_was_replaced_is_listed_to_the_reader(member: Membership, signed_in: Browser) -> None:
    answer = sent(signed_in, json.dumps(written()).encode())
    page = text_of(answer)
    assert answer.redirect_chain[-1][0].endswith("/imported/")
    assert "$.scope.studio.name" in page
    assert example_scope().studio.name in page
    assert member.studio.name in page
    assert newest(member).title == example_scope().title
    again = signed_in.get(answer.redirect_chain[-1][0])  # read again, it stays
    assert "$.scope.studio.name" in text_of(again)


def test_a_file_of_a_number_that_is_there_replaces_its_draft_only_when_asked() -> None:
    desk = open_desk()
    data = scopefile.write(dataclasses.replace(desk.described, title="Cambiato fuori"))
    assert "2026-" in text_of(sent(desk.browser, data))
    assert desk.described.title == example_scope().title
    assert newest_of(desk).title == "Cambiato fuori"
    page = text_of(sent(desk.browser, data, known="overwrite"))
    assert f"La bozza di {desk.number} ora dice quello che dice il file." in page
    assert desk.described.title == "Cambiato fuori"


def test_a_signed_engagement_is_not_replaced() -> None:
    desk = open_desk()
    data = scopefile.write(dataclasses.replace(desk.described, title="Cambiato fuori"))
    with studio_scope(desk.engagement.studio):
        Engagement.objects.update(state=Engagement.State.SIGNED)
    answer = sent(desk.browser, data, known="overwrite")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"known"}
    assert desk.described.title == example_scope().title


def test_a_file_sent_twice_by_one_form_is_one_engagement(member: Membership, signed_in: Browser) -> None:
    data, once = json.dumps(written()).encode(), "3f2b8c1e-0d4a-4b6e-9a57-1c2d3e4f5a6b"
    first, second = sent(signed_in, data, once=once), sent(signed_in, data, once=once)
    assert first.redirect_chain[-1] == second.redirect_chain[-1]
    assert how_many(member) == 1


def test_the_page_of_an_import_leads_on_where_nothing_was_just_read() -> None:
    desk = open_desk()
    assert desk.get("imported")["Location"] == f"/engagements/{desk.number}/review/"
    assert factories.browser(factories.membership()).get(desk.url("imported")).status_code == 404
