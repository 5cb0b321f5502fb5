"""The review as it is shown: the whole page, or to htmx what an answer or another window changed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from scoping.domain.canonical import canonical_hash
from scoping.domain.snapshot import plain
from scoping.judgement.answers import facts_hash, subject_of
from scoping.judgement.models import LONGEST_REASON
from scoping.kit.partials import parts_alone, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft
from ..guard import state_of
from ..live import WITHOUT_PANEL, live
from .groups import answered_in, groups_of, issued_versions, issuing, says_the_same

PAGE = "drafting/review/page.html"
PARTS = ["drafting/review/_findings.html", "drafting/review/_issuing.html"]
PREVIEW = "drafting/review/_preview.html"
UNANSWERED = state_of(("",))
SIGNS = 16  # of each hash in a state: enough to tell two apart


def review_page(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The review. Whoever comes back to it names the state (`since`) that the page was made of, and is
    answered only where the draft says something else now: with nothing, or with what has changed."""
    context = review_context(draft)
    since = request.GET.get("since", "")
    if not wants_part(request):
        return render(request, PAGE, context)
    if since == context["state"]:
        return HttpResponse(status=204)
    printed_anew = since.partition(".")[0] != context["state"].partition(".")[0]
    said = _("The draft changed in the meantime: the review shows it as it is now.")
    return review_parts(request, draft, said, preview=printed_anew)


def review_parts(
    request: StudioRequest, draft: Draft, said: str, *, focus: str = "", preview: bool = False
) -> HttpResponse:
    """To htmx: findings, the action, and what lives beside them, with the word for who listens. `focus` is
    the finding on which one goes on; `preview`: the pages are other ones."""
    context = {**review_context(draft), **live(draft, said), "focus": focus}
    parts = [*PARTS, *([PREVIEW] if preview else []), *WITHOUT_PANEL]
    return parts_alone(request, parts, context)


def review_context(draft: Draft) -> dict[str, Any]:
    """Everything that there is to see before the draft is issued."""
    versions = issued_versions(draft.engagement)
    groups = groups_of(draft)
    latest = versions[0] if versions else None
    return {
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
        "state": _state(draft, versions),
        "unanswered": UNANSWERED,
        "longest": LONGEST_REASON,
    }


def _state(draft: Draft, versions: list[Any]) -> str:
    """What the review is made of, in a few signs: of the document, a dot, of all the rest."""
    judgement = draft.judgement
    said = [[*subject_of(one), facts_hash(one)] for one in judgement.findings]
    answered = [[*subject_of(one.finding), one.answer.because] for one in judgement.answered]
    issued = [[version.number, version.state] for version in versions]
    rest = canonical_hash([said, answered, issued, draft.engagement.state, draft.engagement.is_archived])
    return f"{canonical_hash(plain(draft.described))[:SIGNS]}.{rest[:SIGNS]}"
