"""The list of engagements, and founding one."""

import uuid

import pytest
from django.test import Client as Browser
from django.urls import reverse

from scoping.catalogue.load import load_catalogue
from scoping.clients.models import Client
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.record.models import RecordLine
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db

LIST, NEW = "/engagements/", "/engagements/new/"
FIRST = {"client": "", "new_client": "Caseificio Valverde", "title": "Marketing 2027", "language": ""}


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def signed_in(member: Membership) -> Browser:
    return factories.browser(member)


def engagements(member: Membership) -> list[Engagement]:
    with studio_scope(member.studio):
        return list(Engagement.objects.for_list())


def clients(member: Membership) -> list[Client]:
    with studio_scope(member.studio):
        return list(Client.objects.all())


def test_an_empty_studio_is_led_to_its_first_engagement(signed_in: Browser) -> None:
    assert NEW in text_of(signed_in.get(LIST))


def test_founding_for_a_new_client_makes_both_and_goes_on_with_the_client(
    member: Membership, signed_in: Browser
) -> None:
    answer = signed_in.post(NEW, FIRST)
    [engagement] = engagements(member)
    assert answer["Location"] == f"/engagements/{engagement.number}/client/"
    assert (engagement.client.name, engagement.title) == ("Caseificio Valverde", "Marketing 2027")
    assert engagement.language == member.studio.language
    with studio_scope(member.studio):
        assert RecordLine.objects.get(chain=engagement.uid).kind == "engagement_founded"
    assert signed_in.get(answer["Location"]).status_code == 200
    assert signed_in.get(f"/engagements/{engagement.number}/")["Location"] == answer["Location"]


def test_a_draft_starts_from_the_studio_s_catalogue(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        load_catalogue(member.studio)
    signed_in.post(NEW, FIRST)
    with studio_scope(member.studio):
        described = scope_of(Engagement.objects.get())
    assert described.guidelines
    assert described.autonomy
    assert described.clauses
    assert {duty.responsible for duty in described.duties} == {"excluded"}


def test_an_existing_client_is_chosen_and_gives_the_language(member: Membership, signed_in: Browser) -> None:
    with studio_scope(member.studio):
        client = factories.client(member.studio, language="en")
    assert str(client.uid) in text_of(signed_in.get(NEW, {"client": str(client.uid)}))
    signed_in.post(NEW, FIRST | {"client": str(client.uid), "new_client": ""})
    [engagement] = engagements(member)
    assert (engagement.client, engagement.language) == (client, "en")
    signed_in.post(NEW, FIRST | {"client": str(client.uid), "new_client": "", "language": "it"})
    assert engagements(member)[0].language == "it"
    assert len(clients(member)) == 1


def test_the_same_form_sent_twice_founds_one_engagement(member: Membership, signed_in: Browser) -> None:
    form = FIRST | {"once": str(uuid.uuid4())}
    first, second = signed_in.post(NEW, form), signed_in.post(NEW, form)
    assert first["Location"] == second["Location"]
    assert len(engagements(member)) == len(clients(member)) == 1


def test_a_form_s_own_mark_never_meets_another_studio_s(member: Membership, signed_in: Browser) -> None:
    form = FIRST | {"once": str(uuid.uuid4())}
    signed_in.post(NEW, form)
    other = factories.membership()
    assert factories.browser(other).post(NEW, form).status_code == 302
    assert len(engagements(member)) == len(engagements(other)) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"new_client": ""}, "new_client"),
        ({"new_client": "x" * 201}, "new_client"),
        ({"language": "fr"}, "language"),
        ({"client": "nobody"}, "client"),
        ({"client": str(uuid.uuid4())}, "client"),
        ({"once": "not-a-uid"}, "once"),
        *(({"title": text}, "title") for text, _sentence in ODD_TEXTS.values()),
        *(({"new_client": text}, "new_client") for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_founds_nothing(
    member: Membership, signed_in: Browser, changed: dict[str, str], field: str
) -> None:
    answer = signed_in.post(NEW, FIRST | changed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert [*engagements(member), *clients(member)] == []


def test_both_a_client_and_a_new_name_are_refused_as_is_the_name_of_one_that_is_there(
    member: Membership, signed_in: Browser
) -> None:
    with studio_scope(member.studio):
        client = factories.client(member.studio, name="Hotel Miralago")
    for changed in ({"client": str(client.uid)}, {"new_client": "hotel miralago"}):
        answer = signed_in.post(NEW, FIRST | changed)
        assert set(answer.context["form"].errors) == {"new_client"}
    assert engagements(member) == []


def test_another_studio_s_client_is_no_choice(member: Membership, signed_in: Browser) -> None:
    other = factories.membership()
    with studio_scope(other.studio):
        foreign = factories.client(other.studio, name="Segreta")
    answer = signed_in.post(NEW, FIRST | {"client": str(foreign.uid), "new_client": ""})
    assert set(answer.context["form"].errors) == {"client"}
    assert "Segreta" not in text_of(answer)


def test_the_list_finds_by_number_client_title_and_state() -> None:
    desk = open_desk()
    title, name = desk.engagement.title, desk.engagement.client.name
    for query in ({}, {"q": desk.number}, {"q": name.split()[0]}, {"state": "draft"}):
        page = text_of(desk.browser.get(LIST, query))
        assert title in page
        assert "bozza" in page
    for query in ({"q": "niente"}, {"state": "signed"}, {"q": desk.number, "state": "ended"}):
        page = text_of(desk.browser.get(LIST, query))
        assert title not in page
        assert "Nessun incarico risponde" in page


@pytest.mark.parametrize("query", [{"q": "x\x00"}, {"q": "y" * 101}, {"state": "lost"}])
def test_a_question_that_makes_no_sense_is_answered_with_the_whole_list(query: dict[str, str]) -> None:
    desk = open_desk()
    answer = desk.browser.get(LIST, query)
    assert answer.status_code == 200
    assert desk.engagement.title in text_of(answer)


def test_another_studio_s_engagements_are_nowhere(signed_in: Browser) -> None:
    desk = open_desk()
    assert desk.engagement.title not in text_of(signed_in.get(LIST))
    assert signed_in.get(f"/engagements/{desk.number}/").status_code == 404


def test_who_is_in_no_studio_is_told_so() -> None:
    nobody = Browser()
    nobody.force_login(factories.user())
    assert nobody.get(LIST)["Location"] == reverse("studios:none")
    assert nobody.post(NEW, FIRST)["Location"] == reverse("studios:none")
