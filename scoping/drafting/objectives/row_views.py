"""What is done to an objective in its row: what it serves, where it stands, whether it stays."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.domain.words import Lane
from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import is_gone, move
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..moving import MoveForm
from ..steps import StepName
from .answers import LinkTrouble, list_url, lists_answer, row_answer
from .changing import lane_of, no_longer_serve
from .forms import LinkForm


@require_POST
@draft_view(StepName.OBJECTIVES)
def links(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A social objective serves a marketing objective, or does no longer: chosen in its row."""
    row = get_object_or_404(draft.engagement.objective_rows.filter(lane=Lane.SOCIAL), key=key)
    guard = row_guard(request, draft, "objectives", key)
    form = LinkForm(request.POST, objectives=draft.described.objectives)
    if not form.is_valid():
        said = _("Nothing was changed: that objective is no longer here.")
        if not wants_part(request):
            messages.error(request, said)
        return row_answer(request, draft, key, said)
    if guard.conflict:
        pressed = next((one for one in form.fields if form.cleaned_data[one]), "link")
        trouble = LinkTrouble(key, pressed, form.cleaned_data[pressed], guard)
        return row_answer(request, draft, key, "", trouble)
    with draft.saving():
        row.serves = form.linked(row.serves)
        row.save(update_fields=["serves"])
    return row_answer(request, draft, key, saved_word(draft))


@require_POST
@draft_view(StepName.OBJECTIVES)
def place(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """An objective moves up or down within its role."""
    rows = draft.engagement.objective_rows
    get_object_or_404(rows, key=key)
    form = MoveForm(request.POST)
    if form.is_valid():
        with draft.saving():
            move(rows.all(), key, up=form.is_up, group=lane_of)
    return lists_answer(request, draft, saved_word(draft), opened=key)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.OBJECTIVES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether an objective is to be removed, and removes it. Who asks twice is led back to the list."""
    rows = draft.engagement.objective_rows
    if request.method == "POST" and is_gone(rows, key):
        return lists_answer(request, draft, "")
    row, guard = get_object_or_404(rows, key=key), row_guard(request, draft, "objectives", key)
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            row.delete()
            no_longer_serve(draft.engagement, key)
        if not wants_part(request):
            messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
        return lists_answer(request, draft, saved_word(draft))
    context = {
        "draft": draft,
        "objective": row,
        "guard": guard,
        "serving": [one for one in draft.described.objectives if key in one.serves],
        "action": request.path,
        "list": list_url(draft.engagement.number, key),
    }
    page, window = "drafting/objectives/removal.html", "drafting/objectives/_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)
