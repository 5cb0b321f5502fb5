import pytest

from scoping.domain.chain import Anchor, ChainFault, ChainFaultKind, first_fault, genesis_hash, line_hash

FIRST = genesis_hash(studio="a-studio", engagement="an-engagement")
Line = dict[str, object]


def chain(length: int) -> list[Line]:
    """A whole chain of so many lines."""
    lines: list[Line] = []
    previous = FIRST
    for seq in range(1, length + 1):
        line: Line = {"v": 1, "seq": seq, "prev": previous, "kind": "changed", "data": {"n": seq}}
        previous = line_hash(line)
        lines.append({**line, "hash": previous})
    return lines


def rehashed(line: Line, **changed: object) -> Line:
    line = {**line, **changed}
    return {**line, "hash": line_hash(line)}


def test_a_whole_chain_has_no_fault() -> None:
    assert first_fault(chain(5), first=FIRST) is None
    assert first_fault([], first=FIRST) is None


def test_each_engagement_of_each_studio_begins_elsewhere() -> None:
    others = {
        genesis_hash(studio="a-studio", engagement="another"),
        genesis_hash(studio="another", engagement="an-engagement"),
    }
    assert len(others | {FIRST}) == 3
    assert first_fault(chain(2), first=others.pop()) == ChainFault(kind=ChainFaultKind.PREVIOUS, seq=1)


def test_a_line_s_own_hash_is_not_part_of_what_is_hashed() -> None:
    line = chain(1)[0]
    assert line_hash(line) == line["hash"]


@pytest.mark.parametrize("place", range(4))
def test_an_edited_line_is_found(place: int) -> None:
    lines = chain(4)
    lines[place] = {**lines[place], "kind": "signed"}
    assert first_fault(lines, first=FIRST) == ChainFault(kind=ChainFaultKind.CONTENT, seq=place + 1)


def test_an_edited_line_with_its_hash_made_anew_is_found_at_the_next() -> None:
    lines = chain(4)
    lines[1] = rehashed(lines[1], kind="signed")
    assert first_fault(lines, first=FIRST) == ChainFault(kind=ChainFaultKind.PREVIOUS, seq=3)


def test_a_missing_a_doubled_and_a_moved_line_are_found() -> None:
    lines = chain(4)
    for broken in (
        [lines[0], *lines[2:]],
        [*lines[:2], *lines[1:]],
        [lines[0], lines[2], lines[1], lines[3]],
    ):
        fault = first_fault(broken, first=FIRST)
        assert fault is not None
        assert fault.kind == ChainFaultKind.SEQUENCE


@pytest.mark.parametrize("broken", [{"data": 1.5}, {"hash": None}, {"seq": True}, {"prev": None}])
def test_a_line_that_is_no_line_is_a_fault_and_no_error(broken: Line) -> None:
    assert first_fault([{**chain(1)[0], **broken}], first=FIRST) is not None


def test_a_cut_tail_and_a_chain_made_anew_are_found_by_an_anchor_only() -> None:
    lines = chain(4)
    anchor = Anchor(seq=4, hash=str(lines[3]["hash"]))
    assert first_fault(lines, first=FIRST, anchor=anchor) is None
    assert first_fault(lines[:3], first=FIRST) is None
    assert first_fault(lines[:3], first=FIRST, anchor=anchor) == ChainFault(kind=ChainFaultKind.ANCHOR, seq=4)
    anew: list[Line] = []
    previous: object = FIRST
    for line in lines:
        anew.append(rehashed(line, prev=previous, kind="declined"))
        previous = anew[-1]["hash"]
    assert first_fault(anew, first=FIRST) is None
    assert first_fault(anew, first=FIRST, anchor=anchor) == ChainFault(kind=ChainFaultKind.ANCHOR, seq=4)
