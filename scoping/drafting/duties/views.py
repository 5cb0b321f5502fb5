"""The board, the catalogue beside it, and what of an area is excluded at once."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from scoping.domain.words import Lane, Responsible
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..figures import check_room
from ..lanes import lane_titles
from ..steps import StepName
from .answers import board_page
from .board import board_url
from .catalogue import add_from_catalogue, offers
from .choices import area_names
from .filters import filter_of
from .forms import CatalogueForm, SearchForm
from .missing import exclude, rest_of


@require_safe
@draft_view(StepName.DUTIES)
def duties(request: StudioRequest, draft: Draft) -> HttpResponse:
    """The board, opened at one lane, filtered as the address asks."""
    asked = request.GET.get("lane", "")
    lane = Lane(asked) if asked in set(Lane) else Lane.MARKETING
    return board_page(request, draft, lane, filter_of(request.GET))


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


@require_http_methods(["GET", "HEAD", "POST"])
@draft_view(StepName.DUTIES)
def exclusion(request: StudioRequest, draft: Draft, lane: str, area: str = "") -> HttpResponse:
    """Asks whether the rest of an area is to be excluded, says how many duties that is, and excludes it."""
    board = board_url(draft.engagement.number, lane)
    rest = rest_of(draft.described, Lane(lane), area)
    if not rest.count:
        messages.info(request, _("There is nothing more to exclude in this area."))
        return redirect(board)
    refused = ""
    if request.method == "POST":
        try:
            check_room("duties", len(draft.described.duties) + len(rest.offered))
        except ValidationError as error:
            refused = " ".join(error.messages)
        else:
            with draft.saving():
                exclude(draft.engagement, Lane(lane), rest)
            said = ngettext(
                "%(count)d duty is now excluded.", "%(count)d duties are now excluded.", rest.count
            )
            messages.success(request, said % {"count": rest.count})
            return redirect(board)
    context = {
        "draft": draft,
        "rest": rest,
        "area": area_names(lane).get(area, _("Other duties")),
        "board": board,
        "refused": refused,
    }
    return render(request, "drafting/duties/exclusion.html", context, status=422 if refused else 200)
