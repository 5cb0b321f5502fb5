"""Canonical JSON (RFC 8785 without floats) and SHA-256: the same facts are always the same bytes and hash."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping

MAX_INTEGER = 2**53 - 1


class NotCanonical(ValueError):
    """A value that has no canonical form: a float, a large integer, a lone surrogate, another type."""


def canonical_json(value: object) -> str:
    """The canonical text of a value made of mappings, lists, texts, integers, booleans and None.

    Texts and keys become NFC; keys are sorted by their UTF-16 units. Decimals and moments are written as
    texts by the caller. Raises NotCanonical.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("a text holds a lone surrogate") from error
    return text


def sha256_hex(content: str | bytes) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def canonical_hash(value: object) -> str:
    """The SHA-256 of a value's canonical JSON in UTF-8, in hexadecimal. Raises NotCanonical."""
    return sha256_hex(canonical_json(value))


def _plain(value: object) -> object:
    """The value with NFC texts and sorted keys, ready for `json.dumps`."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonical(f"the integer {value} is beyond 2^53")
        return value
    if isinstance(value, Mapping):
        return _sorted_members(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise NotCanonical(f"a {type(value).__name__} has no canonical form")


def _sorted_members(value: Mapping[object, object]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical("every key must be a text")
        name = unicodedata.normalize("NFC", key)
        if name in members:
            raise NotCanonical("two keys have the same composed form")
        members[name] = _plain(item)
    return dict(sorted(members.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass")))
