"""The two exceptions to "nothing is framed": a page that shows one of our PDFs, and the PDF that it shows."""

from collections.abc import Callable

from csp.constants import NONE, SELF
from csp.decorators import csp_replace, csp_update
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_sameorigin

View = Callable[..., HttpResponseBase]


def shows_frames(view: View) -> View:
    """For a page that has one of our own answers in a frame."""
    return csp_update({"frame-src": [SELF]})(view)


def may_be_framed(view: View) -> View:
    """For a PDF's answer: only our own pages may frame it, and it may load nothing."""
    policy = {"default-src": [NONE], "frame-ancestors": [SELF]}
    return csp_replace(policy)(xframe_options_sameorigin(view))
