"""A database that takes nothing any more: a plain word, nothing lost, nothing half written."""

import errno
from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from scoping.clients.models import Client as Company
from scoping.kit.trouble import cannot_write, failed
from scoping.studios.tenancy import studio_scope
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def read_only() -> Iterator[None]:
    """SQLite as it answers where its file may not be written."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = OFF")


def test_what_could_not_be_saved_is_said_and_kept_for_another_try(
    client: Client, request: pytest.FixtureRequest
) -> None:
    member = factories.membership()
    client.force_login(member.user)
    client.raise_request_exception = False
    request.getfixturevalue("read_only")
    answer = client.post("/clients/new/", {"name": "Officina «Lario»", "country": "IT", "language": "it"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert '<input type="hidden" name="name" value="Officina «Lario»">' in page
    with studio_scope(member.studio):
        assert not Company.objects.exists()


def test_a_password_is_never_sent_back(rf: RequestFactory) -> None:
    request = rf.post("/account/login/", {"login": "anna@example.org", "password": factories.PASSWORD})
    try:
        raise OperationalError("attempt to write a readonly database")
    except OperationalError:
        answer = failed(request)
    assert answer.status_code == 503
    assert factories.PASSWORD not in answer.content.decode()


def test_any_other_failure_is_a_failure_of_ours(rf: RequestFactory) -> None:
    try:
        raise ValueError("a bug")
    except ValueError:
        answer = failed(rf.get("/"))
    assert answer.status_code == 500


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EROFS, "Read-only file system"), True),
        (OSError(errno.ECONNRESET, "Connection reset"), False),
        (OperationalError("database or disk is full"), True),
        (OperationalError("no such table: x"), False),
        (ValueError("disk is full"), False),
        (None, False),
    ],
)
def test_only_a_disk_that_takes_nothing_is_called_so(error: BaseException | None, expected: bool) -> None:
    assert cannot_write(error) is expected
