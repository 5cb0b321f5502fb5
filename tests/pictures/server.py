"""The application with its demo, as `make run` serves it, in a folder of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
START_SECONDS = 120


@contextlib.contextmanager
def demo_server() -> Iterator[str]:
    """The address of a server that has just loaded the demo. Raises RuntimeError where it does not start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="paletti-pictures-") as var:
        settings = {name: value for name, value in os.environ.items() if not name.startswith("PALETTI_")}
        process = subprocess.Popen(
            [sys.executable, "scripts/serve.py", str(port)],
            cwd=HOME,
            env={**settings, "PALETTI_VAR": var},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        address = f"http://localhost:{port}"
        try:
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.2)
    raise RuntimeError("the application did not start")
