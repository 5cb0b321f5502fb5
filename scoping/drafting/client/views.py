"""Pages of step client."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scoping.domain.scope import Function, Person, Scope
from scoping.domain.words import FunctionKind
from scoping.engagements.models import EngagementFunction
from scoping.kit.partials import parts_alone, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..guard import Guard, fields_guard, row_guard
from ..live import LIVE, details_answer, live, saved_word, staying_answer
from ..steps import StepName
from .forms import ASKED, FunctionForm, NewFunctionForm, StudioSignatoryForm

EDIT = ["GET", "HEAD", "POST"]
FUNCTIONS = "drafting/_functions.html"


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


@dataclass(frozen=True, slots=True)
class Signatory:
    """The form that says who signs for the studio, with its guard."""

    form: StudioSignatoryForm
    guard: Guard


def _signatory(request: StudioRequest, draft: Draft, posted: QueryDict | None = None) -> Signatory:
    guard = fields_guard(request, draft, "signed_for_studio")
    return Signatory(StudioSignatoryForm(posted, engagement=draft.engagement), guard)


def _page(request: StudioRequest, draft: Draft, signatory: Signatory, *, status: int = 200) -> HttpResponse:
    context = {
        "draft": draft,
        "form": signatory.form,
        "guard": signatory.guard,
        "groups": function_groups(draft.described),
    }
    return render(request, "drafting/client.html", context, status=status)


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def client(request: StudioRequest, draft: Draft) -> HttpResponse:
    """Who the client is, who has which function, and who signs for the studio, saved as it is made."""
    if request.method != "POST":
        return _page(request, draft, _signatory(request, draft))
    signatory = _signatory(request, draft, request.POST)
    form, guard = signatory.form, signatory.guard
    right = form.is_valid() and not guard.conflict
    if saved := right and form.has_changed():
        with draft.saving():
            form.save()
    if guard.conflict:
        guard.compare(form, StudioSignatoryForm(engagement=draft.engagement))
    if wants_part(request):
        context = {"keep": request.path, "observations": draft.observations}
        return staying_answer(request, form, guard, [], context, saved=saved)
    if not right:
        return _page(request, draft, signatory, status=guard.status(form))
    messages.success(request, _("Saved."))
    return redirect("drafting:client", number=draft.engagement.number)


def functions_answer(request: StudioRequest, draft: Draft, said: str, opened: str = "") -> HttpResponse:
    """All functions behind a change of one; without htmx, back to the page. The focus comes back to the row
    `opened` (its id), or to the head of the functions."""
    if not wants_part(request):
        messages.success(request, _("Saved."))
        return redirect("drafting:client", number=draft.engagement.number)
    context = {
        **live(draft, said),
        "observations": draft.observations,
        "groups": function_groups(draft.described),
        "opened": opened,
        "head": not opened,
    }
    return parts_alone(request, [FUNCTIONS, *LIVE], context)


def _edit(
    request: StudioRequest, draft: Draft, form: FunctionForm, guard: Guard, context: dict[str, Any]
) -> HttpResponse:
    if form.is_valid() and not guard.conflict:
        with draft.saving():
            form.save()
        row = form.instance
        return functions_answer(request, draft, saved_word(draft), f"{row.kind}-{row.participant.key}")
    address = reverse("drafting:client", args=[draft.engagement.number])
    context = {
        "draft": draft, "form": form, "guard": guard, "action": request.path, "list": address, **context
    }  # fmt: skip
    page, window = "drafting/client_function.html", "drafting/_function_details.html"
    return details_answer(request, page, window, context, status=guard.status(form))


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
    guard = row_guard(request, draft, "functions", f"{kind}:")
    return _edit(request, draft, form, guard, {"title": group.title, "sentence": group.sentence})


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def function(request: StudioRequest, draft: Draft, kind: str, key: str) -> HttpResponse:
    """Say more of a function that a contact has."""
    rows, guard = draft.engagement.functions, row_guard(request, draft, "functions", f"{kind}:{key}")
    row = get_object_or_404(rows.held(kind, key))
    form = FunctionForm(request.POST if request.method == "POST" else None, instance=row)
    if guard.conflict:
        guard.compare(form, FunctionForm(instance=rows.held(kind, key).get()))
    words = {"title": str(row.participant), "sentence": row.get_kind_display()}
    return _edit(request, draft, form, guard, words)


@require_http_methods(EDIT)
@draft_view(StepName.CLIENT)
def function_removal(request: StudioRequest, draft: Draft, kind: str, key: str) -> HttpResponse:
    """Take a function from a contact, after asking; the contact stays with the client."""
    row = draft.engagement.functions.held(kind, key).first()
    if row is None and request.method == "POST":  # asked twice
        return functions_answer(request, draft, "")
    if row is None:
        raise Http404
    guard = row_guard(request, draft, "functions", f"{kind}:{key}")
    if request.method == "POST" and not guard.conflict:
        with draft.saving():
            row.delete()
        return functions_answer(request, draft, saved_word(draft))
    address = reverse("drafting:client", args=[draft.engagement.number])
    context = {"draft": draft, "function": row, "guard": guard, "action": request.path, "list": address}
    page, window = "drafting/client_function_removal.html", "drafting/_function_removal.html"
    return details_answer(request, page, window, context, status=409 if guard.conflict else 200)
