"""What goes wrong in a browser: bad input, an impatient finger, a session that ended."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from scoping.documents.models import ScopeDocument, Version
from scoping.domain import scopefile
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.operations.demo_studio import SAMPLES, UNDIVIDED, take_identity
from scoping.record.write import SYSTEM
from scoping.studios.models import Membership, User
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.qualified import qualify

from .walker import Walker

pytestmark = pytest.mark.django_db(transaction=True)

# What is typed, and a piece of the sentence that refuses it, in Italian and in English.
BAD = {
    "nul": ("Piano\x00 di lancio", "carattere nullo", "null character"),
    "bidi": ("Piano \u202edi lancio", "verso di lettura", "reading direction"),
    "long": ("Piano " + "x" * 10_000, "al massimo 160", "160"),
}


@pytest.fixture
def member() -> Membership:
    """The owner of a studio with one draft in which nothing blocks."""
    made = factories.membership(studio=factories.studio(name="Studio Faro"))
    sample = scopefile.read((SAMPLES / f"{UNDIVIDED}.json").read_bytes()).scope
    take_identity(made.studio, sample.studio)
    made.studio.save()
    with studio_scope(made.studio):
        done = import_scope(studio=made.studio, described=sample, actor=SYSTEM, at=timezone.now())
    qualify(done.engagement)
    return made


def number_of(member: Membership) -> str:
    with studio_scope(member.studio):
        return Engagement.objects.get().number


@pytest.mark.parametrize("language", ["it", "en"])
def test_bad_input_is_refused_in_words_and_nothing_typed_is_lost(
    page: Page,
    live_server: LiveServer,
    member: Membership,
    signed_in: Callable[[Page, User], Page],
    axe_findings: Callable[..., list[str]],
    language: str,
) -> None:
    signed_in(page, member.user)
    walker = Walker(page, live_server.url, language)
    page.goto(f"{live_server.url}/engagements/{number_of(member)}/duties/new/marketing/")
    page.get_by_role("button", name=language.upper(), exact=True).click()
    walker.fill("What the client receives", "Un piano scritto")
    walker.fill("Quantity", "NaN")
    for text, italian, english in BAD.values():
        name = walker.field("Name")
        name.evaluate("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", text)
        walker.press("Save")
        errors = page.get_by_role("alert")
        expect(errors).to_contain_text(italian if language == "it" else english)
        expect(errors.get_by_role("link")).to_have_count(2)
        assert walker.field("Name").input_value() == text.replace("\x00", "\ufffd")
        assert walker.field("What the client receives").input_value() == "Un piano scritto"
        assert walker.field("Quantity").input_value() == "NaN"
    errors.get_by_role("link").first.click()
    expect(walker.field("Name")).to_be_focused()
    assert axe_findings(page) == []


def test_an_impatient_finger_and_a_second_window_issue_one_version(
    page: Page, live_server: LiveServer, member: Membership, signed_in: Callable[[Page, User], Page]
) -> None:
    signed_in(page, member.user)
    windows = (page, page.context.new_page())
    for window in windows:
        window.goto(f"{live_server.url}/engagements/{number_of(member)}/review/")
    for window in windows:
        window.bring_to_front()  # a finger reaches only the window that is in front
        window.get_by_role("button", name="Emetti la versione 1").dblclick(delay=30)
    for window in windows:
        expect(window.get_by_role("status")).to_contain_text(re.compile("emess[ao]"))
    with studio_scope(member.studio):
        assert ScopeDocument.objects.count() == Version.objects.count() == 1


def test_who_is_signed_out_meanwhile_signs_in_and_is_back_where_the_work_was(
    page: Page, live_server: LiveServer, member: Membership, signed_in: Callable[[Page, User], Page]
) -> None:
    signed_in(page, member.user)
    walker = Walker(page, live_server.url, "it")
    address = f"{live_server.url}/engagements/{number_of(member)}/engagement/"
    page.goto(address)
    Session.objects.all().delete()
    walker.fill("Title", "Un altro titolo")
    walker.press("Save")
    expect(page.get_by_role("heading", name="Accedi")).to_be_visible()
    walker.fill("E-mail", member.user.email)
    walker.fill("Password", factories.PASSWORD)
    walker.press("Sign in")
    page.wait_for_url(address)
    walker.fill("Title", "Un altro titolo")
    walker.press("Save")
    walker.told("Saved.")
