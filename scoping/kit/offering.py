"""A file that somebody uploaded, as it goes out again: to be saved, never to be shown as a page of ours."""

from collections.abc import Callable

from csp.constants import NONE
from csp.decorators import csp
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

View = Callable[..., HttpResponseBase]


def only_offered(view: View) -> View:
    """For the answer with such a file: whatever opens it all the same may load, run and frame nothing."""
    policy = {"default-src": [NONE], "frame-ancestors": [NONE], "form-action": [NONE], "sandbox": True}
    return csp(policy)(view)


def offered(content: bytes, media_type: str, name: str) -> HttpResponse:
    """The file under that name. Its type is ours to say, and browsers are told not to guess another
    (SECURE_CONTENT_TYPE_NOSNIFF)."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})
