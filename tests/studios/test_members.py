"""Members: whom an owner invites, what the link is worth, who may do it, how somebody goes."""

import datetime as dt
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.test import Client as Browser
from pytest_django.fixtures import Settings
from time_machine import travel

from scoping.studios.invitations import Invitation
from scoping.studios.member_views import let_go
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import across_studios, studio_scope
from tests import factories
from tests.drafting.desk import text_of

pytestmark = pytest.mark.django_db

MEMBERS = "/studio/members/"
ANNA = {"email": "Anna@example.org", "rank": "member"}
LINK = re.compile(r"/invitation/[A-Za-z0-9_-]+/")


@pytest.fixture
def owner() -> Membership:
    return factories.membership(user=factories.user(name="Chiara Bianchi"))


@pytest.fixture
def desk(owner: Membership) -> Browser:
    return factories.browser(owner)


def link_from(desk: Browser, **changed: str) -> str:
    """The link that the owner is shown for an invitation."""
    page = text_of(desk.post(MEMBERS, ANNA | changed, follow=True))
    found = LINK.search(page)
    assert found
    return found.group()


def signed_in(email: str) -> Browser:
    browser = Browser()
    browser.force_login(factories.user(email=email))
    return browser


def members(owner: Membership) -> dict[str, str]:
    return {one.user.email: one.rank for one in Membership.objects.members_of(owner.studio)}


def test_the_link_is_shown_once_and_only_its_hash_is_kept(owner: Membership, desk: Browser) -> None:
    secret = link_from(desk).split("/")[2]
    again = text_of(desk.get(MEMBERS))
    assert secret not in again
    assert "anna@example.org" in again
    with studio_scope(owner.studio):
        kept = Invitation.objects.values().get()
    assert secret not in str(kept)


def test_who_is_invited_joins_with_the_rank_that_was_said(owner: Membership, desk: Browser) -> None:
    link = link_from(desk, rank="owner")
    anna = signed_in("anna@example.org")
    assert "Chiara Bianchi ti invita" in text_of(anna.get(link))
    assert "anna@example.org" not in members(owner)
    assert anna.post(link)["Location"] == "/"
    assert members(owner)["anna@example.org"] == Rank.OWNER
    assert text_of(anna.get("/engagements/")).count(owner.studio.name)
    assert anna.post(link).status_code == 404


def test_who_has_no_account_makes_one_though_sign_up_is_closed(
    owner: Membership, desk: Browser, settings: Settings
) -> None:
    settings.SIGN_UP_OPEN = False
    settings.ACCOUNT_EMAIL_VERIFICATION = "none"
    link, stranger = link_from(desk), Browser()
    account = {"password1": factories.PASSWORD, "password2": factories.PASSWORD}
    stranger.post("/account/signup/", account | {"email": "anna@example.org"})
    assert not get_user_model().objects.filter(email="anna@example.org").exists()
    entrance = stranger.get(link)
    assert entrance["Location"].startswith("/account/login/?next=/invitation/")
    assert "/account/signup/?next=" in text_of(stranger.get(entrance["Location"]))
    answer = stranger.post(f"/account/signup/?next={link}", account | {"email": "anna@example.org"})
    assert stranger.get(link).status_code == 200, answer
    stranger.post(link)
    assert "anna@example.org" in members(owner)


def test_a_wrong_link_opens_no_door_to_an_account(settings: Settings) -> None:
    settings.SIGN_UP_OPEN = False
    stranger = Browser()
    stranger.get("/invitation/nothing/")
    assert "/account/signup/" not in text_of(stranger.get("/account/login/"))


def test_the_link_is_worth_nothing_to_another_address_and_names_nobody(
    owner: Membership, desk: Browser
) -> None:
    link = link_from(desk)
    other = signed_in("bruno@example.org")
    for answer in (other.get(link), other.post(link)):
        assert answer.status_code == 404
        assert owner.studio.name not in text_of(answer)
        assert "anna@" not in text_of(answer)
    assert list(members(owner)) == [owner.user.email]


