"""The page of the studio's catalogue."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scoping.kit.forms import screen_language
from scoping.studios.access import StudioRequest, member_required

from .forms import CatalogueSearch
from .reading import shown_catalogue


@require_safe
@member_required
def catalogue(request: StudioRequest) -> HttpResponse:
    """Duties, objectives and clauses as the studio usually offers them."""
    search = CatalogueSearch(request.GET)
    found = shown_catalogue(screen_language(), search.words)
    return render(request, "catalogue/catalogue.html", {"search": search, "catalogue": found})
