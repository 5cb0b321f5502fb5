"""The document's fixed words, in both languages: each written, none translated."""

from scoping.domain.words import Language

from .english import English
from .italian import Italian

__all__ = ["Words", "words_of"]

Words = Italian | English  # a word that one language lacks is an error that the type checker finds

_WORDS: dict[Language, Words] = {Language.ITALIAN: Italian(), Language.ENGLISH: English()}


def words_of(language: Language) -> Words:
    """The words of a document's language."""
    return _WORDS[language]
