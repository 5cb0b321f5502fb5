"""Undo: this session's newest change of a draft is taken back."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from scoping.kit.partials import go
from scoping.kit.ways import way_back
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from .taking import take_back_posted


@require_POST
@draft_view(StepName.DUTIES)
def undo(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Takes back the change that the page named, and leads back to the page."""
    told, tell = take_back_posted(request, draft)
    tell(request, told)
    return go(request, way_back(request, draft.here.url))
