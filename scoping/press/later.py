"""What the renderer loads and our faces never ask for, put off until something does.

These are cutting down a face without HarfBuzz, and making a variable face static: a seventh of a printer's
memory, a quarter of its start.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any

import fontTools

CUTTING = "fontTools.subset"
STATIC, MADE_STATIC = "fontTools.varLib.instancer", "instantiateVariableFont"


def put_off() -> None:
    """Put both off; before the renderer is loaded, or it has no effect."""
    if CUTTING not in sys.modules:
        sys.modules[CUTTING] = fontTools.subset = _lazy(CUTTING)
    if STATIC not in sys.modules:
        stand_in = ModuleType(STATIC)
        setattr(stand_in, MADE_STATIC, _made_static)
        sys.modules[STATIC] = stand_in


def _lazy(name: str) -> ModuleType:
    """A module that loads itself as soon as something of it is asked for."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _made_static(*given: Any, **named: Any) -> Any:
    """The very function, which the renderer asks for by its name when it is loaded."""
    sys.modules.pop(STATIC)
    from fontTools.varLib import instancer  # noqa: PLC0415 - this is what was put off

    return getattr(instancer, MADE_STATIC)(*given, **named)
