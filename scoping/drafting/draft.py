"""What every step's view is handed: the engagement, as a Scope, with what the rules say of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from scoping.domain.scope import Scope
from scoping.engagements import life
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.judge import Judgement, judge_draft
from scoping.studios.access import StudioRequest, member_required

from .persons import let_go
from .places import Observation, observed
from .steps import Step, StepName, step_of, steps_of


@dataclass
class Draft:
    """An engagement's draft while a request looks at it. `step` is the one that is being worked on."""

    engagement: Engagement
    step: StepName

    @cached_property
    def described(self) -> Scope:
        """The draft as a Scope, dated today."""
        return scope_of(self.engagement, dated=self.engagement.studio.day_of(timezone.now()))

    @cached_property
    def judgement(self) -> Judgement:
        """What the rules say of it."""
        return judge_draft(self.engagement, self.described)

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

    @property
    def here(self) -> Step:
        """The step that is being worked on."""
        return self.steps[self._place]

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

    @contextmanager
    def saving(self) -> Iterator[None]:
        """One change of its rows: all of it or nothing, while nobody else changes the same draft.

        Whom nothing names behind it is taken out of the draft (`persons.let_go`).
        """
        with transaction.atomic():
            life.locked(self.engagement.uid)
            yield
            let_go(self.engagement)
            self.changed()

    def changed(self) -> None:
        """Say that its rows were just changed: what was read before is read anew."""
        life.touch(self.engagement, timezone.now())
        for known in ("described", "judgement", "observations", "steps"):
            self.__dict__.pop(known, None)


DraftView = Callable[..., HttpResponseBase]


def draft_view(step: StepName) -> Callable[[DraftView], DraftView]:
    """Hand the view a `Draft` in place of the address's number; an unknown or foreign number is a 404.

    A signed or ended engagement's draft is closed: whoever posts to it is led to its documents.
    """

    def decorate(view: DraftView) -> DraftView:
        @wraps(view)
        def inner(request: StudioRequest, number: str, **kwargs: Any) -> HttpResponseBase:
            engagement = get_object_or_404(Engagement.objects.for_list(), number=number)
            if request.method == "POST" and not engagement.is_open:
                messages.error(request, _("This engagement is signed: its draft can no longer be changed."))
                return redirect("documents:list", number=number)
            return view(request, Draft(engagement, step), **kwargs)

        return member_required(inner)

    return decorate
