"""What commands share: the terminal's language, files in and out, and how they end."""

import os
import secrets
import sys
from pathlib import Path
from typing import NoReturn

from django.utils import translation

WRONG_INPUT = 2


def speak_the_terminals_language() -> str:
    """Use the language of the terminal's locale from now on: Italian where it says so, else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    language = "it" if named.startswith("it") else "en"
    translation.activate(language)
    return language


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input where the name is a dash. Raises OSError."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def write_output(name: str, content: bytes) -> None:
    """Write a file whole or not at all; a dash is standard output. Raises OSError."""
    if name == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def stop(*lines: str, code: int = 1) -> NoReturn:
    """End the command with these lines on standard error."""
    for line in lines:
        print(line, file=sys.stderr)
    raise SystemExit(code)
