"""Older files, raised one version at a time to the one that is read; the file itself is never rewritten."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from ..snapshot import VERSION
from .faults import FileFault, FileFaultCode, ScopeFileErrors

Document = dict[str, Any]
Step = Callable[[Document], Document]

# The step at n turns a document of version n into one of version n + 1. Version 1 is the first.
STEPS: Mapping[int, Step] = {}


def upgrade(document: Document, steps: Mapping[int, Step] = STEPS, current: int = VERSION) -> Document:
    """The document in the current version: a copy, unless it is of that version already.

    Raises ScopeFileErrors for a version that is newer, or that is none.
    """
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise ScopeFileErrors([FileFault("$.version", FileFaultCode.UNKNOWN_VERSION, {"current": current})])
    if version > current:
        facts = {"version": version, "current": current}
        raise ScopeFileErrors([FileFault("$.version", FileFaultCode.NEWER_VERSION, facts)])
    raised = copy.deepcopy(document) if version < current else document
    for step in range(version, current):
        raised = steps[step](raised)
        raised["version"] = step + 1
    return raised
