"""PDFs that somebody uploads: opened in a process of its own, which a hostile file may fell or hang.

What is asked is only whether it is a whole PDF that opens without a password. Its bytes stay as they are.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

ROOT = Path(__file__).resolve().parents[2]  # where the package `scoping` lies
MEMORY = 1024**3  # bytes of address space: the reader itself takes a tenth of it
SECONDS = 10  # a thousand ordinary pages open in a tenth of one
TAIL = 1024  # bytes at the end of a whole file in which its end mark stands
GOOD, LOCKED, BROKEN = 0, 3, 4  # how the process ends


class PaperRefused(Exception):
    """The file is no PDF that can be kept. `fault`: locked or broken."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def is_pdf(start: bytes) -> bool:
    """Whether a file begins as a PDF does."""
    return start.startswith(b"%PDF-")


def check_pdf(content: bytes) -> None:
    """Raises PaperRefused unless these bytes are a whole PDF, with a page, that opens without a password."""
    if not is_pdf(content) or b"%%EOF" not in content[-TAIL:]:
        raise PaperRefused("broken")
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": os.pathsep.join([str(ROOT), *(part for part in sys.path if part)]),
        "LANG": "C.UTF-8",
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "scoping.kit.papers"],
            input=content,
            env=environment,
            timeout=SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except (subprocess.TimeoutExpired, BrokenPipeError) as error:
        raise PaperRefused("broken") from error
    if ended.returncode != GOOD:
        raise PaperRefused("locked" if ended.returncode == LOCKED else "broken")


def opened(content: bytes) -> int:
    """How these bytes open: GOOD, LOCKED or BROKEN."""
    try:
        document = pypdfium2.PdfDocument(content)
        if raw.FPDF_GetSecurityHandlerRevision(document) != -1:
            return LOCKED
        document[0].get_size()
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == raw.FPDF_ERR_PASSWORD else BROKEN
    except IndexError:  # no page
        return BROKEN
    return GOOD


def main() -> None:
    """Look at what comes in and say by the exit code what it is."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    code = opened(sys.stdin.buffer.read())
    os._exit(code)  # nothing of the file is tidied up: it goes with the process


if __name__ == "__main__":
    main()
