"""The same document as a .docx file, plainer: what a template for a word processor is filled with.

It is the yardstick for LibreOffice, not a document that anybody is sent. Every text stands in a heading, a
paragraph or the cell of a table whose rows stay whole and whose head is repeated.
"""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from scoping.press.layout import Document
from scoping.press.reading import Fact
from scoping.press.sections.excluded import Excluded
from scoping.press.sections.fees import FeesSection
from scoping.press.sections.matrix import Matrix
from scoping.press.sections.role import Role
from scoping.press.sections.rules import Rules
from scoping.press.sections.signatures import Signatures
from scoping.press.sections.two_roles import TwoRoles

PARTS = Path(__file__).resolve().parent / "word"
WIDTH = 9638  # twentieths of a point between the margins
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_FOOT = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1474" w:right="1020" w:bottom="1134" w:left="1247" w:header="567" w:footer="567" '
    'w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)


def write(target: Path, document: Document) -> None:
    """Write the document as a .docx file."""
    body = [*_cover(document)]
    for placed in document.sections:
        section = placed.section
        body += [paragraph(section.title, "Heading1"), paragraph(section.lead, "Lead")]
        body += _section(section, document)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for part, name in (
            ("content_types.xml", "[Content_Types].xml"),
            ("package.rels", "_rels/.rels"),
            ("document.rels", "word/_rels/document.xml.rels"),
            ("styles.xml", "word/styles.xml"),
            ("footer.xml", "word/footer1.xml"),
        ):
            file.write(PARTS / part, name)
        file.writestr("word/document.xml", _HEAD + "".join(body) + _FOOT)


def paragraph(text: str, style: str = "") -> str:
    """One paragraph of a style."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(head: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int]) -> str:
    """A table with fixed columns in the given shares; a line break in a cell begins a small paragraph."""
    widths = [WIDTH * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = _row(head, widths, "<w:tblHeader/>") if head else ""
    body = "".join(_row(row, widths) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{first}{body}</w:tbl>{paragraph('')}"
    )


def _row(cells: Sequence[str], widths: Sequence[int], more: str = "") -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(text)}</w:tc>'
        for text, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{written}</w:tr>"


def _cell(text: str) -> str:
    first, *others = text.split("\n")
    return paragraph(first) + "".join(paragraph(other, "Small") for other in others)


def _facts(facts: Sequence[Fact]) -> list[str]:
    if not facts:
        return []
    values = [f"{fact.value}\n{fact.detail}" if fact.detail else fact.value for fact in facts]
    return [table([fact.label for fact in facts], [values], [1] * len(facts))]


def _cover(document: Document) -> list[str]:
    cover = document.cover
    return [
        paragraph(f"{cover.studio}, {cover.number}"),
        paragraph(" ".join(cover.title), "Lead"),
        paragraph(cover.lead, "Lead"),
        paragraph(cover.subject),
        *_facts(cover.facts),
        table([panel.title for panel in cover.panels], [[panel.text for panel in cover.panels]], [1, 1]),
        table(
            [],
            [[part for line in pair for part in (line.label, line.value)] for pair in cover.panel_lines],
            [1] * 4,
        ),
        *([table([], cover.totals, [1, 1])] if cover.totals else []),
        paragraph(f"{cover.excluded_word} {cover.excluded}"),
        *(paragraph(entry.title) for entry in document.contents),
    ]


def _section(section: object, document: Document) -> list[str]:
    names = document.words.names
    match section:
        case Matrix():
            rows = [
                [
                    str(row.number),
                    row.name,
                    *(f"● {row.who}" if column.letter == row.letter else "" for column in section.columns),
                ]
                for lane in section.lanes
                for row in lane.rows
            ]
            heads = [names.row, names.duty, *(column.head for column in section.columns)]
            return [table(heads, rows, [9, 75, *([90 // len(section.columns)] * len(section.columns))])]
        case Role():
            return _role(section, document)
        case TwoRoles():
            conditions = [[str(row.number), row.name, row.sentence, row.said] for row in section.rows]
            return [
                table([names.numeral, names.condition, names.fact, names.state], conditions, [10, 46, 82, 32])
            ]
        case FeesSection():
            lines: list[Any] = [*section.rows, *section.sums]
            shares = [100, *([30] * len(section.heads))]
            fees = [[f"{line.name}\n{line.detail}", *line.amounts] for line in lines]
            return [table([names.role, *section.heads], fees, shares), *_facts(section.facts)]
        case Excluded():
            left_out = [[str(row.number), row.name, row.reason, row.needed] for row in section.rows]
            steps = [f"{step.number} {step.title}\n{step.text}" for step in section.steps]
            heads = [names.row, names.work, names.reason, names.needed]
            return [table(heads, left_out, [9, 44, 84, 33]), table([], [steps], [1] * len(steps))]
        case Rules():
            plain = [f"{rule.title}\n{rule.text}" for rule in section.rules]
            clauses = [
                f"{clause.number} {clause.name}\n" + "\n".join(clause.paragraphs)
                for clause in section.clauses
            ]
            return [table([], [plain], [1] * len(plain)), table([], [[clause] for clause in clauses], [1])]
        case Signatures():
            return _signatures(section, document)
    raise TypeError(f"{type(section).__name__} has no place in the .docx file yet")


def _role(section: Role, document: Document) -> list[str]:
    names, body = document.words.names, _facts(section.facts)
    if section.objectives:
        heads = [
            names.mark,
            names.objective,
            names.measured,
            names.today,
            names.target,
            names.horizon,
            names.serves,
        ]
        rows = [
            [goal.mark, goal.name, goal.measured, goal.baseline, goal.target, goal.horizon, goal.serves]
            for goal in section.objectives
        ]
        body += [paragraph(names.objectives, "Heading2"), table(heads, rows, [9, 55, 45, 15, 19, 17, 12])]
    if section.duties:
        heads = [names.row, names.duty_and_limits, names.deliverable, names.quantity]
        rows = [
            [
                str(duty.number),
                "\n".join([duty.name, *duty.more]),
                duty.deliverable,
                f"{duty.quantity} {duty.often}",
            ]
            for duty in section.duties
        ]
        body += [paragraph(names.duties, "Heading2"), table(heads, rows, [9, 85, 42, 36])]
    for given in section.given:
        owed = [[row.number, f"{row.name}, {row.detail}", row.who, row.due] for row in given.rows]
        body += [
            paragraph(given.title, "Heading2"),
            table([names.row, names.what, given.who_head, given.due_head], owed, [9, 94, 34, 33]),
        ]
    if section.autonomy:
        lines = [[f"{row.name}, {row.detail}", row.decision, row.whom] for row in section.autonomy]
        body += [
            paragraph(names.autonomy, "Heading2"),
            table([names.what, names.decision, names.whom], lines, [78, 62, 30]),
        ]
    return body


def _signatures(section: Signatures, document: Document) -> list[str]:
    names = document.words.names
    rows = [
        [str(act.number), act.name, "\n".join([act.text, *(line.name for line in act.lines)])]
        for act in section.acts
    ]
    check = section.check
    return [
        table([names.numeral, names.act, names.said], rows, [10, 30, 130]),
        *_facts(section.parties),
        *([paragraph(check.title), paragraph("".join(check.text))] if check else []),
    ]
