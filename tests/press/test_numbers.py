"""Page numbers: guessed before the layout, right in the end."""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from scoping.domain.words import Language
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from scoping.press.numbers import TOLD_UP_TO, corrected, is_long
from scoping.press.pdf import print_html
from tests import scopes
from tests.press.readback import Printed, plain

NAMED = '<li data-to="#fees" data-page="6"><a href="#fees">Compensi</a></li>'


@pytest.mark.parametrize("name", ["producer", "few", "nobody_leads", "third_party_social"])
def test_the_contents_name_the_page_where_each_section_stands(
    printed: Callable[..., Printed], name: str
) -> None:
    document = printed(name)
    cover = plain(document.document[0].get_textpage().get_text_bounded())
    for title, page, _top in document.headings[1:]:
        assert re.search(rf"{re.escape(title)} {page + 1}\b", cover), (title, page + 1)


def test_a_wrong_guess_is_put_right() -> None:
    document = lay_out(scopes.producer(), scopes.issue())
    assert document.language == Language.ITALIAN
    html = to_html(document)
    guessed = re.sub(r'data-page="\d+"', 'data-page="77"', html)
    assert guessed != html
    wrong = Printed(scopes.producer(), print_html(guessed, signable=True))
    cover = plain(wrong.document[0].get_textpage().get_text_bounded())
    assert "77" not in cover
    assert [page for _title, page, _top in wrong.headings[1:]] == [
        int(number) - 1 for number in re.findall(r"data-to=\"#[a-z-]+\" data-page=\"(\d+)\"", html)
    ]


def test_a_long_document_finds_its_pages_by_itself() -> None:
    """Once it is laid out, without a guess that has to be put right."""
    html = to_html(lay_out(scopes.few(), scopes.issue()))
    first = re.sub(r'data-page="\d+"', f'data-page="{TOLD_UP_TO}"', html)
    long = re.sub(r'data-page="\d+"', f'data-page="{TOLD_UP_TO + 1}"', html)
    assert (is_long(first), is_long(long)) == (False, True)
    covers = {
        plain(Printed(scopes.few(), print_html(one)).document[0].get_textpage().get_text_bounded())
        for one in (html, first, long)
    }
    assert len(covers) == 1


def test_only_the_numbers_of_anchors_that_stand_somewhere_are_changed() -> None:
    pages = [SimpleNamespace(anchors={"cover": ()}), SimpleNamespace(anchors={"fees": (), "rules": ()})]
    assert corrected(NAMED, pages) == NAMED.replace('"6"', '"2"')
    assert corrected(NAMED, pages[:1]) == NAMED
    assert corrected("Si legge: =&quot;#fees&quot; data-page=&quot;6&quot;", pages) == (
        "Si legge: =&quot;#fees&quot; data-page=&quot;6&quot;"
    )
