"""The review: what the rules say, the very PDF, what was issued so far."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scoping.kit.frames import shows_frames
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from .groups import groups_of, issuing


@require_safe
@draft_view(StepName.REVIEW)
@shows_frames
def review(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Everything that there is to see before the draft is issued."""
    versions = [
        one for one in draft.engagement.versions.select_related("document") if one.state != one.State.RESERVED
    ]
    groups = groups_of(draft)
    context = {
        "draft": draft,
        "groups": groups,
        "versions": versions,
        "issuing": issuing(draft.engagement, groups, versions[0].number if versions else 0),
    }
    return render(request, "drafting/review/page.html", context)
