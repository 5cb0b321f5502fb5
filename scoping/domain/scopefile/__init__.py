"""Scope files: a Scope as JSON, read with every error at once, written always the same
(docs/scope-file.md)."""

import re
from dataclasses import dataclass
from typing import Any

from ..logo import Logo
from ..scope import Issue, Scope
from ..snapshot import FORMAT, MAX_BYTES, VERSION, write
from .building import FAULTY, Builder
from .faults import FileFault, FileFaultCode, ScopeFileErrors
from .links import link_faults, logo_faults
from .parsing import parse
from .upgrades import STEPS, upgrade

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "STEPS",
    "VERSION",
    "FileFault",
    "FileFaultCode",
    "ScopeFile",
    "ScopeFileErrors",
    "read",
    "upgrade",
    "write",
]

MOST_FAULTS = 500
MOST_SORTED = 20_000  # of more than that, which come first is not worth the seconds
_MEMBERS = ("format", "version", "scope", "issue", "logo")


@dataclass(frozen=True, slots=True)
class ScopeFile:
    """What a scope file holds: the Scope, the version that it was issued as, if it was, and the logo that its
    document bears, if it bears one."""

    scope: Scope
    issue: Issue | None = None
    logo: Logo | None = None


def read(data: bytes) -> ScopeFile:
    """The Scope in a file's bytes. Raises ScopeFileErrors with everything that is wrong, each with its
    path."""
    document, faults = parse(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        path = "$.format" if isinstance(document, dict) else "$"
        raise ScopeFileErrors([FileFault(path, FileFaultCode.NOT_A_SCOPE_FILE, {"format": FORMAT})])
    document = upgrade(document)
    builder = Builder()
    for name in document.keys() - set(_MEMBERS):
        builder.unknown_member(name, list(_MEMBERS), "$")
    scope = builder.record(Scope, document["scope"], "$.scope") if "scope" in document else FAULTY
    if "scope" not in document:
        faults.append(FileFault("$.scope", FileFaultCode.MISSING_MEMBER))
    issue = builder.value(Issue | None, document.get("issue"), "$.issue", None)
    logo = builder.value(Logo | None, document.get("logo"), "$.logo", None)
    faults += builder.faults
    faults += logo_faults(logo)
    faults += link_faults(document.get("scope"), document.get("issue"))
    if faults:
        raise ScopeFileErrors(_in_order(faults))
    assert isinstance(scope, Scope)  # else there would be a fault
    return ScopeFile(scope=scope, issue=issue, logo=logo)


def _in_order(faults: list[FileFault]) -> list[FileFault]:
    """By their place, rows by number; a file with very many says how many more there are."""

    def place(fault: FileFault) -> list[tuple[int, Any]]:
        return [(0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"(\d+)", fault.path)]

    different = list(dict.fromkeys(faults))
    ordered = sorted(different[:MOST_SORTED], key=place)
    if len(different) <= MOST_FAULTS:
        return ordered
    more = FileFault("$", FileFaultCode.AND_MORE, {"count": len(different) - MOST_FAULTS})
    return [*ordered[:MOST_FAULTS], more]
