"""LibreOffice's Writer on a .docx file of the same content, kept running and started anew."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from .. import processor
from ..documents import ASSETS
from ..peers import libreoffice
from .cold import Cold
from .taken import Taken

EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class ColdLibreOffice(Cold):
    """LibreOffice's Writer from the command line, on a .docx file of the same content."""

    def command(self, folder: Path, target: Path) -> list[str]:
        """Convert the file; a profile that already exists."""
        return _convert(self.home, folder, target)

    def environment(self) -> dict[str, str]:
        """With the document's own faces installed."""
        return office_environment(self.home)


class WarmLibreOffice(Cold):
    """LibreOffice left running; each document is handed to it by a second call, which is not counted."""

    def __init__(self) -> None:
        super().__init__()
        self.running: subprocess.Popen[bytes] | None = None

    def print(self, folder: Path) -> Taken:
        """Hand the file over and wait for the PDF."""
        roots = [self._started()]
        target = self.home / "document.pdf"
        target.unlink(missing_ok=True)
        wall, before = time.monotonic(), processor.tree_seconds(roots)
        quiet = subprocess.DEVNULL
        subprocess.run(
            _convert(self.home, folder, target),
            env=self.environment(),
            stdout=quiet,
            stderr=quiet,
            check=True,
            timeout=120,
        )
        self._wait_for(target)
        wall = time.monotonic() - wall
        processor.wait_until_idle(roots)
        return Taken(processor.tree_seconds(roots) - before, wall, target.read_bytes())

    def environment(self) -> dict[str, str]:
        """With the document's own faces installed."""
        return office_environment(self.home)

    def roots(self) -> Sequence[int]:
        """LibreOffice."""
        return [self._started()]

    def end(self) -> None:
        """End it with its children."""
        if self.running is not None:
            os.killpg(self.running.pid, signal.SIGTERM)
            self.running.wait()
        super().end()

    def _started(self) -> int:
        """Start it with a file open, without which it would end after the first document."""
        if self.running is None:
            quiet, held = subprocess.DEVNULL, self.home / "held.txt"
            held.write_text("held open\n")
            command = [
                libreoffice(),
                f"-env:UserInstallation=file://{self.home}/profile",
                "--headless",
                "--norestore",
            ]
            self.running = subprocess.Popen(
                [*command, str(held)],
                env=self.environment(), stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True,
            )  # fmt: skip
            self._wait_for(self.home / ".~lock.held.txt#")
        if self.running.poll() is not None:
            raise RuntimeError("LibreOffice ended by itself")
        return self.running.pid

    def _wait_for(self, file: Path) -> None:
        end = time.monotonic() + 120
        while not file.exists():
            if time.monotonic() > end:
                raise TimeoutError(f"LibreOffice never wrote {file.name}")
            time.sleep(0.01)


def _convert(home: Path, folder: Path, target: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{home}/profile"
    source = str(folder / "document.docx")
    return [
        libreoffice(),
        profile,
        "--headless",
        "--convert-to",
        EXPORT,
        "--outdir",
        str(target.parent),
        source,
    ]


def office_environment(home: Path) -> dict[str, str]:
    """An environment in which the document's own faces are installed, and a home of its own."""
    configuration = home / "fonts.conf"
    if not configuration.exists():
        configuration.write_text(
            f'<?xml version="1.0"?>\n<fontconfig><dir>{ASSETS / "fonts"}</dir>'
            f"<cachedir>{home}/fonts</cachedir></fontconfig>\n"
        )
    return {**os.environ, "FONTCONFIG_FILE": str(configuration), "HOME": str(home)}
