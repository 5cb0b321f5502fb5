"""The glossary as a page."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from scoping.domain.glossary import GLOSSARY, GROUPS
from scoping.kit.forms import screen_language

TITLES = {
    "people": _("Who and for whom"),
    "work": _("The work"),
    "document": _("The document"),
    "studio": _("Studio and tax"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Words that belong together: each with what it means."""

    name: str
    title: Any
    words: tuple[tuple[str, str], ...]


def groups() -> tuple[Group, ...]:
    """The whole glossary in the reader's language."""
    language = screen_language()
    return tuple(
        Group(
            name,
            TITLES[name],
            tuple((GLOSSARY[term].word(language), GLOSSARY[term].says(language)) for term in terms),
        )
        for name, terms in GROUPS
    )
