"""What somebody typed is data, in every field on its own: printed as it stands, escaped, never obeyed."""

from collections.abc import Iterator
from html.parser import HTMLParser

import html5lib
import pytest

from scoping.domain import scope as s
from scoping.domain.clauses import filled
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from tests import scopes
from tests.press.typed import Field, free_texts, full, with_text

MARK = "zq7"
HOSTILE = (
    f"{MARK}<b>\"'><script>x()</script><img src=file:///etc/passwd onerror=x()>"
    '"><link rel=attachment href=file:///etc/hostname><style>@import url(http://127.0.0.1:9/a.css)</style>'
    "<!-- --> ]]> &lt; &#60; {{ document.scope }} {% include 'a' %} {0.__class__} %(name)s ${x} "
    "url(file:///etc/passwd); } * { content: attr(id) } @font-face{src:url(//x)} \\3c"
)
FIELDS = dict(free_texts())
UNPRINTED = (  # they serve the studio, an invoice or a file, and the document has no use for them
    (s.StudioIdentity, "phone"),
    (s.StudioIdentity, "website"),
    (s.ClientIdentity, "legal_form"),
    (s.Person, "email"),
    (s.Person, "phone"),
    (s.Duty, "code"),
    (s.Duty, "area"),
    (s.Objective, "code"),
    (s.Clause, "code"),
)


def named(field: Field) -> str:
    """A field as a test's name."""
    return f"{field[0].__name__}.{field[1]}"


def page_of(field: Field, text: str) -> str:
    """The document's HTML with a text in one field."""
    return to_html(lay_out(with_text(full(), field, text), with_text(scopes.issue(), field, text)))


def parts(page: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each element of a page as a browser reads it: its name and those of its attributes."""
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            yield element.tag, frozenset(element.keys())


class Read(HTMLParser):
    """Collects what a page says, and what its attributes say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said = ""
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(name, value or "") for name, value in attrs]


PLAIN = set(parts(to_html(lay_out(full(), scopes.issue())))) | set(parts(to_html(lay_out(full()))))


@pytest.mark.parametrize("field", FIELDS, ids=named)
def test_markup_in_a_field_makes_no_element_and_no_attribute(field: Field) -> None:
    page = page_of(field, HOSTILE[: FIELDS[field]])
    tags, attributes = {tag for tag, _ in PLAIN}, {name for _, names in PLAIN for name in names}
    for tag, names in parts(page):
        assert tag in tags
        assert names <= attributes


@pytest.mark.parametrize("field", [field for field in FIELDS if field not in UNPRINTED], ids=named)
def test_what_is_typed_into_a_field_is_read_in_the_document(field: Field) -> None:
    text = f"{MARK}<b>"[: FIELDS[field]]
    page = Read(page_of(field, text))
    described = "".join(value for name, value in page.attributes if name == "content")  # of the file itself
    assert text in (page.said + described).lower()


@pytest.mark.parametrize("field", UNPRINTED, ids=named)
def test_what_the_document_has_no_use_for_is_not_in_it(field: Field) -> None:
    assert MARK not in page_of(field, MARK).lower()


@pytest.mark.parametrize("field", FIELDS, ids=named)
def test_no_attribute_that_loads_or_styles_holds_what_somebody_typed(field: Field) -> None:
    held = {name for name, value in Read(page_of(field, MARK)).attributes if MARK in value.lower()}
    assert held <= {"content", "data-client", "data-number", "data-head"}


def test_a_clause_is_filled_by_our_own_substitution_alone() -> None:
    text = "{0} {months.__class__} {months!r} {months:>9} {{months}} {unheard} {court} %(months)s {months"
    clause = s.Clause(
        key="a", name="A", text=text, parameters=(("court", "{months} {hourly_rate.__class__}"),)
    )
    told = filled(clause, scopes.producer())
    assert told == (
        "{0} {months.__class__} {months!r} {months:>9} {12} ______ {months} {hourly_rate.__class__} "
        "%(months)s {months"
    )
