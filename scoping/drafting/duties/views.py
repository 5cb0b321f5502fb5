"""The board, the form of one duty, the catalogue beside it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.domain.words import Lane, Responsible
from scoping.engagements.models import Duty
from scoping.press.reading import LETTERS
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, is_gone, move, sent_before
from ..draft import Draft, draft_view
from ..guard import Guard, row_guard
from ..lanes import lane_titles
from ..moving import MoveForm
from ..persons import admit
from ..steps import StepName
from .board import board_of, board_url
from .catalogue import add_from_catalogue, offers, ranking
from .changing import area_of, dependents, give_to, removed_duty
from .forms import CatalogueForm, DutyForm, NewDutyForm, ResponsibleForm, SearchForm


@require_safe
@draft_view(StepName.DUTIES)
def duties(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The board, opened at one lane."""
    asked = request.GET.get("lane", "")
    lane = Lane(asked) if asked in set(Lane) else Lane.MARKETING
    context = {"draft": draft, "board": board_of(draft, lane), "responsible": Duty.RESPONSIBLE}
    return render(request, "drafting/duties/board.html", context)


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
    if form.is_bound and form.is_valid() and not guard.conflict:
        with draft.saving():
            row.person = admit(row.person)
            if guard.is_gone:
                insert(rows.all(), [row], rank=ranking(row.lane))
            else:
                row.save(update_fields=list(form.fields))
        messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return redirect(board_url(draft.engagement.number, row.lane, row.key))
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
        "lane": lane_titles()[Lane(row.lane)],
        "letter": LETTERS[Lane(row.lane)],
        "board": board_url(draft.engagement.number, row.lane, row.key),
        "observations": draft.observations_of(row.key),
    }
    return render(request, "drafting/duties/form.html", context, status=guard.status(form))


@require_POST
@draft_view(StepName.DUTIES)
def responsible(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Who does a duty, chosen in its row."""
    row = get_object_or_404(draft.engagement.duty_rows, key=key)
    form = ResponsibleForm(request.POST)
    if form.is_valid():
        with draft.saving():
            give_to(row, Responsible(form.cleaned_data["responsible"]))
    else:
        messages.error(request, _("Nothing was changed: choose who does the duty."))
    return redirect(board_url(draft.engagement.number, row.lane, row.key))


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


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.DUTIES)
def catalogue(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """What the catalogue has for a lane; a POST adds those that are chosen."""
    search = SearchForm(request.GET or None)
    words = search.cleaned_data["q"] if search.is_bound and search.is_valid() else ""
    found = offers(draft, Lane(lane), words)
    form = CatalogueForm(
        request.POST if request.method == "POST" else None,
        codes=found.codes,
        here=len(draft.described.duties),
    )
    if form.is_bound and form.is_valid():
        party = Responsible(form.cleaned_data["responsible"])
        with draft.saving():
            added = add_from_catalogue(draft.engagement, form.cleaned_data["duties"], Lane(lane), party)
        said = ngettext("%(count)d duty added.", "%(count)d duties added.", len(added))
        messages.success(request, said % {"count": len(added)})
        return redirect(board_url(draft.engagement.number, lane, added[0].key if added else ""))
    context = {
        "draft": draft,
        "lane": lane,
        "title": lane_titles()[Lane(lane)],
        "offers": found,
        "search": search,
        "form": form,
        "chosen": request.POST.getlist("duties"),
    }
    return render(request, "drafting/duties/catalogue.html", context, status=422 if form.is_bound else 200)
