"""A new engagement as a copy of an earlier one: what stays, and what a copy leaves behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from scoping.catalogue.models import CatalogueClause, CatalogueDuty
from scoping.catalogue.offers import said
from scoping.domain import scope
from scoping.domain.words import Party, Responsible, WhenKind

from .models import Engagement, Participant
from .reading import scope_of
from .starting import is_true_of


class Left(StrEnum):
    """What a copy leaves behind; `STILL_NAMED`: what it could not, since it is text that somebody wrote."""

    DATES = "dates"
    PERSONS = "persons"
    REASONS = "reasons"
    FIGURES = "figures"
    CLAUSES = "clauses"
    STILL_NAMED = "still_named"


@dataclass(frozen=True, slots=True)
class _People:
    """The persons of a copy, and who stands now where a person stood."""

    persons: tuple[scope.Person, ...]
    functions: tuple[scope.Function, ...]
    now: Mapping[str, str | None]

    def of(self, key: str | None) -> str | None:
        return self.now.get(key) if key is not None else None


def copied(
    blank: scope.Scope, engagement: Engagement, original: Engagement, *, same_people: bool
) -> scope.Scope:
    """The original's draft for the new engagement: its own number, client, title, language and time.

    No date comes along. Professionals who are at work no more are left out. With `same_people` the client's
    side stays as it was; without it the blank draft says who stands there. Another client gets neither the
    reasons and figures that were the former one's own, nor its third parties.
    """
    source = scope_of(original)
    people = _people(blank, source, original, same_people=same_people)
    other_client = engagement.client_id != original.client_id
    usual = _usual_reasons(blank) if other_client else {}
    examples = {role.lane: role.example for role in blank.roles}
    return replace(
        source,
        number=blank.number,
        title=blank.title,
        language=blank.language,
        dated=blank.dated,
        studio=blank.studio,
        client=blank.client,
        start=blank.start,
        months=blank.months,
        signed_for_studio=people.of(source.signed_for_studio),
        persons=people.persons,
        functions=people.functions,
        roles=tuple(
            replace(
                role,
                lead=people.of(role.lead),
                others=tuple(key for one in role.others if (key := people.of(one)) is not None),
                example=examples.get(role.lane, "") if other_client else role.example,
            )
            for role in source.roles
        ),
        guidelines=tuple(
            replace(row, person=people.of(row.person), when=_undated(row.when)) for row in source.guidelines
        ),
        autonomy=tuple(replace(row, person=people.of(row.person)) for row in source.autonomy),
        duties=tuple(
            replace(
                duty,
                person=people.of(duty.person),
                when=_undated(duty.when),
                reason=usual.get(duty.code, duty.reason) if other_client else duty.reason,
            )
            for duty in source.duties
        ),
        objectives=tuple(
            replace(one, baseline=None, target=None) if other_client else one for one in source.objectives
        ),
        fees=tuple(_paid(fee, source.months, blank.months) for fee in source.fees),
        clauses=_true_clauses(source, engagement),
    )


def _people(blank: scope.Scope, source: scope.Scope, original: Engagement, *, same_people: bool) -> _People:
    gone = set(
        Participant.objects.filter(engagement=original, professional__active=False).values_list(
            "key", flat=True
        )
    )
    if not same_people:
        gone |= {one.key for one in source.persons if one.party != Party.STUDIO}
    kept = tuple(one for one in source.persons if one.key not in gone)
    now: dict[str, str | None] = {one.key: one.key for one in kept}
    if same_people:
        return _People(kept, source.functions, now)
    taken = {one.key for one in kept}
    new = {one.key: one for one in blank.persons if one.party == Party.CLIENT}
    keys = {key: f"{key}-{Party.CLIENT.value}" if key in taken else key for key in new}
    functions = tuple(replace(one, person=keys[one.person]) for one in blank.functions)
    speaks = functions[0].person if functions else None
    now |= {one.key: speaks for one in source.persons if one.party == Party.CLIENT}
    return _People((*kept, *(replace(one, key=keys[key]) for key, one in new.items())), functions, now)


def _undated(when: scope.When) -> scope.When:
    return scope.When() if when.kind == WhenKind.DATE else when


def _paid(fee: scope.FeeLine, before: int | None, months: int | None) -> scope.FeeLine:
    """What was paid to the last month is paid to the new one's last month."""
    if fee.last_month is None or months is None:
        return fee
    last = months if fee.last_month == before else min(fee.last_month, months)
    return replace(fee, last_month=max(last, fee.first_month))


def _usual_reasons(blank: scope.Scope) -> dict[str, str]:
    return {row.code: said(row.reason, blank.language) for row in CatalogueDuty.objects.all()}


def _true_clauses(source: scope.Scope, engagement: Engagement) -> tuple[scope.Clause, ...]:
    only_if = CatalogueClause.objects.exclude(only_if="")
    untrue = {row.code for row in only_if if not is_true_of(row, engagement)}
    return tuple(clause for clause in source.clauses if clause.code not in untrue)


def left_behind(original: Engagement, engagement: Engagement) -> dict[Left, tuple[str, ...]]:
    """What of the original is not in its copy, by what it is: the names of the rows and persons concerned."""
    source, now = scope_of(original), scope_of(engagement)
    here = {(one.party, one.name) for one in now.persons}
    duties = {duty.key: duty for duty in now.duties}
    objectives = {one.key: one for one in now.objectives}
    clauses = {clause.key for clause in now.clauses}
    dated: tuple[scope.Guideline | scope.Duty, ...] = (*source.guidelines, *source.duties)
    found: dict[Left, tuple[str, ...]] = {
        Left.DATES: tuple(row.name for row in dated if row.when.kind == WhenKind.DATE),
        Left.PERSONS: tuple(one.name for one in source.persons if (one.party, one.name) not in here),
        Left.REASONS: tuple(
            duty.name
            for duty in source.duties
            if duty.responsible == Responsible.EXCLUDED and duty.reason != duties[duty.key].reason
        ),
        Left.FIGURES: tuple(
            one.name
            for one in source.objectives
            if (one.baseline, one.target) != (objectives[one.key].baseline, objectives[one.key].target)
        ),
        Left.CLAUSES: tuple(clause.name for clause in source.clauses if clause.key not in clauses),
    }
    if original.client_id != engagement.client_id:
        found[Left.STILL_NAMED] = tuple(_naming(now, source.client))
    return {left: names for left, names in found.items() if names}


def _naming(now: scope.Scope, former: scope.ClientIdentity) -> Iterator[str]:
    """The rows whose text still names the former client."""
    names = [name.casefold() for name in {former.name, former.short_name} if name]
    rows: tuple[Any, ...] = (*now.guidelines, *now.autonomy, *now.duties, *now.objectives, *now.clauses)
    for row in rows:
        if any(name in text.casefold() for text in _texts(row) for name in names):
            yield row.name
    for fee in now.fees:
        if any(name in fee.label.casefold() for name in names):
            yield fee.label


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
