"""What every step's view is handed: the engagement, as a Scope, with what the rules say of it."""

import copy
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any

from django.db import transaction
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from scoping.domain.changes import changes_between, inverse, without_idle
from scoping.domain.scope import Scope
from scoping.engagements import life
from scoping.engagements.changing import write_changes
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.economics import Economics, economics_of
from scoping.judgement.judge import Judgement, judge_draft
from scoping.studios.access import StudioRequest, member_required

from . import kept
from .aside import Aside, aside_of
from .closed import closed
from .kept import Author
from .models import DraftChange
from .panel import Panel, panel_of
from .persons import let_go
from .places import Observation, observed
from .standing import standing_text
from .steps import Step, StepName, internal_pages, step_of, steps_of
from .telling import told

TRIES = 3  # while others save the same draft in the same moment


class Overtaken(Exception):
    """Somebody else changed the draft, or closed it, between a request's reading and its writing."""


@dataclass
class Draft:
    """An engagement's draft while a request looks at it. `step` is the one that is being worked on, `author`
    who works on it."""

    engagement: Engagement
    step: StepName
    author: Author
    _read: Engagement = field(init=False)  # as the rows say; a form may fill in `engagement` already

    def __post_init__(self) -> None:
        self._read = copy.copy(self.engagement)

    @cached_property
    def described(self) -> Scope:
        """The draft as a Scope, dated today."""
        return scope_of(self._read, dated=self.engagement.studio.day_of(timezone.now()))

    @cached_property
    def judgement(self) -> Judgement:
        """What the rules say of it."""
        return judge_draft(self.engagement, self.described, self.economics)

    @cached_property
    def economics(self) -> Economics:
        """What it asks and brings in, computed when it is asked. Internal, always."""
        return economics_of(self.engagement, self.described)

    @cached_property
    def aside(self) -> Aside | None:
        """Hours and risk for the right column."""
        return aside_of(self.economics)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps, each with what it holds and what it lacks."""
        blocked = [step_of(finding.place) for finding in self.judgement.blocks]
        return steps_of(self.engagement.number, self.described, blocked, self.step)

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """What the rules say of the step that is worked on, in words, each with the address that mends it."""
        here = (one for one in self.judgement.findings if step_of(one.place) == self.step)
        return observed(self.engagement, self.described, tuple(here))

    @property
    def observations_of_no_row(self) -> tuple[Observation, ...]:
        """Those of them that stand under no row of the step."""
        return tuple(one for one in self.observations if not one.key)

    def observations_of(self, key: str) -> tuple[Observation, ...]:
        """Those of them that stand under one row."""
        return tuple(one for one in self.observations if key and one.key == key)

    @cached_property
    def panel(self) -> Panel:
        """What the choices mean now, for the right column."""
        return panel_of(self.described, self.steps, len(self.judgement.blocks))

    @property
    def standing(self) -> str:
        """How the engagement stands today, in words."""
        return standing_text(self.engagement, self.described.dated)

    @property
    def internal_pages(self) -> tuple[Step, ...]:
        """The pages beside the steps that only the studio sees."""
        return internal_pages(self.engagement.number, self.step)

    @property
    def here(self) -> Step:
        """The step that is being worked on."""
        return next(step for step in (*self.steps, *self.internal_pages) if step.current)

    @property
    def before(self) -> Step | None:
        """The step in front of this one."""
        place = self._place
        return self.steps[place - 1] if place else None

    @property
    def after(self) -> Step | None:
        """The step behind this one."""
        return next(iter(self.steps[self._place + 1 :]), None)

    @property
    def _place(self) -> int:
        return [step.current for step in self.steps].index(True)

    @cached_property
    def latest(self) -> DraftChange | None:
        """The newest change that this session made of it: the one that undo takes back."""
        return kept.newest(self.engagement, self.author)

    @property
    def latest_told(self) -> str:
        """That change in words."""
        return told(kept.changes_of(self.latest), self.described) if self.latest else ""

    @cached_property
    def address(self) -> str:
        """Where one goes on behind an undo: the page of the step, unless a view says a place on it."""
        return self.here.url

    @contextmanager
    def saving(self) -> Iterator[None]:
        """One change of its rows: all of it or nothing, while nobody else changes the same draft. What it
        changed is kept, so that it can be taken back.

        Whom nothing names behind it is taken out of the draft (`persons.let_go`). Raises Overtaken where the
        draft is no longer as this request read it: `draft_view` then begins anew.
        """
        with transaction.atomic():
            self._lock()
            before = self.described
            yield
            let_go(self.engagement, before)
            self._changed()
            changes = changes_between(before, self.described)
            kept.keep(self.engagement, self.author, changes, self.engagement.changed_at)

    def make(self, after: Scope) -> None:
        """One change of it as a value: what it shall be, but for persons whom nothing names any more. It is
        as `saving`, and reads nothing anew that is known already. Raises Overtaken as that does.
        """
        with transaction.atomic():
            self._lock()
            before, today = replace(self.described, dated=self._read.dated), self.described.dated
            after = without_idle(before, replace(after, dated=before.dated))
            changes = changes_between(before, after)
            write_changes(self._read, changes, before)
            self.engagement = self._read
            self._changed()
            self.described = replace(after, dated=today)
            kept.keep(self.engagement, self.author, changes, self.engagement.changed_at)

    def take_back(self, uid: uuid.UUID) -> str:
        """Undo this session's newest change, if it is the one of that public id, and tell it in words; empty
        where it is not (any more): somebody clicked twice.

        Raises ChangedSince where somebody else changed the same since; then it can never be taken back, and
        `forget_latest` lets the one before it have its turn.
        """
        with transaction.atomic():
            self._lock()
            if self.latest is None or self.latest.uid != uid:
                return ""
            words = self.latest_told
            write_changes(self._read, inverse(kept.changes_of(self.latest)))
            self.engagement = self._read
            self.latest.delete()
            self._changed()
        return words

    def forget_latest(self) -> None:
        """Give up taking back the newest change, so that the one before it has its turn."""
        if self.latest is not None:
            self.latest.delete()
            del self.latest

    def _lock(self) -> None:
        locked = life.locked(self.engagement.uid)
        if locked.revision != self._read.revision or not locked.is_open:
            raise Overtaken

    def _changed(self) -> None:
        """Its rows were just changed: what was read before is read anew."""
        self.engagement.revision, self.engagement.changed_at = self._read.revision + 1, timezone.now()
        life.touch(self.engagement, self.engagement.changed_at)
        self._read = copy.copy(self.engagement)
        for known in COMPUTED:
            self.__dict__.pop(known, None)


# What is computed of a draft once a request, and anew behind each save.
COMPUTED = ("described", "judgement", "economics", "aside", "observations", "steps", "latest", "panel")

DraftView = Callable[..., HttpResponseBase]


def draft_view(step: StepName) -> Callable[[DraftView], DraftView]:
    """Hand the view a `Draft` in place of the address's number; an unknown or foreign number is a 404.

    A signed or ended engagement's draft is closed: whoever posts to it is led to its documents. So is an
    archived one, whose page says how to restore it.
    """

    def decorate(view: DraftView) -> DraftView:
        def answer(request: StudioRequest, number: str, **kwargs: Any) -> HttpResponseBase:
            engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
            if request.method == "POST" and not engagement.is_open:
                return closed(request, engagement)
            author = Author.of(request.user, request.session.session_key)
            return view(request, Draft(engagement, step, author), **kwargs)

        @wraps(view)
        def inner(request: StudioRequest, number: str, **kwargs: Any) -> HttpResponseBase:
            for _one in range(TRIES - 1):
                with suppress(Overtaken):
                    return answer(request, number, **kwargs)
            with life.held(number):  # the last time nobody else comes between
                return answer(request, number, **kwargs)

        return member_required(inner)

    return decorate
