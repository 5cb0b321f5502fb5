"""What the studio measures by: an internal page for its owners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.studios.access import StudioRequest, owner_required
from scoping.studios.turns import by_turns

from .forms import YardsticksForm
from .models import Yardsticks


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
@by_turns
def yardsticks(request: StudioRequest) -> HttpResponse:
    """The limit of the risk, the discount, what an assessment must reach and how long it holds."""
    row = Yardsticks.objects.first() or Yardsticks(studio=request.studio)
    form = YardsticksForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("judgement:yardsticks")
    return render(request, "judgement/yardsticks.html", {"form": form}, status=422 if form.is_bound else 200)
