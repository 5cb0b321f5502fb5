"""Numbers as people write them, texts as they may be kept."""

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from scoping.kit.forms import AmountField, PlainForm, plain_number


class Order(PlainForm):
    title = forms.CharField(max_length=20)
    note = forms.CharField(max_length=10, widget=forms.Textarea, required=False)
    price = AmountField(minimum=0, maximum=100_000, required=False)


@pytest.mark.parametrize(
    ("typed", "italian", "english"),
    [
        ("1400", "1400", "1400"),
        ("1400,5", "1400.5", "1400.5"),
        ("1400.50", "1400.50", "1400.50"),
        ("1.400,50", "1400.50", "1400.50"),
        ("1,400.50", "1400.50", "1400.50"),
        ("1.400", "1400", "1.400"),
        ("1,400", "1.400", "1400"),
        ("1.234.567", "1234567", "1234567"),
        ("1 400,50", "1400.50", "1400.50"),
        ("€ 250", "250", "250"),
        ("250,00 €", "250.00", "250.00"),
        ("0,125", "0.125", "0.125"),
        ("1.40,50", "1.40,50", "1.40,50"),
        ("1.400.5", "1.400.5", "1.400.5"),
        ("12,34,56", "12,34,56", "12,34,56"),
        ("many", "many", "many"),
        ("1e400", "1e400", "1e400"),
        ("", "", ""),
    ],
)
def test_an_amount_is_read_as_its_writer_meant_it(typed: str, italian: str, english: str) -> None:
    assert plain_number(typed, ",") == italian
    assert plain_number(typed, ".") == english


@pytest.mark.parametrize("typed", ["1e400", "NaN", "-1", "100001", "1,234", "inf", "١٢", "12,34,56", "0x10"])
def test_an_absurd_amount_is_refused_at_its_field_and_kept_as_typed(typed: str) -> None:
    with translation.override("en"):
        form = Order({"title": "Plan", "price": typed if typed != "1,234" else "1.234"})
        assert list(form.errors) == ["price"]
        assert f'value="{typed if typed != "1,234" else "1.234"}"' in str(form["price"])


def test_an_amount_is_shown_with_the_readers_comma() -> None:
    form = Order(initial={"price": Decimal("37.50")})
    with translation.override("it"):
        assert 'value="37,5"' in str(form["price"])
    with translation.override("en"):
        assert 'value="37.5"' in str(form["price"])


@pytest.mark.parametrize("typed", ["a\x00b", "a\ud800", "a\u202eb", "a\x07", "a\nb", "\U0003fffe", "x" * 21])
def test_what_could_not_be_read_or_printed_is_refused_once_at_its_field(typed: str) -> None:
    form = Order({"title": typed})
    assert list(form.errors) == ["title"]
    assert len(form.errors["title"]) == 1


def test_a_text_is_kept_in_its_composed_form_with_plain_line_breaks() -> None:
    form = Order({"title": "perche\u0301", "note": "123456789\r\n"[:11]})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"] == "perché"


def test_a_line_break_counts_once() -> None:
    assert Order({"title": "Plan", "note": "1234\r\n6789"}).is_valid()
    assert list(Order({"title": "Plan", "note": "12345\r\n789ab"}).errors) == ["note"]


def test_refusals_speak_the_readers_language() -> None:
    with translation.override("it"):
        assert Order({"title": "Plan", "price": "tanto"}).errors["price"] == ["Qui va un numero."]
    with translation.override("en"):
        assert Order({"title": "Plan", "price": "a lot"}).errors["price"] == ["This must be a number."]
