"""What the fees come to while one types: computed of what is typed, and nothing of it is kept."""

from collections.abc import Callable, Sequence

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from scoping.domain.scope import FeeLine as FeeValue
from scoping.domain.words import FeeLane
from scoping.engagements.models import FeeLine
from scoping.engagements.reading import fee_line
from scoping.kit.partials import parts_alone
from scoping.studios.access import StudioRequest

from ..draft import Draft, draft_view
from ..live import with_words
from ..steps import StepName
from .changing import line_of, parts_of
from .forms import DivisionForm, FeeForm, FeeRowForm, NewFeeForm
from .listing import sums_of

SUMS = "drafting/fees/_sums.html"


@require_POST
@draft_view(StepName.FEES)
def of_line(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """With one line as it is typed: in its row, or in the form of all its fields."""
    line = line_of(draft, key, removed=True)
    form = (FeeForm if "lane" in request.POST else FeeRowForm)(request.POST, instance=line)
    return _typed(request, draft, form, key, lambda: [line])


@require_POST
@draft_view(StepName.FEES)
def of_new(request: StudioRequest, draft: Draft, lane: str) -> HttpResponse:
    """With a line that is not there yet."""
    engagement = draft.engagement
    line = FeeLine(studio=engagement.studio, engagement=engagement, lane=lane)
    form = NewFeeForm(request.POST, instance=line)
    return _typed(request, draft, form, "", lambda: [line])


@require_POST
@draft_view(StepName.FEES)
def of_division(request: StudioRequest, draft: Draft, key: str) -> HttpResponse:
    """With an undivided line as two; while only one amount is typed, as it is."""
    line = draft.engagement.feeline_rows.filter(key=key, lane=FeeLane.UNDIVIDED.value).first()
    if line is None:  # divided while what was typed last was still on its way
        return HttpResponse(status=204)
    form = DivisionForm(request.POST, line=line, currency=draft.engagement.currency)

    def parts() -> list[FeeLine]:
        typed = form.cleaned_data
        return parts_of(line, marketing=typed["marketing"], social=typed["social"])

    return _typed(request, draft, form, key, parts)


def _typed(
    request: StudioRequest,
    draft: Draft,
    form: forms.BaseForm,
    key: str,
    lines: Callable[[], Sequence[FeeLine]],
) -> HttpResponse:
    """The table of sums with these lines in the place of the one of that key. Where something is wrong, the
    last right one stays, and each field says what; one that is still empty says nothing yet."""
    form.is_valid()
    faults = {field.name for field in form if field.errors}
    unwritten = {name for name in faults if form.has_error(name, "required")}
    for name in unwritten:
        del form.errors[name]
    if faults:
        status = 422 if faults - unwritten else 204
        return with_words(HttpResponse(status=status, headers={"HX-Reswap": "none"}), form)
    described, typed = draft.described, [fee_line(line) for line in lines()]
    kept = described.fees
    place = next((place for place, one in enumerate(kept) if one.key == key), len(kept))
    then: tuple[FeeValue, ...] = (*kept[:place], *typed, *kept[place + 1 :])
    return with_words(parts_alone(request, [SUMS], {"sums": sums_of(described, then)}), form)
