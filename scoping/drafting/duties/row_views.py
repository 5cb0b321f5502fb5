"""What is done to a duty in its row: who does it, how much, where it stands, whether it stays."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.kit.forms import PlainForm
from scoping.studios.access import StudioRequest

from ..arranging import is_gone, move
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..moving import MoveForm
from ..steps import StepName
from .answers import Trouble, gone_answer, row_answer
from .board import board_url
from .changing import area_of, count, dependents, give_to
from .forms import QuantityForm, ResponsibleForm


@require_POST
@draft_view(StepName.DUTIES)
def responsible(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Who does a duty."""
    form = ResponsibleForm(request.POST)
    return _save(
        request,
        draft,
        key,
        form,
        lambda: give_to(draft.described, key, Responsible(form.cleaned_data["responsible"])),
    )


@require_POST
@draft_view(StepName.DUTIES)
def quantity(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """How much of a duty."""
    form = QuantityForm(request.POST)
    return _save(
        request, draft, key, form, lambda: count(draft.described, key, form.cleaned_data["quantity"])
    )


def _save(
    request: StudioRequest, draft: Draft, key: str, form: PlainForm, changed: Callable[[], Scope]
) -> HttpResponse:
    """One answer of a row is saved, unless it is wrong, or somebody else changed the row meanwhile."""
    guard = row_guard(request, draft, "duties", key)
    if guard.is_gone:
        return gone_answer(request, draft, key)
    if guard.conflict or not form.is_valid():
        return row_answer(request, draft, key, Trouble.of(form, guard))
    draft.make(changed())
    return row_answer(request, draft, key)


@require_POST
@draft_view(StepName.DUTIES)
def place(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A duty moves up or down within its area."""
    rows = draft.engagement.duty_rows
    row = get_object_or_404(rows, key=key)
    form = MoveForm(request.POST)
    if form.is_valid():
        with draft.saving():
            move(rows.all(), key, up=form.is_up, group=area_of)
    return redirect(board_url(draft.engagement.number, row.lane, row.key))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.DUTIES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether a duty is to be removed, and removes it. Who asks twice is led back to the board."""
    rows = draft.engagement.duty_rows
    if request.method == "POST" and is_gone(rows, key):
        return redirect("drafting:duties", number=draft.engagement.number)
    row = get_object_or_404(rows, key=key)
    if request.method == "POST":
        with draft.saving():
            row.delete()
        messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
        return redirect(board_url(draft.engagement.number, row.lane))
    context = {
        "draft": draft,
        "duty": row,
        "dependents": dependents(draft.described, key),
        "board": board_url(draft.engagement.number, row.lane, row.key),
    }
    return render(request, "drafting/duties/removal.html", context)
