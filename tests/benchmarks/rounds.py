"""The rounds: every contestant in turn, one round untimed; then memory, each contestant alone."""

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any

from .contestants.entered import ENTRIES
from .documents import REFERENCE, folder_of
from .processor import Peak
from .surroundings import HOME

WEIGHED = 16  # documents of one process before its memory is told: what it keeps of each adds up
WEIGHED_LARGE = 3


class Running:
    """A contestant's process, from this side."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.contestant", name],
            cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def ask(self, **question: Any) -> dict[str, Any]:
        """Ask, and wait for the answer. Raises RuntimeError where the process ended instead."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with {self.process.wait()} instead of an answer")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> "Running":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


@dataclass(slots=True)
class Results:
    """Every sample of every contestant, in rounds; the peaks of memory; the PDFs that were kept."""

    samples: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    peaks: dict[str, int] = field(default_factory=dict)
    kept: dict[str, Path] = field(default_factory=dict)

    def values(self, name: str, what: str = "cpu") -> list[float]:
        """One figure of a contestant in each round; none where it did not take part."""
        return [sample[what] for sample in self.samples.get(name, [])]

    def median(self, name: str, what: str = "cpu") -> float | None:
        """The median of a figure over the rounds; None where the contestant did not take part."""
        found = self.values(name, what)
        return median(found) if found else None


def play(names: Sequence[str], folder: Path, rounds: int) -> Results:
    """Let the contestants print in turn, once untimed and then so many times, each time another document."""
    results = Results(samples={name: [] for name in names})
    with ExitStack() as stack:
        running = [stack.enter_context(Running(name)) for name in names]
        for turn in range(rounds + 1):
            for contestant in running:
                place = folder_of(folder, ENTRIES[contestant.name].document, turn)
                answer = contestant.ask(folder=str(place))
                if turn:
                    results.samples[contestant.name].append(answer)
            print(f"  round {turn} of {rounds}" + ("" if turn else ", not timed"), flush=True)
        for contestant in running:  # the same words for all, so that what they wrote can be compared
            kept = folder / f"{contestant.name}.pdf"
            contestant.ask(
                folder=str(folder_of(folder, ENTRIES[contestant.name].document, 0)), save=str(kept)
            )
            results.kept[contestant.name] = kept
    return results


def weigh(names: Sequence[str], folder: Path, turns: int, results: Results) -> None:
    """The most memory that each contestant has while it prints document after document, no other running.

    `turns` says how many documents of other words were prepared; they come again where more are printed.
    """
    for name in names:
        document, peak = ENTRIES[name].document, Peak()
        with Running(name) as contestant:
            contestant.ask(folder=str(folder_of(folder, document, 0)))
            with peak.watching(contestant.ask(roots=True)["roots"]):
                for number in range(1, WEIGHED if document == REFERENCE else WEIGHED_LARGE):
                    contestant.ask(folder=str(folder_of(folder, document, number % turns)))
        results.peaks[name] = peak.bytes
        print(f"  memory of {ENTRIES[name].title}", flush=True)
