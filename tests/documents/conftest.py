"""An engagement that may be issued."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoping.domain import scopefile
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
    """A draft with everything that issuing asks for."""
    described = scopefile.read(SAMPLE.read_bytes()).scope
    return import_scope(studio=studio, described=described, actor=SYSTEM, at=AT).engagement


def retitled(engagement: Engagement, title: str) -> Engagement:
    """The draft with another title."""
    Engagement.objects.numbered(engagement.number).update(title=title)
    return engagement
