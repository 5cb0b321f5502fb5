"""Everything on one page: who, for whom, how long; two panels; the total; what is not included; the
contents."""

from dataclasses import dataclass

from scoping.domain.fees import LaneFees
from scoping.domain.words import FeeLane, Holder, Lane, Responsible

from .. import figures
from ..reading import Fact, Reading
from ..typography import decapitalised, listed, sentence, shortened, typeset
from .facts import fee_text, holder_fact

# Whose duties a panel counts: those of who holds the role; where nobody does, all that somebody does.
DONE_BY = {
    Holder.STUDIO: (Responsible.STUDIO,),
    Holder.CLIENT: (Responsible.CLIENT,),
    Holder.THIRD: (Responsible.THIRD,),
    Holder.NOBODY: (Responsible.STUDIO, Responsible.CLIENT, Responsible.THIRD),
}
NAMED = 6  # how many excluded duties the cover names, at most, before it says how many others there are
NAMED_LENGTH = 200  # and in how many characters
EXAMPLE_LENGTH = 170  # of an example or a title, before it is cut at a word
NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a panel: a label and what stands at its right; `large`: an amount that can stand large."""

    kind: str
    label: str
    value: str
    large: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the two panels: what the role is about here, then four lines of label and value."""

    kind: str
    title: str
    text: str
    lines: tuple["Line", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: a section's name, the anchor of its heading, and the page where it will
    begin."""

    anchor: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `logo` is the picture's name, where the studio has one."""

    studio: str
    number: str
    subject: str
    title: tuple[str, ...]
    lead: str
    facts: tuple[Fact, ...]
    panels: tuple[Panel, Panel]
    totals: tuple[tuple[str, str], ...]
    excluded_word: str
    excluded: str
    changes: str
    logo: str = ""
    fit: str = ""
    kind: str = "cover"

    @property
    def panel_lines(self) -> tuple[tuple[Line, Line], ...]:
        """The lines of both panels, side by side."""
        marketing, social = self.panels
        return tuple(zip(marketing.lines, social.lines, strict=True))


def cover(reading: Reading) -> Cover:
    """The first page of this scope."""
    words, scope = reading.words, reading.scope
    return Cover(
        studio=shortened(typeset(scope.studio.name), NAME_LENGTH),
        number=document_line(reading),
        subject=shortened(typeset(scope.title), EXAMPLE_LENGTH),
        title=words.cover_title,
        lead=words.cover_lead,
        facts=_facts(reading),
        panels=(_panel(reading, Lane.MARKETING), _panel(reading, Lane.SOCIAL)),
        totals=_totals(reading),
        excluded_word=words.excluded_word if reading.rows.of_party(Responsible.EXCLUDED) else "",
        excluded=_excluded(reading),
        changes=_changes(reading),
    )


def document_line(reading: Reading) -> str:
    """The document's name, number and version, as on every page's foot."""
    return f"{reading.words.names.document} {typeset(reading.scope.number)} · {reading.version}"


def _facts(reading: Reading) -> tuple[Fact, ...]:
    scope, words = reading.scope, reading.words
    names, client, studio = words.names, scope.client, scope.studio
    started = words.from_day(figures.date(scope.start, reading.language)) if scope.start else ""
    length = words.months(scope.months) if scope.months else names.undecided
    day = figures.date(scope.dated, reading.language)
    return (
        Fact(
            names.client,
            shortened(typeset(client.name), NAME_LENGTH),
            _tax_number(reading, client.vat_number, client.tax_code),
        ),
        Fact(
            names.studio,
            shortened(typeset(studio.name), NAME_LENGTH),
            _tax_number(reading, studio.vat_number, studio.tax_code),
        ),
        Fact(names.length, length, started),
        Fact(
            names.valid,
            figures.valid_until(scope.dated, scope.validity_days, reading.language) or names.undecided,
            words.issued_on(day) if reading.issue else words.dated_on(day),
        ),
    )


def _tax_number(reading: Reading, vat: str, code: str) -> str:
    names = reading.words.names
    if vat:
        return typeset(f"{names.vat} {vat}")
    return typeset(f"{names.tax_code} {code}") if code else typeset(reading.scope.client.purpose)


def _panel(reading: Reading, lane: Lane) -> Panel:
    words, scope = reading.words, reading.scope
    assignment = scope.role(lane)
    example = sentence(shortened(typeset(assignment.example), EXAMPLE_LENGTH))
    duties = reading.rows.of_lane(lane, *DONE_BY[assignment.held_by])
    found = reading.fees.lane(FeeLane(lane.value))
    label, amount, figure = _fee(reading, found, held=assignment.held_by == Holder.STUDIO)
    objectives = words.objectives_counted(len(reading.objectives(lane)))
    holder = holder_fact(reading, lane)
    who = shortened(holder.value, NAME_LENGTH)
    if assignment.held_by in (Holder.CLIENT, Holder.THIRD) and assignment.lead:
        party = words.names.client if assignment.held_by == Holder.CLIENT else words.names.third
        who = f"{who} ({party.lower()})"
    return Panel(
        kind=lane.value,
        title=words.lanes[lane],
        text=" ".join(
            part
            for part in (words.panel_text[lane], words.for_example(decapitalised(example)) if example else "")
            if part
        ),
        lines=(
            Line(lane.value, words.panel_who[lane], who),
            Line(lane.value, words.panel_duties[lane], words.duties_counted(len(duties))),
            Line(lane.value, words.panel_objectives[lane], objectives),
            Line(lane.value, label, amount, figure),
        ),
    )


def _fee(reading: Reading, found: LaneFees | None, *, held: bool) -> tuple[str, str, bool]:
    """The label, the amount, and whether it is one figure that can stand large."""
    words = reading.words
    if found is None:
        return words.names.fee, words.names.undecided if held else words.no_fee, False
    if found.a_month is not None and not found.once:
        return words.monthly_net(reading.net), reading.money(found.a_month), True
    if not found.monthly:
        return words.once_net(reading.net), reading.money(found.once_total), True
    return f"{words.names.fee}, {reading.net}", fee_text(reading, found), False


def _totals(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Adjacent work and undivided fees, where there are any, then all together."""
    words, lines = reading.words, []
    for lane, name in ((FeeLane.ADJACENT, words.names.adjacent), (FeeLane.UNDIVIDED, words.names.undivided)):
        found = reading.fees.lane(lane)
        if found is not None:
            lines.append((f"{name}, {reading.net}", fee_text(reading, found)))
    together = reading.fees.together
    if together.lines:
        amount = fee_text(reading, together)
        if together.total is not None and reading.scope.months and together.monthly:
            amount = f"{amount}, {words.in_months(reading.money(together.total), reading.scope.months)}"
        lines.append((f"{words.names.together}, {reading.net}", amount))
    return tuple(lines)


def _excluded(reading: Reading) -> str:
    words = reading.words
    names = [decapitalised(typeset(row.duty.name)) for row in reading.rows.of_party(Responsible.EXCLUDED)]
    if not names:
        return words.nothing_excluded
    shown = names[:NAMED]
    while len(shown) > 1 and sum(len(name) + 2 for name in shown) > NAMED_LENGTH:
        shown.pop()
    shown = [shortened(name, NAMED_LENGTH) for name in shown]
    rest = len(names) - len(shown)
    names = [*shown, words.and_others(rest)] if rest else shown
    return f"{sentence(listed(names, words.last))} {words.excluded_close}"


def _changes(reading: Reading) -> str:
    """What changed since the version before, in a sentence; where it is long, how much and where it
    stands."""
    if not reading.changes or reading.issue is None:
        return ""
    lead = reading.words.changes_lead(reading.issue.version - 1)
    if not reading.changes_fit_cover:
        return f"{lead} {reading.words.changes_counted(len(reading.changes))}"
    told = "; ".join(decapitalised(typeset(change)).rstrip(".") for change in reading.changes)
    return f"{lead} {told}."
