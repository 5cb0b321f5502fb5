"""Why something was not issued or printed, in words that say what to do."""

from django.utils.translation import gettext as _

from scoping.press.errors import PressError, RefusedResource, TooLarge, TooSlow

REASONS: dict[type[PressError], str] = {
    TooSlow: "too_slow",
    TooLarge: "too_large",
    RefusedResource: "resource",
}


def reason_of(error: PressError) -> str:
    """The code of why the press gave up."""
    return REASONS[type(error)]


def sentence(reason: str) -> str:
    """The sentence of a refusal's code. Raises KeyError for a code that nobody worded."""
    return {
        "blocked": _("Nothing was issued: the points below block it."),
        "unchanged": _("Nothing was issued: the draft says what the last version says."),
        "changed": _("Nothing was issued: the draft was changed meanwhile. Look at it again, then issue it."),
        "archived": _("Nothing was issued: the draft is archived. Restore it first."),
        "signed": _("Nothing was issued: the engagement is signed, and changes by amendment only."),
        "resource": _("Nothing was issued: a text asks for a file, and a document loads none."),
        "too_slow": _("The document took longer to print than a document may. Shorten its longest texts."),
        "too_large": _("The document is too large to print. Shorten its longest texts."),
        "not_stored": _(
            "The document could not be stored, because the disk is full or may not be written."
            " Nothing was issued."
        ),
    }[reason]
