"""The way back to the review, on the page where a finding is mended and on the one that follows it.

A finding's link carries the engagement's number. The page that it leads to shows the way back; so does the
page that opens when something was saved there, since the browser says where it comes from.
"""

from urllib.parse import parse_qs, urlsplit, urlunsplit

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

NAME = "review"


def marked(address: str, number: str) -> str:
    """A finding's address with the mark that leads back."""
    parts = urlsplit(address)
    query = f"{parts.query}&{NAME}={number}" if parts.query else f"{NAME}={number}"
    return urlunsplit(parts._replace(query=query))


def way_back(request: HttpRequest) -> dict[str, object]:
    """For every template: `way_back`, the number and the address of the review that was left; else nothing.

    Any number may be typed into an address: it leads nowhere but to the review of that number, which a
    stranger does not find.
    """
    number = request.GET.get(NAME) or _before(request)
    if not number:
        return {}
    try:
        address = reverse("drafting:review", args=[number])
    except NoReverseMatch:
        return {}
    return {} if request.path == address else {"way_back": {"number": number, "address": address}}


def _before(request: HttpRequest) -> str:
    """The number that the page before this one was opened with."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # anything may stand in a header
        return ""
    if not parts.query or parts.netloc != request.get_host():
        return ""
    return parse_qs(parts.query).get(NAME, [""])[0]
