"""Taking back the change that a page named, and the word for what came of it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.utils.translation import gettext as _

from scoping.domain.changes import ChangedSince
from scoping.kit.forms import PlainForm
from scoping.studios.access import StudioRequest

from ..draft import Draft


class UndoForm(PlainForm):
    """Which change: a page that is older than it must not take back another one."""

    change = forms.UUIDField()


def take_back_posted(request: StudioRequest, draft: Draft) -> tuple[str, Callable[..., None]]:
    """Take back the change that was posted: the word for it, and how it is told."""
    form = UndoForm(request.POST)
    change = form.cleaned_data["change"] if form.is_valid() else None
    try:
        words = draft.take_back(change) if change else ""
    except ChangedSince:
        what = draft.latest_told
        draft.forget_latest()
        return _("“%(what)s” cannot be taken back: somebody changed it since.") % {
            "what": what
        }, messages.error
    if words:
        return _("Taken back: %(what)s.") % {"what": words}, messages.success
    return _("There was nothing more to take back."), messages.info
