"""What the parts of a scope file say of each other: unique keys, persons and objectives that exist, times.

Duties may need a guideline or depend on a duty that the engagement does not hold: that is a gap in the work,
which a finding tells, not a fault of the file.
"""

from collections.abc import Iterator
from typing import Any

from ..logo import LARGEST, SIDES, Logo, is_small_picture
from .faults import FileFault, FileFaultCode
from .parsing import LONGEST_LIST, shown

Raw = dict[str, Any]
Placed = tuple[str, Any]  # a value and its path

_KEYED = ("persons", "guidelines", "autonomy", "duties", "objectives", "fees", "clauses")
_PERSON_MEMBERS = (
    ("functions", "person"),
    ("roles", "lead"),
    ("guidelines", "person"),
    ("autonomy", "person"),
    ("duties", "person"),
)
_PARTIES = {"studio": ("dello studio", "studio"), "client": ("del cliente", "client")}
_NEEDED = {"date": "date", "month_day": "day", "weekdays": "weekdays"}


def logo_faults(logo: Any) -> Iterator[FileFault]:
    """What is wrong with the picture itself, once its texts are in order."""
    if not isinstance(logo, Logo):
        return
    content = logo.content
    if not is_small_picture(content):
        facts = {"wide": SIDES[0], "high": SIDES[1], "maximum": LARGEST}
        yield FileFault("$.logo.png", FileFaultCode.NO_SMALL_PICTURE, facts)
    elif logo != Logo.of(content):
        yield FileFault("$.logo.sha256", FileFaultCode.OTHER_HASH)


def link_faults(scope: Any, issue: Any) -> Iterator[FileFault]:
    """Every fault between the parts of a file, from its plain values."""
    if isinstance(scope, dict):
        yield from _unique(scope)
        yield from _persons(scope)
        yield from _objectives(scope)
        yield from _fee_months(scope)
        yield from _times(scope)
        yield from _own_dependencies(scope)
    if isinstance(issue, dict):
        yield from _repeated(_members(issue, "conditions", "condition", "$.issue"))


def _items(owner: Raw, name: str, path: str = "$.scope") -> list[tuple[str, Raw]]:
    """The objects of one list, each with its path; what is no object was refused already."""
    placed = _list(owner.get(name), f"{path}.{name}")
    return [(at, item) for at, item in placed if isinstance(item, dict)]


def _list(value: Any, path: str) -> list[Placed]:
    """The values of a list, each with its path; none where it is no list, or one that was refused whole."""
    if not isinstance(value, list) or len(value) > LONGEST_LIST:
        return []
    return [(f"{path}[{place}]", item) for place, item in enumerate(value)]


def _refused_whole(owner: Raw, name: str) -> bool:
    """Whether a list is so long that nothing in it was read: whatever names an item of it may be right."""
    value = owner.get(name)
    return isinstance(value, list) and len(value) > LONGEST_LIST


def _members(owner: Raw, name: str, member: str, path: str = "$.scope") -> list[Placed]:
    """One member of each object of a list."""
    return [(f"{at}.{member}", item.get(member)) for at, item in _items(owner, name, path)]


def _repeated(values: list[Placed]) -> Iterator[FileFault]:
    """Texts that were there before."""
    first: dict[str, str] = {}
    for path, value in values:
        if isinstance(value, str) and value in first:
            yield FileFault(path, FileFaultCode.REPEATED, {"found": shown(value), "first": first[value]})
        elif isinstance(value, str):
            first[value] = path


def _unique(scope: Raw) -> Iterator[FileFault]:
    for name in _KEYED:
        yield from _repeated(_members(scope, name, "key"))
    yield from _repeated(_members(scope, "roles", "lane"))
    functions = [
        (path, f"{item['person']} {item['kind']}")
        for path, item in _items(scope, "functions")
        if isinstance(item.get("person"), str) and isinstance(item.get("kind"), str)
    ]
    yield from _repeated(functions)
    for path, parameters in _members(scope, "clauses", "parameters"):
        pairs = [(f"{at}[0]", pair[0]) for at, pair in _list(parameters, path) if _is_pair(pair)]
        yield from _repeated(pairs)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2


