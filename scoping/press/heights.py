"""How high the blocks of each section will be, about, in millimetres: enough to decide which ones share a
page.
"""

import math
from collections.abc import Iterable

from .blocks import HEAD, Block, Column, lines
from .fonts import width
from .reading import Fact
from .sections.cover import Cover
from .sections.duties import DutyRow
from .sections.excluded import Excluded
from .sections.fees import FeesSection
from .sections.given import GivenRow
from .sections.matrix import Matrix
from .sections.role import Role
from .sections.rules import Rules
from .sections.signatures import Signatures
from .sections.two_roles import TwoRoles

PAGE = 249.0  # what a page holds, between its margins, less what these figures may be wrong by
LINE, SMALL, TINY, RULE = 4.45, 3.95, 3.55, 0.14
TITLE = 10.3
SUBTITLE = 11.8
LEAD_LINE = 6.0
OWNER_LINE = 4.94
CLAUSES_START = 60.0  # the least of the clauses that is worth a place under their heading
SLICE = 8.0
WHO = {"M": 80, "S": 62, "A": 40, "C": 30, "T": 24, "?": 24, "N": 40}  # room beside a dot, at least
UNEVEN = 9.0  # by how much two columns may differ, where a clause ends in one


def opening(lead: str) -> float:
    """A section's heading and lead."""
    return TITLE + 2 + LEAD_LINE * lines(lead, 148, 12.9)


def facts(found: Iterable[Fact]) -> float:
    """The facts under a heading."""
    found = list(found)
    if not found:
        return 0.0
    room = 170 / len(found) - 2
    return 10.4 + 4.05 * max(lines(fact.value, room, 9.3) + lines(fact.detail, room, 8) for fact in found)


