"""What the document says is decided before it is printed: rows, sections, dots, for scopes of every kind."""

import datetime as dt
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoping.domain import scope as s
from scoping.domain.words import Holder, Lane, Language, Responsible
from scoping.press.composition import Placed, compose
from scoping.press.fonts import unprintable
from scoping.press.html import to_html
from scoping.press.layout import Document, lay_out
from scoping.press.pdf import render
from scoping.press.rows import Rows
from scoping.press.sections.fees import FeesSection
from scoping.press.sections.matrix import Matrix
from scoping.press.sections.role import Role
from tests import scopes
from tests.domain.strategies import SCOPES

LANES = [Lane.MARKETING, Lane.SOCIAL, Lane.ADJACENT]
PARTIES = [Responsible.STUDIO, Responsible.CLIENT, Responsible.THIRD, None, Responsible.EXCLUDED]
MADE = [
    "producer", "few", "many", "without_objectives", "marketing_only", "nobody_leads", "client_leads",
    "third_party_social", "austrian_client", "adjacent_work", "flat_rate", "undivided", "bare",
    "other_scripts",
]  # fmt: skip


def section(document: Document, anchor: str) -> Placed | None:
    """The section of a document with an anchor, where it has one."""
    return next((placed for placed in document.sections if placed.anchor == anchor), None)


def matrix_of(document: Document) -> Matrix:
    """Who does what."""
    placed = section(document, "matrix")
    assert placed is not None
    assert isinstance(placed.section, Matrix)
    return placed.section


def told(document: Document) -> dict[int, list[str]]:
    """The anchors of the sections, the matrix apart, that tell each row."""
    found: dict[int, list[str]] = {}
    for placed in document.sections:
        one = placed.section
        if isinstance(one, Role):
            numbers = [row.number for row in one.duties]
            numbers += [int(row.number) for table in one.given for row in table.rows if row.number.isdigit()]
        elif placed.anchor == "excluded":
            numbers = [row.number for row in one.rows]  # type: ignore[union-attr]
        else:
            continue
        for number in numbers:
            found.setdefault(number, []).append(placed.anchor)
    return found


@given(SCOPES)
def test_rows_are_numbered_from_one_by_lane_then_party_then_reading_order(scope: s.Scope) -> None:
    rows = Rows.of(scope).all
    assert [row.number for row in rows] == list(range(1, len(scope.duties) + 1))
    assert {row.duty.key for row in rows} == {duty.key for duty in scope.duties}
    places = {duty.key: place for place, duty in enumerate(scope.duties)}
    order = [
        (LANES.index(row.duty.lane), PARTIES.index(row.duty.responsible), places[row.duty.key])
        for row in rows
    ]
    assert order == sorted(order)


@given(SCOPES, st.booleans())
def test_each_duty_has_one_dot_and_is_told_in_one_section(scope: s.Scope, issued: bool) -> None:
    document = lay_out(scope, scopes.issue() if issued else None)
    rows = [row for lane in matrix_of(document).lanes for row in lane.rows]
    assert [row.number for row in rows] == list(range(1, len(scope.duties) + 1))
    where = told(document)
    for row, line in zip(Rows.of(scope).all, rows, strict=True):
        responsible = row.duty.responsible
        if responsible is None:
            assert where.get(row.number, []) == []  # undecided: the matrix says so, and nobody does it yet
            continue
        excluded = responsible == Responsible.EXCLUDED
        assert where.get(row.number) == ["excluded" if excluded else row.duty.lane.value]
        letters = {Responsible.CLIENT: "C", Responsible.THIRD: "T", Responsible.EXCLUDED: "N"}
        assert line.letter == letters.get(
            responsible, {"marketing": "M", "social": "S", "adjacent": "A"}[row.duty.lane]
        )


@given(SCOPES)
def test_both_roles_fees_exclusions_rules_and_signatures_always_have_their_section(scope: s.Scope) -> None:
    anchors = [placed.anchor for placed in lay_out(scope).sections]
    order = [
        "matrix",
        "marketing",
        "social",
        "adjacent",
        "two-roles",
        "fees",
        "excluded",
        "rules",
        "signatures",
    ]
    assert anchors == [anchor for anchor in order if anchor in anchors]
    assert set(order) - set(anchors) <= {"adjacent", "two-roles"}
    assert ("two-roles" in anchors) == (scope.double_holder is not None)


@given(SCOPES)
def test_the_contents_name_every_section_once(scope: s.Scope) -> None:
    document = lay_out(scope)
    assert [entry.anchor for entry in document.contents] == [placed.anchor for placed in document.sections]


@given(SCOPES)
def test_each_objective_and_each_fee_is_in_one_row_of_its_own(scope: s.Scope) -> None:
    document = lay_out(scope)
    roles = [placed.section for placed in document.sections if isinstance(placed.section, Role)]
    shown = list(chain.from_iterable(role.objectives for role in roles))
    assert len(shown) == len(scope.objectives)
    assert len({row.mark for row in shown}) == len(shown)
    fees = section(document, "fees")
    assert fees is not None
    assert isinstance(fees.section, FeesSection)
    assert len(fees.section.rows) == len(scope.fees)
    width = len(fees.section.heads)
    assert {len(row.amounts) for row in fees.section.rows} <= {width}
    assert {len(row.amounts) for row in fees.section.sums} <= {width}


