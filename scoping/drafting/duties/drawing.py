"""Rows of the board as HTML, kept: a row is drawn anew only when something in it changed.

What is kept is the same for every reader of one language; the reader's own token is put in afterwards.
"""

import secrets
from functools import lru_cache

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from scoping.domain.words import Language
from scoping.engagements.models import Duty
from scoping.kit.forms import screen_language

from .board import BoardRow

ROW = "drafting/duties/_row.html"
KEPT = 2048  # rows of one process; a few kilobytes each
PLACE = secrets.token_hex(16)  # where the reader's token goes: nobody can have typed it into a row


def drawn(request: HttpRequest, row: BoardRow, language: str) -> SafeString:
    """A row without trouble; `language` is the document's."""
    kept = _kept(row, language, screen_language())
    return mark_safe(kept.replace(PLACE, get_token(request)))


@lru_cache(maxsize=KEPT)
def _kept(row: BoardRow, language: str, _screens: Language) -> str:
    context = {"row": row, "language": language, "responsible": Duty.RESPONSIBLE, "csrf_token": PLACE}
    return render_to_string(ROW, context)
