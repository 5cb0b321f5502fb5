"""A word of the glossary as forms and templates use it, in the reader's language."""

from typing import Any

from django.utils.functional import lazy

from scoping.domain.glossary import GLOSSARY

from .forms import screen_language


def says(term: str) -> str:
    """What the word means, in the language of the screens. Raises KeyError where nobody explained it."""
    return GLOSSARY[term].says(screen_language())


def explained(term: str) -> Any:
    """A form's help text: what the word means, said when the form is shown. Raises KeyError at once."""
    GLOSSARY[term]
    return lazy(says, str)(term)
