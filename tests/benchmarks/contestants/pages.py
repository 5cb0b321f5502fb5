"""The board of 90 duties in one process, through the real middleware: loaded, one row shown, saved."""

import dataclasses
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import include, path

from scoping.domain.words import Lane
from scoping.drafting.draft import Draft, draft_view
from scoping.drafting.duties.board import row_of_board
from scoping.drafting.duties.changing import count
from scoping.drafting.duties.drawing import ROW
from scoping.drafting.duties.forms import QuantityForm
from scoping.drafting.steps import StepName
from scoping.engagements.models import Duty
from scoping.judgement.economics import economics_of
from scoping.studios.access import StudioRequest, member_required

from .. import scopes
from .taken import Taken

DUTIES = 90
HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}


@member_required
def empty(_request: StudioRequest) -> HttpResponse:
    """A view that does nothing, behind everything that stands before a view of a member."""
    return HttpResponse("")


@draft_view(StepName.DUTIES)
def row_alone(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """One row, and without anything beside it what saves it: what the panel costs is counted against this."""
    draft.observations = ()
    if request.method == "POST":
        form = QuantityForm(request.POST)
        form.is_valid()
        draft.make(count(draft.described, key, form.cleaned_data["quantity"]))
        draft.observations = ()
    context = {
        "row": row_of_board(draft, key),
        "responsible": Duty.RESPONSIBLE,
        "language": draft.engagement.language,
    }
    return HttpResponse(render_to_string(ROW, context, request=request))


@draft_view(StepName.DUTIES)
def risk(_request: StudioRequest, draft: Draft) -> HttpResponse:
    """The economics alone: how many processor seconds they take, as text."""
    described = draft.described
    before = time.process_time()
    found = economics_of(draft.engagement, described).figures
    assert found is not None
    return HttpResponse(str(time.process_time() - before))


urlpatterns = [
    path("empty/", empty),
    path("alone/<str:number>/<str:key>/", row_alone),
    path("risk/<str:number>/", risk),
    path("", include("scoping.urls")),
]


class Pages:
    """Asks for each page in turn; the figure of the table is the board's, the others stand beside it."""

    def __init__(self) -> None:
        self.place = tempfile.TemporaryDirectory(prefix="paletti-pages-")
        database = connections["default"]
        database.settings_dict["NAME"] = str(Path(self.place.name) / "pages.sqlite3")
        settings.ROOT_URLCONF = __name__
        settings.ALLOWED_HOSTS = ["testserver"]
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        from tests.drafting.desk import open_desk  # wants the tables

        sample = scopes.with_duties(scopes.sample().scope, DUTIES)
        duties = tuple(dataclasses.replace(duty, lane=Lane.SOCIAL) for duty in sample.duties)
        self.desk = open_desk(dataclasses.replace(sample, duties=duties), catalogue=True)
        self.key = duties[3].key

    def print(self, folder: Path) -> Taken:
        """Ask for each page once; `folder` gives the turn, so that each saves another quantity."""
        turn = int(folder.name)
        browser, desk = self.desk.browser, self.desk
        alone = f"/alone/{desk.number}/{self.key}/"
        duty = desk.url("duty", key=self.key)
        asked: dict[str, Callable[[Client], Any]] = {
            "empty": lambda one: one.get("/empty/"),
            "board": lambda one: one.get(desk.url("duties"), {"lane": "social"}),
            "row": lambda one: one.get(alone),
            "row_saved": lambda one: one.post(alone, {"quantity": str(turn * 2 + 1)}),
            "details": lambda one: one.get(duty, **HTMX),
            "saved": lambda one: one.post(f"{duty}quantity/", {"quantity": str(turn * 2 + 2)}, **HTMX),
        }
        seconds = {name: _seconds(name, one, browser) for name, one in asked.items()}
        seconds["risk"] = float(browser.get(f"/risk/{desk.number}/").content)
        seconds["panel"] = seconds["saved"] - seconds["risk"]
        return Taken(seconds["board"], 0.0, b"", seconds)

    def roots(self) -> Sequence[int]:
        """Nobody weighs it."""
        return []

    def end(self) -> None:
        """Leave nothing behind."""
        connections.close_all()
        self.place.cleanup()


def _seconds(name: str, ask: Callable[[Client], Any], browser: Client) -> float:
    before = time.process_time()
    answer = ask(browser)
    taken = time.process_time() - before
    if answer.status_code != 200:
        raise RuntimeError(f"{name} answered {answer.status_code}")
    return taken
