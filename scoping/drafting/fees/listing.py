"""The fee lines as rows that are read as text, and what they come to, in the language of the screens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoping.domain.fees import LaneFees
from scoping.domain.scope import FeeLine, Scope
from scoping.domain.words import FeeKind, FeeLane, Lane
from scoping.engagements.models import FeeLine as FeeRow
from scoping.kit.forms import screen_language
from scoping.press.reading import LETTERS, Reading
from scoping.press.sections.facts import fee_text
from scoping.press.sections.fees import FeesSection, fees_section

from ..draft import Draft
from ..guard import Guard, guard_of
from ..places import Observation
from .forms import FeeRowForm

LANES = dict(FeeRow.LANES)


@dataclass(frozen=True, slots=True)
class PostedRow:
    """The form of one row that was just posted, and its guard."""

    key: str
    form: FeeRowForm
    guard: Guard


@dataclass(frozen=True, slots=True)
class ListedFee:
    """One fee line: its name, its amount and its months in words, and the form of what is changed in its
    row."""

    line: FeeLine
    name: str
    amount: str
    months: str
    form: FeeRowForm
    guard: Guard
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


def lanes_of(draft: Draft, posted: PostedRow | None = None) -> tuple[ListedLane, ...]:
    """The lanes that have lines, with their rows; one of them as it was posted."""
    reading = _reading(draft.described)
    rows = {row.key: row for row in draft.engagement.feeline_rows.all()}
    return tuple(_lane(draft, reading, found, rows, posted) for found in reading.fees.lanes)


def listed_fee(draft: Draft, posted: PostedRow) -> tuple[ListedLane, ListedFee]:
    """One line behind a save, and its lane. Raises StopIteration where the draft has no such line."""
    return next(
        (lane, row) for lane in lanes_of(draft, posted) for row in lane.rows if row.line.key == posted.key
    )


def sums_of(described: Scope, lines: Sequence[FeeLine] | None = None) -> FeesSection:
    """The document's own table of sums and taxes, in the language of the screens; with other fee lines, what
    it would then be."""
    return fees_section(_reading(described if lines is None else replace(described, fees=tuple(lines))))


def _reading(described: Scope) -> Reading:
    return Reading.of(replace(described, language=screen_language()), None)


def _lane(
    draft: Draft,
    reading: Reading,
    found: LaneFees,
    rows: Mapping[str, FeeRow],
    posted: PostedRow | None,
) -> ListedLane:
    assert found.lane is not None
    undivided = found.lane == FeeLane.UNDIVIDED
    title, last = str(LANES[found.lane]), len(found.lines) - 1
    listed = []
    for place, line in enumerate(found.lines):
        own = posted if posted is not None and posted.key == line.key else None
        listed.append(
            ListedFee(
                line=line,
                name=line.label or title,
                amount=_amount(reading, line),
                months=_months(reading, line),
                form=own.form if own else FeeRowForm(instance=rows[line.key]),
                guard=own.guard if own else guard_of(draft, "fees", line.key),
                undivided=undivided,
                observations=() if undivided else draft.observations_of(line.key),
                first=place == 0,
                last=place == last,
            )
        )
    return ListedLane(
        lane=found.lane,
        letter="" if undivided else LETTERS[Lane(found.lane.value)],
        title=title,
        total=fee_text(reading, found),
        rows=tuple(listed),
    )


def _amount(reading: Reading, line: FeeLine) -> str:
    amount, words = reading.money(line.amount), reading.words
    return words.a_month(amount) if line.kind == FeeKind.MONTHLY else words.one_off(amount)


def _months(reading: Reading, line: FeeLine) -> str:
    """In which months it is paid."""
    if line.kind == FeeKind.ONCE:
        return reading.words.in_month(line.first_month)
    return reading.words.paid_in(line.first_month, line.last_month or reading.scope.months)
