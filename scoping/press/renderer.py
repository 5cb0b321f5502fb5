"""WeasyPrint without what no document of ours has: the styles of footnotes and notes.

Its own style sheet gives every element five pseudo-elements for them, each with a style of its own: six
sevenths of all styles. They are left out where the library is the one that was measured; with any other the
whole sheet is used, which shows the same and costs more.
"""

import copy
from functools import cache

import weasyprint
from weasyprint import CSS, HTML

MEASURED = "70.0"
_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}


def is_measured() -> bool:
    """Whether the library is the one that was measured."""
    return bool(weasyprint.__version__ == MEASURED)


def without_notes(sheet: CSS) -> CSS:
    """A style sheet without its rules for footnotes and notes."""
    lean = copy.copy(sheet)
    lean.matcher = copy.copy(sheet.matcher)
    lean.matcher.other_selectors = [
        (test, specificity, order, pseudo, payload)
        for test, specificity, order, pseudo, payload in sheet.matcher.other_selectors
        if pseudo not in _NOTES
    ]
    return lean


class LeanHTML(HTML):
    """HTML that is rendered without the styles of footnotes and notes."""

    @staticmethod
    @cache
    def _ua_stylesheets(forms: bool = False) -> list[CSS]:
        """The library's own style sheets, made lean once."""
        return [without_notes(sheet) for sheet in HTML._ua_stylesheets(None, forms)]


Renderer = LeanHTML if is_measured() else HTML
