"""The record of an engagement as people read it: its lines, and whether their chain is whole."""

import datetime as dt
import re
import zoneinfo
from dataclasses import dataclass
from typing import Any

from scoping.domain.chain import ChainFault
from scoping.engagements.models import Engagement
from scoping.record.models import RecordLine
from scoping.record.verify import verify_chain
from scoping.record.write import body_of

SHORT = 12  # signs of a hash that are enough to compare two by eye
_KIND = re.compile(r"[a-z][a-z0-9_]*")  # a kind names a template: nothing in it may lead elsewhere


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line: `at` is in the studio's time zone, `told` what was written, empty where it cannot be read.

    `templates` word it, the first that there is. `doubtful` lines are those from the first fault on.
    """

    seq: int
    kind: str
    at: dt.datetime
    told: dict[str, Any]
    hash: str
    templates: tuple[str, ...]
    doubtful: bool

    @property
    def day(self) -> dt.date:
        """The day in the studio's time zone."""
        return self.at.date()

    @property
    def clock(self) -> str:
        """The time of that day, to the second."""
        return f"{self.at:%H:%M:%S}"

    @property
    def short_hash(self) -> str:
        """The beginning of the hash."""
        return self.hash[:SHORT]


@dataclass(frozen=True, slots=True)
class History:
    """The lines in their order, and the first fault of their chain, if there is one."""

    lines: tuple[HistoryLine, ...]
    fault: ChainFault | None
    time_zone: str

    @property
    def last(self) -> HistoryLine | None:
        """The line at which the chain ends now."""
        return self.lines[-1] if self.lines else None


def history_of(engagement: Engagement) -> History:
    """What the record holds of an engagement."""
    studio = engagement.studio
    fault = verify_chain(studio, engagement.uid)
    zone = zoneinfo.ZoneInfo(studio.time_zone)
    lines = tuple(
        HistoryLine(
            seq=line.seq,
            kind=line.kind,
            at=line.at.astimezone(zone),
            told=_told(line),
            hash=line.hash,
            templates=_templates(line.kind),
            doubtful=fault is not None and line.seq >= fault.seq,
        )
        for line in RecordLine.objects.filter(chain=engagement.uid).order_by("seq")
    )
    return History(lines=lines, fault=fault, time_zone=studio.time_zone)


def _told(line: RecordLine) -> dict[str, Any]:
    try:
        told = body_of(line)
    except ValueError:  # tampered with: the fault says so
        return {}
    return told if isinstance(told, dict) else {}


def _templates(kind: str) -> tuple[str, ...]:
    known = (f"record/lines/{kind}.html",) if _KIND.fullmatch(kind) else ()
    return (*known, "record/_unworded.html")
