"""The way in: an account founds its studio, and is led step by step until its first document is issued."""

from decimal import Decimal

import pytest
from django.test import Client as Browser
from pytest_django.fixtures import Settings

from scoping.catalogue.models import CatalogueDuty
from scoping.engagements.models import Engagement
from scoping.professionals.models import Professional
from scoping.studios.models import Membership, Rank, Studio
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, text_of
from tests.house.world import make_world

pytestmark = pytest.mark.django_db

FOUNDING, WELCOME = "/founding/", "/welcome/"
NEEDED = {
    "name": "Studio Faro",
    "owner_name": "Anna Landi",
    "is_professional": "on",
    "language": "it",
    "country": "IT",
}
WHOLE = NEEDED | {
    "street": "Via del Molo 3",
    "postcode": "17100",
    "city": "Savona",
    "province": "SV",
    "vat_number": "00743110157",
    "regime": "ordinary",
    "income": "self_employment",
    "hourly_rate": "65,50",
}


@pytest.fixture
def alone(settings: Settings) -> Browser:
    """Somebody who has an account and no studio, where anybody may found one."""
    settings.SIGN_UP_OPEN = True
    browser = Browser()
    browser.force_login(factories.user())
    return browser


def current(answer: object) -> str:
    """The title of the step that comes next."""
    stages = answer.context["stages"]  # type: ignore[attr-defined]
    [title] = [stage.title for stage in stages if stage.current]
    return str(title)


def test_an_account_without_a_studio_is_led_to_found_one(alone: Browser) -> None:
    assert alone.get("/")["Location"] == FOUNDING
    answer = alone.post(FOUNDING, WHOLE, follow=True)
    assert answer.redirect_chain[-1][0] == WELCOME
    member = Membership.objects.get()
    assert (member.rank, str(member.user), member.studio.regime) == (Rank.OWNER, "Anna Landi", "ordinary")
    assert member.studio.hourly_rate == Decimal("65.50")
    with studio_scope(member.studio):
        assert CatalogueDuty.objects.exists()
        [anna] = Professional.objects.all()
        assert (anna.name, anna.user) == ("Anna Landi", member.user)


def test_two_names_are_enough_and_the_first_step_says_what_is_missing(alone: Browser) -> None:
    page = alone.post(FOUNDING, NEEDED, follow=True)
    assert current(page) == "Il tuo studio"
    assert "Manca ancora: indirizzo, partita IVA o codice fiscale e regime fiscale." in text_of(page)


