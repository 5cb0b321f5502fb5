"""A probability as somebody says it who never studied statistics: so many cases of a hundred."""

import math

from ..wording import either
from ..words import Language


def cases_of_hundred(probability: float) -> int:
    """The probability in cases of a hundred, rounded half up. Neither 0 nor 100 where it is not quite
    that."""
    if probability in (0.0, 1.0):
        return int(probability * 100)
    return min(max(math.floor(probability * 100 + 0.5), 1), 99)


def loss_in_words(probability: float, language: Language) -> str:
    """ "in 18 casi su 100 lavori in perdita", "in 18 of 100 cases you lose money"."""
    if probability <= 0:
        return either(language, "in nessun caso lavori in perdita", "in no case do you lose money")
    if probability >= 1:
        return either(language, "in tutti i casi lavori in perdita", "in every case you lose money")
    if probability < 0.01:
        return either(
            language,
            "in meno di 1 caso su 100 lavori in perdita",
            "in fewer than 1 of 100 cases you lose money",
        )
    if probability > 0.99:
        return either(
            language,
            "in più di 99 casi su 100 lavori in perdita",
            "in more than 99 of 100 cases you lose money",
        )
    cases = cases_of_hundred(probability)
    if cases == 1:
        return either(language, "in 1 caso su 100 lavori in perdita", "in 1 of 100 cases you lose money")
    return either(
        language, f"in {cases} casi su 100 lavori in perdita", f"in {cases} of 100 cases you lose money"
    )
