import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoping.domain.canonical import NotCanonical, canonical_hash, canonical_json, sha256_hex

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def test_keys_are_sorted_by_their_utf_16_units_and_nothing_is_spaced() -> None:
    # RFC 8785, 3.2.3: U+1F600 (surrogates D83D DE00) comes before U+FB01, after U+20AC
    value = {"\u20ac": 1, "\r": 2, "\ufb01": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "\u00f6": 7}
    keys = list(json.loads(canonical_json(value)))
    assert keys == ["\r", "1", "\x80", "\u00f6", "\u20ac", "\U0001f600", "\ufb01"]
    assert canonical_json({"b": [1, True, None], "a": {"c": "d"}}) == '{"a":{"c":"d"},"b":[1,true,null]}'


def test_texts_are_written_as_rfc_8785_asks() -> None:
    assert canonical_json('€ \x0f\n"\\/\x7f') == '"€ \\u000f\\n\\"\\\\/\x7f"'


def test_composed_and_decomposed_texts_are_the_same() -> None:
    assert canonical_json({"e\u0301": "e\u0301"}) == canonical_json({"é": "é"})


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        2**53,
        -(2**53),
        {1: "a"},
        "\ud800",
        {"\ud800": 1},
        b"a",
        {"é": 1, "e\u0301": 2},
        {"a": {1}},
    ],
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical_json(value)


def test_the_largest_integers_are_written() -> None:
    assert canonical_json([2**53 - 1, -(2**53) + 1]) == "[9007199254740991,-9007199254740991]"


def test_hashes_are_of_the_bytes_in_utf_8() -> None:
    assert sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_hex("è") == sha256_hex("è".encode())
    assert canonical_hash({"a": 1}) == sha256_hex(b'{"a":1}')


@given(VALUES)
def test_reading_and_writing_again_gives_the_same_text(value: object) -> None:
    try:
        text = canonical_json(value)
    except NotCanonical:  # two keys of the same composed form
        return
    assert canonical_json(json.loads(text)) == text
