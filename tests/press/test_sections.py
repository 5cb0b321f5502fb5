"""Each row stands in exactly its own section, under the same number everywhere."""

import re
from collections.abc import Callable

import pytest

from scoping.domain.words import FeeLane, Lane, Responsible
from scoping.press.rows import Rows
from tests.press.readback import Printed

SECTION = {
    Lane.MARKETING: "Marketing",
    Lane.SOCIAL: "Social media",
    Lane.ADJACENT: "Attività affini comprese",
}
COVER, MATRIX, EXCLUDED, FEES = (
    "Che cosa facciamo, e che cosa no",
    "Chi fa che cosa",
    "Non compreso",
    "Compensi",
)


@pytest.fixture(scope="module")
def document(printed: Callable[..., Printed]) -> Printed:
    """The producer with a mark of its own in every text."""
    return printed("marked")


def sections_with(document: Printed, mark: str) -> list[str]:
    """The titles of the sections whose text holds a mark."""
    return [title for title, text in document.sections.items() if re.search(rf"\b{mark}\b", text)]


def test_the_sections_stand_in_their_order(document: Printed) -> None:
    assert list(document.sections) == [
        COVER, MATRIX, "Marketing", "Social media", "Attività affini comprese", "Una persona, due ruoli",
        FEES, EXCLUDED, "Regole del gioco", "Firme",
    ]  # fmt: skip


def test_each_duty_stands_in_the_matrix_and_in_its_own_section_only(document: Printed) -> None:
    for row in Rows.of(document.scope).all:
        mark = row.duty.name.split()[-1]
        own = EXCLUDED if row.duty.responsible == Responsible.EXCLUDED else SECTION[row.duty.lane]
        found = [title for title in sections_with(document, mark) if title != COVER]
        assert found == [MATRIX, own], mark


def test_a_row_has_the_same_number_everywhere(document: Printed) -> None:
    for row in Rows.of(document.scope).all:
        own = EXCLUDED if row.duty.responsible == Responsible.EXCLUDED else SECTION[row.duty.lane]
        for title in (MATRIX, own):
            assert f"{row.number} {row.duty.name}" in document.sections[title], (row.number, title)


def test_each_duty_of_the_studio_is_told_in_full(document: Printed) -> None:
    for row in Rows.of(document.scope).of_party(Responsible.STUDIO):
        text = document.sections[SECTION[row.duty.lane]]
        for told in (row.duty.deliverable, row.duty.limits.split()[-1], row.duty.exclusion.rstrip(".")):
            assert told in text


def test_every_exclusion_is_printed_once(document: Printed) -> None:
    for row in Rows.of(document.scope).all:
        place = row.duty.name[-2:]
        if row.duty.responsible == Responsible.STUDIO:
            assert document.text.count(f"X{place}") == 1
            assert f"R{place}" not in document.text
        elif row.duty.responsible == Responsible.EXCLUDED:
            assert document.sections[EXCLUDED].count(f"R{place}") == document.text.count(f"R{place}") == 1


def test_each_objective_stands_in_its_roles_section_only(document: Printed) -> None:
    for objective in document.scope.objectives:
        for text in (objective.name, objective.kpi, objective.how_measured):
            assert sections_with(document, text.split()[-1]) == [SECTION[objective.lane]]


def test_each_fee_stands_once_and_among_the_fees(document: Printed) -> None:
    for line in document.scope.fees:
        assert sections_with(document, line.label.split()[-1]) == [FEES]
        assert document.text.count(line.label) == 1


def test_guidelines_and_autonomy_stand_in_the_section_of_the_role_that_has_them(document: Printed) -> None:
    for line in document.scope.guidelines:
        assert sections_with(document, line.name.split()[-1]) == [SECTION[line.lane]]
    for row in document.scope.autonomy:
        assert sections_with(document, row.name.split()[-1]) == ["Social media"]


def test_clauses_approved_apart_stand_again_with_the_signatures(document: Printed) -> None:
    apart = document.scope.clauses_approved_apart
    assert apart
    for number, clause in enumerate(document.scope.clauses, start=1):
        found = sections_with(document, clause.name.split()[-1])
        assert found == (["Regole del gioco", "Firme"] if clause in apart else ["Regole del gioco"])
        if clause in apart:
            assert f"Clausola {number} {clause.name}" in document.sections["Firme"]


def test_clause_names_are_filled_from_their_fields(document: Printed) -> None:
    rules = document.sections["Regole del gioco"]
    assert "entro 2 giorni lavorativi" in rules
    assert "alla tariffa di 75 €" in rules
    assert "foro di Parma" in rules
    assert "{" not in document.text


def test_the_fees_add_up(document: Printed) -> None:
    fees = document.sections[FEES]
    assert [line.lane for line in document.scope.fees] == [
        FeeLane.MARKETING,
        FeeLane.SOCIAL,
        FeeLane.ADJACENT,
    ]
    for amount in ("2.550,00 €", "900,00 €", "31.500,00 €", "IVA 22%", "38.430,00 €"):
        assert amount in fees


def test_the_pages_in_the_contents_are_right(document: Printed) -> None:
    cover = document.sections[COVER]
    for title, page, _ in document.headings[1:]:
        assert re.search(rf"{title} {page + 1}\b", cover), title


def test_nobody_signs_twice_and_each_act_has_its_place(document: Printed) -> None:
    signatures = document.sections["Firme"]
    assert signatures.count("Ho letto") == 3
    assert signatures.count("Luogo e data") == 3
    assert signatures.count("amministratore unico, per Caseificio Valverde S.r.l.") == 2
