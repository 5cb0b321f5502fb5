"""The duties of the studio, in full: deliverable, quantity, cadence, limits, and what each does not
include."""

from dataclasses import dataclass

from scoping.domain.scope import Duty
from scoping.domain.words import Lane, Responsible

from .. import figures, phrases
from ..figures import FIGURE_SPACE
from ..fonts import width
from ..reading import NOTHING, Reading
from ..rows import Row
from ..typography import is_tall, sentence, typeset

ROOM = 156.0  # millimetres of a line under a duty
_SAYS_IT_ALREADY = ("non ", "fuori ", "esclus", "not ", "exclud", "does not", "do not", "out of ", "no ")


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty of the studio, in full."""

    number: int
    name: str
    description: str
    exclusion: str
    deliverable: str
    limits: str
    quantity: str
    often: str

    @property
    def more(self) -> tuple[str, ...]:
        """The lines under the duty: what it is, what bounds it, and what it does not include."""
        stop = f"╌ {self.exclusion}" if self.exclusion else ""
        together = f"{self.limits}{FIGURE_SPACE}{stop}"
        if self.limits and stop and width(together, 7.5) < ROOM:
            return tuple(line for line in (self.description, together) if line)
        return tuple(line for line in (self.description, self.limits, stop) if line)

    @property
    def tall(self) -> bool:
        """Whether the row may break over pages."""
        return is_tall(self.name, self.description, self.limits, self.exclusion, self.deliverable)


def duty_rows(reading: Reading, lane: Lane) -> tuple[DutyRow, ...]:
    """The rows of the studio's duties in one lane."""
    return tuple(_row(reading, row) for row in reading.rows.of_lane(lane, Responsible.STUDIO))


def _row(reading: Reading, row: Row) -> DutyRow:
    """A duty in full, with its description where it has one."""
    duty = row.duty
    return DutyRow(
        number=row.number,
        name=typeset(duty.name),
        description=sentence(typeset(duty.description)),
        exclusion=_exclusion(reading, duty),
        deliverable=typeset(duty.deliverable) or NOTHING,
        limits=sentence(phrases.limits(reading, duty)),
        quantity=figures.padded(phrases.quantity(reading, duty), 3),
        often=phrases.often_set(reading, duty),
    )


def _exclusion(reading: Reading, duty: Duty) -> str:
    """What a duty does not include, as a sentence that says so, in whichever way it was typed."""
    text = sentence(typeset(duty.exclusion))
    if not text or text.lower().startswith(_SAYS_IT_ALREADY):
        return text
    return f"{reading.words.names.excluded}: {text[:1].lower()}{text[1:]}"
