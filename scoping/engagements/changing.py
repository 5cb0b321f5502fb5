"""Changes into a draft's rows: only the rows concerned are touched."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from scoping.domain import scope
from scoping.domain.changes import Change, ChangedSince, applied, changes_between, key_of
from scoping.domain.words import Party

from .models import Engagement, EngagementFunction, Participant, RoleAssignment
from .people import People, known_source, take_person
from .reading import scope_of
from .rows import function_row, role_row
from .writing import KEYED, take_fields, write_holders

FIELDS = ("title", "language", "currency", "dated", "start", "months", "validity_days")
TERMS = ("hourly_rate", "payment_days", "rounds", "approve_possible_apart")
OUTSIDE = {"number", "studio", "client"}  # of a Scope, what is not the draft's own to change


@transaction.atomic
def write_changes(
    engagement: Engagement, changes: Iterable[Change], before: scope.Scope | None = None
) -> scope.Scope:
    """Make these changes in the draft, and tell what it says then. Call with the engagement locked.

    `before` spares reading the draft, for whoever read it under the same lock.

    Raises ChangedSince where something is no longer as a change found it, or where a person of the studio or
    the client comes who is in its lists no more; ValueError for what is not the draft's to change.
    """
    before = before or scope_of(engagement)
    after = applied(before, changes)
    done = changes_between(before, after)
    foreign = sorted({change.part for change in done} & OUTSIDE)
    if foreign:
        raise ValueError(f"a draft cannot change {foreign}")
    if any(not change.is_row for change in done):
        take_fields(engagement, after)
        engagement.save(update_fields=[*FIELDS, *TERMS])
    people = _welcome(engagement, done)
    _write_signing(engagement, before, after)
    _write_functions(engagement, _of(done, "functions"), people)
    _write_roles(engagement, _of(done, "roles"), people)
    for part, model, row_of in KEYED:
        _write_keyed(engagement, model, row_of, _of(done, part), people)
    _write_places(engagement, done, after)
    gone = [change.key for change in _of(done, "persons") if change.after is None]
    Participant.objects.filter(engagement=engagement, key__in=gone).delete()
    return after


def _of(changes: Sequence[Change], part: str) -> list[Change]:
    return [change for change in changes if change.part == part and change.before != change.after]


def _welcome(engagement: Engagement, changes: Sequence[Change]) -> People:
    """The participants, those who come included; those who go are still among them."""
    if not any(change.is_row for change in changes):
        return {}
    rows = Participant.objects.filter(engagement=engagement).select_related("professional", "contact")
    people = {row.key: row for row in rows}
    for change in _of(changes, "persons"):
        person = change.after
        if person is None:
            continue
        if change.before is None and person.party != Party.THIRD:
            people[change.key] = _named_again(engagement, change)
            continue
        row = people.get(change.key)
        if row is None:
            row = people[change.key] = Participant(
                studio=engagement.studio, engagement=engagement, key=change.key
            )
        take_person(row, person)
    return people


def _named_again(engagement: Engagement, change: Change) -> Participant:
    """Somebody of the studio or the client: who it is, is said in its lists, and stays as it is there."""
    person = change.after
    source = known_source(engagement, person)
    if source is None:
        raise ChangedSince(change, None)
    return Participant.objects.create(
        studio=engagement.studio,
        engagement=engagement,
        key=person.key,
        party=person.party,
        organisation=person.organisation,
        **{"professional" if person.party == Party.STUDIO else "contact": source},
    )


def _write_signing(engagement: Engagement, before: scope.Scope, after: scope.Scope) -> None:
    if before.signed_for_studio != after.signed_for_studio:
        rows = Participant.objects.filter(engagement=engagement)
        rows.filter(signs_for_studio=True).update(signs_for_studio=False)
        rows.filter(key=after.signed_for_studio or "").update(signs_for_studio=True)


def _write_functions(engagement: Engagement, changes: Sequence[Change], people: People) -> None:
    for change in changes:
        old, new = change.before, change.after
        named = old or new
        rows = EngagementFunction.objects.filter(
            engagement=engagement, kind=named.kind, participant=people[named.person]
        )
        if new is None:
            rows.delete()
        elif old is None:
            function_row(engagement, 0, new, people).save()
        else:
            rows.update(order=new.order, power=new.power, days=new.days)


def _write_roles(engagement: Engagement, changes: Sequence[Change], people: People) -> None:
    for change in changes:
        known = RoleAssignment.objects.filter(engagement=engagement, lane=change.key).first()
        if change.after is None:
            assert known is not None
            known.others.all().delete()
            known.delete()
            continue
        row = role_row(engagement, change.after, people)
        row.pk = known.pk if known is not None else None
        row.save()
        write_holders(row, change.after, people)


def _write_keyed(
    engagement: Engagement, model: Any, row_of: Any, changes: Sequence[Change], people: People
) -> None:
    if not changes:
        return
    known = {row.key: row for row in model.objects.filter(engagement=engagement)}
    gone = [change.key for change in changes if change.after is None]
    model.objects.filter(engagement=engagement, key__in=gone).delete()
    for change in changes:
        if change.after is None:
            continue
        row = row_of(engagement, 0, change.after, people)
        if change.before is not None:
            row.pk, row.position = known[change.key].pk, known[change.key].position
        row.save()


def _write_places(engagement: Engagement, changes: Sequence[Change], after: scope.Scope) -> None:
    """The reading order, of the lists in which a row came or moved."""
    for part in {change.part for change in changes if change.above_after is not None} - {"roles"}:
        places = {key_of(row): place for place, row in enumerate(getattr(after, part))}
        moved = []
        for row in _rows(engagement, part):
            place = places.get(_key(row))
            if place is not None and row.position != place:
                row.position = place
                moved.append(row)
        if moved:
            type(moved[0])._default_manager.bulk_update(moved, ["position"])


def _rows(engagement: Engagement, part: str) -> Any:
    if part == "functions":
        return EngagementFunction.objects.filter(engagement=engagement).select_related("participant")
    model: Any = {"persons": Participant} | {name: table for name, table, _row in KEYED}
    return model[part].objects.filter(engagement=engagement)


def _key(row: Any) -> str:
    return f"{row.kind}:{row.participant.key}" if isinstance(row, EngagementFunction) else row.key
