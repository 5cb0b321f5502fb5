"""What the processes of one run make once and share: whatever one printed or checked, the other reads."""

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")
PLACE = "TESTS_SHARED"  # a folder of this run, made by the process that starts it: `tests/environment.py`


def once(kind: str, key: object, make: Callable[[], Value]) -> Value:
    """What `make` gives, from the first process that asked for this kind and key (told apart by its repr).
    Two that ask at the same moment both make it."""
    name = hashlib.sha256(repr(key).encode()).hexdigest()
    file = Path(os.environ[PLACE]) / f"{kind}-{name}"
    if file.exists():
        found: Value = pickle.loads(file.read_bytes())
        return found
    made = make()
    whole = file.with_name(f"{file.name}-{os.getpid()}")
    whole.write_bytes(pickle.dumps(made))
    whole.replace(file)
    return made
