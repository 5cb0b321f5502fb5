"""Where a page goes back to: to whoever sent here, if that is one of our own pages."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The address in `?next=`, if it is a path of this very application; else the other one."""
    asked = request.GET.get("next", "")
    if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return otherwise
