"""What a save changed, in a few words of the screens: for the button that takes it back."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from scoping.domain.changes import Change
from scoping.domain.money import figure_text, money_text
from scoping.domain.scope import Scope
from scoping.engagements.models import AutonomyRow, Clause, Duty, EngagementFunction, FeeLine, RoleAssignment
from scoping.kit.days import day_text
from scoping.kit.forms import screen_language

FIELDS: Mapping[str, Any] = {
    "title": gettext_lazy("Title"),
    "language": gettext_lazy("Language of the document"),
    "currency": gettext_lazy("Currency"),
    "start": gettext_lazy("Start"),
    "months": gettext_lazy("Length in months"),
    "validity_days": gettext_lazy("Validity in days"),
    "signed_for_studio": gettext_lazy("Who signs for the studio"),
    "hourly_rate": gettext_lazy("Hourly rate"),
    "payment_days": gettext_lazy("Days of payment"),
    "rounds": gettext_lazy("Rounds of changes"),
    "approve_possible_apart": gettext_lazy("Clauses to approve apart"),
}
# Persons come and go with the rows that name them: those tell more.
WEIGHT = ("duties", "objectives", "fees", "clauses", "roles", "guidelines", "autonomy", "functions")


def told(changes: Sequence[Change], described: Scope) -> str:
    """The most telling of these changes, and how many others there are of its kind."""
    if not changes:
        return ""
    ordered = sorted(changes, key=lambda one: WEIGHT.index(one.part) if one.part in WEIGHT else len(WEIGHT))
    first = ordered[0]
    gone = tuple(one.before for one in changes if one.part == "persons" and one.after is None)
    described = replace(described, persons=(*described.persons, *gone))  # whom nothing names any more
    said = _row(first, described) if first.is_row else _field(first, described)
    more = sum(one.part == first.part for one in ordered) - 1
    if not more:
        return said
    whole = ngettext("%(first)s, and %(count)d more row", "%(first)s, and %(count)d more rows", more)
    return whole % {"first": said, "count": more}


def _row(change: Change, described: Scope) -> str:
    name = _name(change.part, change.after or change.before, described)
    if change.before is None:
        return _("%(name)s, added") % {"name": name}
    if change.after is None:
        return _("%(name)s, removed") % {"name": name}
    if change.before == change.after:
        return _("%(name)s, moved") % {"name": name}
    turns = [
        {"before": words(old, described), "after": words(new, described)}
        for field, words in _SAID.items()
        if (old := getattr(change.before, field, None)) != (new := getattr(change.after, field, None))
    ]
    if not turns:
        return _("%(name)s, changed") % {"name": name}
    said = _from_to(name, **turns[0])
    return _("%(said)s and from %(before)s to %(after)s") % {"said": said, **turns[1]} if turns[1:] else said


def _name(part: str, row: Any, described: Scope) -> str:
    if part == "roles":
        return str(dict(RoleAssignment.LANES)[row.lane])
    if part == "fees":
        return row.label or _("Fee for %(lane)s") % {"lane": dict(FeeLine.LANES)[row.lane]}
    if part == "functions":
        person = described.person(row.person)
        return f"{person.name if person else row.person}, {dict(EngagementFunction.KINDS)[row.kind]}"
    return str(row.name)


def _field(change: Change, described: Scope) -> str:
    field = change.key or change.part
    name = str(FIELDS.get(field, field))
    if isinstance(change.before, str | bool) or isinstance(change.after, str | bool):
        return _("%(name)s, changed") % {"name": name}
    words = _amount if field == "hourly_rate" else _plain
    return _from_to(name, words(change.before, described), words(change.after, described))


def _from_to(name: str, before: str, after: str) -> str:
    return _("%(name)s, from %(before)s to %(after)s") % {"name": name, "before": before, "after": after}


def _word(choices: list[tuple[str, Any]]) -> Callable[[Any, Scope], str]:
    return lambda value, _described: str(dict(choices).get(value, _("nothing")))


def _responsible(value: Any, _described: Scope) -> str:
    return str(dict(Duty.RESPONSIBLE).get(value, _("To be decided")))


def _person(value: Any, described: Scope) -> str:
    person = described.person(value)
    return person.name if person else _("nothing")


def _served(value: Any, described: Scope) -> str:
    names = [one.name for one in described.objectives if one.key in value]
    return ", ".join(names) or _("nothing")


def _amount(value: Any, described: Scope) -> str:
    return _("nothing") if value is None else money_text(value, described.currency, screen_language())


def _plain(value: Any, _described: Scope) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, Decimal):
        return figure_text(value, screen_language())
    return day_text(value) if isinstance(value, dt.date) else str(value)


# What of a row is said from what to what, the most telling first; two of them at most.
_SAID: Mapping[str, Callable[[Any, Scope], str]] = {
    "responsible": _responsible,
    "decision": _word(AutonomyRow.DECISIONS),
    "amount": _amount,
    "quantity": _plain,
    "cadence": _word(Duty.CADENCES),
    "kind": _word(FeeLine.KINDS),
    "onerous": _word(Clause.ONEROUS),
    "held_by": _word(RoleAssignment.HOLDERS),
    "lead": _person,
    "person": _person,
    "days": _plain,
    "serves": _served,
    "target": _plain,
}
