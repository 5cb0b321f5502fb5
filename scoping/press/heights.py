"""How high each section will be, about, in millimetres: enough to decide which ones share a page."""

import math
from collections.abc import Iterable

from .fonts import width
from .reading import Fact
from .sections.cover import Cover
from .sections.excluded import Excluded
from .sections.fees import FeesSection
from .sections.matrix import Matrix
from .sections.role import Role
from .sections.rules import Rules
from .sections.signatures import Signatures
from .sections.two_roles import TwoRoles

PAGE = 251.0  # what a page holds, between its margins
LINE, SMALL, RULE = 4.45, 3.95, 0.14
HEAD = 6.4  # the head of a table
TITLE = 10.3
SUBTITLE = 11.8
LEAD_LINE = 6.0


def lines(text: str, room: float, points: float = 9.0) -> int:
    """How many lines a text takes in a column so many millimetres wide; a line is never filled to its end."""
    return max(1, math.ceil(width(text, points) * 1.03 / room)) if text else 0


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
    values = sum(max(lines(line.value, 41, 9.3) for line in pair) for pair in section.panel_lines[:-1])
    return (
        5 + 48.2 + 3.5 + 6.7 * lines(section.lead, 130, 14)
        + (2 + LINE * lines(section.subject, 168, 9.3) if section.subject else 0)
        + 12.7 + 4.05 * facts_lines
        + 24.1 + LINE * about + 9 + LINE * values + 12.5
        + 8.2 * len(section.totals)
        + 10.6 + LINE * lines(f"{section.excluded_word} {section.excluded}", 158)
        + 6 + 7.1 * ((entries + 1) // 2)
        + (3 + 4.05 * lines(section.changes, 168, 8) if section.changes else 0)
    )  # fmt: skip


def matrix(section: Matrix, *, dense: bool) -> float:
    """Who does what."""
    row, lane = (4.72, 5.9) if dense else (6.02, 7.5)
    notes = " ".join([*section.notes, section.excluded_note])
    rows = sum(
        row + SMALL * (max(lines(line.name, 74), lines(line.who, 90 - 18 * line.place)) - 1)
        for part in section.lanes
        for line in part.rows
    )
    changes = SUBTITLE + 2 + sum(LINE * lines(change, 160) for change in section.changes) if section.changes else 0
    table = 4 + HEAD + lane * len(section.lanes) + rows + 3 + 4.05 * lines(notes, 168, 8)
    return opening(section.lead) + table + changes


def role(section: Role, *, dense: bool) -> float:
    """A role, or adjacent work."""
    subtitle, row, duty_row = (SUBTITLE - 1.5, 2.0, 1.9) if dense else (SUBTITLE, 2.8, 2.6)
    height = opening(section.lead) + facts(section.facts) + 8.5 * len(section.nothing)
    if section.objectives:
        height += subtitle + HEAD
        room = 41 if section.serving else 53
        for line in section.objectives:
            measured = LINE * lines(line.measured, room) + SMALL * lines(line.how, room, 8)
            height += row + RULE + max(LINE * lines(line.name, 53, 9.3), measured)
    if section.duties:
        height += subtitle + HEAD
        for duty in section.duties:
            first = max(lines(duty.name, 67, 9.3), lines(duty.deliverable, 54), lines(duty.often, 29))
            under = sum(lines(text, 158, 8) for text in duty.more)
            height += duty_row + RULE + LINE * first + SMALL * under
    for table in section.given:
        height += subtitle + HEAD
        for given in table.rows:
            text = max(lines(f"{given.name}, {given.detail}", 91), lines(given.who, 32), lines(given.due, 31))
            height += row + RULE + LINE * text
    if section.autonomy:
        height += subtitle + 4 + HEAD
        height += sum(2 + RULE + LINE * lines(f"{line.name}, {line.detail}", 76) for line in section.autonomy)
    return height


def two_roles(section: TwoRoles) -> float:
    """The four conditions."""
    rows = sum(
        4 + RULE + LINE * max(lines(row.name, 43, 9.3), lines(row.sentence, 78)) for row in section.rows
    )
    return opening(section.lead) + 6 + HEAD + rows


def fees(section: FeesSection) -> float:
    """The fees."""
    room = 160 - 32 * len(section.heads)
    rows = sum(3.6 + RULE + LINE * lines(f"{row.name}, {row.detail}", room) for row in section.rows)
    sums = sum(
        3.6 + RULE + LINE * lines(row.name, room) + SMALL * lines(row.detail, room, 8) for row in section.sums
    )
    notes = 3 + 4.05 * lines(" ".join(section.notes), 168, 8) if section.notes else 0
    table = 4 + HEAD + rows + sums if section.rows else 0
    return opening(section.lead) + table + notes + (4 + facts(section.facts) if section.facts else 0)


def excluded(section: Excluded, *, dense: bool) -> float:
    """Not included."""
    rows = sum(
        (2.1 if dense else 3.0) + RULE + LINE * max(lines(row.name, 42, 9.3), lines(row.reason, 81), lines(row.needed, 31))
        for row in section.rows
    )
    table = 4 + HEAD + rows if section.rows else 0
    steps = 8 + LINE + LINE * max(lines(step.text, 51) for step in section.steps)
    return opening(section.lead) + table + SUBTITLE + 2 + steps


def rules(section: Rules) -> float:
    """Rules of the game and the clauses, which stand in two columns."""
    paragraphs = 11 + LINE * max(lines(rule.text, 51) for rule in section.rules)
    clauses = sum(
        3.95 * (1 + sum(lines(text, 74, 8.2) for text in clause.paragraphs)) + 2.2 * len(clause.paragraphs)
        for clause in section.clauses
    )
    return opening(section.lead) + paragraphs + SUBTITLE + 5 + clauses / 2 + 4


def signatures(section: Signatures) -> float:
    """The acts, both parties, how to check."""
    height = opening(section.lead) + 4 + HEAD
    for act in section.acts:
        height += 4.8 + RULE + LINE * lines(act.text, 100 if act.boxes else 122)
        height += 5.9 * len(act.clauses) + 22 * len(act.lines)
    height += 4.8 + 22
    return height + facts(section.parties) + (34 if section.check else 0)
