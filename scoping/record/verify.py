"""Whether a chain is what was written."""

import json
import uuid

from scoping.domain.canonical import canonical_json
from scoping.domain.chain import Anchor, ChainFault, ChainFaultKind, first_fault, genesis_hash
from scoping.studios.models import Studio

from .models import RecordHead, RecordLine


def verify_chain(studio: Studio, chain: uuid.UUID) -> ChainFault | None:
    """The first fault of a chain, or None where it is whole.

    The head that is kept beside the lines shows a tail that was cut off. A chain alone proves nothing against
    somebody who can write all of it: for that its head stands in sealed documents (signing.md, 7).
    """
    lines = list(RecordLine.objects.filter(chain=chain).order_by("seq"))
    head = RecordHead.objects.filter(chain=chain).first()
    anchor = Anchor(seq=head.seq, hash=head.hash) if head and head.seq else None
    for place, line in enumerate(lines, start=1):
        if not _columns_agree(line):
            return ChainFault(kind=ChainFaultKind.CONTENT, seq=place)
    told = [{**json.loads(line.body), "hash": line.hash} for line in lines]
    return first_fault(told, first=genesis_hash(studio=str(studio.uid), engagement=str(chain)), anchor=anchor)


def _columns_agree(line: RecordLine) -> bool:
    """Whether the columns repeat what the hashed text says, and that text is canonical."""
    told = json.loads(line.body)
    return (
        canonical_json(told) == line.body
        and (told["seq"], told["prev"], told["kind"]) == (line.seq, line.prev, line.kind)
        and told["at"] == line.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    )
