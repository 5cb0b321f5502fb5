"""The objectives of a role, as rows."""

from dataclasses import dataclass
from decimal import Decimal

from scoping.domain.scope import Objective
from scoping.domain.words import Lane

from .. import figures
from ..reading import NOTHING, Reading
from ..typography import is_tall, listed, typeset


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One objective with its mark, how it is measured, from where to where, by when, and what it serves."""

    mark: str
    name: str
    measured: str
    how: str
    baseline: str
    target: str
    horizon: str
    serves: str

    @property
    def tall(self) -> bool:
        """Whether the row may break over pages."""
        return is_tall(self.name, self.measured, self.how)


def objective_rows(reading: Reading, lane: Lane) -> tuple[ObjectiveRow, ...]:
    """The rows of one role's objectives, in reading order."""
    return tuple(_row(reading, mark, objective) for mark, objective in reading.objectives(lane))


def _row(reading: Reading, mark: str, objective: Objective) -> ObjectiveRow:
    marks = reading.objective_marks(objective.serves)
    return ObjectiveRow(
        mark=mark,
        name=typeset(objective.name),
        measured=typeset(objective.kpi) or NOTHING,
        how=typeset(objective.how_measured),
        baseline=_measure(reading, objective.baseline, objective.unit),
        target=_measure(reading, objective.target, objective.unit),
        horizon=reading.words.horizons[objective.horizon],
        serves=listed(marks, reading.words.last),
    )


def _measure(reading: Reading, value: Decimal | None, unit: str) -> str:
    if value is None:
        return NOTHING
    return figures.measure(value, typeset(unit), reading.scope.currency, reading.language)
