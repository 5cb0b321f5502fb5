"""The client's friction: described answers to a few questions, each with what it does to the hours.

An ordinary client is 1. A question without an answer counts as the ordinary client, and leaves the studio
less sure. The answer about rounds of changes says what the client is used to: a duty that limits its
rounds never pays for more than its limit.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..costing import Costing
from ..scope import Duty, Scope

ROUNDS = "rounds"
SPREAD = 0.07
SPREAD_OF_A_GAP = 0.01  # what each question without an answer adds to the spread


@dataclass(frozen=True, slots=True)
class Answer:
    """One described answer. `rounds`: how many rounds of changes it stands for, where it is about them."""

    code: str
    factor: float
    italian: str
    english: str
    rounds: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question about the client, with its answers from the easiest to the hardest."""

    code: str
    italian: str
    english: str
    answers: tuple[Answer, ...]

    def answer(self, code: str | None) -> Answer | None:
        """The answer of that code; None where there is none such."""
        return next((one for one in self.answers if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Friction:
    """What the client does to all hours: the factor's mean, and its spread (of the logarithm)."""

    mean: float
    spread: float


@cache
def questions() -> tuple[Question, ...]:
    """The questions, in the order in which they are asked."""
    kept = json.loads(Path(__file__).with_name("friction.json").read_text(encoding="utf-8"))
    return tuple(
        Question(
            code=one["code"],
            italian=one["italian"],
            english=one["english"],
            answers=tuple(
                Answer(
                    code=answer["code"],
                    factor=float(answer["factor"]),
                    italian=answer["italian"],
                    english=answer["english"],
                    rounds=answer.get("rounds"),
                )
                for answer in one["answers"]
            ),
        )
        for one in kept["questions"]
    )


def friction(costing: Costing) -> Friction:
    """The factor of all answers but the one about rounds, which counts duty by duty."""
    given = dict(costing.friction)
    mean, gaps = 1.0, 0
    for question in questions():
        answer = question.answer(given.get(question.code))
        gaps += answer is None
        if answer is not None and question.code != ROUNDS:
            mean *= answer.factor
    return Friction(mean=mean, spread=SPREAD + SPREAD_OF_A_GAP * gaps)


def rounds_factor(scope: Scope, duty: Duty, costing: Costing) -> float:
    """What rounds of changes do to the hours of a duty: as many as the client is used to, or as its limit
    allows. Only what the client approves, or what names its rounds, has any."""
    question = next(one for one in questions() if one.code == ROUNDS)
    answer = question.answer(dict(costing.friction).get(ROUNDS))
    if answer is None or not (duty.content or duty.rounds is not None):
        return 1.0
    limit = duty.rounds if duty.rounds is not None else scope.terms.rounds
    if limit is None or answer.rounds is None or answer.rounds <= limit:
        return answer.factor
    allowed = [one for one in question.answers if one.rounds is not None and one.rounds <= max(limit, 1)]
    return allowed[-1].factor
