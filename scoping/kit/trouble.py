"""What is answered when a step failed: in words, and with what was typed kept for another try."""

import errno
import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}
SAID = ("disk is full", "readonly database", "read-only", "No space left", "disk I/O error")
KEPT_TO_THEMSELVES = "/account/"  # passwords are typed there


@requires_csrf_token
def failed(request: HttpRequest) -> HttpResponse:
    """Nothing was saved because the disk is full or may not be written (503); anything else is a 500."""
    if not cannot_write(sys.exc_info()[1]):
        return server_error(request)
    typed = []
    if request.method == "POST" and not request.path.startswith(KEPT_TO_THEMSELVES):
        fields = ((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
        typed = [(name, value) for name, values in fields for value in values]
    context = {"again": request.get_full_path(), "typed": typed, "posted": request.method == "POST"}
    return render(request, "503.html", context, status=503)


def cannot_write(error: BaseException | None) -> bool:
    """Whether the disk, or the database's file, takes nothing any more."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    return isinstance(error, OperationalError) and any(word in str(error) for word in SAID)
