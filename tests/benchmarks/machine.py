"""What the figures were taken on: machine, interpreter, versions. Nothing here can be guessed, so it is
asked."""

import ctypes
import ctypes.util
import datetime as dt
import os
import platform
import shlex
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from pathlib import Path

import psutil

from .peers import chromium, libreoffice

HOME = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("weasyprint", "pydyf", "fonttools", "Django", "playwright", "pypdfium2", "pikepdf")


def described() -> dict[str, object]:
    """Everything that a reader needs to compare these figures with others."""
    return {
        "date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "commit": _first_line("git", "-C", str(HOME), "rev-parse", "HEAD"),
        "changed_files": len(_lines("git", "-C", str(HOME), "status", "--porcelain", "-uno")),
        "system": _system(),
        "processor": _processor(),
        "processors": os.cpu_count(),
        "memory": psutil.virtual_memory().total,
        "load": list(os.getloadavg()),
        "interpreter": f"{platform.python_implementation()} {platform.python_version()}",
        "interpreter_build": interpreter_build(),
        "interpreter_flags": interpreter_flags(),
        "versions": {name: version(name) for name in PACKAGES} | _libraries() | _peers(),
    }


def interpreter_flags() -> str:
    """The flags that CPython was built with, but those that name folders of one machine."""
    flags = shlex.split(str(sysconfig.get_config_var("CONFIG_ARGS") or ""))
    return " ".join(flag for flag in flags if "/" not in flag)


def interpreter_build() -> str:
    """How CPython was built, as far as it tells: with a profile (PGO) and link-time optimisation, or
    without."""
    if sys.base_prefix == "/usr":
        return "the distribution's own build"
    flags = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    wanted = {"--enable-optimizations": "PGO", "--with-lto": "LTO"}
    return "built with " + (
        " and ".join(wanted[flag] for flag in wanted if flag in flags) or "neither PGO nor LTO"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def _system() -> str:
    release = platform.freedesktop_os_release()
    return f"{release.get('PRETTY_NAME', sys.platform)}, Linux {platform.release()}"


def _libraries() -> dict[str, str]:
    """Pango's version, and whether HarfBuzz's subsetter is there: without it fontTools takes twice the
    time."""
    found = {"harfbuzz-subset": "present" if ctypes.util.find_library("harfbuzz-subset") else "absent"}
    if name := ctypes.util.find_library("pango-1.0"):
        told = ctypes.CDLL(name).pango_version_string
        told.restype = ctypes.c_char_p
        found["pango"] = told().decode()
    return found


def _peers() -> dict[str, str]:
    """The versions of those peers that are installed."""
    programs = {"chromium": chromium(), "libreoffice": libreoffice()}
    return {name: _first_line(program, "--version") for name, program in programs.items() if program}


def _first_line(*command: str) -> str:
    return next(iter(_lines(*command)), "")


def _lines(*command: str) -> list[str]:
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return [line for line in answer.stdout.splitlines() if line.strip()]
