"""Whether a chain is what was written."""

import uuid

from scoping.domain.canonical import canonical_json
from scoping.domain.chain import Anchor, ChainFault, ChainFaultKind, first_fault, genesis_hash
from scoping.studios.models import Studio

from .models import RecordHead, RecordLine
from .write import body_of


def verify_chain(studio: Studio, chain: uuid.UUID) -> ChainFault | None:
    """The first fault of a chain, or None where it is whole.

    The head that is kept beside the lines shows a tail that was cut off. A chain alone proves nothing against
    somebody who can write all of it: for that its head stands in sealed documents (signing.md, 7).
    """
    head = RecordHead.objects.filter(
        chain=chain
    ).first()  # before the lines: one more may be written meanwhile
    lines = list(RecordLine.objects.filter(chain=chain).order_by("seq"))
    anchor = Anchor(seq=head.seq, hash=head.hash) if head and head.seq else None
    for place, line in enumerate(lines, start=1):
        if not _columns_agree(line):
            return ChainFault(kind=ChainFaultKind.CONTENT, seq=place)
    if lines and anchor is None:  # each line moves the head: it was taken away
        return ChainFault(kind=ChainFaultKind.ANCHOR, seq=len(lines))
    told = [{**body_of(line), "hash": line.hash} for line in lines]
    return first_fault(told, first=genesis_hash(studio=str(studio.uid), engagement=str(chain)), anchor=anchor)


def _columns_agree(line: RecordLine) -> bool:
    """Whether the columns repeat what the hashed text says, and that text is canonical."""
    try:
        told = body_of(line)
        canonical = canonical_json(told)
    except ValueError:  # no JSON, or none of ours
        return False
    return (
        canonical == line.body
        and isinstance(told, dict)
        and (told.get("seq"), told.get("prev"), told.get("kind")) == (line.seq, line.prev, line.kind)
        and told.get("at") == line.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    )
