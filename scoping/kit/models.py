"""Small words for models and their fields."""

import uuid
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django.db import models

Word = TypeVar("Word", bound=StrEnum)


def choices_of(labels: Mapping[Word, Any]) -> list[tuple[str, Any]]:
    """A field's choices: each word of the enum as it is stored, with the words that people read."""
    return [(str(word.value), label) for word, label in labels.items()]


def width_of(words: type[StrEnum]) -> int:
    """The `max_length` of a field that stores one of these words, with room for words that come later."""
    return max(20, *(len(word.value) for word in words))


def public_id() -> Any:
    """A field for what addresses and forms call a row by: random, so that it tells nothing."""
    return models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
