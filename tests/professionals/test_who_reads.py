"""Who reads what of a professional: an owner all, a member what was assessed of themselves, others none."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.models import Professional
from scoping.professionals.rates import HourRate
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import open_desk, text_of
from tests.drafting.test_jerseys import worn_by_one
from tests.professionals.conftest import answers, assess, pdf
from tests.qualified import qualify

pytestmark = pytest.mark.django_db
READ = ("assessments", "assessment", "assessment_evidence")


@pytest.fixture
def pages(owner: Membership, of_elena: Professional) -> dict[str, str]:
    """The addresses of what is known of Elena, who was assessed with a file."""
    sent = answers(**{"file-CMP-S-01": SimpleUploadedFile("piano.pdf", pdf())})
    kept = assess(factories.browser(owner), of_elena, sent)
    uid = kept.url.rstrip("/").rpartition("/")[2]
    lanes = {"uid": of_elena.uid, "lane": "social"}
    return {
        "assessments": reverse("professionals:assessments", args=[of_elena.uid]),
        "assessment": kept.url,
        "assessment_evidence": reverse("professionals:assessment_evidence", args=[uid, "CMP-S-01"]),
        "assessments_new": reverse("professionals:assessments_new", kwargs=lanes),
        "experience": reverse("professionals:experience", kwargs=lanes),
        "rates": reverse("professionals:rates", args=[of_elena.uid]),
        "band_rates": reverse("professionals:band_rates"),
    }


def statuses(member: Membership, pages: dict[str, str]) -> dict[str, int]:
    browser = factories.browser(member)
    return {name: browser.get(path).status_code for name, path in pages.items()}


def test_an_owner_reads_and_writes_everything(owner: Membership, pages: dict[str, str]) -> None:
    assert set(statuses(owner, pages).values()) == {200}


def test_the_professional_reads_their_own_and_writes_nothing(
    herself: Membership, pages: dict[str, str]
) -> None:
    found = statuses(herself, pages)
    assert {name: found[name] for name in READ} == dict.fromkeys(READ, 200)
    assert {status for name, status in found.items() if name not in READ} == {403}
    for name in ("assessments", "assessment"):
        page = text_of(factories.browser(herself).get(pages[name]))
        assert pages["assessments_new"] not in page
        assert pages["experience"] not in page


def test_a_colleague_finds_nothing_of_it(colleague: Membership, pages: dict[str, str]) -> None:
    found = statuses(colleague, pages)
    assert {name: found[name] for name in READ} == dict.fromkeys(READ, 404)
    assert {status for name, status in found.items() if name not in READ} == {403}


def test_an_owner_of_another_studio_and_who_is_in_none_find_nothing(pages: dict[str, str]) -> None:
    found = statuses(factories.membership(), pages)
    assert found.pop("band_rates") == 200  # their own
    assert set(found.values()) == {404}
    gone = factories.membership()
    gone.let_go()
    assert set(statuses(gone, pages).values()) == {302}


def test_who_was_let_go_reads_their_own_no_more(herself: Membership, pages: dict[str, str]) -> None:
    herself.let_go()
    assert set(statuses(herself, pages).values()) == {302}


def test_a_member_writes_neither_scores_nor_rates(
    herself: Membership, of_elena: Professional, pages: dict[str, str]
) -> None:
    browser = factories.browser(herself)
    rate = {"since": "2026-01-01", "cost": "1", "price": "1", "band": "senior", "hours_a_month": "9"}
    hours = reverse("professionals:free_time", args=[of_elena.uid])
    removal = reverse("professionals:band_rate_removal", args=["senior", "2026-01-01"])
    for path in (pages["rates"], pages["band_rates"], hours, removal):
        assert browser.post(path, rate).status_code == 403
    assert assess(browser, of_elena, answers()).status_code == 403
    with studio_scope(of_elena.studio):
        assert not HourRate.objects.exists()
        assert CompetenceAssessment.objects.count() == 1


@pytest.mark.parametrize("who", ["owner", "herself", "colleague"])
def test_the_page_of_a_professional_leads_only_where_one_may_go(
    who: str, of_elena: Professional, pages: dict[str, str], request: pytest.FixtureRequest
) -> None:
    browser = factories.browser(request.getfixturevalue(who))
    page = text_of(browser.get(reverse("professionals:professional", args=[of_elena.uid])))
    assert (pages["assessments"] in page) == (who != "colleague")
    assert (pages["rates"] in page) == (who == "owner")
    people = text_of(browser.get(reverse("overview:professionals")))
    assert (pages["band_rates"] in people) == (who == "owner")


def test_only_an_owner_says_whose_account_a_professional_is(
    owner: Membership, colleague: Membership, herself: Membership, of_elena: Professional
) -> None:
    page = reverse("professionals:professional", args=[of_elena.uid])
    sent = {"name": "Elena Conti", "active": "on", "user": colleague.user.email}
    assert 'name="user"' not in text_of(factories.browser(colleague).get(page))
    assert factories.browser(colleague).post(page, sent).status_code == 302
    of_elena.refresh_from_db()
    assert of_elena.user == herself.user
    shown = text_of(factories.browser(owner).get(page))
    assert f'<option value="{herself.user.email}" selected>Elena Conti ({herself.user.email})' in shown
    factories.browser(owner).post(page, sent)
    of_elena.refresh_from_db()
    assert of_elena.user == colleague.user
    factories.browser(owner).post(page, sent | {"user": ""})
    of_elena.refresh_from_db()
    assert of_elena.user is None


def test_an_account_of_another_studio_cannot_be_chosen(owner: Membership, of_elena: Professional) -> None:
    stranger = factories.membership()
    page = reverse("professionals:professional", args=[of_elena.uid])
    answer = factories.browser(owner).post(page, {"name": "Elena Conti", "user": stranger.user.email})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["user"]


def test_on_the_roles_a_member_reads_the_conditions_and_who_writes_what_is_missing() -> None:
    desk = open_desk(worn_by_one())
    studio = desk.engagement.studio
    with studio_scope(studio):
        elena = Professional.objects.get(name="Elena Conti")
    new = reverse("professionals:assessments_new", args=[elena.uid, "social"])
    plain = factories.browser(factories.membership(studio=studio, rank=Rank.MEMBER))
    page = text_of(plain.get(desk.url("roles")))
    assert "Social media: le competenze non sono ancora valutate." in page
    assert page.count("Questo lo scrive chi è titolare dello studio.") == 2
    assert new not in page
    assert "Questo lo scrive" not in text_of(desk.get("roles"))
    qualify(desk.engagement)
    assert "3 su 4, valutazione di Anna Landi" in text_of(plain.get(desk.url("roles")))
    assert plain.get(desk.url("economics")).status_code == 200