def test_it_ends_by_time_by_withdrawal_and_by_a_newer_one(owner: Membership, desk: Browser) -> None:
    anna = signed_in("anna@example.org")
    first = link_from(desk)
    second = link_from(desk)
    assert [anna.get(link).status_code for link in (first, second)] == [404, 200]
    for days, status in ((13, 200), (15, 404)):
        with travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=days), tick=False):
            later = Browser()
            later.force_login(get_user_model().objects.get(email="anna@example.org"))
            assert later.get(second).status_code == status
    with studio_scope(owner.studio):
        [waiting] = Invitation.objects.all()
    assert desk.post(f"/studio/invitations/{waiting.uid}/removal/").status_code == 302
    assert anna.post(second).status_code == 404
    assert "anna@example.org" not in members(owner)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"email": ""}, "email"), ({"email": "anna"}, "email"), ({"email": "anna\x00@example.org"}, "email"),
     ({"email": f"{'a' * 250}@example.org"}, "email"), ({"rank": "king"}, "rank")],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_invites_nobody(
    desk: Browser, changed: dict[str, str], field: str
) -> None:
    answer = desk.post(MEMBERS, ANNA | changed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    with across_studios():
        assert Invitation.objects.count() == 0


def test_a_member_is_not_invited_again_but_one_who_went_is(owner: Membership, desk: Browser) -> None:
    anna = factories.membership(
        user=factories.user(email="anna@example.org"), studio=owner.studio, rank=Rank.MEMBER
    )
    assert set(desk.post(MEMBERS, ANNA).context["form"].errors) == {"email"}
    removal = {"email": "anna@example.org"}
    assert "Togliere anna@example.org?" in text_of(desk.get(f"{MEMBERS}removal/", removal))
    assert len(members(owner)) == 2
    assert desk.post(f"{MEMBERS}removal/", removal).status_code == 302
    assert list(members(owner)) == [owner.user.email]
    back = factories.browser(anna)
    assert back.get("/engagements/").status_code == 302
    assert back.post(link_from(desk)).status_code == 302
    assert len(members(owner)) == 2


def test_nobody_lets_themselves_go_nor_somebody_elsewhere(owner: Membership, desk: Browser) -> None:
    elsewhere = factories.membership()
    for email in (owner.user.email, elsewhere.user.email, "", "nobody@example.org"):
        assert desk.post(f"{MEMBERS}removal/", {"email": email}).status_code == 404
    assert elsewhere.user.email in members(elsewhere)
    assert owner.user.email in members(owner)


def test_two_owners_who_let_each_other_go_at_once_leave_one(owner: Membership) -> None:
    other = factories.membership(studio=owner.studio)
    let_go(owner, by=other)
    with pytest.raises(PermissionDenied):
        let_go(other, by=owner)
    assert list(members(owner)) == [other.user.email]


def test_an_owner_who_follows_a_link_to_membership_stays_owner(owner: Membership, desk: Browser) -> None:
    link = link_from(desk)
    owner.user.email = "anna@example.org"
    owner.user.save()
    assert desk.post(link).status_code == 302
    assert members(owner) == {"anna@example.org": Rank.OWNER}


def test_only_owners_see_invite_and_let_go(owner: Membership) -> None:
    member = factories.membership(studio=owner.studio, rank=Rank.MEMBER)
    browser = factories.browser(member)
    for answer in (
        browser.get(MEMBERS),
        browser.post(MEMBERS, ANNA),
        browser.post(f"{MEMBERS}removal/", {"email": owner.user.email}),
    ):
        assert answer.status_code == 403
    assert owner.user.email in members(owner)


def test_another_studio_withdraws_nothing(owner: Membership, desk: Browser) -> None:
    link_from(desk)
    with studio_scope(owner.studio):
        uid = Invitation.objects.get().uid
    stranger = factories.browser(factories.membership())
    assert stranger.post(f"/studio/invitations/{uid}/removal/").status_code == 404
    assert "anna@example.org" not in text_of(stranger.get(MEMBERS))
