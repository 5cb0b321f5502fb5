"""The right column of every step: what the choices mean now, by lane, and what still blocks elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scoping.domain.scope import Scope
from scoping.domain.words import FeeLane, Lane, Responsible
from scoping.kit.forms import screen_language
from scoping.press.reading import LETTERS, Reading
from scoping.press.sections.facts import fee_text

from .lanes import lane_titles
from .steps import Step, StepName


@dataclass(frozen=True, slots=True)
class PanelLane:
    """One lane: how many duties are the studio's, others', excluded, undecided; its fee in words."""

    lane: Lane
    letter: str
    title: str
    ours: int
    others: int
    excluded: int
    open: int
    fee: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The lanes that have something to say, the fees together (empty while there are none), how many findings
    block in all, and the other steps at which some do."""

    lanes: tuple[PanelLane, ...]
    total: str
    blocks: int
    elsewhere: tuple[Step, ...]


def panel_of(described: Scope, steps: Iterable[Step], blocks: int) -> Panel:
    """The panel of a draft at the step that is current."""
    reading = Reading.of(replace(described, language=screen_language()), None)
    lanes = (_lane(described, reading, lane) for lane in Lane)
    return Panel(
        lanes=tuple(one for one in lanes if one.lane != Lane.ADJACENT or one.fee or one.ours or one.excluded),
        total=fee_text(reading, reading.fees.together) if described.fees else "",
        blocks=blocks,
        elsewhere=tuple(
            one for one in steps if one.blocks and not one.current and one.name != StepName.REVIEW
        ),
    )


def _lane(described: Scope, reading: Reading, lane: Lane) -> PanelLane:
    duties = described.duties_of(lane)
    ours = sum(duty.responsible == Responsible.STUDIO for duty in duties)
    excluded = sum(duty.responsible == Responsible.EXCLUDED for duty in duties)
    undecided = sum(duty.responsible is None for duty in duties)
    paid = reading.fees.lane(FeeLane(lane.value))
    return PanelLane(
        lane=lane,
        letter=LETTERS[lane],
        title=lane_titles()[lane],
        ours=ours,
        others=len(duties) - ours - excluded - undecided,
        excluded=excluded,
        open=undecided,
        fee=fee_text(reading, paid) if paid is not None else "",
    )
