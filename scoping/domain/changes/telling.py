"""How differences are told: in one language, rows by their keys, one or several at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from ..wording import either, listed
from ..words import Language


class Row(Protocol):
    """What has a key and a name: a duty, an objective, a clause."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase for one row and one for several, in both languages; `{names}` stands for them."""

    italian: tuple[str, str]
    english: tuple[str, str]
    masculine: bool = False

    def of(self, names: Iterable[str], language: Language) -> Iterator[str]:
        """The phrase of these names, in their order; nothing of none."""
        told = tuple(names)
        if told:
            phrase = either(language, self.italian[len(told) > 1], self.english[len(told) > 1])
            yield phrase.format(names=listed(told, language, masculine=self.masculine))


def gone_and_new(before: Iterable[Row], after: Iterable[Row]) -> tuple[list[Any], list[Any]]:
    """The rows that are no longer there, and those that were not there before, by key."""
    old, new = list(before), list(after)
    old_keys, new_keys = {row.key for row in old}, {row.key for row in new}
    return [row for row in old if row.key not in new_keys], [row for row in new if row.key not in old_keys]


def kept(before: Iterable[Row], after: Iterable[Row]) -> list[tuple[Any, Any]]:
    """The rows that both have, each as it was and as it is, in the new order."""
    old = {row.key: row for row in before}
    return [(old[row.key], row) for row in after if row.key in old]


def order_differs(before: Iterable[Row], after: Iterable[Row]) -> bool:
    """Whether the rows that both have stand in another order."""
    old, new = [row.key for row in before], [row.key for row in after]
    return [key for key in old if key in set(new)] != [key for key in new if key in set(old)]
