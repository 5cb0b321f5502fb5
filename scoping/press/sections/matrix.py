"""Who does what: one row a duty, exactly one dot a row."""

from collections.abc import Callable
from dataclasses import dataclass

from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible

from ..reading import LETTERS, MARKS, Reading
from ..rows import LANES, Row
from ..typography import ranges, sentence, shortened, typeset

NAME_LENGTH, WHO_LENGTH = 160, 60  # the whole name stands in the row's own section


@dataclass(frozen=True, slots=True)
class Column:
    """A column of dots: the letter of its dots and the word at its head."""

    letter: str
    head: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One duty: its number, its name, and who does it, in the column of that dot."""

    number: int
    name: str
    place: int
    letter: str
    mark: str
    who: str


@dataclass(frozen=True, slots=True)
class MatrixLane:
    """The rows of one lane."""

    kind: str
    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, with the notes under it."""

    title: str
    lead: str
    columns: tuple[Column, ...]
    lanes: tuple[MatrixLane, ...]
    notes: tuple[str, ...]
    excluded_note: str
    changes_title: str
    changes: tuple[str, ...]
    kind: str = "matrix"
    bar: str = ""

    @property
    def count(self) -> int:
        """How many duties the table holds."""
        return sum(len(lane.rows) for lane in self.lanes)


def matrix(reading: Reading) -> Matrix:
    """The table of this scope; a column for each letter that some row carries, and always C and N."""
    words = reading.words
    used = {_letter(row.duty) for row in reading.rows.all}
    heads = {
        "M": words.lanes[Lane.MARKETING],
        "S": words.lanes[Lane.SOCIAL],
        "A": words.names.adjacent_short,
        "C": words.names.client,
        "T": words.names.third,
        "?": words.names.undecided,
        "N": words.names.excluded,
    }
    shown = [letter for letter in heads if letter in used or letter in "MSCN"]
    return Matrix(
        title=words.sections["matrix"],
        lead=words.matrix_lead,
        columns=tuple(Column(letter, heads[letter]) for letter in shown),
        lanes=tuple(
            MatrixLane(lane.value, words.lanes[lane], tuple(_row(reading, row, shown) for row in rows))
            for lane in LANES
            if (rows := reading.rows.of_lane(lane))
        ),
        notes=_notes(reading),
        excluded_note=_note(reading, Responsible.EXCLUDED, words.excluded_rows),
        changes_title=words.names.changed,
        changes=()
        if reading.changes_fit_cover
        else tuple(sentence(typeset(change)) for change in reading.changes),
    )


def _letter(duty: Duty) -> str:
    match duty.responsible:
        case Responsible.STUDIO:
            return LETTERS[duty.lane]
        case Responsible.CLIENT:
            return "C"
        case Responsible.THIRD:
            return "T"
        case Responsible.EXCLUDED:
            return "N"
        case None:
            return "?"


def _row(reading: Reading, row: Row, shown: list[str]) -> MatrixRow:
    letter, names = _letter(row.duty), reading.words.names
    person = reading.scope.person(row.duty.person)
    who = {
        "M": reading.words.lanes[Lane.MARKETING],
        "S": reading.words.lanes[Lane.SOCIAL],
        "A": names.adjacent,
        "C": typeset(person.name) if person else names.client,
        "T": typeset(person.organisation or person.name) if person else names.third,
        "N": names.excluded,
        "?": names.undecided,
    }[letter]
    return MatrixRow(
        row.number,
        shortened(typeset(row.duty.name), NAME_LENGTH),
        shown.index(letter),
        letter,
        MARKS[letter],
        shortened(who, WHO_LENGTH),
    )


def _note(reading: Reading, responsible: Responsible, worded: Callable[[str, int], str]) -> str:
    """What is said of the rows of one responsible party; empty where it has none."""
    found = [row.number for row in reading.rows.of_party(responsible)]
    return worded(reading.words.rows(ranges(found), capital=True), len(found)) if found else ""


def _notes(reading: Reading) -> tuple[str, ...]:
    words = reading.words
    notes = (
        _note(reading, Responsible.CLIENT, words.stay_with_client),
        _note(reading, Responsible.THIRD, words.done_by_third),
        words.matrix_adjacent if reading.rows.of_lane(Lane.ADJACENT, Responsible.STUDIO) else "",
    )
    return tuple(note for note in notes if note)
