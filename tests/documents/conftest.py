"""An engagement that may be issued."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scoping.domain import scopefile
from scoping.domain.scope import Scope
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.record.write import SYSTEM
from scoping.studios.models import Studio
from scoping.studios.tenancy import studio_scope
from tests import factories

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
SAMPLE = Path(__file__).parent.parent / "samples" / "marketing-only.json"


@pytest.fixture
def studio(db: None) -> Iterator[Studio]:
    """A studio whose tax profile is known, with its scope open."""
    made = factories.studio(name="Studio Faro", regime="ordinary", income="self_employment")
    with studio_scope(made):
        yield made


@pytest.fixture
def engagement(studio: Studio) -> Engagement:
    """A draft with everything that issuing asks for, and no more: it is printed in half the sample's time."""
    described = brief(scopefile.read(SAMPLE.read_bytes()).scope)
    return import_scope(studio=studio, described=described, actor=SYSTEM, at=AT).engagement


def brief(described: Scope) -> Scope:
    """The same with one duty of each lane and party, which depends on nothing, and the first clauses."""
    first = {(duty.lane, duty.responsible): duty for duty in reversed(described.duties)}.values()
    duties = [replace(duty, needs=(), depends_on=()) for duty in described.duties if duty in first]
    return replace(described, duties=tuple(duties), clauses=described.clauses[:4])


def retitled(engagement: Engagement, title: str) -> Engagement:
    """The draft with another title."""
    Engagement.objects.numbered(engagement.number).update(title=title)
    return engagement
