"""What anybody may learn of a verification code: number, version and state, nothing else."""

import datetime as dt
from dataclasses import dataclass

from scoping.domain import scopefile
from scoping.studios.tenancy import across_studios

from .models import ScopeDocument, Version

ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class Verified:
    """What the public page says of a document."""

    number: str
    version: int
    state: Version.State


def canonical_code(typed: str) -> str:
    """The code as it is kept: capitals, no dashes or spaces, Crockford's look-alikes read as what was
    meant."""
    return "".join(typed.upper().split()).replace("-", "").translate(ALIKE)


def verified(code: str, now: dt.datetime) -> Verified | None:
    """The document of that code, in whichever studio it is; an offer past its last day is called expired.

    Number and version are those of what was issued, which nobody can change, not of the rows beside it.
    """
    with across_studios():
        document = ScopeDocument.objects.select_related("version", "studio").filter(code=code).first()
        if document is None:
            return None
        issued = scopefile.read(bytes(document.snapshot))
        if issued.issue is None:
            raise RuntimeError(f"the document {code} was issued as no version")
        state = document.state_on(document.studio.day_of(now))
        return Verified(issued.scope.number, issued.issue.version, state)
