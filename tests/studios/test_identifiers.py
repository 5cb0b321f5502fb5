"""VAT numbers and tax codes."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from scoping.studios.identifiers import clean_tax_code, clean_vat_number


@pytest.mark.parametrize(
    ("number", "country", "kept"),
    [
        ("00743110157", "IT", "00743110157"),
        ("IT 00743110157", "IT", "00743110157"),
        ("ATU13585627", "AT", "ATU13585627"),
        ("u13585627", "AT", "ATU13585627"),
        ("094259216", "GR", "EL094259216"),
        ("DE136695976", "DE", "DE136695976"),
        ("CHE-107.787.577 IVA", "CH", "CHE-107.787.577 IVA"),
        ("", "IT", ""),
    ],
)
def test_a_right_vat_number_is_kept_in_one_form(number: str, country: str, kept: str) -> None:
    assert clean_vat_number(number, country) == kept


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("00743110158", "IT"),
        ("0074311015", "IT"),
        ("ATU13585627", "IT"),
        ("DE136695976", "AT"),
        ("uno", "FR"),
    ],
)
def test_a_wrong_vat_number_is_refused_in_words(number: str, country: str) -> None:
    with pytest.raises(ValidationError):
        clean_vat_number(number, country)


@pytest.mark.parametrize(
    ("code", "kept"), [("rccmnl83s18d969h", "RCCMNL83S18D969H"), ("00743110157", "00743110157"), ("", "")]
)
def test_a_right_tax_code_is_kept_in_capitals(code: str, kept: str) -> None:
    assert clean_tax_code(code, "IT") == kept


@pytest.mark.parametrize("code", ["RCCMNL83S18D969X", "RCCMNL83S18D969", "00743110158", "ciao"])
def test_a_wrong_tax_code_is_refused_in_words(code: str) -> None:
    with pytest.raises(ValidationError):
        clean_tax_code(code, "IT")


@pytest.mark.parametrize("clean", [clean_vat_number, clean_tax_code])
def test_outside_the_union_a_number_is_kept_as_it_was_typed(clean: Callable[[str, str], str]) -> None:
    assert clean(" 12  ab ", "US") == "12 ab"
