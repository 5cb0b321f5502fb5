"""What is kept of the economics is kept whole: where the disk takes no more, nothing of the form is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import OperationalError
from django.db.models.signals import pre_save

from scoping.domain.economics import questions
from scoping.judgement.models import DutyEstimate, FrictionAnswer
from scoping.studios.tenancy import studio_scope
from tests.drafting.desk import open_desk

pytestmark = pytest.mark.django_db

ESTIMATES = {f"{duty}-{point}": "2" for duty in ("plan", "posts") for point in ("low", "likely", "high")}
ANSWERS = {one.code: one.answers[0].code for one in questions()}


@contextmanager
def room_for_one(table: Any) -> Iterator[None]:
    """The disk is full once one row of the table was written."""
    seen: list[object] = []

    def look(sender: Any, instance: object, **_more: object) -> None:
        if sender is table:
            seen.append(instance)
            if len(seen) > 1:
                raise OperationalError("database or disk is full")

    pre_save.connect(look)
    try:
        yield
    finally:
        pre_save.disconnect(look)


@pytest.mark.parametrize(
    ("view", "sent", "table"),
    [("economics_estimates", ESTIMATES, DutyEstimate), ("economics_friction", ANSWERS, FrictionAnswer)],
)
def test_half_a_form_is_never_kept(view: str, sent: dict[str, str], table: Any) -> None:
    desk = open_desk()
    desk.browser.raise_request_exception = False
    with room_for_one(table):
        assert desk.post(view, sent).status_code == 503
    with studio_scope(desk.engagement.studio):
        assert not table.objects.exists()
