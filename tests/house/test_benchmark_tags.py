"""The benchmark compares what two documents' tags tell, and sees where they tell something else."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from tests.benchmarks.checks import Check, read_alike
from tests.benchmarks.tagged import Told, told
from tests.press.samples import SAMPLES, sample

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def plain() -> Told:
    """What a sample's tags tell."""
    return told(sample(SAMPLES[1]).pdf)


def compared(plain: Told, change: Change, kind: str) -> Check:
    """How that sample reads beside itself after a change to its fourth element of a kind, or to its last."""
    with pikepdf.open(io.BytesIO(sample(SAMPLES[1]).rendered.pdf)) as other:
        elements = [one for one in other.objects if isinstance(one, pikepdf.Dictionary)]
        change([one for one in elements if one.get("/S") == kind][:4][-1])
        return read_alike(told(other), plain)


def becomes(kind: str) -> Change:
    """Calls an element otherwise."""

    def change(element: Any) -> None:
        element.S = pikepdf.Name(kind)

    return change


def turns_round(element: Any) -> None:
    """Has what is in an element read from its end."""
    element.K = pikepdf.Array(reversed(list(element.K)))


def falls_silent(element: Any) -> None:
    """Takes out what is in an element."""
    element.K = pikepdf.Array()


def shows_something_else(element: Any) -> None:
    """Gives a picture another text."""
    element.Alt = pikepdf.String("?")


def spans_more(element: Any) -> None:
    """Has a cell stand under one more head."""
    element.A.ColSpan = 2


def test_a_document_reads_as_itself(plain: Told) -> None:
    found = compared(plain, lambda element: None, "/TD")
    assert found.good
    assert int(found.found.split()[0]) > 200


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (becomes("/TD"), "/TH"),
        (becomes("/P"), "/H2"),
        (becomes("/Span"), "/TD"),
        (turns_round, "/TR"),
        (falls_silent, "/TD"),
        (spans_more, "/TD"),
        (shows_something_else, "/Figure"),
    ],
)
def test_it_does_not_once_a_tag_tells_something_else(plain: Told, change: Change, kind: str) -> None:
    found = compared(plain, change, kind)
    assert not found.good
    assert found.found.startswith("('/Document")
