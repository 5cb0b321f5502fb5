"""The printers of this process: started when first needed, kept, replaced after 500 documents or when
killed."""

import atexit
import contextlib
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from django.conf import settings

from .errors import TooLarge, TooSlow
from .wire import Answer, Job, answer_of, write_job

ROOT = Path(__file__).resolve().parents[2]  # where the package `scoping` lies
AT_ONCE = 2  # printers a process keeps: a document is bound by the processor, so more would only queue there
DOCUMENTS_EACH = 500
MEMORY = 2 * 1024**3  # bytes of address space; 640 duties take an eighth of it
START_SECONDS = 60

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class Printer:
    """One printing process, from this side."""

    def __init__(self, home: Path, private: Path) -> None:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": os.pathsep.join([str(ROOT), *(part for part in sys.path if part)]),
            "PYTHONHASHSEED": "0",
            "LANG": "C.UTF-8",
            "HOME": str(private),
            "TMPDIR": str(private),
            # Only our own faces: what a machine happens to have installed changes no document.
            "FONTCONFIG_FILE": str(private / "fonts.conf"),
        }
        self.printed = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scoping.press", str(home), str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=private,
        )
        self.answer(START_SECONDS)

    def print(self, job: Job, seconds: float) -> Answer:
        """Print one document. Raises TooSlow, and TooLarge where the process ran out of memory or died."""
        assert self.process.stdin is not None
        deadline = time.monotonic() + seconds
        try:
            write_job(self.process.stdin, job)  # type: ignore[arg-type]
        except BrokenPipeError as error:
            raise TooLarge("the printer is gone") from error
        answer = self.answer(max(0.0, deadline - time.monotonic()))
        self.printed += 1
        if answer.error:
            raise TooLarge(answer.error)
        return answer

    def answer(self, seconds: float) -> Answer:
        """What the printer says next. Raises TooSlow, and TooLarge where it ended without a word."""
        deadline = time.monotonic() + seconds
        head = self._read(int.from_bytes(self._read(8, deadline)), deadline)
        body = self._read(int.from_bytes(self._read(8, deadline)), deadline)
        return answer_of(head, body)

    def _read(self, size: int, deadline: float) -> bytes:
        assert self.process.stdout is not None
        source, found = self.process.stdout.fileno(), bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(source, selectors.EVENT_READ)
            while len(found) < size:
                left = deadline - time.monotonic()
                if left <= 0 or not waiting.select(left):
                    raise TooSlow("stopped after its time")
                chunk = os.read(source, size - len(found))
                if not chunk:
                    raise self._ended()
                found += chunk
        return bytes(found)

    def _ended(self) -> TooSlow | TooLarge:
        """Why the process ended: the kernel's limit on its processor time, or anything else."""
        code = self.process.wait()
        return TooSlow("stopped by the kernel") if code == -24 else TooLarge(f"the printer ended with {code}")

    @property
    def usable(self) -> bool:
        """Whether it can print another document."""
        return self.printed < DOCUMENTS_EACH and self.process.poll() is None

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()


class Printers:
    """A few printers, shared by the threads of this process."""

    def __init__(self) -> None:
        self._free: list[Printer] = []
        self._turn = threading.BoundedSemaphore(AT_ONCE)
        self._lock = threading.Lock()
        self._private: Path | None = None
        self._owner = 0

    def print(self, job: Job, seconds: float) -> Answer:
        """Print one document, waiting for a free printer no longer than for the document itself."""
        if not self._turn.acquire(timeout=seconds):
            raise TooSlow("no printer came free")
        try:
            printer = self._take()
            try:
                answer = printer.print(job, seconds)
            except BaseException:
                printer.end()
                raise
            self._give_back(printer)
            return answer
        finally:
            self._turn.release()

    def end(self) -> None:
        """End every printer of this process."""
        with self._lock:
            if self._owner == os.getpid():
                for printer in self._free:
                    printer.end()
                if self._private is not None:
                    shutil.rmtree(self._private, ignore_errors=True)
            self._free, self._private = [], None

    def _take(self) -> Printer:
        with self._lock:
            if self._owner != os.getpid():  # after a fork the printers are the other process's
                self._free, self._private, self._owner = [], None, os.getpid()
            if self._private is None:
                self._private = _private_folder()
            private = self._private
            printer = self._free.pop() if self._free else None
        if printer is not None and printer.usable:
            return printer
        if printer is not None:
            printer.end()
        return Printer(_home(), private)

    def _give_back(self, printer: Printer) -> None:
        with self._lock:
            self._free.append(printer)


def _home() -> Path:
    return Path(settings.STATICFILES_DIRS[0]) / "document"


def _private_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="paletti-press-"))
    written = _FONTS_CONF.format(fonts=_home() / "fonts", cache=folder / "cache")
    (folder / "fonts.conf").write_text(written)
    return folder


PRINTERS = Printers()
atexit.register(PRINTERS.end)
