"""Contestants in Python: the document's own press, and WeasyPrint as its manual shows it."""

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil
from weasyprint import HTML

from scoping.domain import scopefile
from scoping.press.pdf import print_html, render

from .. import processor
from .taken import PATIENCE, Taken


class InThisProcess:
    """Something that is called here; children of this process are counted with it."""

    def print(self, folder: Path) -> Taken:
        """Print, and count this process and its children."""
        return self.timed(self.read(folder))

    def timed(self, source: Any) -> Taken:
        """Print what was read."""
        roots = [os.getpid()]
        wall, before = time.monotonic(), processor.tree_seconds(roots)
        pdf, wall = self.pdf(source), time.monotonic() - wall
        processor.wait_until_idle(roots)  # what is tidied up after the answer counts too
        return Taken(processor.tree_seconds(roots) - before, wall, pdf)

    def read(self, folder: Path) -> Any:
        """What is printed, read before the clock starts."""
        raise NotImplementedError

    def pdf(self, source: Any) -> bytes:
        """Print it."""
        raise NotImplementedError

    def roots(self) -> Sequence[int]:
        """This very process."""
        return [os.getpid()]

    def end(self) -> None:
        """Nothing was started that does not end by itself."""


class Press(InThisProcess):
    """The document's own press: HTML in, PDF out, through its printer process."""

    def read(self, folder: Path) -> str:
        """The document's HTML."""
        return (folder / "document.html").read_text()

    def pdf(self, source: Any) -> bytes:
        """Print it as an issued version."""
        return print_html(source, signable=True, seconds=PATIENCE).pdf

    def roots(self) -> Sequence[int]:
        """Its printer alone: what calls it is the web, which is there anyway."""
        return [process.pid for process in psutil.Process().children()]


class WholeWay(Press):
    """The whole way: the bytes of a snapshot in, PDF out."""

    def read(self, folder: Path) -> Any:
        """The snapshot."""
        return (folder / "scope.json").read_bytes()

    def pdf(self, source: Any) -> bytes:
        """Read it, lay it out, print it."""
        read = scopefile.read(source)
        return render(read.scope, read.issue, seconds=PATIENCE).pdf


class Bare(InThisProcess):
    """WeasyPrint as its manual shows it, again and again in one process, on a file of HTML."""

    def __init__(self, file: str) -> None:
        self.file = file

    def read(self, folder: Path) -> Any:
        """Where the file is: it is read by WeasyPrint."""
        return folder / self.file

    def pdf(self, source: Any) -> bytes:
        """Print it."""
        written: bytes = HTML(source).write_pdf(pdf_variant="pdf/ua-1")
        return written


class TwoAtOnce(Press):
    """The press with one printer, then with two at once: documents a second of wall time.

    `others` is the share of the machine that everything else used meanwhile: where that is much, the figure
    tells of them and not of the press.
    """

    documents = 4

    def print(self, folder: Path) -> Taken:
        """Print so many documents one after the other, then twice as many by two printers."""
        source = self.read(folder)
        all_before, own_before, started = processor.machine_seconds(), self._own_seconds(), time.monotonic()
        pdf = [self.pdf(source) for _turn in range(self.documents)][-1]
        one, cpu = time.monotonic() - started, self._own_seconds() - own_before
        both = [threading.Thread(target=self._several, args=(source,)) for _printer in range(2)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        wall = time.monotonic() - started
        foreign = processor.machine_seconds() - all_before - (self._own_seconds() - own_before)
        more = {"gain": 2 * one / (wall - one), "others": foreign / (wall * (os.cpu_count() or 1))}
        return Taken(cpu / self.documents, one / self.documents, pdf, more)

    def _own_seconds(self) -> float:
        return processor.tree_seconds([os.getpid()])

    def _several(self, source: str) -> None:
        for _turn in range(self.documents):
            self.pdf(source)
