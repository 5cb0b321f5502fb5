"""What a printer never uses is not loaded with the renderer, and there as soon as something asks for it."""

import subprocess
import sys

from tests.press.test_kept import HOME

PROGRAM = f"""
import sys
from scoping.press.later import put_off
put_off()
from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts
print([name in sys.modules for name in ("fontTools.subset.cff", "fontTools.varLib.models")])
print(fonts.subset.Options().hinting, "fontTools.subset.cff" in sys.modules)
fonts.instantiateVariableFont(TTFont("{HOME}/fonts/SourceSans3-Regular.ttf"), {{}})
"""


def test_what_is_put_off_is_loaded_when_it_is_asked_for() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=HOME.parent.parent, capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines() == ["[False, False]", "True True"]
    assert told.stderr.splitlines()[-1] == "ValueError: Missing required table fvar"  # our faces are static
