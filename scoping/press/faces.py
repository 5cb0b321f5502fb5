"""Embedded faces without what only an installed font needs: its names, its character map, its layout rules.

A document's text names glyphs by their numbers, and says by itself which characters they are.
"""

import struct

KEPT = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
_ADJUSTMENT = slice(8, 12)  # of the table `head`: what makes the sum of the whole file come out as _SUM
_SUM = 0xB1B0AFBA
_HEAD, _ENTRY = struct.Struct(">4s4H"), struct.Struct(">4s3L")


def lean(face: bytes) -> bytes:
    """A TrueType face with only the tables that a PDF needs (ISO 32000-1, 9.9); another kind as it is."""
    if face[:4] != b"\0\1\0\0":
        return face
    tables = _tables(face)
    tables[b"head"][_ADJUSTMENT] = bytes(4)
    power = len(tables).bit_length() - 1
    listed = _HEAD.pack(face[:4], len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    start, total = len(listed) + len(tables) * _ENTRY.size, 0
    for tag, table in tables.items():
        listed += _ENTRY.pack(tag, _summed(table), start, len(table))
        start, total = start + len(_padded(table)), total + _summed(table)
    tables[b"head"][_ADJUSTMENT] = struct.pack(">L", (_SUM - total - _summed(listed)) % 2**32)
    return listed + b"".join(_padded(table) for table in tables.values())


def _tables(face: bytes) -> dict[bytes, bytearray]:
    """The tables that are kept, by name, in their order."""
    _kind, count, *_search = _HEAD.unpack_from(face)
    found = {}
    for number in range(count):
        tag, _sum, start, length = _ENTRY.unpack_from(face, _HEAD.size + number * _ENTRY.size)
        if tag in KEPT:
            found[tag] = bytearray(face[start : start + length])
    return dict(sorted(found.items()))


def _padded(table: bytes | bytearray) -> bytes:
    """A table filled up to whole numbers of 32 bits."""
    return bytes(table) + bytes(-len(table) % 4)


def _summed(table: bytes | bytearray) -> int:
    """The sum of a table, read as numbers of 32 bits."""
    padded = _padded(table)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) % 2**32
