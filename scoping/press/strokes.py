"""What the renderer draws in pieces, drawn in one: the rules under rows, and the words of a text.

Rules are drawn cell by cell; pieces that continue one another become one line: fewer bytes, and no seams
where they met. Between any two glyphs of a text stands a correction of where the next one goes, mostly zero;
glyphs without one stand together.
"""

import re
from collections.abc import Iterator

_BEGIN, _STATES, _END = ["/Artifact", b"BMC"], [b"q", b"q"], [b"S", b"Q", b"Q", b"EMC"]
_PIECE = 13  # items of one piece: its mark, two states, opacity, colour, width, from, to, its ends
_FROM, _TO = 7, 8
_SHOWN = b"] TJ"
_NO_CORRECTION = re.compile(rb"(?<=>)-?0(?:\.0)?(?=[<\]])")


def joined(stream: list[object]) -> Iterator[object]:
    """The operators of a page, each rule in one stroke, glyphs that follow one another in one string."""
    place = 0
    while place < len(stream):
        piece = _piece(stream, place)
        if piece is None:
            item = stream[place]
            yield _together(item) if _is(item, _SHOWN) else item
            place += 1
            continue
        place += _PIECE
        while (following := _piece(stream, place)) and _continues(piece, following):
            piece[_TO] = following[_TO]
            place += _PIECE
        yield from piece


def _piece(stream: list[object], place: int) -> list[object] | None:
    """The piece of a rule that begins at a place; None where something else does."""
    if place >= len(stream) or stream[place] != _BEGIN[0]:
        return None
    piece = stream[place : place + _PIECE]
    drawn = piece[1:4] == [_BEGIN[1], *_STATES] and piece[_TO + 1 :] == _END
    return piece if drawn and _is(piece[_FROM], b" m") and _is(piece[_TO], b" l") else None


def _continues(piece: list[object], following: list[object]) -> bool:
    """Whether a piece begins where another ends, goes on at its height, and looks like it."""
    if piece[:_FROM] != following[:_FROM]:
        return False
    start, end, then, last = (
        str(item).split() for item in (*piece[_FROM : _TO + 1], *following[_FROM : _TO + 1])
    )
    return end[:2] == then[:2] and start[1] == end[1] == last[1]


def _together(shown: object) -> bytes:
    """The operator that shows a text, without the corrections that correct nothing."""
    return _NO_CORRECTION.sub(b"", bytes(shown)).replace(b"><", b"")  # type: ignore[call-overload]


def _is(item: object, operator: bytes) -> bool:
    return isinstance(item, bytes) and item.endswith(operator)
