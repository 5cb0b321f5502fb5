"""The QR code of the verification address, as one path of squares."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code (error level M) as an SVG path in modules, `side` of them a side, and what it says aloud."""

    side: int
    path: str
    title: str


def code_of(address: str, title: str) -> Code:
    """The code that opens an address; runs of dark modules are one rectangle each."""
    matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    parts = []
    for row, line in enumerate(matrix):
        column = 0
        while column < len(line):
            start = column
            while column < len(line) and line[column]:
                column += 1
            if column > start:
                parts.append(f"M{start} {row}h{column - start}v1h-{column - start}z")
            column += 1
    return Code(side=len(matrix), path="".join(parts), title=title)
