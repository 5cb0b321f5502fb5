"""The chain of a record: each line carries the hash of the one before it, and the first that of its
beginning.

A chain alone proves nothing against its owner, who could compute it anew: a head (sequence and hash) that
somebody else keeps, an *anchor*, finds that too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .canonical import NotCanonical, canonical_hash

CHAIN = "paletti-record"
VERSION = 1


class ChainFaultKind(StrEnum):
    """How a chain is broken."""

    SEQUENCE = "sequence"  # a line is missing, doubled, or out of order
    PREVIOUS = "previous"  # a line does not carry the hash of the one before
    CONTENT = "content"  # a line's own hash is not that of what it says
    ANCHOR = "anchor"  # the anchored head is not in the chain


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFault:
    """The first fault of a chain: its kind, and the sequence number at which it was found."""

    kind: ChainFaultKind
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A head of a chain that was kept elsewhere, such as in a sealed document."""

    seq: int
    hash: str


def genesis_hash(*, studio: str, engagement: str) -> str:
    """What the first line of an engagement's record carries as `prev`; both are uids."""
    return canonical_hash({"v": VERSION, "chain": CHAIN, "studio": studio, "engagement": engagement})


def line_hash(line: Mapping[str, object]) -> str:
    """The hash of a line: of everything that it says but its own `hash`. Raises NotCanonical."""
    return canonical_hash({key: value for key, value in line.items() if key != "hash"})


def first_fault(
    lines: Iterable[Mapping[str, object]], *, first: str, anchor: Anchor | None = None
) -> ChainFault | None:
    """The first fault of a chain whose first line must carry `first` (see `genesis_hash`), or None.

    Lines come in the order of their sequence, which begins at 1.
    """
    previous, expected, anchored = first, 1, anchor is None
    for line in lines:
        if line.get("seq") != expected or isinstance(line.get("seq"), bool):
            return ChainFault(kind=ChainFaultKind.SEQUENCE, seq=expected)
        if line.get("prev") != previous:
            return ChainFault(kind=ChainFaultKind.PREVIOUS, seq=expected)
        try:
            computed = line_hash(line)
        except NotCanonical:
            computed = ""
        if line.get("hash") != computed:
            return ChainFault(kind=ChainFaultKind.CONTENT, seq=expected)
        if anchor is not None and anchor.seq == expected:
            if anchor.hash != computed:
                return ChainFault(kind=ChainFaultKind.ANCHOR, seq=expected)
            anchored = True
        previous, expected = computed, expected + 1
    if not anchored and anchor is not None:
        return ChainFault(kind=ChainFaultKind.ANCHOR, seq=anchor.seq)
    return None
