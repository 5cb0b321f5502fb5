"""Many save one draft in the same moment: each of them is saved, however often others were quicker."""

import threading
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from scoping.drafting.draft import Draft, draft_view
from scoping.drafting.steps import StepName
from scoping.engagements import life
from scoping.studios.access import StudioRequest
from scoping.studios.tenancy import studio_scope
from tests.drafting.desk import open_desk

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

A_MOMENT = 0.5  # seconds: who is held up longer than that waits for this very request


def test_who_was_overtaken_again_and_again_is_saved_at_last() -> None:
    desk = open_desk()
    studio = desk.engagement.studio
    others: list[threading.Thread] = []

    def touched() -> None:
        with studio_scope(studio):
            life.touch(desk.engagement, timezone.now())
        connection.close()

    @draft_view(StepName.DUTIES)
    def view(_request: StudioRequest, draft: Draft) -> HttpResponse:
        assert draft.described
        others.append(threading.Thread(target=touched))
        others[-1].start()
        others[-1].join(A_MOMENT)
        with draft.saving():
            return HttpResponse("saved")

    request: Any = RequestFactory().post("/")
    request.membership = studio.memberships.get()
    request.user, request.session = request.membership.user, desk.browser.session
    with studio_scope(studio):
        answer: Any = view(request, number=desk.number)
    assert answer.content == b"saved"
    for other in others:
        other.join()
