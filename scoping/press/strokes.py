"""The rules under rows, drawn in one stroke: the renderer draws them cell by cell.

Pieces that continue one another become one line: fewer bytes, and no seams where they met.
"""

from collections.abc import Iterator

_BEGIN, _STATES, _END = ["/Artifact", b"BMC"], [b"q", b"q"], [b"S", b"Q", b"Q", b"EMC"]
_PIECE = 13  # items of one piece: its mark, two states, opacity, colour, width, from, to, its ends
_FROM, _TO = 7, 8


def joined(stream: list[object]) -> Iterator[object]:
    """The operators of a page, each rule in one stroke."""
    place = 0
    while place < len(stream):
        piece = _piece(stream, place)
        if piece is None:
            yield stream[place]
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


def _is(item: object, operator: bytes) -> bool:
    return isinstance(item, bytes) and item.endswith(operator)
