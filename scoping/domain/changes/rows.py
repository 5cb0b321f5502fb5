"""What changed in duties, objectives and clauses."""

from collections import defaultdict
from collections.abc import Iterator

from ..money import figure_text
from ..scope import Clause, Duty, Objective, Scope
from ..wording import either, quoted
from ..words import Cadence, Language, Responsible
from .telling import Told, gone_and_new, kept, order_differs

_ADDED = Told(
    ("aggiunta la riga {names}", "aggiunte le righe {names}"), ("line {names} added", "lines {names} added")
)
_NOT_INCLUDED = Told(
    ("tra le cose non comprese ora c'è {names}", "tra le cose non comprese ora ci sono {names}"),
    ("{names} now stands among what is not included", "{names} now stand among what is not included"),
)
_REMOVED = Told(
    ("tolta la riga {names}", "tolte le righe {names}"), ("line {names} removed", "lines {names} removed")
)
_CHANGED = Told(
    ("riveduta la riga {names}", "rivedute le righe {names}"),
    ("line {names} revised", "lines {names} revised"),
)
_MOVED: dict[Responsible | None, Told] = {
    Responsible.EXCLUDED: Told(
        ("{names} ora non è compresa", "{names} ora non sono comprese"),
        ("{names} is no longer included", "{names} are no longer included"),
    ),
    Responsible.STUDIO: Told(
        ("{names} ora la fa lo studio", "{names} ora le fa lo studio"),
        ("{names} is now done by the studio", "{names} are now done by the studio"),
    ),
    Responsible.CLIENT: Told(
        ("{names} ora la fa il cliente", "{names} ora le fa il cliente"),
        ("{names} is now done by the client", "{names} are now done by the client"),
    ),
    Responsible.THIRD: Told(
        ("{names} ora la fa una terza parte", "{names} ora le fa una terza parte"),
        ("{names} is now done by a third party", "{names} are now done by a third party"),
    ),
    None: Told(
        ("{names} ora è da decidere", "{names} ora sono da decidere"),
        ("{names} is now undecided", "{names} are now undecided"),
    ),
}
_QUANTITIES = Told(
    ("cambia la quantità di {names}", "cambiano le quantità di {names}"),
    ("the quantity of {names} changes", "the quantities of {names} change"),
)
_OBJECTIVES = (
    Told(
        ("aggiunto l'obiettivo {names}", "aggiunti gli obiettivi {names}"),
        ("objective {names} added", "objectives {names} added"),
        masculine=True,
    ),
    Told(
        ("tolto l'obiettivo {names}", "tolti gli obiettivi {names}"),
        ("objective {names} removed", "objectives {names} removed"),
        masculine=True,
    ),
    Told(
        ("riveduto l'obiettivo {names}", "riveduti gli obiettivi {names}"),
        ("objective {names} revised", "objectives {names} revised"),
        masculine=True,
    ),
)
_CLAUSES = (
    Told(
        ("aggiunta la clausola {names}", "aggiunte le clausole {names}"),
        ("clause {names} added", "clauses {names} added"),
    ),
    Told(
        ("tolta la clausola {names}", "tolte le clausole {names}"),
        ("clause {names} removed", "clauses {names} removed"),
    ),
    Told(
        ("riveduta la clausola {names}", "rivedute le clausole {names}"),
        ("clause {names} revised", "clauses {names} revised"),
    ),
)
_CADENCES = {
    Cadence.ONCE: ("una volta", "once"),
    Cadence.WEEKLY: ("alla settimana", "a week"),
    Cadence.MONTHLY: ("al mese", "a month"),
    Cadence.QUARTERLY: ("a trimestre", "a quarter"),
    Cadence.YEARLY: ("all'anno", "a year"),
    Cadence.ON_DEMAND: ("a richiesta", "on demand"),
}


def duty_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Lines added, removed, moved to other hands, more or fewer, or revised."""
    gone, new = gone_and_new(before.duties, after.duties)
    yield from _ADDED.of((duty.name for duty in new if duty.responsible != Responsible.EXCLUDED), language)
    yield from _REMOVED.of((duty.name for duty in gone), language)
    moved: defaultdict[Responsible | None, list[str]] = defaultdict(list)
    counted: list[tuple[Duty, Duty]] = []
    changed: list[str] = []
    for old, duty in kept(before.duties, after.duties):
        if old.responsible != duty.responsible:
            moved[duty.responsible].append(duty.name)
        elif (old.quantity, old.cadence) != (duty.quantity, duty.cadence):
            counted.append((old, duty))
        elif old != duty:
            changed.append(duty.name)
    for responsible, told in _MOVED.items():
        yield from told.of(moved[responsible], language)
    yield from _NOT_INCLUDED.of(
        (duty.name for duty in new if duty.responsible == Responsible.EXCLUDED), language
    )
    if len(counted) == 1:
        yield _quantity_change(*counted[0], language)
    else:
        yield from _QUANTITIES.of((duty.name for _, duty in counted), language)
    yield from _CHANGED.of(changed, language)
    if order_differs(before.duties, after.duties):
        yield either(language, "cambia l'ordine delle righe", "the order of the lines changes")


def objective_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Objectives added, removed, revised."""
    yield from _row_changes(before.objectives, after.objectives, _OBJECTIVES, language)
    if order_differs(before.objectives, after.objectives):
        yield either(language, "cambia l'ordine degli obiettivi", "the order of the objectives changes")


def clause_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Clauses added, removed, revised."""
    yield from _row_changes(before.clauses, after.clauses, _CLAUSES, language)
    if order_differs(before.clauses, after.clauses):
        yield either(language, "cambia l'ordine delle clausole", "the order of the clauses changes")


def _row_changes(
    before: tuple[Objective, ...] | tuple[Clause, ...],
    after: tuple[Objective, ...] | tuple[Clause, ...],
    told: tuple[Told, Told, Told],
    language: Language,
) -> Iterator[str]:
    gone, new = gone_and_new(before, after)
    added, removed, changed = told
    yield from added.of((row.name for row in new), language)
    yield from removed.of((row.name for row in gone), language)
    yield from changed.of((row.name for old, row in kept(before, after) if old != row), language)


def _quantity_change(old: Duty, duty: Duty, language: Language) -> str:
    """ "«Post statico»: da 12 a 16 post al mese"."""
    name, now = quoted(duty.name, language), amount_text(duty, language)
    if old.quantity is None:
        return f"{name}: {either(language, 'ora', 'now')} {now}"
    from_, to = either(language, "da", "from"), either(language, "a", "to")
    same_rhythm = old.cadence == duty.cadence and duty.quantity is not None
    then = figure_text(old.quantity, language) if same_rhythm else amount_text(old, language)
    return f"{name}: {from_} {then} {to} {now}"


def amount_text(duty: Duty, language: Language) -> str:
    """ "16 post al mese"; without a quantity, the cadence alone."""
    cadence = either(language, *_CADENCES[duty.cadence])
    if duty.quantity is None:
        return cadence
    unit = duty.unit if duty.quantity == 1 else duty.unit_plural or duty.unit
    return " ".join(part for part in (figure_text(duty.quantity, language), unit, cadence) if part)
