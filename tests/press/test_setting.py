"""How lines and rows are set: nothing breaks where a reader would stumble, no row stands alone."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from scoping.domain import scope as s
from scoping.domain.words import Holder, Lane, Language, Responsible, WhenKind
from scoping.press.blocks import Column
from scoping.press.layout import lay_out
from scoping.press.sections.signatures import initials
from scoping.press.words import words_of
from tests import scopes
from tests.press.places import DOCUMENTS, issued
from tests.press.readback import Printed, plain
from tests.press.samples import SAMPLES, sample, sample_scope

TWO_ROWS = 120  # points from a page's foot: a heading, a table's head, two rows


def lines_of(document: Printed) -> list[str]:
    """Each line of the document as it is set."""
    texts = [page.get_textpage().get_text_range() for page in document.document]
    return [plain(line) for text in texts for line in text.splitlines()]


@pytest.fixture(scope="module")
def led_by_others() -> Printed:
    """The producer whose social media others hold: a table falls at a page's foot."""
    scope = sample_scope("small-producer")
    social = s.RoleAssignment(lane=Lane.SOCIAL, held_by=Holder.THIRD)
    return Printed.of(replace(scope, roles=(scope.role(Lane.MARKETING), social)), None)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_day_of_a_quantity_stands_on_one_line(name: str) -> None:
    document = sample(name)
    monthly = [
        duty
        for duty in document.scope.duties
        if duty.responsible == Responsible.STUDIO and duty.when.kind == WhenKind.MONTH_DAY
    ]
    assert monthly
    for duty in monthly:
        day = words_of(document.scope.language).on_month_day(duty.when.day or 0)
        said = f"{duty.unit}, {day}"
        assert any(said in line for line in lines_of(document)), said


def test_a_heading_has_two_rows_of_its_table_beside_it(
    printed: Callable[..., Printed], led_by_others: Printed
) -> None:
    for document in (led_by_others, *(issued(name, printed) for name in DOCUMENTS)):
        for mark in (mark for mark in document.document.get_toc() if mark.level == 1):
            top = mark.get_dest().get_view()[1][1]
            assert top > TWO_ROWS, (document.scope.number, mark.get_title())


def test_the_first_two_and_the_last_two_rows_of_a_table_share_a_block() -> None:
    column = Column()
    column.rows([10.0] * 5, head=6.0)
    assert [block.height for block in column.blocks] == [26.0, 10.0, 20.0]
    short = Column()
    short.rows([10.0] * 3, head=6.0)
    assert [block.height for block in short.blocks] == [36.0]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_section_that_begins_a_page_begins_at_the_same_height(
    printed: Callable[..., Printed], name: str
) -> None:
    document = issued(name, printed)
    own = {one.section.title for one in lay_out(document.scope, scopes.issue()).sections if one.own}
    tops = {round(top) for title, _page, top in document.headings if title in own}
    assert len(tops) == 1, tops


def test_a_cover_that_is_a_little_too_full_gives_up_a_little_air() -> None:
    def fit(title: str) -> str:
        return lay_out(replace(sample_scope("hotel"), title=title)).cover.fit

    assert (fit(""), fit("A season"), fit("A season of words " * 20)) == ("", "near", "near")
    assert sample("hotel").fill(0) > 0.9


def test_signatures_stand_no_closer_than_they_need() -> None:
    def dense(name: str) -> bool:
        return lay_out(sample_scope(name), scopes.issue()).sections[-1].dense

    assert (dense("small-producer"), dense("hotel")) == (False, True)
    document = sample("small-producer")
    assert document.headings[-1][1] == len(document.document) - 1, "on one page"


def test_a_large_amount_of_the_cover_stays_on_its_line() -> None:
    scope = scopes.producer()
    fees = tuple(replace(line, amount=Decimal("1234567.89")) for line in scope.fees)
    cover = Printed.of(replace(scope, fees=fees), None).document[0].get_textpage().get_text_range()
    assert cover.replace("\xa0", " ").count("1.234.567,89 €") == 2


def test_long_names_stand_whole_on_the_cover() -> None:
    scope = scopes.producer()
    name = (
        "Consorzio Agroalimentare dei Produttori dell'Appennino Tosco-Emiliano Società Cooperativa Agricola"
    )
    cover = lay_out(replace(scope, client=replace(scope.client, name=name))).cover
    assert cover.facts[0].value == name.replace("'", "\u2019")


def test_initials_leave_small_words_out() -> None:
    def of(name: str) -> str:
        return initials(s.Person(key="x", party=scopes.producer().persons[0].party, name=name))

    names = ("Marco Rossi", "Giovanni Battista della Valle", "ada verdi", "李 Wei", "")
    assert [of(name) for name in names] == ["MR", "GBV", "av", "李W", ""]


def test_one_row_is_spoken_of_as_one() -> None:
    for language, said in (
        (Language.ITALIAN, "Riga 3. Non è compresa: il motivo è a pagina"),
        (Language.ENGLISH, "Row 3. Not included: the reason is on page"),
    ):
        scope = replace(scopes.producer(), language=language)
        kept = [duty for duty in scope.duties if duty.responsible == Responsible.STUDIO][:2]
        excluded = next(duty for duty in scope.duties if duty.responsible == Responsible.EXCLUDED)
        (matrix,) = [
            one.section
            for one in lay_out(replace(scope, duties=(*kept, excluded))).sections
            if one.anchor == "matrix"
        ]
        assert plain(matrix.excluded_note) == said  # type: ignore[union-attr]