@settings(max_examples=settings.default.max_examples // 4 if settings.default else 6)
@given(SCOPES)
def test_any_scope_is_printed_and_the_renderer_warns_of_unprintable_characters_alone(scope: s.Scope) -> None:
    rendered = render(scope, seconds=60)
    assert rendered.pages >= 3
    assert rendered.refusals == ()
    assert {line.split()[0] for line in rendered.warnings} <= {".notdef"}
    assert bool(rendered.warnings) <= bool(unprintable(to_html(lay_out(scope))))


@pytest.mark.parametrize("name", MADE)
def test_a_column_stands_for_each_letter_in_use_and_always_for_both_roles_client_and_exclusion(
    name: str,
) -> None:
    matrix = matrix_of(lay_out(getattr(scopes, name)()))
    used = {row.letter for lane in matrix.lanes for row in lane.rows}
    assert {column.letter for column in matrix.columns} == used | set("MSCN")
    for lane in matrix.lanes:
        for row in lane.rows:
            assert matrix.columns[row.place].letter == row.letter


@pytest.mark.parametrize("held_by", Holder)
@pytest.mark.parametrize("lane", ["marketing", "social"])
def test_a_role_keeps_its_section_whoever_holds_it(lane: str, held_by: Holder) -> None:
    scope = scopes.producer()
    lead = {Holder.STUDIO: "elena", Holder.CLIENT: "paola"}.get(held_by)
    roles = tuple(
        replace(role, held_by=held_by, lead=lead) if role.lane.value == lane else role for role in scope.roles
    )
    fees = tuple(line for line in scope.fees if line.lane.value != lane or held_by == Holder.STUDIO)
    placed = section(lay_out(replace(scope, roles=roles, fees=fees)), lane)
    assert placed is not None
    assert isinstance(placed.section, Role)
    said = " ".join(f"{fact.label} {fact.value} {fact.detail}" for fact in placed.section.facts)
    assert ("non è lavoro dello studio" in said) == (held_by != Holder.STUDIO)
    assert ("Nessuno" in said) == (held_by == Holder.NOBODY)
    assert ("€" in said) == (held_by == Holder.STUDIO)


def test_a_guideline_names_only_rows_that_somebody_does() -> None:
    scope = scopes.producer()
    duties = tuple(replace(duty, needs=("prezzi",)) for duty in scope.duties)
    done = [
        row.number for row in Rows.of(scope).all if row.duty.responsible not in (Responsible.EXCLUDED, None)
    ]
    assert Rows.of(replace(scope, duties=duties)).needing("prezzi") == done


def test_two_fees_of_a_lane_have_two_rows_and_an_undivided_one_says_so() -> None:
    scope = scopes.flat_rate()
    fees = section(lay_out(scope), "fees")
    assert fees is not None
    assert isinstance(fees.section, FeesSection)
    assert [row.name for row in fees.section.rows] == ["Marketing", "Social media", "Social media"]
    undivided = section(lay_out(scopes.undivided()), "fees")
    assert undivided is not None
    assert [row.name for row in undivided.section.rows] == [  # type: ignore[union-attr]
        "Marketing e social media, ancora da dividere"
    ]


def test_the_columns_of_the_fees_are_those_that_have_an_amount() -> None:
    heads = {
        name: section(lay_out(getattr(scopes, name)()), "fees").section.heads  # type: ignore[union-attr]
        for name in ("producer", "adjacent_work")
    }
    assert [head.replace("\u00a0", " ") for head in heads["producer"]] == ["Al mese", "In 12 mesi"]
    assert [head.replace("\u00a0", " ") for head in heads["adjacent_work"]] == [
        "Al mese",
        "Una tantum",
        "In 12 mesi",
    ]


@pytest.mark.parametrize("language", Language)
def test_dates_of_a_document_are_the_scopes_own(language: Language) -> None:
    scope = replace(scopes.few(), dated=dt.date(2031, 2, 3), language=language)
    page = to_html(lay_out(scope))
    assert ("3\u00a0febbraio 2031" if language == Language.ITALIAN else "3\u00a0February 2031") in page
    assert "2026" not in page.replace("2026-014", "")


@pytest.mark.parametrize("name", MADE)
def test_the_first_section_begins_a_page_and_a_role_is_headed_by_its_own_name(name: str) -> None:
    sections = lay_out(getattr(scopes, name)()).sections
    assert sections[0].own
    for placed in sections:
        assert placed.head
        assert not placed.own or placed.head.startswith(placed.section.title)


def test_sections_keep_their_order_when_they_are_placed() -> None:
    document = lay_out(scopes.producer())
    again = compose(
        [
            (placed.template.split("_", 1)[1].removesuffix(".html"), placed.section)
            for placed in document.sections
        ]
    )
    assert [placed.anchor for placed in again] == [placed.anchor for placed in document.sections]