def _persons(scope: Raw) -> Iterator[FileFault]:
    """Persons that are named and not there, or there and of the wrong party."""
    if _refused_whole(scope, "persons"):
        return
    persons = [item for _, item in _items(scope, "persons")]
    parties = {item["key"]: item.get("party") for item in persons if isinstance(item.get("key"), str)}
    named = [placed for name, member in _PERSON_MEMBERS for placed in _members(scope, name, member)]
    for path, others in _members(scope, "roles", "others"):
        named += _list(others, path)
    signing = ("$.scope.signed_for_studio", scope.get("signed_for_studio"))
    for path, key in (*named, signing):
        if isinstance(key, str) and key not in parties:
            yield FileFault(path, FileFaultCode.NO_PERSON, {"found": shown(key)})
    bound = [(*placed, "client") for placed in _members(scope, "functions", "person")]
    for path, key, party in (*bound, (*signing, "studio")):
        if isinstance(key, str) and isinstance(parties.get(key), str) and parties[key] != party:
            italian, english = _PARTIES[party]
            facts = {"found": shown(key), "party_it": italian, "party_en": english}
            yield FileFault(path, FileFaultCode.WRONG_PARTY, facts)


def _objectives(scope: Raw) -> Iterator[FileFault]:
    """A social objective serves marketing ones that are there."""
    if _refused_whole(scope, "objectives"):
        return
    objectives = _items(scope, "objectives")
    lanes = {item["key"]: item.get("lane") for _, item in objectives if isinstance(item.get("key"), str)}
    for path, item in objectives:
        for at, key in _list(item.get("serves"), f"{path}.serves"):
            if isinstance(key, str) and key not in lanes:
                yield FileFault(at, FileFaultCode.NO_OBJECTIVE, {"found": shown(key)})
            elif isinstance(key, str) and (item.get("lane"), lanes[key]) != ("social", "marketing"):
                yield FileFault(at, FileFaultCode.WRONG_LANE)


def _fee_months(scope: Raw) -> Iterator[FileFault]:
    for path, fee in _items(scope, "fees"):
        first, last = fee.get("first_month", 1), fee.get("last_month")
        if isinstance(first, int) and isinstance(last, int) and last < first:
            facts = {"start": first, "end": last}
            yield FileFault(f"{path}.last_month", FileFaultCode.ENDS_BEFORE_START, facts)


def _times(scope: Raw) -> Iterator[FileFault]:
    """A date without its date, hours that end before they begin."""
    whens = [*_members(scope, "guidelines", "when"), *_members(scope, "duties", "when")]
    for path, when in whens:
        needed = _NEEDED.get(str(when.get("kind"))) if isinstance(when, dict) else None
        if needed and when.get(needed) in (None, []):
            yield FileFault(f"{path}.{needed}", FileFaultCode.MISSING_MEMBER)
    for path, hours in (*whens, *_members(scope, "duties", "answering")):
        opens, closes = (hours.get("opens"), hours.get("closes")) if isinstance(hours, dict) else ("", "")
        if isinstance(opens, str) and isinstance(closes, str) and opens and closes and closes <= opens:
            facts = {"start": opens, "end": closes}
            yield FileFault(f"{path}.closes", FileFaultCode.ENDS_BEFORE_START, facts)


def _own_dependencies(scope: Raw) -> Iterator[FileFault]:
    for path, duty in _items(scope, "duties"):
        for at, key in _list(duty.get("depends_on"), f"{path}.depends_on"):
            if isinstance(key, str) and key == duty.get("key"):
                yield FileFault(at, FileFaultCode.DEPENDS_ON_ITSELF)
