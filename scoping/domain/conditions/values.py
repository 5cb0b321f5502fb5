"""What the four conditions look at beside the Scope, and what they say. All of it internal but the
sentence."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from ..costing import DISCOUNT, Band
from ..scope import ConditionStatement
from ..wording import either
from ..words import Condition, ConditionState, Lane, Language


@dataclass(frozen=True, slots=True)
class Said:
    """The same in both languages, each written on its own."""

    italian: str
    english: str

    def worded(self, language: Language) -> str:
        """The one in that language."""
        return either(language, self.italian, self.english)


@dataclass(frozen=True, slots=True)
class Score:
    """One competence (its code) at a level from 0 to 4, and whether anything shows it."""

    competence: str
    level: int
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A person's competences for a role, scored on a day by somebody named, perhaps by themselves."""

    lane: Lane
    on: dt.date
    assessor: str
    by_themselves: bool
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Since which calendar year a person has done the work of a role, the band that is claimed, and whether
    its evidence is there."""

    lane: Lane
    since: int | None
    band: Band
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """What is asked. The competences of each role as (lane, code, whether it is a core one), and the years at
    which the band above junior begins are the catalogue's; the rest the studio's own.

    `validity` is in months, `mean` and `least` are levels, `discount` is in per cent.
    """

    competences: tuple[tuple[Lane, str, bool], ...]
    years: tuple[tuple[Lane, int], ...]
    validity: int = 12
    mean: Decimal = Decimal("2.5")
    least: int = 2
    discount: Decimal = DISCOUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """What is known of the one person who holds both roles."""

    assessments: tuple[Assessment, ...] = ()
    experience: tuple[Experience, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a condition is not met: a code that says where it is mended, of a role where it is of one, the
    reason, and the key of the row where it is of one (of a competence, its code). Codes:
    duties, objectives, shared_duty, shared_objective, serves; unassessed, expired, unshown,
    core, mean; years, band, evidence; undivided, unpaid, below_cost, discount."""

    code: str
    why: Said
    lane: Lane | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One condition: its state, why it is not met, what shows that it is (internal), and the client's
    sentence.

    `reason` is the owner's, where they overruled it.
    """

    condition: Condition
    state: ConditionState
    faults: tuple[Fault, ...] = ()
    evidence: tuple[Said, ...] = ()
    sentence: Said = Said("", "")
    reason: str = ""

    def statement(self, language: Language) -> ConditionStatement:
        """What the client reads, of an overruled condition too: that it is not met."""
        return ConditionStatement(
            condition=self.condition, state=self.state, sentence=self.sentence.worded(language)
        )


def judged(
    condition: Condition, faults: list[Fault], evidence: list[Said], met: Said, not_met: Said
) -> Judged:
    """Met where nothing speaks against it."""
    return Judged(
        condition=condition,
        state=ConditionState.NOT_MET if faults else ConditionState.MET,
        faults=tuple(faults),
        evidence=tuple(evidence),
        sentence=not_met if faults else met,
    )


def unexamined(condition: Condition, *evidence: Said) -> Judged:
    """Nobody can say: what would have to be looked at is not there."""
    return Judged(condition=condition, state=ConditionState.NOT_EXAMINED, evidence=evidence)


def together(said: list[Said]) -> Said:
    """Sentences one behind the other."""
    return Said(" ".join(one.italian for one in said), " ".join(one.english for one in said))
