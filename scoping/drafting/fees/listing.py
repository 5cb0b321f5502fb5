"""The fee lines as rows that are read as text, and what they come to, in the language of the screens."""

from dataclasses import dataclass, replace

from scoping.domain.fees import LaneFees
from scoping.domain.scope import FeeLine
from scoping.domain.words import FeeKind, FeeLane, Lane
from scoping.engagements.models import FeeLine as FeeRow
from scoping.kit.forms import screen_language
from scoping.press.reading import LETTERS, Reading
from scoping.press.sections.facts import fee_text
from scoping.press.sections.fees import FeesSection, fees_section

from ..draft import Draft
from ..places import Observation

LANES = dict(FeeRow.LANES)


@dataclass(frozen=True, slots=True)
class ListedFee:
    """One fee line: its amount and its months in words."""

    line: FeeLine
    amount: str
    months: str
    undivided: bool
    observations: tuple[Observation, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class ListedLane:
    """The lines of one lane and what they come to. Of undivided fees `letter` is empty."""

    lane: FeeLane
    letter: str
    title: str
    total: str
    rows: tuple[ListedFee, ...]


@dataclass(frozen=True, slots=True)
class FeesPage:
    """The lanes that have lines, and the document's own table of sums and taxes."""

    lanes: tuple[ListedLane, ...]
    printed: FeesSection


def fees_page(draft: Draft) -> FeesPage:
    """What the page shows of a draft's fees."""
    reading = Reading.of(replace(draft.described, language=screen_language()), None)
    lanes = tuple(_lane(draft, reading, found) for found in reading.fees.lanes)
    return FeesPage(lanes, fees_section(reading))


def _lane(draft: Draft, reading: Reading, found: LaneFees) -> ListedLane:
    assert found.lane is not None
    undivided = found.lane == FeeLane.UNDIVIDED
    last = len(found.lines) - 1
    return ListedLane(
        lane=found.lane,
        letter="" if undivided else LETTERS[Lane(found.lane.value)],
        title=str(LANES[found.lane]),
        total=fee_text(reading, found),
        rows=tuple(
            ListedFee(
                line=line,
                amount=_amount(reading, line),
                months=_months(reading, line),
                undivided=undivided,
                observations=draft.observations_of(line.key),
                first=place == 0,
                last=place == last,
            )
            for place, line in enumerate(found.lines)
        ),
    )


def _amount(reading: Reading, line: FeeLine) -> str:
    amount, words = reading.money(line.amount), reading.words
    return words.a_month(amount) if line.kind == FeeKind.MONTHLY else words.one_off(amount)


def _months(reading: Reading, line: FeeLine) -> str:
    """In which months it is paid."""
    if line.kind == FeeKind.ONCE:
        return reading.words.in_month(line.first_month)
    return reading.words.paid_in(line.first_month, line.last_month or reading.scope.months)
