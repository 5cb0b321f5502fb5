"""Finding rows by words as people type them: accents and capitals make no difference."""

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """A text as it is searched: without accents and capitals ("Perché" is found by "perche")."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def hold(texts: Iterable[str], words: str) -> bool:
    """Whether some texts together hold each of the words; with no word, always."""
    text = folded(" ".join(texts))
    return all(word in text for word in folded(words).split())
