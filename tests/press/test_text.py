"""The text of printed documents: each row in its own section and nowhere else, the same number everywhere."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from scoping.domain.words import Lane, Language, Responsible
from tests.press.places import DOCUMENTS, elsewhere, issued, numbered, own_section, section, squeezed
from tests.press.readback import Printed, plain
from tests.press.samples import sample

Print = Callable[..., Printed]


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, printed: Print) -> Printed:
    """Each sample and some odd cases, issued."""
    return issued(request.param, printed)


def test_every_duty_stands_under_its_number_in_its_own_section_only(document: Printed) -> None:
    for number, duty in numbered(document.scope):
        told = squeezed(f"{number}{duty.name}")
        assert told in section(document, own_section(duty)), (number, duty.name)
        assert told not in elsewhere(document, "matrix", own_section(duty)), (number, duty.name)


def test_what_the_studio_does_is_told_in_full(document: Printed) -> None:
    for number, duty in numbered(document.scope):
        if duty.responsible == Responsible.STUDIO:
            text = section(document, duty.lane)
            unit = duty.unit if duty.quantity == 1 else duty.unit_plural
            told = (duty.deliverable, unit, duty.limits[1:].rstrip("."), duty.exclusion[1:].rstrip("."))
            for one in (*told, *duty.platforms):
                assert squeezed(one) in text, (number, one)


def test_what_others_do_takes_one_line_with_their_name(document: Printed) -> None:
    for number, duty in numbered(document.scope):
        person = document.scope.person(duty.person)
        if duty.responsible in (Responsible.CLIENT, Responsible.THIRD) and person:
            text = section(document, duty.lane)
            row = text[text.index(squeezed(f"{number}{duty.name}")) :][:400]
            assert squeezed(person.name) in row, number


def test_every_exclusion_is_printed_once_with_its_own_reason(document: Printed) -> None:
    whole, text = squeezed(document.text), section(document, "excluded")
    excluded = [duty for duty in document.scope.duties if duty.responsible == Responsible.EXCLUDED]
    assert excluded
    for number, duty in numbered(document.scope):
        if duty in excluded:
            assert text.count(squeezed(f"{number}{duty.name}{duty.reason}")) == 1, number
            assert whole.count(squeezed(duty.reason)) == sum(one.reason == duty.reason for one in excluded)


def test_the_exclusion_of_a_duty_that_is_done_stands_once_with_it(document: Printed) -> None:
    done = [duty for duty in document.scope.duties if duty.responsible == Responsible.STUDIO]
    whole = squeezed(document.text)
    for duty in done:
        alike = sum(one.exclusion == duty.exclusion for one in done)
        assert whole.count(squeezed(duty.exclusion[1:].rstrip("."))) == alike, duty.name


def test_every_objective_stands_in_its_roles_section_only(document: Printed) -> None:
    for objective in document.scope.objectives:
        told = squeezed(objective.name)
        assert told in section(document, objective.lane)
        others = elsewhere(document, objective.lane)
        assert squeezed(f"{objective.name}{objective.kpi}") not in others
        assert squeezed(objective.kpi) in section(document, objective.lane)


def test_a_social_objective_names_the_marketing_objective_that_it_serves(document: Printed) -> None:
    marketing = [one.key for one in document.scope.objectives if one.lane == Lane.MARKETING]
    social = [one for one in document.scope.objectives if one.lane == Lane.SOCIAL]
    text = section(document, Lane.SOCIAL)
    starts = [text.index(squeezed(f"S{place}{one.name}")) for place, one in enumerate(social, start=1)]
    for objective, start in zip(social, starts, strict=True):
        for key in objective.serves:
            assert f"m{marketing.index(key) + 1}" in text[start:][:300], objective.name


def test_every_fee_stands_among_the_fees_with_its_amount(document: Printed) -> None:
    text, paid = section(document, "fees"), {line.lane.value for line in document.scope.fees}
    for line in document.scope.fees:
        assert squeezed(line.label) in text
        assert written(line.amount, document.scope.language) in text
    none = "nessuno" if document.scope.language == Language.ITALIAN else "none"
    for lane in (Lane.MARKETING, Lane.SOCIAL):
        assert (none in section(document, lane)) == (lane.value not in paid)


def written(amount: Decimal, language: Language) -> str:
    """An amount in euro as the tables write it."""
    english = f"{amount:,.2f}"
    if language == Language.ENGLISH:
        return f"€{english}"
    return english.translate(str.maketrans(",.", ".,")) + "€"


def test_money_and_dates_are_written_as_each_language_writes_them(printed: Print) -> None:
    italian, english = printed("producer"), printed("producer", english=True)
    for told in ("1.150 €", "1° gennaio 2027", "24 novembre 2026", "1.150,00 €", "dal 1° gennaio 2027"):
        assert told in italian.text, told
    for told in ("€1,150", "1 January 2027", "24 November 2026", "€1,150.00", "from 1 January 2027"):
        assert told in english.text, told


def test_the_cover_says_for_whom_how_long_and_how_much(document: Printed) -> None:
    cover = squeezed(document.pages[0])
    scope = document.scope
    assert scope.start is not None
    for told in (
        scope.number,
        scope.client.name,
        scope.studio.name,
        scope.client.vat_number,
        str(scope.start.year),
    ):
        assert squeezed(told) in cover, told
    assert str(scope.months) in cover
    for role in scope.roles:
        holder = scope.person(role.lead)
        assert holder is None or squeezed(holder.name) in cover


def test_every_page_names_the_document_its_version_and_itself(document: Printed) -> None:
    for number, text in enumerate(document.pages, start=1):
        assert document.scope.number in text
        assert re.search(r"(versione|version) 2\b", text), number
        assert f"{number} / {len(document.pages)}" in text


@pytest.mark.parametrize(("name", "told"), [("hotel", "8 duties"), ("marketing-only", "7 mansioni")])
def test_the_cover_counts_the_duties_of_who_holds_a_role_also_where_it_is_not_the_studio(
    name: str, told: str
) -> None:
    text = plain(sample(name).text)
    assert told in text
    assert not re.search(r"\b0 (?:duties|mansioni)", text)
