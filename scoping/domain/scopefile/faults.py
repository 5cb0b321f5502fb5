"""What can be wrong with a scope file: one fault a place, worded in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ..text import TextFault, refusal_sentence
from ..words import Language


class FileFaultCode(StrEnum):
    """Why a place of a file is refused, beside what may be wrong with a text or a number (TextFault)."""

    TOO_LARGE_FILE = "too_large_file"
    NOT_UTF8 = "not_utf8"
    TOO_DEEP = "too_deep"
    NOT_JSON = "not_json"
    DUPLICATE_MEMBER = "duplicate_member"
    NOT_FINITE = "not_finite"
    TOO_MANY_DIGITS = "too_many_digits"
    DECIMAL_NOT_TEXT = "decimal_not_text"
    NOT_A_SCOPE_FILE = "not_a_scope_file"
    NEWER_VERSION = "newer_version"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_MEMBER = "unknown_member"
    MISSING_MEMBER = "missing_member"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    WRONG_SHAPE = "wrong_shape"
    UNKNOWN_CHOICE = "unknown_choice"
    NOT_A_DATE = "not_a_date"
    NOT_A_MOMENT = "not_a_moment"
    OUT_OF_TIME = "out_of_time"
    UNKNOWN_ZONE = "unknown_zone"
    TOO_MANY = "too_many"
    REPEATED = "repeated"
    NO_PERSON = "no_person"
    NO_OBJECTIVE = "no_objective"
    WRONG_PARTY = "wrong_party"
    WRONG_LANE = "wrong_lane"
    ENDS_BEFORE_START = "ends_before_start"
    DEPENDS_ON_ITSELF = "depends_on_itself"
    NO_SMALL_PICTURE = "no_small_picture"
    OTHER_HASH = "other_hash"
    AND_MORE = "and_more"


_SENTENCES: dict[FileFaultCode, tuple[str, str]] = {
    FileFaultCode.TOO_LARGE_FILE: (
        "Il file è troppo grande: può avere al massimo {maximum} byte.",
        "The file is too large: it may have {maximum} bytes at most.",
    ),
    FileFaultCode.NOT_UTF8: (
        "Il file non è scritto in UTF-8 (byte {position}).",
        "The file is not written in UTF-8 (byte {position}).",
    ),
    FileFaultCode.TOO_DEEP: (
        "Il file ha troppi livelli uno dentro l'altro: al massimo {maximum}.",
        "The file has too many levels inside each other: {maximum} at most.",
    ),
    FileFaultCode.NOT_JSON: (
        "Il file non è JSON: la riga {line}, colonna {column}, non si legge.",
        "The file is not JSON: line {line}, column {column} cannot be read.",
    ),
    FileFaultCode.DUPLICATE_MEMBER: ("La voce compare due volte.", "The member appears twice."),
    FileFaultCode.NOT_FINITE: ("{found} non è un numero finito.", "{found} is not a finite number."),
    FileFaultCode.TOO_MANY_DIGITS: ("{found} ha troppe cifre.", "{found} has too many digits."),
    FileFaultCode.DECIMAL_NOT_TEXT: (
        'Un numero con decimali si scrive tra virgolette, per esempio "2.5"; qui c\'è {found}.',
        'A number with decimals is written in quotes, such as "2.5"; here it is {found}.',
    ),
    FileFaultCode.NOT_A_SCOPE_FILE: (
        'Non è un file d\'incarico: "format" deve essere "{format}".',
        'This is not a scope file: "format" must be "{format}".',
    ),
    FileFaultCode.NEWER_VERSION: (
        "Il file è della versione {version}, ma qui si legge fino alla {current}: aggiornate Paletti.",
        "The file is of version {version}, but this Paletti reads up to {current}: update Paletti.",
    ),
    FileFaultCode.UNKNOWN_VERSION: (
        "La versione del file deve essere un numero intero da 1 a {current}.",
        "The file's version must be a whole number from 1 to {current}.",
    ),
    FileFaultCode.UNKNOWN_MEMBER: (
        "La voce non è prevista. Qui si può scrivere: {known}.",
        "The member is not known. Here may stand: {known}.",
    ),
    FileFaultCode.MISSING_MEMBER: ("La voce manca.", "The member is missing."),
    FileFaultCode.WRONG_TYPE: (
        "Qui va {expected_it}; c'è {found}.",
        "This must be {expected_en}; it is {found}.",
    ),
    FileFaultCode.EMPTY: ("Il testo è vuoto.", "The text is empty."),
    FileFaultCode.WRONG_SHAPE: (
        "{found} non va bene: servono {shape_it}.",
        "{found} will not do: it takes {shape_en}.",
    ),
    FileFaultCode.UNKNOWN_CHOICE: (
        "{found} non è tra i valori previsti: {known}.",
        "{found} is not one of: {known}.",
    ),
    FileFaultCode.NOT_A_DATE: (
        "{found} non è una data come 2027-01-31.",
        "{found} is not a date such as 2027-01-31.",
    ),
    FileFaultCode.NOT_A_MOMENT: (
        "{found} non è un momento in UTC come 2026-11-24T14:30:00.123456Z.",
        "{found} is not a moment in UTC such as 2026-11-24T14:30:00.123456Z.",
    ),
    FileFaultCode.OUT_OF_TIME: (
        "La data deve stare tra il {earliest} e il {latest}.",
        "The date must be from {earliest} to {latest}.",
    ),
    FileFaultCode.UNKNOWN_ZONE: (
        "Il fuso orario {found} non esiste.",
        "The time zone {found} does not exist.",
    ),
    FileFaultCode.TOO_MANY: (
        "Le righe sono {count}: possono essere al massimo {maximum}.",
        "There are {count} items: there may be {maximum} at most.",
    ),
    FileFaultCode.REPEATED: (
        "{found} c'è già: è in {first}.",
        "{found} is there already: at {first}.",
    ),
    FileFaultCode.NO_PERSON: (
        "{found} non è la chiave di nessuna persona.",
        "{found} is no person's key.",
    ),
    FileFaultCode.NO_OBJECTIVE: (
        "{found} non è la chiave di nessun obiettivo.",
        "{found} is no objective's key.",
    ),
    FileFaultCode.WRONG_PARTY: (
        "{found} non è una persona {party_it}.",
        "{found} is not a person of the {party_en}.",
    ),
    FileFaultCode.WRONG_LANE: (
        "Solo un obiettivo dei social serve un obiettivo di marketing, e nessun altro.",
        "Only a social objective serves a marketing objective, and nothing else.",
    ),
    FileFaultCode.ENDS_BEFORE_START: (
        "Finisce ({end}) prima di cominciare ({start}).",
        "It ends ({end}) before it begins ({start}).",
    ),
    FileFaultCode.DEPENDS_ON_ITSELF: (
        "Una mansione non può dipendere da sé stessa.",
        "A duty cannot depend on itself.",
    ),
    FileFaultCode.NO_SMALL_PICTURE: (
        "Non è un PNG intero di al massimo {wide} × {high} pixel e {maximum} byte.",
        "This is not a whole PNG of at most {wide} × {high} pixels and {maximum} bytes.",
    ),
    FileFaultCode.OTHER_HASH: (
        "Non è l'impronta SHA-256 di questa immagine.",
        "This is not the SHA-256 of this picture.",
    ),
    FileFaultCode.AND_MORE: ("Ci sono altri {count} errori.", "There are {count} more errors."),
}


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing that is wrong: where (a JSON path such as `$.scope.duties[3].quantity`), what, and its
    facts."""

    path: str
    code: FileFaultCode | TextFault
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def sentence(self, language: Language) -> str:
        """What is wrong, in one sentence of that language."""
        if isinstance(self.code, TextFault):
            return refusal_sentence(self.code, self.facts, language)
        return _SENTENCES[self.code][language == Language.ENGLISH].format(**self.facts)

    def line(self, language: Language) -> str:
        """The path and the sentence, for a terminal."""
        return f"{self.path}: {self.sentence(language)}"


class ScopeFileErrors(ValueError):
    """A file that cannot be read, with every fault that was found in it."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.line(Language.ENGLISH) for fault in self.faults))
