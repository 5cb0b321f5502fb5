"""The exception to "nothing is framed": a PDF of ours, which our own pages may show."""

from collections.abc import Callable

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_sameorigin

View = Callable[..., HttpResponseBase]


def may_be_framed(view: View) -> View:
    """For a PDF's answer: only our own pages may frame it, and it may load nothing."""
    policy = {"default-src": [NONE], "frame-ancestors": [SELF]}
    return csp_replace(policy)(xframe_options_sameorigin(view))
