"""What is signed: clauses, acts, parties; and what the document never claims."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from scoping.domain.scope import ConditionStatement
from scoping.domain.words import Act, Condition, ConditionState, FunctionKind, Language, Responsible
from scoping.press.html import to_html
from scoping.press.layout import lay_out
from tests import scopes
from tests.press.places import DOCUMENTS, TITLES, issued, section, squeezed
from tests.press.readback import Printed

Print = Callable[..., Printed]


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, printed: Print) -> Printed:
    """Each sample and some odd cases, issued."""
    return issued(request.param, printed)


def test_clauses_are_numbered_filled_in_and_marked_where_they_are_approved_apart(document: Printed) -> None:
    rules, signatures = section(document, "rules"), section(document, "signatures")
    apart = document.scope.clauses_approved_apart
    english = document.scope.language == Language.ENGLISH
    mark, word = ("signedapart", "clause") if english else ("firmaaparte", "clausola")
    assert rules.count(mark) == len(apart)
    place = 0
    for number, clause in enumerate(document.scope.clauses, start=1):
        head = squeezed(f"{number}{clause.name}") + (mark if clause in apart else "")
        place = rules.index(head, place)
        if clause in apart:
            assert squeezed(f"{word}{number}{clause.name}") in signatures
    assert "{" not in document.text
    assert "}" not in document.text


def test_each_act_that_the_scope_calls_for_has_its_row_and_each_signatory_a_line(document: Printed) -> None:
    english = document.scope.language == Language.ENGLISH
    said = {
        Act.MARKETING: "I have read the Marketing section" if english else "Ho letto la sezione Marketing",
        Act.SOCIAL: "I have read the Social media section" if english else "Ho letto la sezione Social media",
        Act.EXCLUDED: "I have read what is not included" if english else "Ho letto che cosa non è compreso",
        Act.WHOLE: "I accept the" if english else "Accetto l’",
        Act.ONEROUS: "I approve specifically" if english else "Approvo in modo specifico",
    }
    text = section(document, "signatures")
    for act, words in said.items():
        assert text.count(squeezed(words)) == (act in document.scope.acts), act
    signatories = document.scope.with_function(FunctionKind.SIGNATORY)
    signed = len({Act.WHOLE, Act.ONEROUS} & set(document.scope.acts))
    places = text.count(squeezed("Place and date" if english else "Luogo e data"))
    assert places == signed * len(signatories) + 1
    for person, function in signatories:
        line = squeezed(f"{person.name}{function.power or person.job}")
        assert text.count(line) == signed, person.name
    studio = document.scope.person(document.scope.signed_for_studio)
    assert studio is not None
    assert squeezed(studio.name) in text


def test_the_parties_stand_with_their_numbers_and_addresses(document: Printed) -> None:
    text = section(document, "signatures")
    for party in (document.scope.studio, document.scope.client):
        for told in (party.name, party.vat_number, party.address.street, party.address.city, party.pec):
            assert squeezed(told) in text, told


def test_few_clauses_and_no_exclusion_call_for_fewer_acts() -> None:
    scope = scopes.few()
    kept = tuple(duty for duty in scope.duties if duty.responsible != Responsible.EXCLUDED)
    page = to_html(lay_out(replace(scope, duties=kept), scopes.issue()))
    assert "Ho letto che cosa non è compreso" not in page
    assert "Approvo in modo specifico" not in page
    assert "Tre atti, uno per volta." in page


@pytest.mark.parametrize("english", [False, True])
def test_no_condition_is_said_to_be_met_that_nobody_examined(printed: Print, english: bool) -> None:
    draft = printed("producer", issued=False, english=english)
    (title,) = TITLES[draft.scope.language]["two roles"]
    text = draft.sections[title]
    assert text.count("not examined" if english else "non esaminata") == 4
    claims = ("✓", " met", "works") if english else ("✓", "soddisfatt", "Può farlo", "sono vere")
    assert [claim for claim in claims if claim in text] == []


@pytest.mark.parametrize("state", [ConditionState.NOT_MET, ConditionState.OVERRULED])
@pytest.mark.parametrize("language", Language)
def test_a_condition_that_is_not_met_is_never_said_to_be(state: ConditionState, language: Language) -> None:
    scope = replace(scopes.producer(), language=language)
    statements = tuple(ConditionStatement(condition=one, state=state, sentence="") for one in Condition)
    page = to_html(lay_out(scope, replace(scopes.issue(), conditions=statements)))
    word = "soddisfatta" if language == Language.ITALIAN else " met"
    assert len(re.findall(rf"(?<!non )(?<!not){word}\b", page)) == 0
    assert "✓" not in page
    assert len(re.findall(rf"\b(?:non|not) ?{word}\b", page)) == 4


def test_no_italian_word_of_ours_stands_in_the_english_document(printed: Print) -> None:
    """The engagement's own texts here are marks and names, so that every word left is the document's own."""
    italian, english = printed("marked", issued=False), printed("marked", issued=False, english=True)
    own = set(re.findall(r"[a-zà-ù]{4,}", english.text))
    fixed = {"ogni", "riga", "quando", "giorni", "lavorativi", "compreso", "compenso", "compensi", "mese",
             "mansioni", "obiettivi", "persona", "clausola", "atto", "luogo", "firme", "pagina"}  # fmt: skip
    assert fixed <= set(re.findall(r"[a-zà-ù]{4,}", italian.text.lower()))
    typed = " ".join(clause.text for clause in english.scope.clauses).lower()
    assert {word for word in own & fixed if word not in typed} == set()
