"""The objectives of both roles, the form of one, the catalogue beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scoping.domain.words import Lane
from scoping.engagements.models import Objective
from scoping.studios.access import StudioRequest

from ..arranging import fresh_key, insert, is_gone, move, sent_before
from ..draft import Draft, draft_view
from ..lanes import lane_titles
from ..moving import MoveForm
from ..steps import StepName
from .changing import add_from_catalogue, lane_of, no_longer_serve, rank_of
from .forms import CatalogueForm, LinkForm, NewObjectiveForm, ObjectiveForm
from .listing import objectives_of, offers


def list_url(number: str, key: str = "") -> str:
    """The list of objectives, at one of them."""
    address = reverse("drafting:objectives", kwargs={"number": number})
    return f"{address}#objective-{key}" if key else address


@require_safe
@draft_view(StepName.OBJECTIVES)
def objectives(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The objectives of both roles."""
    context = {"draft": draft, "roles": objectives_of(draft)}
    return render(request, "drafting/objectives/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.OBJECTIVES)
def objective(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One objective's form."""
    row = get_object_or_404(draft.engagement.objective_rows, key=key)
    form = ObjectiveForm(request.POST if request.method == "POST" else None, instance=row, draft=draft)
    if form.is_bound and form.is_valid():
        with draft.saving():
            row.save(update_fields=list(form.fields))
            if row.lane != Lane.MARKETING:
                no_longer_serve(draft.engagement, key)
        messages.success(request, _("“%(name)s” is saved.") % {"name": row.name})
        return redirect(list_url(draft.engagement.number, key))
    return _form_page(request, draft, form)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.OBJECTIVES)
def new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """An objective of the engagement's own."""
    engagement = draft.engagement
    if sent_before(engagement.objective_rows, request.POST.get("key")):
        return redirect(list_url(engagement.number))
    row = Objective(studio=engagement.studio, engagement=engagement, key=fresh_key(), lane=lane)
    form = NewObjectiveForm(request.POST if request.method == "POST" else None, instance=row, draft=draft)
    if form.is_bound and form.is_valid():
        with draft.saving():
            insert(engagement.objective_rows.all(), [row], rank=rank_of)
        messages.success(request, _("“%(name)s” is added.") % {"name": row.name})
        return redirect(list_url(engagement.number, row.key))
    return _form_page(request, draft, form)


def _form_page(request: StudioRequest, draft: Draft, form: ObjectiveForm) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "observations": draft.observations_of(form.instance.key),
        "objective": form.instance,
        "list": list_url(draft.engagement.number, form.instance.key),
    }
    return render(request, "drafting/objectives/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@draft_view(StepName.OBJECTIVES)
def links(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """A social objective serves a marketing objective, or does no longer: chosen in its row."""
    row = get_object_or_404(draft.engagement.objective_rows.filter(lane=Lane.SOCIAL), key=key)
    form = LinkForm(request.POST, objectives=draft.described.objectives)
    if form.is_valid():
        with draft.saving():
            row.serves = form.linked(row.serves)
            row.save(update_fields=["serves"])
    else:
        messages.error(request, _("Nothing was changed: that objective is no longer here."))
    return redirect(list_url(draft.engagement.number, key))


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
    return redirect(list_url(draft.engagement.number, key))


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.OBJECTIVES)
def removal(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """Asks whether an objective is to be removed, and removes it. Who asks twice is led back to the list."""
    rows = draft.engagement.objective_rows
    if request.method == "POST" and is_gone(rows, key):
        return redirect(list_url(draft.engagement.number))
    row = get_object_or_404(rows, key=key)
    if request.method == "POST":
        with draft.saving():
            row.delete()
            no_longer_serve(draft.engagement, key)
        messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
        return redirect(list_url(draft.engagement.number))
    serving = [one for one in draft.described.objectives if key in one.serves]
    context = {
        "draft": draft,
        "objective": row,
        "serving": serving,
        "list": list_url(draft.engagement.number, key),
    }
    return render(request, "drafting/objectives/removal.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.OBJECTIVES)
def catalogue(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """What the catalogue has for a role; a POST adds those that are chosen."""
    found = offers(draft, Lane(lane))
    form = CatalogueForm(
        request.POST if request.method == "POST" else None,
        codes=found.codes,
        here=len(draft.described.objectives),
    )
    if form.is_bound and form.is_valid():
        with draft.saving():
            added = add_from_catalogue(draft.engagement, form.cleaned_data["objectives"], Lane(lane))
        said = ngettext("%(count)d objective added.", "%(count)d objectives added.", len(added))
        messages.success(request, said % {"count": len(added)})
        return redirect(list_url(draft.engagement.number, added[0].key if added else ""))
    context = {
        "draft": draft,
        "lane": lane,
        "title": lane_titles()[Lane(lane)],
        "offers": found,
        "form": form,
        "chosen": request.POST.getlist("objectives"),
        "list": list_url(draft.engagement.number),
    }
    return render(
        request, "drafting/objectives/catalogue.html", context, status=422 if form.is_bound else 200
    )
