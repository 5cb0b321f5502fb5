"""What is done to a clause in its row: its values, where it stands, whether it stays."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scoping.kit.partials import wants_part
from scoping.studios.access import StudioRequest

from ..arranging import move
from ..draft import Draft, draft_view
from ..guard import row_guard
from ..live import details_answer, saved_word
from ..moving import MoveForm
from ..steps import StepName
from .answers import gone_answer, list_answer, list_url, values_answer
from .changing import clause_of, save
from .forms import ClauseForm, ClauseValuesForm
from .listing import why_onerous
from .views import form_page


@require_POST
@draft_view(StepName.CLAUSES)
def values(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """The values of a clause's own names. One that was removed meanwhile can be put back."""
    guard, row = row_guard(request, draft, "clauses", key), clause_of(draft, key, removed=True)
    form = ClauseValuesForm(request.POST, instance=row)
    right = form.is_valid() and not guard.conflict
    if saved := right and (guard.is_gone or form.has_changed()):
        row.parameters = form.parameters()
        save(draft, row)
    if guard.conflict and not guard.is_gone:
        guard.compare(form, ClauseValuesForm(instance=clause_of(draft, key)))
    if guard.is_gone and not right and not wants_part(request):  # it has no row: its own page says so
        whole = ClauseForm(
            {"name": row.name, "text": row.text, "onerous": row.onerous, **request.POST.dict()}, instance=row
        )
        return form_page(request, draft, whole, guard)
    return values_answer(request, draft, form, guard, saved=saved)


@require_POST
@draft_view(StepName.CLAUSES)
def place(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A clause moves up or down."""
    rows = draft.engagement.clause_rows
    get_object_or_404(rows, key=key)
    form = MoveForm(request.POST)
    if form.is_valid():
        with draft.saving():
            move(rows.all(), key, up=form.is_up)
    return list_answer(request, draft, saved_word(draft), opened=key)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.CLAUSES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether a clause is to be removed, and removes it. Who asks twice is led back to the list."""
    guard = row_guard(request, draft, "clauses", key)
    if request.method == "POST" and guard.is_gone:
        return gone_answer(request, draft, key, guard)
    row = clause_of(draft, key)
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            row.delete()
        said = _("“%(name)s” is removed.") % {"name": row.name}
        if not wants_part(request):
            messages.success(request, said)
        return list_answer(request, draft, said)
    context = {
        "draft": draft,
        "clause": row,
        "guard": guard,
        "why": why_onerous().get(row.code, ""),
        "action": request.path,
        "list": list_url(draft.engagement.number, key),
    }
    page, window = "drafting/clauses/removal.html", "drafting/clauses/_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)
