"""How step roles answers: the page, or to htmx a jersey, a row or all rows, with what lives beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import trigger_client_event

from scoping.domain.scope import Scope
from scoping.domain.words import ROLE_LANES, Lane
from scoping.kit.partials import parts_alone, wants_part
from scoping.studios.access import StudioRequest

from ..draft import Draft
from ..guard import Guard, guard_of
from ..live import GUARD, LIVE, live, saved_word, staying_answer
from ..persons import People
from ..places import Observation
from .autonomy import DecisionForm
from .forms import RoleForm, role_form
from .jerseys import Fact, both_jerseys, facts_of
from .reading import inputs_of, no_conductor, third_persons

PAGE, ROWS = "drafting/roles.html", "drafting/_roles_rows.html"
JERSEYS, HOLDER, FACTS = "drafting/_jerseys.html", "drafting/_holder.html", "drafting/_jersey_facts.html"
AROUND, NOTICE = "drafting/_around_jerseys.html", "drafting/_no_conductor.html"
MISSING = "drafting/_matrix_missing.html"


@dataclass(frozen=True, slots=True)
class Jersey:
    """One role as the page shows it: its form with its guard, what else its jersey says, what it lacks."""

    lane: Lane
    form: RoleForm
    guard: Guard
    facts: tuple[Fact, ...]
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of the autonomy matrix: its form with its guard, what it lacks; `opened`: the focus comes back
    to what opens it."""

    form: DecisionForm
    guard: Guard
    observations: tuple[Observation, ...]
    opened: bool


def roles_url(number: str, at: str = "") -> str:
    """The page of the step, at a place on it."""
    return reverse("drafting:roles", kwargs={"number": number}) + (f"#{at}" if at else "")


def jersey_of(
    draft: Draft, people: People, lane: Lane, form: RoleForm | None = None, guard: Guard | None = None
) -> Jersey:
    """The jersey of a role; `form` and `guard` where they were posted."""
    return Jersey(
        lane=lane,
        form=form or role_form(draft.engagement, lane, people),
        guard=guard or guard_of(draft, "roles", lane),
        facts=facts_of(draft.described, lane),
        observations=draft.observations_of(lane),
    )


def matrix_of(
    draft: Draft, people: People, opened: str = "", posted: MatrixRow | None = None
) -> list[MatrixRow]:
    """The autonomy matrix; `posted` stands in the place of its row."""
    rows = [
        MatrixRow(
            DecisionForm(instance=row, prefix=row.key, people=people),
            guard_of(draft, "autonomy", row.key),
            draft.observations_of(row.key),
            opened=opened == f"row-{row.key}",
        )
        for row in draft.engagement.autonomyrow_rows.all()
    ]
    if posted is None:
        return rows
    return [posted if posted.form.instance.pk == row.form.instance.pk else row for row in rows]


def roles_page(
    request: StudioRequest,
    draft: Draft,
    *,
    jersey: Jersey | None = None,
    row: MatrixRow | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page; with the form of a jersey, or of a row of the matrix, as it was posted."""
    return render(request, PAGE, _context(draft, "", jersey=jersey, row=row), status=status)


def jersey_answer(request: StudioRequest, draft: Draft, jersey: Jersey, *, saved: bool) -> HttpResponse:
    """A jersey that was posted. Its form stays as it is typed; who holds it is drawn anew where that changed
    or was refused. Without htmx, the page."""
    form, guard, lane = jersey.form, jersey.guard, jersey.lane
    draft.address = roles_url(draft.engagement.number, f"jersey-{lane}")
    right = form.is_valid() and not guard.conflict
    if not wants_part(request):
        if right:
            return redirect(draft.address)
        return roles_page(request, draft, jersey=jersey, status=guard.status(form))
    if right:
        people = People(draft.engagement)
        fresh = jersey_of(draft, people, lane) if saved else jersey
        context = {**_context(draft, saved_word(draft) if saved else ""), "jersey": fresh}
        context |= {"guard": guard.renewed()}
        holder = [HOLDER] if set(form.changed_data) - {"example"} else []
        return parts_alone(request, [GUARD, *holder, FACTS, NOTICE, AROUND, *LIVE], context)
    context = {"draft": draft, "jersey": jersey, "guard": guard, "keep": draft.address}
    answer = parts_alone(request, [GUARD, HOLDER], context, status=guard.status(form))
    example = form["example"]
    words = {example.html_name: " ".join(str(error) for error in example.errors)}
    return trigger_client_event(answer, "words", words)


def row_answer(request: StudioRequest, draft: Draft, row: MatrixRow, *, saved: bool) -> HttpResponse:
    """A row of the matrix that was posted; it stays as it is typed. Without htmx, the page at that row."""
    form, guard = row.form, row.guard
    key = form.instance.key
    draft.address = roles_url(draft.engagement.number, f"row-{key}")
    if wants_part(request):
        context = {"keep": draft.address, "key": key}
        if saved:
            context |= {"missing": draft.observations_of(key), "observations": _of_no_row(draft)}
        return staying_answer(request, form, guard, [MISSING], context, saved=saved)
    if form.is_valid() and not guard.conflict:
        return redirect(draft.address)
    return roles_page(request, draft, row=row, status=guard.status(form))


def rows_answer(request: StudioRequest, draft: Draft, said: str, opened: str = "") -> HttpResponse:
    """All rows behind a change of one of them, with whom the jerseys offer; without htmx, back to the page.

    `said` is said to whoever listens; the focus comes back to the row `opened` (its id), or to the first
    heading.
    """
    if not wants_part(request):
        return redirect(roles_url(draft.engagement.number, opened))
    draft.address = roles_url(draft.engagement.number, opened)
    context = _context(draft, said, opened=opened)
    return parts_alone(request, [ROWS, JERSEYS, NOTICE, AROUND, *LIVE], context)


def _context(
    draft: Draft,
    said: str,
    *,
    jersey: Jersey | None = None,
    row: MatrixRow | None = None,
    opened: str | None = None,
) -> dict[str, Any]:
    described, people = draft.described, People(draft.engagement)
    jerseys = [
        jersey if jersey is not None and jersey.lane == lane else jersey_of(draft, people, lane)
        for lane in ROLE_LANES
    ]
    return {
        **live(draft, said),
        "observations": _of_no_row(draft),
        "number": draft.engagement.number,
        "jerseys": jerseys,
        "both": both_jerseys(draft.engagement, described, draft.judgement.conditions),
        "matrix": matrix_of(draft, people, opened or "", row),
        "inputs": inputs_of(draft, opened or ""),
        "no_conductor": no_conductor(described),
        "third_persons": third_persons(draft, opened or ""),
        "head": opened == "",
    }


def _of_no_row(draft: Draft) -> tuple[Observation, ...]:
    """What the rules say of the step beside what stands under a jersey or a row."""
    shown = set(_keys(draft.described))
    return tuple(one for one in draft.observations if one.key not in shown)


def _keys(described: Scope) -> Iterable[str]:
    yield from ROLE_LANES
    yield from (one.key for one in described.guidelines)
    yield from (one.key for one in described.autonomy)
    yield from (one.key for one in described.persons)
