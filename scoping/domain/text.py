"""What may be typed: the one rule for text and numbers that every door uses (form, scope file, CSV, API).

A text is valid Unicode in its composed form (NFC). What nobody sees and what could make a text read as
another one is refused: NUL and other control characters, lone surrogates, signs that turn the reading
direction by force, tag characters, and code points that Unicode has not assigned.
"""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from .words import Language

# Three bytes a character are enough for every script in daily use; only texts made of emoji need more.
BYTES_A_CHARACTER = 3

_FORCED_DIRECTION = frozenset(range(0x202A, 0x202F)) | frozenset(range(0x2066, 0x206A))
_TAGS = range(0xE0000, 0xE0080)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class TextFault(StrEnum):
    """Why a text or a number is refused."""

    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    NUL = "nul"
    CONTROL = "control"
    LINE_BREAK = "line_break"
    SURROGATE = "surrogate"
    FORCED_DIRECTION = "forced_direction"
    TAG = "tag"
    UNASSIGNED = "unassigned"
    NOT_A_NUMBER = "not_a_number"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_MANY_PLACES = "too_many_places"


_SENTENCES: dict[TextFault, tuple[str, str]] = {
    TextFault.NOT_TEXT: ("Qui va un testo.", "This must be a text."),
    TextFault.TOO_LONG: (
        "Il testo è troppo lungo: può avere al massimo {limit} caratteri.",
        "The text is too long: it may have {limit} characters at most.",
    ),
    TextFault.NUL: (
        "Il testo contiene un carattere nullo, che non si può scrivere.",
        "The text holds a null character, which cannot be written.",
    ),
    TextFault.CONTROL: (
        "Il testo contiene un carattere di controllo invisibile ({character}).",
        "The text holds an invisible control character ({character}).",
    ),
    TextFault.LINE_BREAK: ("Qui il testo sta su una riga sola.", "Here the text must be one line."),
    TextFault.SURROGATE: (
        "Il testo contiene mezzo carattere ({character}): copiatelo di nuovo dall'originale.",
        "The text holds half a character ({character}): copy it again from where it came.",
    ),
    TextFault.FORCED_DIRECTION: (
        "Il testo contiene un segno invisibile che ne cambia il verso di lettura ({character}).",
        "The text holds an invisible sign that turns its reading direction ({character}).",
    ),
    TextFault.TAG: (
        "Il testo contiene un'etichetta invisibile ({character}).",
        "The text holds an invisible tag ({character}).",
    ),
    TextFault.UNASSIGNED: (
        "Il testo contiene un codice che non corrisponde a nessun carattere ({character}).",
        "The text holds a code that stands for no character ({character}).",
    ),
    TextFault.NOT_A_NUMBER: ("Qui va un numero.", "This must be a number."),
    TextFault.TOO_SMALL: ("Il numero deve essere almeno {minimum}.", "The number must be {minimum} or more."),
    TextFault.TOO_LARGE: (
        "Il numero può essere al massimo {maximum}.",
        "The number must be {maximum} or less.",
    ),
    TextFault.TOO_MANY_PLACES: (
        "Il numero può avere al massimo {places} cifre decimali.",
        "The number may have {places} decimal places at most.",
    ),
}


def refusal_sentence(fault: TextFault, facts: Mapping[str, object], language: Language) -> str:
    """Why a text or a number is refused, in one sentence of that language."""
    decimal_sign = "." if language == Language.ENGLISH else ","
    said = {
        name: f"{fact:f}".replace(".", decimal_sign) if isinstance(fact, Decimal) else fact
        for name, fact in facts.items()
    }
    return _SENTENCES[fault][language == Language.ENGLISH].format(**said)


class TextRefused(ValueError):
    """A text or number that may not come in: a code, and the facts that its sentence names."""

    def __init__(self, fault: TextFault, **facts: object) -> None:
        self.fault = fault
        self.facts = facts
        super().__init__(self.sentence(Language.ENGLISH))

    def sentence(self, language: Language) -> str:
        """What is wrong, in one sentence of that language."""
        return refusal_sentence(self.fault, self.facts, language)


def clean_text(value: object, *, limit: int, lines: bool = False) -> str:
    """A typed text as it may be kept: NFC, at most `limit` characters (and three bytes for each).

    With `lines` it may have line breaks, which become "\\n", and tabs. Raises TextRefused.
    """
    if not isinstance(value, str):
        raise TextRefused(TextFault.NOT_TEXT)
    if len(value) > limit * BYTES_A_CHARACTER:  # before any work on it
        raise TextRefused(TextFault.TOO_LONG, limit=limit)
    text = value.replace("\r\n", "\n").replace("\r", "\n") if lines else value
    for character in text:
        fault = _fault_of(character, lines)
        if fault is not None:
            raise TextRefused(fault, character=f"U+{ord(character):04X}")
    text = unicodedata.normalize("NFC", text)
    if len(text) > limit or len(text.encode()) > limit * BYTES_A_CHARACTER:
        raise TextRefused(TextFault.TOO_LONG, limit=limit)
    return text


def finite_decimal(value: object, *, minimum: Decimal, maximum: Decimal, places: int) -> Decimal:
    """A number written in plain digits ("12", "-3.5"), within its bounds, both included.

    No exponent, no NaN or infinity, no other script's digits, no sign but a minus. Raises TextRefused.
    """
    text = str(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or len(text) > 40 or not _NUMBER.fullmatch(text):
        raise TextRefused(TextFault.NOT_A_NUMBER)
    number = Decimal(text)
    if number < minimum:
        raise TextRefused(TextFault.TOO_SMALL, minimum=minimum)
    if number > maximum:
        raise TextRefused(TextFault.TOO_LARGE, maximum=maximum)
    if number != round(number, places):
        raise TextRefused(TextFault.TOO_MANY_PLACES, places=places)
    return abs(number) if number.is_zero() else number  # "-0" is written as a minus that means nothing


def _fault_of(character: str, lines: bool) -> TextFault | None:
    """Why one character is refused, or None."""
    if "\x20" <= character < "\x7f" or (lines and character in "\n\t"):
        return None
    if character == "\x00":
        return TextFault.NUL
    if character in "\n\r\v\f\x85\u2028\u2029":
        return TextFault.CONTROL if lines else TextFault.LINE_BREAK
    if ord(character) in _FORCED_DIRECTION:
        return TextFault.FORCED_DIRECTION
    if ord(character) in _TAGS:
        return TextFault.TAG
    return {
        "Cc": TextFault.CONTROL,
        "Cs": TextFault.SURROGATE,
        "Cn": TextFault.UNASSIGNED,
    }.get(unicodedata.category(character))
