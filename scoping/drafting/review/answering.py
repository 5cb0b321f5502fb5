"""A finding is answered ("not relevant here, because ..."), and the answer taken back."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from scoping.domain.findings import Finding
from scoping.domain.words import Severity
from scoping.judgement import answers
from scoping.judgement.models import LONGEST_REASON
from scoping.kit.forms import PlainForm
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..places import observed
from ..steps import StepName


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


def _said(draft: Draft, token: str) -> Finding | None:
    judgement = draft.judgement
    said = [*judgement.findings, *(one.finding for one in judgement.answered)]
    return next((one for one in said if answers.token_of(one) == token), None)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.REVIEW)
def answer(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Answer a finding that does not block; one that is no longer said is told so."""
    number, finding = draft.engagement.number, _said(draft, token)
    if finding is None:
        messages.info(request, _("That finding is settled meanwhile: there is nothing to answer."))
        return redirect("drafting:review", number=number)
    if finding.severity == Severity.BLOCKS:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        because = form.cleaned_data["because"]
        answers.answer(draft.engagement, finding, because, by=request.user, at=timezone.now())
        messages.success(request, _("The answer is kept. You find it at the foot of the review."))
        return redirect("drafting:review", number=number)
    (observation,) = observed(draft.engagement, draft.described, (finding,))
    context = {"draft": draft, "form": form, "observation": observation}
    return render(request, "drafting/review/answer.html", context, status=422 if form.is_bound else 200)


@require_POST
@draft_view(StepName.REVIEW)
def removal(request: StudioRequest, draft: Draft, token: str) -> HttpResponse:
    """Take an answer back: the finding speaks again."""
    finding = _said(draft, token)
    if finding is not None:
        answers.take_back(draft.engagement, finding)
        messages.success(request, _("The answer is taken back: the finding is there again."))
    return redirect("drafting:review", number=draft.engagement.number)
