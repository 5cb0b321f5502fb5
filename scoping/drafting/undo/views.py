"""Undo: this session's newest change of a draft is taken back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from scoping.domain.changes import ChangedSince
from scoping.kit.forms import PlainForm
from scoping.kit.partials import go
from scoping.kit.ways import way_back
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName


class UndoForm(PlainForm):
    """Which change: a page that is older than it must not take back another one."""

    change = forms.UUIDField()


@require_POST
@draft_view(StepName.DUTIES)
def undo(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Takes back the change that the page named, and leads back to the page."""
    form = UndoForm(request.POST)
    change = form.cleaned_data["change"] if form.is_valid() else None
    try:
        words = draft.take_back(change) if change else ""
    except ChangedSince:
        what = draft.latest_told
        draft.forget_latest()
        said = _("“%(what)s” cannot be taken back: somebody changed it since.") % {"what": what}
        messages.error(request, said)
    else:
        if words:
            messages.success(request, _("Taken back: %(what)s.") % {"what": words})
        else:
            messages.info(request, _("There was nothing more to take back."))
    return go(request, way_back(request, draft.here.url))
