"""Pages of step client."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.domain.scope import Function, Person, Scope
from scoping.domain.words import FunctionKind
from scoping.engagements.models import EngagementFunction
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..steps import StepName
from .forms import ASKED, FunctionForm, NewFunctionForm, StudioSignatoryForm

EDIT = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class FunctionGroup:
    """One kind of function: who has it, and whether something more is said of it."""

    kind: FunctionKind
    title: str
    sentence: str
    persons: tuple[tuple[Person, Function], ...]

    @property
    def asks(self) -> bool:
        """Whether there is something to edit."""
        return self.kind in ASKED


def function_groups(described: Scope) -> list[FunctionGroup]:
    """The four functions, with their persons."""
    said = {
        FunctionKind.SIGNATORY: (_("Signs"), _("Signs the document for the client, in the order given.")),
        FunctionKind.COUNTERPART: (
            _("Decides with marketing"),
            _("The commercial counterpart: goals, budget and prices are agreed with this person."),
        ),
        FunctionKind.APPROVER: (
            _("Approves content"),
            _("Says yes to content before it goes out; a late answer moves the delivery."),
        ),
        FunctionKind.READER: (_("Reads"), _("Receives the document, and has nothing to decide.")),
    }
    return [
        FunctionGroup(kind, title, sentence, described.with_function(kind))
        for kind, (title, sentence) in said.items()
    ]


def _page(request: StudioRequest, draft: Draft, form: StudioSignatoryForm) -> HttpResponse:
    context = {"draft": draft, "form": form, "groups": function_groups(draft.described)}
    return render(request, "drafting/client.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def client(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Who the client is, who has which function, who signs for the studio."""
    data = request.POST if request.method == "POST" else None
    form = StudioSignatoryForm(data, engagement=draft.engagement)
    if not form.is_valid():
        return _page(request, draft, form)
    with draft.saving():
        form.save()
    messages.success(request, _("Saved."))
    return redirect("drafting:client", number=draft.engagement.number)


def _edit(request: StudioRequest, draft: Draft, form: FunctionForm, context: dict[str, Any]) -> HttpResponse:
    if form.is_valid():
        with draft.saving():
            form.save()
        messages.success(request, _("Saved."))
        return redirect("drafting:client", number=draft.engagement.number)
    context = {"draft": draft, "form": form, **context}
    return render(request, "drafting/client_function.html", context, status=422 if form.is_bound else 200)


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def functions(request: StudioRequest, draft: Draft, kind: str) -> HttpResponse:
    """Give a contact a function."""
    group = next((group for group in function_groups(draft.described) if group.kind == kind), None)
    if group is None:
        raise Http404
    engagement = draft.engagement
    row = EngagementFunction(studio=engagement.studio, engagement=engagement, kind=kind)
    form = NewFunctionForm(request.POST if request.method == "POST" else None, instance=row)
    return _edit(request, draft, form, {"title": group.title, "sentence": group.sentence})


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def function(request: StudioRequest, draft: Draft, kind: str, key: str) -> HttpResponse:
    """Say more of a function that a contact has."""
    row = get_object_or_404(draft.engagement.functions.held(kind, key))
    form = FunctionForm(request.POST if request.method == "POST" else None, instance=row)
    return _edit(request, draft, form, {"title": str(row.participant), "sentence": row.get_kind_display()})


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def function_removal(request: StudioRequest, draft: Draft, kind: str, key: str) -> HttpResponse:
    """Take a function from a contact, after asking; the contact stays with the client."""
    row = get_object_or_404(draft.engagement.functions.held(kind, key))
    if request.method != "POST":
        return render(request, "drafting/client_function_removal.html", {"draft": draft, "function": row})
    with draft.saving():
        row.delete()
    messages.success(request, _("Saved."))
    return redirect("drafting:client", number=draft.engagement.number)
