"""What processes have used: processor time of whole trees, memory, and commands that run to their end."""

import contextlib
import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import psutil

PR_SET_CHILD_SUBREAPER = 36


def seconds_of(pid: int) -> float:
    """Processor seconds that one process has used by itself, to the nanosecond; 0 where it is gone."""
    try:
        return time.clock_gettime((~pid << 3) | 2)  # Linux's clock of another process
    except OSError:
        return 0.0


def tree(roots: Iterable[int]) -> list[psutil.Process]:
    """The processes of some trees that are alive now, roots included."""
    found: list[psutil.Process] = []
    for root in roots:
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(root)
            found += [process, *process.children(recursive=True)]
    return found


def tree_seconds(roots: Iterable[int]) -> float:
    """Processor seconds that some trees have used, with all children that have ended and were waited for."""
    total = 0.0
    for process in tree(roots):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += seconds_of(process.pid) or times.user + times.system
            total += times.children_user + times.children_system
    return total


def machine_seconds() -> float:
    """Processor seconds that everything on this machine has used."""
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system + times.irq + times.softirq)


def wait_until_idle(roots: Sequence[int], longest: float = 1.0) -> None:
    """Wait until some trees do no more work, so that what they do after their answer is counted too."""
    end, before = time.monotonic() + longest, tree_seconds(roots)
    while time.monotonic() < end:
        time.sleep(0.1)
        now = tree_seconds(roots)
        if now - before < 0.004:
            return
        before = now


def memory_of(roots: Iterable[int]) -> int:
    """Bytes of memory of some trees, shared pages counted in proportion (PSS)."""
    total = 0
    for process in tree(roots):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total


class Peak:
    """The most memory that some trees had; it is looked at again and again, which costs processor time."""

    def __init__(self) -> None:
        self.bytes = 0

    @contextlib.contextmanager
    def watching(self, roots: Sequence[int]) -> Iterator[None]:
        """Look while the block runs."""
        ended = threading.Event()

        def look() -> None:
            while not ended.is_set():
                self.bytes = max(self.bytes, memory_of(roots))
                ended.wait(0.01)

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()


def adopt_orphans() -> None:
    """Make this process the parent of every orphan among its descendants, so that none goes uncounted."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "this process cannot adopt orphans")


def run_to_the_end(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Run a command until it and all that it left behind have ended: the processor seconds of all of them.

    The caller has adopted orphans and has no other child. Raises CalledProcessError where the command fails.
    """
    started = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    total = 0.0
    while True:
        try:
            pid, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        total += usage.ru_utime + usage.ru_stime
        if pid == started.pid:
            started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command)
    return total
