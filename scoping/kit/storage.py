"""Files that never change, each under the SHA-256 of its bytes."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings


class Damaged(Exception):
    """A kept file is missing, or its bytes are not those of its name."""


def keep(content: bytes) -> str:
    """Store the bytes for good and return their SHA-256; the same bytes are stored once.

    They are whole on disk, with the name in its folder, before this returns: temporary name, fsync, rename,
    fsync of the folder. Raises OSError where the disk is full or may not be written.
    """
    name = hashlib.sha256(content).hexdigest()
    path = _path(name)
    if path.exists():
        return name
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return name


def read(name: str) -> bytes:
    """The bytes of that SHA-256. Raises `Damaged` unless they are there and whole."""
    try:
        content = _path(name).read_bytes()
    except FileNotFoundError as error:
        raise Damaged(name) from error
    if hashlib.sha256(content).hexdigest() != name:
        raise Damaged(name)
    return content


def _path(name: str) -> Path:
    return Path(settings.DOCUMENTS) / name[:2] / name


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
