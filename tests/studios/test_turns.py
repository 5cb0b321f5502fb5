"""Sent twice in the same moment: one row comes of it, and nobody is answered with a failure."""

import threading
import uuid
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client as Browser

from scoping.catalogue.models import CatalogueDuty
from scoping.clients.models import Client
from scoping.drafting.start.ways import FOLLOWING
from scoping.engagements.models import Engagement
from scoping.judgement.models import Yardsticks
from scoping.professionals.experience import RoleExperience
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.documents.conftest import SAMPLE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

TIMES = 3


@pytest.fixture
def owner() -> Membership:
    return factories.membership()


def at_once(owner: Membership, send: Callable[[Browser], int]) -> Counter[int]:
    """The statuses of the same request, sent so many times in one moment."""
    browsers = [factories.browser(owner) for _time in range(TIMES)]
    gate, found = threading.Barrier(TIMES), Counter[int]()

    def run(browser: Browser) -> None:
        browser.raise_request_exception = False
        try:
            gate.wait()
            found[send(browser)] += 1
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _post(path: str, sent: dict[str, str], browser: Browser) -> int:
    return browser.post(path, sent).status_code


def test_a_client_of_one_name_is_made_once(owner: Membership) -> None:
    sent = {"name": "Caseificio", "country": "IT", "language": "it"}
    found = at_once(owner, lambda browser: browser.post("/clients/new/", sent).status_code)
    assert found == {302: 1, 422: TIMES - 1}
    with studio_scope(owner.studio):
        assert Client.objects.count() == 1


def test_measures_and_experience_are_written_once(owner: Membership) -> None:
    with studio_scope(owner.studio):
        elena = factories.professional(owner.studio)
    measures = {"loss_limit": "10", "discount": "10", "assessment_months": "12", "assessment_mean": "2"}
    address = f"/professionals/{elena.uid}/experience/marketing/"
    for path, sent in (("/studio/measures/", measures), (address, {"band": "junior"})):
        assert at_once(owner, partial(_post, path, sent)) == {302: TIMES}, path
    with studio_scope(owner.studio):
        assert (Yardsticks.objects.count(), RoleExperience.objects.count()) == (1, 1)


def test_the_catalogue_is_loaded_once(owner: Membership) -> None:
    found = at_once(owner, lambda browser: browser.post("/engagements/new/catalogue/").status_code)
    assert found == {302: TIMES}
    with studio_scope(owner.studio):
        codes = list(CatalogueDuty.objects.values_list("code", flat=True))
    assert codes
    assert len(codes) == len(set(codes))


def test_a_scope_file_founds_one_engagement(owner: Membership) -> None:
    content, once = SAMPLE.read_bytes(), str(uuid.uuid4())

    def send(browser: Browser) -> int:
        file = SimpleUploadedFile("scope.json", content)
        sent = {"file": file, "known": FOLLOWING, "once": once}
        return browser.post("/engagements/new/file/", sent).status_code

    assert at_once(owner, send) == {302: TIMES}
    with studio_scope(owner.studio):
        assert Engagement.objects.count() == 1