def cover(section: Cover, entries: int) -> float:
    """The first page at its roomiest; `entries` of the contents stand in two columns."""
    facts_lines = max(lines(fact.value, 40, 9.3) + lines(fact.detail, 40, 8) for fact in section.facts)
    about = max(lines(panel.text, 75) for panel in section.panels)
    values = sum(
        max(1 if line.large else max(lines(line.value, 40, 9.3), lines(line.label, 33)) for line in pair)
        for pair in section.panel_lines
    )
    return (
        5 + 48.2 + 3.5 + 6.7 * lines(section.lead, 130, 14)
        + (0 if section.logo else OWNER_LINE * (lines(section.studio, 82, 11) - 1))
        + (2 + LINE * lines(section.subject, 168, 9.3) if section.subject else 0)
        + 12.7 + 4.05 * facts_lines
        + 24.1 + LINE * about + 9 + LINE * values + 8
        + 8.2 * len(section.totals)
        + 10.6 + LINE * lines(f"{section.excluded_word} {section.excluded}", 158)
        + 6 + 7.1 * ((entries + 1) // 2)
        + (3 + 4.05 * lines(section.changes, 168, 8) if section.changes else 0)
    )  # fmt: skip


def matrix(section: Matrix, *, dense: bool) -> list[Block]:
    """Who does what."""
    row, lane = (4.58, 5.8) if dense else (6.08, 7.6)
    column = Column()
    column.keep(opening(section.lead) + 4)
    heights = []
    for part in section.lanes:
        for index, line in enumerate(part.rows):
            more = max(lines(line.name, 74), lines(line.who, WHO[line.letter], 8)) - 1
            heights.append(row + SMALL * more + (0 if index else lane))
    column.rows(heights)
    notes = " ".join([*section.notes, section.excluded_note])
    column.add(3 + 4.05 * lines(notes, 168, 8))
    if section.changes:
        column.keep(SUBTITLE + 2)
        for change in section.changes:
            column.add(LINE * lines(change, 160))
    return column.blocks


def role(section: Role, *, dense: bool) -> list[Block]:
    """A role, or adjacent work."""
    subtitle, head, row, duty_row, dot_row = (
        (SUBTITLE - 2.5, HEAD - 0.9, 1.5, 1.6, 1.4) if dense else (SUBTITLE, HEAD, 2.8, 2.6, 2.0)
    )
    column = Column()
    column.keep(opening(section.lead) + facts(section.facts) - (1 if dense else 0))
    if section.objectives:
        column.keep(subtitle)
        room = 41 if section.serving else 53
        column.rows(
            (
                row
                + RULE
                + max(
                    LINE * lines(line.name, 53, 9.3),
                    LINE * lines(line.measured, room) + SMALL * lines(line.how, room, 8),
                )
                for line in section.objectives
            ),
            head,
        )
    if section.duties:
        column.keep(subtitle)
        column.rows((_duty(duty, duty_row) for duty in section.duties), head)
    for _ in section.nothing:
        column.add(4 + LINE)
    for table in section.given:
        column.keep(subtitle)
        column.rows((_given(line, row) for line in table.rows), head)
    if section.autonomy:
        column.keep(subtitle)
        column.rows(
            (dot_row + RULE + LINE * lines(f"{line.name}, {line.detail}", 76) for line in section.autonomy),
            head,
        )
    if column.kept:
        column.add(0)
    return column.blocks


def _given(line: GivenRow, air: float) -> float:
    name = math.ceil((width(line.name, 9.3) + width(f", {line.detail}", 8)) * 1.03 / 91)
    return air + RULE + LINE * max(1, name, lines(line.who, 26), lines(line.due, 38, 8))


def _duty(duty: DutyRow, air: float) -> float:
    first = max(lines(duty.name, 59.2, 9.3), lines(duty.deliverable, 51.4), lines(duty.often, 39))
    return air + RULE + LINE * first + TINY * sum(lines(text, 157, 7.5) for text in duty.more)


def two_roles(section: TwoRoles) -> list[Block]:
    """The four conditions."""
    column = Column()
    column.keep(opening(section.lead) + 5)
    column.rows(
        4 + RULE + LINE * max(lines(row.name, 43, 9.3), lines(row.sentence, 78)) for row in section.rows
    )
    return column.blocks


def fees(section: FeesSection) -> list[Block]:
    """The fees; the sums stay together."""
    column = Column()
    column.keep(opening(section.lead))
    if section.rows:
        column.keep(4)
        room = 160 - 32 * len(section.heads)
        heights = [3.6 + RULE + LINE * lines(f"{row.name}, {row.detail}", room) for row in section.rows]
        sums = [
            3.6 + RULE + LINE * lines(row.name, room) + SMALL * lines(row.detail, room, 8)
            for row in section.sums
        ]
        column.rows([*heights, sum(sums)])
    if section.notes:
        column.add(3 + 4.05 * lines(" ".join(section.notes), 168, 8))
    column.add(4 + facts(section.facts))
    return column.blocks


def excluded(section: Excluded, *, dense: bool) -> list[Block]:
    """Not included, then how a line is added."""
    column = Column()
    column.keep(opening(section.lead))
    if section.rows:
        column.keep(4)
        air = 2.1 if dense else 3.0
        column.rows(
            air + RULE + LINE * max(lines(row.name, 42, 9.3), lines(row.reason, 81), lines(row.needed, 31))
            for row in section.rows
        )
    column.add(SUBTITLE + 10 + LINE + LINE * max(lines(step.text, 51) for step in section.steps))
    return column.blocks


def rules(section: Rules, *, dense: bool) -> list[Block]:
    """Rules of the game, then the clauses in two columns: as many slices as half their lines."""
    line, air, points = (3.7, 1.8, 7.8) if dense else (SMALL, 2.2, 8.2)
    column = Column()
    column.keep(opening(section.lead) + 11 + LINE * max(lines(rule.text, 51) for rule in section.rules))
    clauses = sum(
        line * (1 + sum(lines(text, 73, points) for text in clause.paragraphs)) + air * len(clause.paragraphs)
        for clause in section.clauses
    )
    left = clauses / 2 + UNEVEN
    column.keep(SUBTITLE + 5)
    column.add(min(left, CLAUSES_START))
    left -= CLAUSES_START
    while left > 0:
        column.add(min(left, SLICE))
        left -= SLICE
    return column.blocks


def signatures(section: Signatures, *, dense: bool) -> list[Block]:
    """The acts; then the studio's line, both parties and how to check, which stay together."""
    column = Column()
    air, pen, clause, check = (3.0, 15.8, 4.75, 29) if dense else (4.8, 19.8, 5.9, 31)
    column.keep(opening(section.lead) + 4)
    heights = []
    for act in section.acts:
        boxes = 5.7 * math.ceil(len(act.boxes) / 2)
        said = LINE * lines(act.text, 100 if act.boxes else 122)
        said += clause * len(act.clauses) + pen * len(act.lines)
        heights.append(air + RULE + max(7.2, boxes, said))
    closing = air + RULE + 1.2 + pen + facts(section.parties) + (check if section.check else 0)
    column.rows([*heights[:-1], heights[-1] + closing])
    return column.blocks
