"""Programs that are started for each document and end with it."""

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from .. import processor
from .taken import Taken


class Cold:
    """A program that is started for each document and ends; everything that it starts is counted."""

    def __init__(self) -> None:
        processor.adopt_orphans()
        self.home = Path(tempfile.mkdtemp(prefix="paletti-bench-"))

    def print(self, folder: Path) -> Taken:
        """Run the program to its end."""
        target = self.home / "document.pdf"
        target.unlink(missing_ok=True)
        wall = time.monotonic()
        cpu = processor.run_to_the_end(self.command(folder, target), self.environment())
        return Taken(cpu, time.monotonic() - wall, target.read_bytes())

    def command(self, folder: Path, target: Path) -> list[str]:
        """What to run."""
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        """In which environment."""
        return dict(os.environ)

    def roots(self) -> Sequence[int]:
        """Whatever runs."""
        return [os.getpid()]

    def end(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.home, ignore_errors=True)
