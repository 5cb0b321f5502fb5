"""Odd cases give a document that looks meant."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from scoping.domain import scope as s
from scoping.domain.words import Condition, ConditionState, FunctionKind, Party
from scoping.press.layout import lay_out
from scoping.press.pdf import render
from tests import scopes
from tests.press.readback import Printed

ISSUED = (
    "producer", "few", "many", "nobody_leads", "client_leads", "third_party_social", "adjacent_work",
    "flat_rate", "austrian_client", "marketing_only", "without_objectives", "other_scripts", "long_texts",
)  # fmt: skip


@pytest.mark.parametrize("name", ISSUED)
def test_the_renderer_has_nothing_to_warn_of(printed: Callable[..., Printed], name: str) -> None:
    assert printed(name).rendered.warnings == ()
    assert printed(name).rendered.refusals == ()


@pytest.mark.parametrize(
    "name", ["producer", "adjacent_work", "third_party_social", "flat_rate", "client_leads"]
)
def test_forty_duties_take_five_to_nine_pages(printed: Callable[..., Printed], name: str) -> None:
    assert 5 <= printed(name).rendered.pages <= 9


@pytest.mark.parametrize("name", [name for name in ISSUED if name != "long_texts"])
def test_no_page_is_nearly_empty_and_everything_stands_on_the_first(
    printed: Callable[..., Printed], name: str
) -> None:
    document = printed(name)
    fills = [document.fill(page) for page in range(len(document.document))]
    assert min(fills) > 0.35, fills
    assert sum(fills) / len(fills) > 0.6
    assert document.headings[1][1] == 1, "the second section begins the second page"


@pytest.mark.parametrize("name", [name for name in ISSUED if name != "long_texts"])
def test_no_heading_stands_alone_at_a_pages_foot(printed: Callable[..., Printed], name: str) -> None:
    for title, _, top in printed(name).headings:
        assert top > 150, title


def test_a_role_that_nobody_holds_keeps_its_section_without_a_fee(printed: Callable[..., Printed]) -> None:
    document = printed("nobody_leads")
    text = document.sections["Marketing"]
    assert "nessuno guida il marketing" in text
    assert "Compenso nessuno" in text or "nessuno non è lavoro dello studio" in text
    assert "Pubblico e posizionamento" in text
    assert "Paola Ferri" in text


def test_a_role_held_by_a_client_says_who_what_and_by_when(printed: Callable[..., Printed]) -> None:
    text = printed("client_leads").sections["Marketing"]
    assert "Paola Ferri" in text
    assert "Piano marketing annuale" in text
    assert "Argomenti del mese" in text
    assert "l’8 di ogni mese" in text
    assert "€" not in text


def test_a_third_partys_duties_stand_one_line_each_in_the_roles_section(
    printed: Callable[..., Printed],
) -> None:
    document = printed("third_party_social")
    assert "Ⓣ Blu Comunicazione" in document.sections["Chi fa che cosa"]
    assert "Nadia Blu" in document.sections["Social media"]
    assert "Una persona, due ruoli" not in document.sections


def test_the_third_partys_column_stands_only_where_one_is_used(printed: Callable[..., Printed]) -> None:
    assert "Terzi" not in printed("producer").sections["Chi fa che cosa"]
    assert "Terzi" in printed("third_party_social").sections["Chi fa che cosa"]


def test_adjacent_work_taken_on_has_a_section_and_a_fee_of_its_own(printed: Callable[..., Printed]) -> None:
    document = printed("adjacent_work")
    assert "Servizio fotografico" in document.sections["Attività affini comprese"]
    assert "900 € una tantum" in document.sections["Attività affini comprese"]
    assert "Ⓐ" in document.sections["Chi fa che cosa"]
    assert "Servizio fotografico" not in document.sections["Marketing"]


def test_an_austrian_client_reads_of_reverse_charge(printed: Callable[..., Printed]) -> None:
    fees = printed("austrian_client").sections["Compensi"]
    assert "inversione contabile" in fees
    assert "IVA 22%" not in fees


def test_fees_that_change_say_what_is_paid_when(printed: Callable[..., Printed]) -> None:
    fees = printed("flat_rate").sections["Compensi"]
    assert "mesi 1–6" in fees
    assert "mesi 7–12" in fees
    assert "regime forfettario" in fees
    assert "Imposta di bollo" in fees


def test_without_objectives_the_role_says_so(printed: Callable[..., Printed]) -> None:
    document = printed("without_objectives")
    for title in ("Marketing", "Social media"):
        assert "non sono stati fissati obiettivi" in document.sections[title]


def test_the_conditions_claim_nothing_that_nobody_examined() -> None:
    bare = replace(scopes.issue(), conditions=())
    for issue in (None, bare):
        (section,) = [
            one.section for one in lay_out(scopes.producer(), issue).sections if one.anchor == "two-roles"
        ]
        assert [row.said for row in section.rows] == ["non esaminata"] * 4  # type: ignore[union-attr]
        assert "Può farlo" not in section.lead
        assert "non sono ancora state esaminate" in section.lead


def test_a_condition_that_was_overruled_is_said_not_to_be_met() -> None:
    conditions = (
        s.ConditionStatement(
            condition=Condition.ASSESSED, state=ConditionState.OVERRULED, sentence="Manca una prova."
        ),
    )
    issue = replace(scopes.issue(), conditions=conditions)
    (section,) = [
        one.section for one in lay_out(scopes.producer(), issue).sections if one.anchor == "two-roles"
    ]
    said = {row.name: row.said for row in section.rows}  # type: ignore[union-attr]
    assert said["Le competenze sono state valutate"] == "non soddisfatta"
    assert "Può farlo" not in section.lead


def test_a_draft_bears_its_word_and_no_code(printed: Callable[..., Printed]) -> None:
    draft = printed("undivided", issued=False)
    assert "bozza" in draft.pages[-1]
    assert "Controllate questo documento" not in draft.text
    assert "ancora da dividere" in draft.text
    greys = draft.picture(-1, 0.5).convert("L").histogram()
    assert sum(greys[236:246]) > 5000, "the watermark's grey is on the page"


def test_an_almost_empty_draft_is_a_document_too(printed: Callable[..., Printed]) -> None:
    draft = printed("bare", issued=False)
    assert draft.rendered.warnings == ()
    assert draft.rendered.pages <= 5
    assert "da decidere" in draft.sections["Chi fa che cosa"]


def test_each_signatory_has_a_line_of_their_own() -> None:
    scope = scopes.producer()
    second = s.Person(key="due", party=Party.CLIENT, name="Anna Bruni", job="socia")
    scope = replace(
        scope,
        persons=(*scope.persons, second),
        functions=(
            *scope.functions,
            s.Function(person="due", kind=FunctionKind.SIGNATORY, order=2, power="procuratrice"),
        ),
    )
    document = Printed(scope, render(scope, scopes.issue()))
    signatures = document.sections["Firme"]
    assert signatures.count("Anna Bruni") == signatures.count("Marco Rossi") == 2
    assert signatures.count("procuratrice") == 2
    assert "AB" in signatures


def test_many_changes_stand_in_full_after_the_matrix() -> None:
    changes = tuple(f"La riga {number} ha una quantità diversa da quella di prima" for number in range(20))
    document = Printed(scopes.producer(), render(scopes.producer(), replace(scopes.issue(), changes=changes)))
    assert "20 modifiche" in document.pages[0]
    assert all(change in document.sections["Chi fa che cosa"] for change in changes)
    assert document.headings[1][1] == 1


def test_the_english_document_is_english(printed: Callable[..., Printed]) -> None:
    document = printed("producer", english=True)
    for title in ("Who does what", "Fees", "Not included", "Rules of the game", "Signatures"):
        assert title in document.sections
    assert "€1,150 a month" in document.text
    assert "24 November 2026" in document.text
    assert "mansioni" not in document.pages[0]
