"""The clauses as they will be printed, and what the library still has."""

from dataclasses import dataclass

from scoping.catalogue.models import CatalogueClause
from scoping.catalogue.offers import clause_offer, said
from scoping.domain.clauses import filled
from scoping.domain.scope import Clause
from scoping.domain.words import Onerous
from scoping.engagements.models import Clause as ClauseRow
from scoping.kit.forms import screen_language
from scoping.press.reading import Reading
from scoping.press.sections.rules import clause_texts

from ..draft import Draft
from ..guard import Guard, guard_of
from ..places import Observation
from .forms import ClauseValuesForm

ONEROUS = dict(ClauseRow.ONEROUS)


@dataclass(frozen=True, slots=True)
class PostedValues:
    """The form of one clause's values that was just posted, and its guard."""

    key: str
    form: ClauseValuesForm
    guard: Guard


@dataclass(frozen=True, slots=True)
class ListedClause:
    """One clause with its number, its text filled in, and the form of its values (None: it has none); `why`
    says why it is (or may be) onerous."""

    clause: Clause
    values: ClauseValuesForm | None
    guard: Guard
    number: int
    paragraphs: tuple[str, ...]
    onerous: str
    why: str
    apart: bool
    observations: tuple[Observation, ...]
    first: bool
    last: bool


def clauses_of(draft: Draft, posted: PostedValues | None = None) -> tuple[ListedClause, ...]:
    """The chosen clauses in their order, the values of one of them as they were posted."""
    printed = clause_texts(Reading.of(draft.described, None))
    reasons = why_onerous()
    forms = {row.key: ClauseValuesForm(instance=row) for row in draft.engagement.clause_rows.all()}
    guards = {clause.key: guard_of(draft, "clauses", clause.key) for clause in draft.described.clauses}
    if posted is not None:
        forms[posted.key], guards[posted.key] = posted.form, posted.guard
    return tuple(
        ListedClause(
            clause=clause,
            values=forms[clause.key] if forms[clause.key].names else None,
            guard=guards[clause.key],
            number=text.number,
            paragraphs=text.paragraphs,
            onerous="" if clause.onerous == Onerous.NO else str(ONEROUS[clause.onerous]),
            why=reasons.get(clause.code, "") if clause.onerous != Onerous.NO else "",
            apart=text.apart,
            observations=draft.observations_of(clause.key),
            first=text.number == 1,
            last=text.number == len(printed),
        )
        for clause, text in zip(draft.described.clauses, printed, strict=True)
    )


def why_onerous() -> dict[str, str]:
    """What the library says of each clause's weight, by code, in the language of the screens."""
    return {row.code: said(row.why, screen_language()) for row in CatalogueClause.objects.all()}


@dataclass(frozen=True, slots=True)
class ClauseOffer:
    """A clause of the library that the engagement lacks."""

    clause: Clause
    text: str
    onerous: str
    why: str


def library_offers(draft: Draft) -> tuple[ClauseOffer, ...]:
    """What the library still has, worded in the engagement's language."""
    taken = {clause.code for clause in draft.described.clauses}
    rows = [row for row in CatalogueClause.objects.all() if row.code not in taken]
    offered = [(row, clause_offer(row, draft.described.language)) for row in rows]
    return tuple(
        ClauseOffer(
            clause=clause,
            text=filled(clause, draft.described),
            onerous="" if row.onerous == Onerous.NO else str(ONEROUS[row.onerous]),
            why=said(row.why, screen_language()),
        )
        for row, clause in offered
    )
