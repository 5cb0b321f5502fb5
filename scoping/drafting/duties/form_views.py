"""The form of one duty: on its own page, or in place on the board."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Duty
from scoping.kit.partials import go, wants_part
from scoping.press.reading import LETTERS
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, sent_before
from ..draft import Draft, draft_view
from ..guard import Guard, row_guard
from ..lanes import lane_titles
from ..live import details_answer
from ..persons import admit
from ..steps import StepName
from .answers import row_answer
from .board import board_url
from .catalogue import ranking
from .changing import removed_duty
from .forms import DutyForm, NewDutyForm


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.DUTIES)
def duty(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One duty's form. One that was removed since the form was opened can be put back with what was typed."""
    rows = draft.engagement.duty_rows
    guard = row_guard(request, draft, "duties", key)
    row = rows.filter(key=key).first() or (request.method == "POST" and removed_duty(draft, key))
    if not row:
        raise Http404
    form = DutyForm(request.POST if request.method == "POST" else None, instance=row, draft=draft)
    area = row.area
    if form.is_bound and form.is_valid() and not guard.conflict:
        with draft.saving():
            row.person = admit(row.person)
            if guard.is_gone:
                insert(rows.all(), [row], rank=ranking(row.lane))
            else:
                row.save(update_fields=list(form.fields))
        if wants_part(request) and row.area == area and not guard.is_gone:
            return row_answer(request, draft, key, opened=True)
        messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return go(request, board_url(draft.engagement.number, row.lane, row.key))
    if guard.conflict and not guard.is_gone:
        guard.compare(form, DutyForm(instance=rows.get(key=key), draft=draft))
    return _form_page(request, draft, form, guard)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.DUTIES)
def new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """A duty of the engagement's own."""
    engagement = draft.engagement
    board = board_url(engagement.number, lane)
    if sent_before(engagement.duty_rows, request.POST.get("key")):
        return redirect(board)
    row = Duty(
        studio=engagement.studio,
        engagement=engagement,
        key=fresh_key(),
        lane=lane,
        responsible=Responsible.STUDIO.value,
    )
    form = NewDutyForm(request.POST if request.method == "POST" else None, instance=row, draft=draft)
    if form.is_bound and form.is_valid():
        with draft.saving():
            row.person = admit(row.person)
            insert(engagement.duty_rows.all(), [row], rank=ranking(lane))
        messages.success(request, _("“%(name)s” is added.") % {"name": row.name})
        return redirect(board_url(engagement.number, lane, row.key))
    return _form_page(request, draft, form, row_guard(request, draft, "duties", row.key))


def _form_page(request: StudioRequest, draft: Draft, form: DutyForm, guard: Guard) -> HttpResponse:
    row = form.instance
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "duty": row,
        "named": row.name if guard.value is None else guard.value.name,
        "lane": lane_titles()[Lane(row.lane)],
        "letter": LETTERS[Lane(row.lane)],
        "board": board_url(draft.engagement.number, row.lane, row.key),
        "observations": () if wants_part(request) else draft.observations_of(row.key),
    }
    page, window = "drafting/duties/form.html", "drafting/duties/_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))
