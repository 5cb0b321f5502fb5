"""The review: what the rules say, the very pages, what was issued so far."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from .groups import answered_in, groups_of, issued_versions, issuing, says_the_same


@require_safe
@draft_view(StepName.REVIEW)
def review(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Everything that there is to see before the draft is issued."""
    versions = issued_versions(draft.engagement)
    groups = groups_of(draft)
    latest = versions[0] if versions else None
    context = {
        "draft": draft,
        "groups": groups,
        "answered": answered_in(draft),
        "versions": versions,
        "issuing": issuing(
            draft.engagement,
            groups,
            issued=latest.number if latest else 0,
            unchanged=latest is not None and says_the_same(draft.described, bytes(latest.snapshot)),
        ),
    }
    return render(request, "drafting/review/page.html", context)
