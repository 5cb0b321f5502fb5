"""A finding is answered ("not relevant here, because ..."), and the answer taken back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import retarget

from scoping.domain.findings import Finding
from scoping.domain.words import Severity
from scoping.judgement import answers
from scoping.judgement.models import LONGEST_REASON
from scoping.kit import partials
from scoping.kit.forms import PlainForm
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..guard import Guard
from ..places import observed
from ..steps import StepName
from .showing import review_parts

ANSWERED = "answered"  # the foot of the review, where one goes on behind the last finding


class AnswerForm(PlainForm):
    """Why a finding does not matter in this engagement."""

    because = forms.CharField(
        label=gettext_lazy("It is not relevant here, because"),
        help_text=gettext_lazy(
            "Only the studio reads it. The finding comes back when what it speaks of changes."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_REASON,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.REVIEW)
def answer(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Answer a finding that does not block; one that is no longer said is told so."""
    finding = _said(draft, token)
    if finding is None:
        told = _("That finding is settled meanwhile: there is nothing to answer.")
        return _shown(request, draft, told, messages.info)
    if finding.severity == Severity.BLOCKS:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    guard = _guard(request, draft, finding)
    if form.is_bound and form.is_valid() and not guard.conflict:
        because, focus = form.cleaned_data["because"], _next(draft, token)
        answers.answer(draft.engagement, finding, because, by=request.user, at=timezone.now())
        told = _("The answer is kept. You find it at the foot of the review.")
        return _shown(request, draft, told, messages.success, focus)
    return _answer_page(request, draft, finding, form, guard)


@require_POST
@draft_view(StepName.REVIEW)
def removal(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Take an answer back: the finding speaks again."""
    finding = _said(draft, token)
    if finding is None:
        told = _("That finding is settled meanwhile: there is nothing to answer.")
        return _shown(request, draft, told, messages.info)
    answers.take_back(draft.engagement, finding)
    told = _("The answer is taken back: the finding is there again.")
    return _shown(request, draft, told, messages.success, token)


def _said(draft: Draft, token: str) -> Finding | None:
    judgement = draft.judgement
    said = [*judgement.findings, *(one.finding for one in judgement.answered)]
    return next((one for one in said if answers.token_of(one) == token), None)


def _guard(request: StudioRequest, draft: Draft, finding: Finding) -> Guard:
    """Somebody else may have answered the same finding meanwhile: their words are not overwritten."""
    kept = next((one.answer.because for one in draft.judgement.answered if one.finding == finding), "")
    sent = request.POST
    return Guard(
        draft,
        (),
        lambda _described: (kept,),
        (kept,),
        read=sent.get("state", ""),
        overwritten=sent.get("overwrite", ""),
    )


def _next(draft: Draft, token: str) -> str:
    """The finding that one goes on with behind that one; the foot of the review where there is none."""
    tokens = [answers.token_of(one) for one in draft.judgement.findings if one.severity != Severity.BLOCKS]
    if token not in tokens or len(tokens) == 1:
        return ANSWERED
    place = tokens.index(token)
    return tokens[place + 1] if place + 1 < len(tokens) else tokens[place - 1]


def _shown(
    request: StudioRequest, draft: Draft, told: str, tell: Callable[..., None], focus: str = ANSWERED
) -> HttpResponse:
    """Back to the review: in place, or as a page with the word on top."""
    if partials.wants_part(request):
        return review_parts(request, replace(draft), told, focus=focus)
    tell(request, told)
    return redirect("drafting:review", number=draft.engagement.number)


def _answer_page(
    request: StudioRequest, draft: Draft, finding: Finding, form: AnswerForm, guard: Guard
) -> HttpResponse:
    """The form on a page of its own; to htmx under its finding, with what is wrong."""
    (observation,) = observed(draft.engagement, draft.described, (finding,))
    fresh = AnswerForm(initial={"because": guard.value[0]})
    if guard.conflict:
        guard.compare(form, fresh)
    context: dict[str, Any] = {"draft": draft, "observation": observation, "guard": guard}
    context |= {"form": form if form.is_bound else fresh, "answering": True, "longest": LONGEST_REASON}
    page, part = "drafting/review/answer.html", "drafting/review/_finding.html"
    status = guard.status(form)
    answered = partials.page(request, page, [part], context, status=status)
    return retarget(answered, f"#finding-{observation.token}") if status != 200 else answered
