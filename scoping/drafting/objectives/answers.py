"""How the objectives answer: the whole page, or to htmx both lists and what lives beside them."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from scoping.domain.words import Lane
from scoping.kit.partials import parts_alone, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft
from ..guard import Guard
from ..lanes import lane_titles
from ..live import LIVE, details_answer, live
from .forms import NewObjectiveForm, ObjectiveForm
from .listing import objectives_of

PAGE, LISTS = "drafting/objectives/list.html", "drafting/objectives/_lists.html"
ROW = "drafting/objectives/_row.html"


@dataclass(frozen=True, slots=True)
class LinkTrouble:
    """A link that was not saved, since somebody else changed its row: the row, what was pressed (`name` and
    `value`, as it was sent), the guard that saw the change."""

    key: str
    name: str
    value: str
    guard: Guard


def list_url(number: str, key: str = "") -> str:
    """The list of objectives, at one of them."""
    address = reverse("drafting:objectives", kwargs={"number": number})
    return f"{address}#objective-{key}" if key else address


def lists_page(request: StudioRequest, draft: Draft, trouble: LinkTrouble | None = None) -> HttpResponse:
    """The objectives of both roles; with `trouble`, its word under its row."""
    context = {"draft": draft, "roles": objectives_of(draft), "trouble": trouble}
    return render(request, PAGE, context, status=409 if trouble else 200)


def lists_answer(request: StudioRequest, draft: Draft, said: str, opened: str = "") -> HttpResponse:
    """Both lists behind a save; without htmx, back to the page. `said` is said to whoever listens; the focus
    comes back to the row `opened`, or to the head of the lists."""
    number = draft.engagement.number
    if not wants_part(request):
        return redirect(list_url(number, opened))
    draft.address = list_url(number, opened)
    context = {**live(draft, said), "roles": objectives_of(draft, opened), "head": not opened}
    return parts_alone(request, [LISTS, *LIVE], context)


def row_answer(
    request: StudioRequest, draft: Draft, key: str, said: str, trouble: LinkTrouble | None = None
) -> HttpResponse:
    """One row behind a save; without htmx, the page at that row. With `trouble` nothing was saved."""
    number = draft.engagement.number
    if not wants_part(request):
        return lists_page(request, draft, trouble) if trouble else redirect(list_url(number, key))
    draft.address = list_url(number, key)
    rows = [row for role in objectives_of(draft) for row in role.rows]
    row = next(row for row in rows if row.objective.key == key)
    context = {**live(draft, said), "row": row, "trouble": trouble, "keep": list_url(number, key)}
    parts = [ROW] if trouble else [ROW, *LIVE]
    return parts_alone(request, parts, context, status=409 if trouble else 200)


def form_answer(request: StudioRequest, draft: Draft, form: ObjectiveForm, guard: Guard) -> HttpResponse:
    """One objective's form: a page of its own, or in place."""
    row, number = form.instance, draft.engagement.number
    new = isinstance(form, NewObjectiveForm)
    names: dict[str, Any] = {"lane": row.lane} if new else {"key": row.key}
    context = {
        "draft": draft,
        "form": form,
        "guard": guard,
        "objective": row,
        "title": _("An objective of your own") if new else guard.value.name if guard.value else row.name,
        "role": lane_titles()[Lane(row.lane)] if row.lane else "",
        "observations": () if wants_part(request) else draft.observations_of(row.key),
        "action": reverse(f"drafting:objective{'s_new' if new else ''}", args=[number, *names.values()]),
        "list": list_url(number, "" if new else row.key),
    }
    window = "drafting/objectives/_details.html"
    return details_answer(
        request, "drafting/objectives/form.html", window, context, status=guard.status(form)
    )
