"""One person, two roles: the four conditions, each with its fact and its state. It claims nothing
unexamined."""

from dataclasses import dataclass

from scoping.domain.words import Condition, ConditionState

from ..reading import Reading
from ..typography import is_tall, sentence, typeset


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One condition; `state` is for colour, `said` the word for it."""

    number: int
    name: str
    sentence: str
    state: str
    said: str

    @property
    def tall(self) -> bool:
        """Whether the row may break over pages."""
        return is_tall(self.sentence)


@dataclass(frozen=True, slots=True)
class TwoRoles:
    """The section of one professional of the studio who leads both roles."""

    title: str
    lead: str
    jerseys: str
    rows: tuple[ConditionRow, ...]
    kind: str = "two-roles"
    bar: str = "both"


def two_roles(reading: Reading) -> TwoRoles | None:
    """The section where one person leads both roles; None elsewhere."""
    person = reading.scope.double_holder
    if person is None:
        return None
    words = reading.words
    stated = {statement.condition: statement for statement in reading.conditions}
    rows = []
    for number, condition in enumerate(Condition, start=1):
        statement = stated.get(condition)
        state = statement.state if statement else ConditionState.NOT_EXAMINED
        told = sentence(typeset(statement.sentence)) if statement else ""
        if not told and state == ConditionState.NOT_EXAMINED:
            told = words.not_examined
        rows.append(ConditionRow(number, words.conditions[condition], told, state.value, words.states[state]))
    states = {row.state for row in rows}
    name = typeset(person.name)
    return TwoRoles(
        title=words.sections["two_roles"],
        lead=words.two_roles_lead(
            name,
            all_met=states == {ConditionState.MET.value},
            examined=states != {ConditionState.NOT_EXAMINED.value},
        ),
        jerseys=words.jerseys(name),
        rows=tuple(rows),
    )
