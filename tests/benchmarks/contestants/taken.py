"""What a contestant is, and what it says of a document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

PATIENCE = 300.0  # seconds for one document: here nothing is stopped, it is measured


@dataclass(frozen=True, slots=True)
class Taken:
    """What one document took: processor and wall seconds, its bytes; `more` are further figures."""

    cpu: float
    wall: float
    pdf: bytes
    more: dict[str, float] = field(default_factory=dict)


class Contestant(Protocol):
    """One way to a PDF."""

    def print(self, folder: Path) -> Taken:
        """Print the document whose files are in a folder."""

    def roots(self) -> Sequence[int]:
        """The processes whose memory is the contestant's, children included."""

    def end(self) -> None:
        """End what was started."""
