"""What of a step's page is drawn anew with each save: stakes, panel, undo, the word for whoever listens; and
how a form answers to htmx where it stands."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django_htmx.http import reswap, retarget, trigger_client_event

from scoping.kit.partials import page, parts_alone, wants_part
from scoping.studios.access import StudioRequest

from .draft import Draft
from .guard import Guard

LIVE = [
    "components/steps.html",
    "drafting/_row_panel.html",
    "drafting/_saved.html",
    "drafting/_undo.html",
    "drafting/_said.html",
]
WITHOUT_PANEL = [part for part in LIVE if part != "drafting/_row_panel.html"]  # of pages that have none
GUARD = "drafting/_guard.html"


def live(draft: Draft, said: str) -> dict[str, Any]:
    """What those parts want. `said` is said once, to whoever cannot see what changed; it may be empty."""
    return {
        "draft": draft,
        "steps": draft.steps,
        "observations": draft.observations_of_no_row,
        "said": said,
        "internal": draft.internal_pages,
    }


def saved_word(draft: Draft) -> str:
    """What was just saved, in words; empty where nothing changed."""
    return _("Saved: %(what)s") % {"what": draft.latest_told} if draft.latest else ""


def staying_answer(
    request: StudioRequest,
    form: forms.BaseForm,
    guard: Guard,
    parts: list[str],
    context: Mapping[str, Any],
    *,
    saved: bool,
) -> HttpResponse:
    """To htmx: a form that stays as it is typed, so that nothing typed is lost while an answer is on its way.

    The answer brings what the form is read upon from now on (the form's hx-target is its guard), the words at
    its fields, and behind a save `parts` and what lives beside them. `context` is that of the parts. Where
    nothing was saved, the guard says who was faster, or the fields what is wrong.
    """
    draft = guard.draft
    if saved:
        told = live(draft, saved_word(draft)) | dict(context) | {"guard": guard.renewed()}
        answer = parts_alone(request, [GUARD, *parts, *LIVE], told)
    else:
        told = {"draft": draft, **context, "guard": guard}
        answer = parts_alone(request, [GUARD], told, status=_status(form, guard))
    return with_words(answer, form)


def _status(form: forms.BaseForm, guard: Guard) -> int:
    return guard.status(form) if guard.conflict or form.errors else 200  # right, and nothing changed


def with_words(answer: HttpResponse, form: forms.BaseForm) -> HttpResponse:
    """The same answer, with what is wrong at each of the form's fields (empty: nothing any more); js/live.js
    writes it there and leaves the field as it is."""
    words = {field.html_name: " ".join(str(error) for error in field.errors) for field in form}
    return trigger_client_event(answer, "words", words)


def details_answer(
    request: StudioRequest, template: str, details: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A row's form: a page of its own, or to htmx the window `details` in place. That stays open while
    something in it is wrong."""
    answer = page(request, template, [details], context, status=status)
    if wants_part(request) and status != 200:
        return reswap(retarget(answer, "#details"), "outerHTML")
    return answer
