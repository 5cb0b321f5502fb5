"""An owner goes on although a condition is not met: with a written reason, which the record keeps."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from scoping.domain.words import Condition, ConditionState
from scoping.judgement.models import LONGEST_REASON, ConditionOverrule
from scoping.kit.forms import PlainForm
from scoping.record.write import Facts, actor_of, write_line
from scoping.studios.access import StudioRequest, owner_required

from ..draft import Draft, draft_view
from ..steps import StepName
from .jerseys import TITLES


class OverruleForm(PlainForm):
    """Why one goes on; left empty, an earlier reason is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It stays in the record for good. The client does not read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_REASON,
        min_length=10,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
@draft_view(StepName.ROLES)
def overrule(request: StudioRequest, draft: Draft, condition: str) -> HttpResponse:
    """Write why one goes on without a condition, or take that back. Only conditions can be overruled."""
    judged = next((one for one in draft.judgement.conditions if one.condition.value == condition), None)
    if judged is None or judged.state not in (ConditionState.NOT_MET, ConditionState.OVERRULED):
        raise Http404
    if request.method == "POST" and "withdrawn" in request.POST:
        _restore(request, draft, judged.condition)
        messages.success(request, _("The reason is taken back: the condition blocks again."))
        return redirect("drafting:roles", number=draft.engagement.number)
    form = OverruleForm(request.POST if request.method == "POST" else None, initial={"reason": judged.reason})
    if form.is_bound and form.is_valid():
        _overrule(request, draft, judged.condition, form.cleaned_data["reason"])
        messages.success(request, _("The reason is kept. The document says that the condition is missing."))
        return redirect("drafting:roles", number=draft.engagement.number)
    context = {"draft": draft, "form": form, "judged": judged, "title": TITLES[judged.condition]}
    return render(request, "drafting/roles_overrule.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _overrule(request: StudioRequest, draft: Draft, condition: Condition, reason: str) -> None:
    """The reason and its line in the record: both, or none."""
    engagement, at, holder = draft.engagement, timezone.now(), draft.described.double_holder
    ConditionOverrule.objects.update_or_create(
        engagement=engagement,
        condition=condition.value,
        defaults={
            "studio": engagement.studio,
            "person": holder.key if holder else "",
            "reason": reason,
            "by": request.user,
            "at": at,
        },
    )
    write_line(
        studio=engagement.studio,
        chain=engagement.uid,
        kind="condition_overruled",
        actor=actor_of(request.user),
        at=at,
        facts=Facts(
            engagement=engagement.number,
            text=reason,
            data={"condition": condition.value, "person": holder.name if holder else ""},
        ),
    )


@transaction.atomic
def _restore(request: StudioRequest, draft: Draft, condition: Condition) -> None:
    """Take the reason back, with its line in the record; where there is none any more, nothing happened."""
    engagement = draft.engagement
    taken, _rows = ConditionOverrule.objects.of(engagement).filter(condition=condition).delete()
    if not taken:
        return
    write_line(
        studio=engagement.studio,
        chain=engagement.uid,
        kind="condition_restored",
        actor=actor_of(request.user),
        at=timezone.now(),
        facts=Facts(engagement=engagement.number, data={"condition": condition.value}),
    )
