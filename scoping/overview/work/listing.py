"""The list of engagements: what is asked of it, what it finds, how many there are of each standing."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy

from scoping.engagements.models import Engagement
from scoping.kit.forms import PlainForm

from .rows import WorkRow, work_rows
from .standing import Standing, counts_of, standing_so, with_standing

ON_A_PAGE = 25
ALWAYS_SHOWN = {Standing.DRAFT, Standing.OFFERED, Standing.SIGNED}  # also where there is none


class EngagementSearch(PlainForm):
    """What the list shows: words, and a standing; without one, everything but the archive."""

    q = forms.CharField(
        label=gettext_lazy("Number, client or title"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(choices=[("", ""), *Standing.choices], required=False, widget=forms.HiddenInput)

    @property
    def words(self) -> str:
        """What is searched for; nothing where the question makes no sense."""
        return str(self.cleaned_data["q"]) if self.is_valid() else ""

    @property
    def standing(self) -> str:
        """The standing that is asked for; empty where none is."""
        return str(self.cleaned_data["state"]) if self.is_valid() else ""


@dataclass(frozen=True, slots=True)
class StandingCount:
    """One way to narrow the list, and how many rows it would show. `code` is empty for all of them."""

    code: str
    name: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class EngagementList:
    """One page of rows, and what narrows them. `any` says whether the studio has any engagement at all."""

    rows: tuple[WorkRow, ...]
    page: Page[Engagement]
    standings: tuple[StandingCount, ...]
    any: bool


def engagement_list(search: EngagementSearch, page: str, today: dt.date) -> EngagementList:
    """What the search finds, the newest number first; a page that is none is the nearest one."""
    matching = with_standing(Engagement.objects.all().matching(search.words), today)
    counts = counts_of(matching)
    chosen = search.standing
    found = Paginator(standing_so(matching, chosen).for_list(), ON_A_PAGE).get_page(page)
    return EngagementList(
        rows=work_rows(list(found.object_list)),
        page=found,
        standings=_standings(counts, chosen),
        any=bool(counts) or (bool(search.words) and Engagement.objects.exists()),
    )


def _standings(counts: dict[str, int], chosen: str) -> tuple[StandingCount, ...]:
    in_sight = sum(count for code, count in counts.items() if code != Standing.ARCHIVED)
    return (
        StandingCount("", "", in_sight, not chosen),
        *(
            StandingCount(one.value, str(one.label), counts.get(one.value, 0), chosen == one.value)
            for one in Standing
            if one in ALWAYS_SHOWN or counts.get(one.value) or chosen == one.value
        ),
    )
