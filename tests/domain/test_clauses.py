from decimal import Decimal

import pytest

from scoping.domain.clauses import FIELDS, GAP, filled, from_fields, names_in, unfilled
from scoping.domain.scope import Clause, Terms
from scoping.domain.words import Language

from .examples import example_scope


def clause(text: str, *parameters: tuple[str, str]) -> Clause:
    return Clause(key="c", name="Prova", text=text, parameters=parameters)


def test_fields_of_the_engagement_fill_their_names() -> None:
    assert from_fields(example_scope()) == {
        "validity_days": "21",
        "months": "12",
        "payment_days": "30",
        "rounds": "2",
        "approval_days": "2",
        "hourly_rate": "75\u00a0€",
    }
    assert set(from_fields(example_scope())) == set(FIELDS)


def test_no_rounds_is_a_number_too() -> None:
    scope = example_scope(terms=Terms(rounds=0))
    assert filled(clause("{rounds} giri"), scope) == "0 giri"
    assert unfilled(clause("{rounds} giri"), scope) == ()


def test_a_clause_is_filled_from_fields_first_and_from_its_own_parameters() -> None:
    text = "Entro {payment_days} giorni, almeno {min_hours} ore, foro di {court}; {months} e {months}."
    own = clause(text, ("min_hours", "0.5"), ("payment_days", "99"))
    assert filled(own, example_scope()) == f"Entro 30 giorni, almeno 0,5 ore, foro di {GAP}; 12 e 12."
    assert unfilled(own, example_scope()) == ("court",)
    english = example_scope(language=Language.ENGLISH, terms=Terms(hourly_rate=Decimal("62.5")))
    assert filled(clause("{hourly_rate}, {min_hours}", ("min_hours", "0.5")), english) == "€62.50, 0.5"


@pytest.mark.parametrize(
    "text", ["{}", "{0}", "{a.b}", "{{a}", "{Roles}", "{a!r}", "{a:>9}", "{%x%}", "{ a }"]
)
def test_anything_else_in_braces_is_text(text: str) -> None:
    if text == "{{a}":
        assert filled(clause(text, ("a", "1")), example_scope()) == "{1"
    else:
        assert filled(clause(text), example_scope()) == text
        assert names_in(text) == ()


def test_a_value_with_braces_is_not_filled_again() -> None:
    own = clause("{court}", ("court", "{months}"))
    assert filled(own, example_scope()) == "{months}"


def test_an_empty_value_is_a_gap() -> None:
    assert unfilled(clause("{court} {court}", ("court", "  ")), example_scope()) == ("court",)
