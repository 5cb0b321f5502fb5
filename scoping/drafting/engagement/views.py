"""The page of step engagement."""

import copy

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..guard import fields_guard
from ..steps import StepName
from .forms import EngagementForm


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.ENGAGEMENT)
def engagement(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Title, time, currency and language."""
    edited = copy.copy(draft.engagement)  # what is refused must not show as if it held
    form = EngagementForm(request.POST if request.method == "POST" else None, instance=edited)
    guard = fields_guard(request, draft, *form.fields)
    if not form.is_valid() or guard.conflict:
        if guard.conflict:
            guard.compare(form, EngagementForm(instance=copy.copy(draft.engagement)))
        context = {"draft": draft, "form": form, "guard": guard}
        return render(request, "drafting/engagement.html", context, status=guard.status(form))
    with draft.saving():
        form.save()
    messages.success(request, _("Saved."))
    if edited.language != draft.engagement.language:
        messages.warning(request, _("The document's language changed; the texts of the draft did not."))
    return redirect("drafting:engagement", number=draft.engagement.number)
