"""From a PDF's objects to its bytes, in one go: what can be compressed stands in one stream of objects.

The library's own way writes every object twice, once for a hash of them all; here the file's identifier is
given. The bytes depend on the objects alone.
"""

import zlib

import pydyf

from .strokes import joined

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
LEVEL = 6  # of compression: 9 takes twice the time for a hundredth of the size
_FREE, _PLAIN, _PACKED = 0, 1, 2  # the kinds of an object in the table of where each one is
_WIDTHS = (1, 4, 2)  # bytes of a line of that table: the kind, where it is, the number within a stream


def bytes_of(pdf: pydyf.PDF, identifier: bytes) -> bytes:
    """The bytes of a PDF with its identifier. Nothing may be added to it afterwards."""
    if pdf.info:
        pdf.add_object(pdf.info)
    found = bytearray(HEADER)
    places: list[tuple[int, int, int]] = []
    packed: list[pydyf.Object] = []
    together = len(pdf.objects)
    for item in pdf.objects:
        if item.free == "f":  # told by what its neighbours say, so that the table compresses well
            places.append((_FREE, 0, len(packed)))
        elif item.compressible:
            places.append((_PACKED, together, len(packed)))
            packed.append(item)
        else:
            places.append((_PLAIN, len(found), 0))
            found += _indirect(item.number, item.extra, _content(item))
    places.append((_PLAIN, len(found), 0))
    found += _packed(together, packed)
    start = len(found)
    places.append((_PLAIN, start, 0))
    found += _table(pdf, places, identifier)
    found += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(found)


def _content(stream: pydyf.Stream) -> bytes:
    return b"\n".join(item if isinstance(item, bytes) else _bytes(item) for item in joined(stream.stream))


def _bytes(item: object) -> bytes:
    return item.data if isinstance(item, pydyf.Object) else str(item).encode()


def _indirect(number: int, extra: dict[str, object], content: bytes) -> bytes:
    """A numbered stream, compressed; one that is packed already, a picture, stays as it is."""
    if "Filter" not in extra:
        content, extra = zlib.compress(content, LEVEL), {**extra, "Filter": "/FlateDecode"}
    head = pydyf.Dictionary({**extra, "Length": len(content)})
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, head.data, content)


def _packed(number: int, packed: list[pydyf.Object]) -> bytes:
    """Many objects in one stream, after a list of their numbers and of where each begins."""
    parts, index, position = [], [], 0
    for item in packed:
        part = item.data
        index.append(f"{item.number} {position}")
        parts.append(part)
        position += len(part) + 1
    first = " ".join(index).encode() + b"\n"
    extra = {"Type": "/ObjStm", "N": len(packed), "First": len(first)}
    return _indirect(number, extra, first + b"\n".join(parts))


def _table(pdf: pydyf.PDF, places: list[tuple[int, int, int]], identifier: bytes) -> bytes:
    """Where each object is. Each line is told as its difference from the one before, which compresses
    well."""
    lines = [
        b"".join(value.to_bytes(width) for value, width in zip(place, _WIDTHS, strict=True))
        for place in places
    ]
    before, told = bytes(sum(_WIDTHS)), bytearray()
    for line in lines:
        told.append(2)
        told += bytes((now - then) & 255 for now, then in zip(line, before, strict=True))
        before = line
    name = b"<%b>" % identifier.hex().encode()
    extra = {
        "Type": "/XRef",
        "Size": len(places),
        "W": pydyf.Array(_WIDTHS),
        "DecodeParms": pydyf.Dictionary({"Predictor": 12, "Columns": sum(_WIDTHS)}),
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
        "ID": pydyf.Array([name, name]),
    }
    return _indirect(len(places) - 1, extra, bytes(told))
