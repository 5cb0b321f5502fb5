"""Who does what, as it is seen: one row a duty, one dot a row, dots of one letter in one column."""

import re
from collections.abc import Callable

import pytest

from scoping.domain.words import Lane, Responsible
from tests.press.places import DOCUMENTS, TITLES, issued, numbered, squeezed
from tests.press.readback import Printed

LETTERS = {Lane.MARKETING: "Ⓜ", Lane.SOCIAL: "Ⓢ", Lane.ADJACENT: "Ⓐ"}
OTHERS = {Responsible.CLIENT: "Ⓒ", Responsible.THIRD: "Ⓣ", Responsible.EXCLUDED: "Ⓝ", None: "⯑"}

Print = Callable[..., Printed]


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, printed: Print) -> Printed:
    """Each sample and some odd cases, issued."""
    return issued(request.param, printed)


def matrix_rows(document: Printed) -> list[tuple[str, str, float]]:
    """Each row of the matrix as it is seen: what stands before its dot, the dot, and where the dot is."""
    (title,) = TITLES[document.scope.language]["matrix"]
    (place,) = [index for index, (name, _, _) in enumerate(document.headings) if name == title]
    first, last = document.headings[place][1], document.headings[place + 1][1]
    found = []
    for index in range(first, last + 1):
        page = document.document[index].get_textpage()
        text = page.get_text_range()
        for match in re.finditer("[ⓂⓈⒶⒸⓉⓃ⯑]", text):
            left, bottom, _, top = page.get_charbox(match.start())
            row = page.get_text_bounded(0, bottom - 2, left - 0.5, top + 2)
            if re.match(r"\s*\d", row):
                found.append((squeezed(row), match.group(), left))
        if index == last or any(page == index + 1 for _, page, _ in document.headings):
            break
    return found


def test_every_duty_has_one_row_and_one_dot_of_its_party(document: Printed) -> None:
    rows = matrix_rows(document)
    expected = numbered(document.scope)
    assert len(rows) == len(expected)
    for (before, dot, _), (number, duty) in zip(rows, expected, strict=True):
        assert re.match(r"\d+", before).group() == str(number)  # type: ignore[union-attr]
        assert squeezed(f"{number}{duty.name}").startswith(before)
        studio = duty.responsible == Responsible.STUDIO
        assert dot == (LETTERS[duty.lane] if studio else OTHERS[duty.responsible])


def test_dots_of_one_letter_stand_in_one_column_and_others_in_others(document: Printed) -> None:
    columns: dict[str, set[int]] = {}
    for _, dot, left in matrix_rows(document):
        columns.setdefault(dot, set()).add(round(left))
    assert all(max(places) - min(places) <= 1 for places in columns.values())
    lefts = [min(columns[dot]) for dot in "ⓂⓈⒶⒸⓉ⯑Ⓝ" if dot in columns]
    assert lefts == sorted(lefts)
    assert len({left // 20 for left in lefts}) == len(lefts)


def test_the_third_partys_dot_stands_only_where_one_is_used(document: Printed) -> None:
    used = any(duty.responsible == Responsible.THIRD for duty in document.scope.duties)
    assert ("Ⓣ" in document.text) == used
