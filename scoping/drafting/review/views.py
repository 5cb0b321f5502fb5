"""The review: what the rules say, the very pages, what was issued so far."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from .showing import review_page


@require_safe
@draft_view(StepName.REVIEW)
def review(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Everything that there is to see before the draft is issued."""
    return review_page(request, draft)
