"""Every page is valid HTML, names nothing twice and points to nothing that is not there."""

import re
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from scoping.catalogue.load import load_catalogue
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.house.world import World, answered, make_world, page_views

pytestmark = pytest.mark.django_db

POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")
INLINE = re.compile(r"^(style|on[a-z]+)$")


@pytest.fixture
def world() -> World:
    made = make_world()
    with studio_scope(made.member.studio):
        load_catalogue(made.member.studio)
    return made


def faults(page: str) -> list[str]:
    """What is wrong with a page, in words."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    found = [f"{code} at {position} {facts}" for position, code, facts in parser.errors]
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    ids = Counter(element.attrib["id"] for element in elements if "id" in element.attrib)
    found += [f"id {name} is there {count} times" for name, count in ids.items() if count > 1]
    for element in elements:
        for pointer in POINTERS:
            lost = [name for name in element.attrib.get(pointer, "").split() if name not in ids]
            found += [f"{element.tag} {pointer} points to {name}" for name in lost]
        found += [f"{element.tag} has {name}" for name in element.attrib if INLINE.match(name)]
        data = element.attrib.get("type") == "application/json"
        if element.tag == "style" or (element.tag == "script" and "src" not in element.attrib and not data):
            found.append(f"{element.tag} stands in the page")
    headings = [element.tag for element in elements if re.fullmatch("h[1-6]", str(element.tag))]
    if headings.count("h1") != 1:
        found.append(f"{headings.count('h1')} first headings")
    return found


@pytest.mark.parametrize("language", ["it", "en"])
def test_each_page_is_valid_and_says_which_language_it_is_in(world: World, language: str) -> None:
    pages, wrong = 0, {}
    for one in answered(world, language):
        pages += 1
        assert f'<html lang="{language}">' in one.page
        assert one.language == language
        if said := faults(one.page):
            wrong[one.path] = said
    assert pages > 40
    assert wrong == {}


def test_a_refused_form_is_valid_too(world: World) -> None:
    browser = factories.browser(world.member)
    refused, wrong = 0, {}
    paths = [world.filled(address) for address, _of_members in page_views(world)]
    for path in (path for path in paths if not re.search("^/account/|/removal/$", path)):
        answer = browser.post(
            path, {"name": "x" * 20_000, "quantity": "NaN", "amount": "1e400", "text": "\u202e"}
        )
        if answer.status_code == 422:
            refused += 1
            if said := faults(answer.content.decode()):
                wrong[path] = said
    assert refused > 10
    assert wrong == {}


def test_what_is_not_there_is_a_valid_page(world: World) -> None:
    browser = factories.browser(world.member)
    for path in ("/nowhere/", "/v/0000000000000000", f"/engagements/{world.engagement.number}/duties/gone/"):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert faults(answer.content.decode()) == []


def test_the_pages_of_the_way_in_are_valid(settings: Settings) -> None:
    settings.SIGN_UP_OPEN = True
    browser = Client()
    pages = [browser.get("/account/signup/"), browser.post("/account/signup/", {"email": "x"})]
    browser.force_login(factories.user())
    pages += [
        browser.get("/studio/none/"),
        browser.get("/founding/"),
        browser.post("/founding/", {"name": "x"}),
    ]
    founded = browser.post("/founding/", {"name": "x", "owner_name": "y", "language": "it", "country": "IT"})
    assert founded["Location"] == "/welcome/"
    pages += [
        browser.get(path) for path in ("/welcome/", "/professionals/", "/professionals/new/", "/words/")
    ]
    pages.append(browser.post("/studio/logo/", {}))
    pages.append(browser.post("/studio/numbers/", {"beginning": "SF", "digits": "3", "following": "2"}))
    wrong = {answer.request["PATH_INFO"]: faults(answer.content.decode()) for answer in pages}
    assert {path: said for path, said in wrong.items() if said} == {}
