"""How text is set: apostrophes, spaces that do not break, lists, ranges of rows."""

import re
from collections.abc import Iterable, Sequence

NO_BREAK = "\u00a0"
JOINER = "\u2060"  # no break here, and nothing to see
APOSTROPHE = "\u2019"
TALL = 1200  # characters: about half a page in the narrowest column

_BEFORE_UNIT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d+)?) (?=[a-zà-ù€%])")
_BEFORE_SIGN = re.compile(r"(?<=\d) (?=[€%$£])")
_AFTER_SHORT = re.compile(
    r"\b([Aa]rtt?\.|n\.|d\.lgs\.|pag\.|P\.|IVA|ore|dalle|alle|[Aa]rticles?|page|row) (?=\d|IVA)"
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def typeset(text: str) -> str:
    """The text as it is printed: one space between words, a curly apostrophe, and no break before a unit."""
    text = _SPACES.sub(" ", text).strip().replace("'", APOSTROPHE)
    text = _BEFORE_UNIT.sub(rf"\1{NO_BREAK}", text)
    text = _BEFORE_SIGN.sub(NO_BREAK, text)
    return _AFTER_SHORT.sub(rf"\1{NO_BREAK}", text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a longer text, each typeset; an empty line parts two of them."""
    return tuple(typeset(part) for part in re.split(r"\n\s*\n", text) if part.strip())


def unbroken(text: str) -> str:
    """A short text that may not break between its words."""
    return text.replace(" ", NO_BREAK)


def sentence(text: str) -> str:
    """The text with a stop at its end, where it has none."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row: "a, b e c"; `last` is the language's word before the last one."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def ranges(numbers: Iterable[int]) -> list[str]:
    """Numbers as ranges: 17, 18, 19, 22 gives "17–19" and "22"; two neighbours stay two."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    found: list[str] = []
    for run in runs:
        found += [f"{run[0]}–{JOINER}{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return found


def decapitalised(text: str) -> str:
    """A name inside a sentence: its first letter small, unless the word is an abbreviation or a proper
    mix."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:] == first[1:].lower() else text


def is_tall(*texts: str) -> bool:
    """Whether a row with these texts may break over pages, because it could be higher than one."""
    return sum(len(text) for text in texts) > TALL


def shortened(text: str, length: int) -> str:
    """The text cut at a word where it is longer than so many characters, with an ellipsis."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
