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
        roots = [os.getpid()]
        source, wall, before = self.read(folder), time.monotonic(), processor.tree_seconds(roots)
        pdf = self.pdf(source)
        return Taken(processor.tree_seconds(roots) - before, time.monotonic() - wall, pdf)

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
    """The press with one printer, then with two at once: documents a second of wall time."""

    documents = 4

    def print(self, folder: Path) -> Taken:
        """Print so many documents one after the other, then twice as many by two printers."""
        source = self.read(folder)
        roots = [os.getpid()]
        before, started = processor.tree_seconds(roots), time.monotonic()
        for _turn in range(self.documents):
            pdf = self.pdf(source)
        one, cpu = time.monotonic() - started, processor.tree_seconds(roots) - before
        both = [threading.Thread(target=self._several, args=(source,)) for _printer in range(2)]
        started = time.monotonic()
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        two = time.monotonic() - started
        rates = {"one": self.documents / one, "two": 2 * self.documents / two}
        return Taken(
            cpu / self.documents, one / self.documents, pdf, rates | {"gain": rates["two"] / rates["one"]}
        )

    def _several(self, source: str) -> None:
        for _turn in range(self.documents):
            self.pdf(source)