def test_who_holds_no_role_is_not_made_a_professional(alone: Browser) -> None:
    page = alone.post(
        FOUNDING, {name: value for name, value in WHOLE.items() if name != "is_professional"}, follow=True
    )
    assert current(page) == "Chi lavora"
    with studio_scope(Studio.objects.get()):
        assert not Professional.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("owner_name", ""),
        *(("owner_name", text) for text, _sentence in ODD_TEXTS.values()),
        ("vat_number", "00743110158"),
        ("regime", "outside_italy"),
        ("regime", "no such thing"),
        ("country", "XX"),
        ("language", "xx"),
        *(("hourly_rate", number) for number in NO_NUMBERS),
        ("hourly_rate", "-5"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_founded(
    alone: Browser, field: str, value: str
) -> None:
    answer = alone.post(FOUNDING, WHOLE | {field: value})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert answer.context["form"]["street"].value() == "Via del Molo 3"
    assert not Studio.objects.exists()


def test_the_same_form_sent_twice_founds_one_studio(alone: Browser) -> None:
    alone.post(FOUNDING, WHOLE)
    assert alone.post(FOUNDING, WHOLE)["Location"] == WELCOME
    assert Studio.objects.count() == 1


def test_one_person_founds_a_few_studios_and_not_hundreds(alone: Browser) -> None:
    for place in range(5):
        assert alone.post(FOUNDING, WHOLE | {"name": f"Studio {place}"}).status_code == 302
    answer = alone.post(FOUNDING, WHOLE | {"name": "One more"})
    assert answer.status_code == 422
    assert "Hai già 5 studi" in text_of(answer)
    assert Studio.objects.count() == 5


def test_where_sign_up_is_closed_nobody_founds_a_studio(client: Browser) -> None:
    client.force_login(factories.user())
    assert client.get("/")["Location"] == "/studio/none/"
    assert client.get(FOUNDING).status_code == client.post(FOUNDING, WHOLE).status_code == 403
    assert "Fonda" not in text_of(client.get("/studio/none/"))
    assert not Studio.objects.exists()


def test_fields_that_nobody_offers_are_not_taken(alone: Browser) -> None:
    alone.post(
        FOUNDING,
        WHOLE | {"number_prefix": "X-", "logo_mark": "abc", "time_zone": "Asia/Tokyo", "fund": "other"},
    )
    studio = Studio.objects.get()
    assert (studio.number_prefix, studio.logo_mark, studio.fund) == ("", "", "none")
    assert studio.time_zone == "Europe/Rome"


def test_each_step_leads_to_the_next_until_the_document_is_issued(alone: Browser) -> None:
    alone.post(FOUNDING, WHOLE)
    page = alone.get("/", follow=True)
    assert current(page) == "Primo cliente, primo incarico"
    studio = Studio.objects.get()
    with studio_scope(studio):
        client = factories.client(studio, name="Caseificio Valverde")
        engagement = Engagement.objects.create(
            studio=studio, client=client, number="2026-001", title="Incarico", dated="2026-11-24",
            changed_at="2026-11-24T09:00:00Z",
        )  # fmt: skip
    page = alone.get(WELCOME)
    assert current(page) == "Chi fa che cosa, e quanto costa"
    assert "Caseificio Valverde" in text_of(page)
    assert f"/engagements/{engagement.number}/review/" in text_of(page)
    assert "che bloccano" in text_of(page)


def test_the_first_steps_are_gone_once_something_was_issued(client: Browser) -> None:
    world = make_world()
    client.force_login(world.member.user)
    assert client.get(WELCOME)["Location"] == client.get("/")["Location"] == "/engagements/"


def test_a_member_who_is_no_owner_is_not_sent_to_the_studio_s_page(client: Browser) -> None:
    member = factories.membership(rank=Rank.MEMBER)
    client.force_login(member.user)
    answer = client.get(WELCOME)
    assert 'href="/studio/?next' not in text_of(answer)
    assert "chi è titolare dello studio" in text_of(answer)
    assert current(answer) == "Chi lavora"


def test_saving_the_studio_from_the_first_steps_leads_back_there(alone: Browser) -> None:
    alone.post(FOUNDING, NEEDED)
    page = alone.get(WELCOME)
    assert f"/studio/?next={WELCOME}" in text_of(page)
    typed = {field.html_name: field.value() or "" for field in alone.get("/studio/").context["form"]}
    answer = alone.post(f"/studio/?next={WELCOME}", typed | WHOLE)
    assert answer["Location"] == WELCOME
    assert alone.post("/studio/?next=//elsewhere.example/", typed | WHOLE)["Location"] == "/studio/"


def test_another_studio_s_engagement_is_no_step_of_mine(alone: Browser) -> None:
    make_world()
    alone.post(FOUNDING, WHOLE)
    page = alone.get(WELCOME)
    assert current(page) == "Primo cliente, primo incarico"
    assert "Zanzibar" not in text_of(page)


@pytest.mark.parametrize(("language", "word"), [("it", "attività affini"), ("en", "adjacent work")])
def test_the_page_of_words_speaks_the_reader_s_language(language: str, word: str) -> None:
    browser = factories.browser(factories.membership())
    browser.post("/language/", {"language": language, "next": "/"})
    assert word in text_of(browser.get("/words/"))
