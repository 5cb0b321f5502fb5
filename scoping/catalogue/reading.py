"""The catalogue as its page shows it, in the language of the screens. Hours of effort stay out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from scoping.domain.clauses import GAP, names_in
from scoping.domain.money import figure_text, money_text
from scoping.domain.wording import lane_name
from scoping.domain.words import Cadence, Lane, Language
from scoping.press.words import words_of

from .models import CatalogueArea, CatalogueClause, CatalogueDuty, CatalogueObjective
from .offers import duty_offer, parameter_text, said
from .search import speaks_of

CURRENCY = "EUR"  # of the amounts that the catalogue names


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty as the studio usually offers it; `usual` is its quantity with unit and cadence."""

    code: str
    name: str
    description: str
    deliverable: str
    usual: str
    limits: str
    exclusion: str


@dataclass(frozen=True, slots=True)
class ShownArea:
    """The duties of one area."""

    name: str
    duties: tuple[ShownDuty, ...]


@dataclass(frozen=True, slots=True)
class ShownObjective:
    """An objective, with what it is measured by."""

    code: str
    name: str
    kpi: str
    how_measured: str


@dataclass(frozen=True, slots=True)
class ShownLane:
    """What the catalogue holds for one lane."""

    lane: Lane
    title: str
    areas: tuple[ShownArea, ...]
    objectives: tuple[ShownObjective, ...]

    @property
    def count(self) -> int:
        """How many duties are shown."""
        return sum(len(area.duties) for area in self.areas)


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause with its usual figures; `weight` is that of `words.Onerous`, `why` the reason for it."""

    code: str
    name: str
    text: str
    weight: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownCatalogue:
    """Everything that is shown, or what of it answers to the words."""

    lanes: tuple[ShownLane, ...]
    clauses: tuple[ShownClause, ...]

    @property
    def duties(self) -> int:
        """How many duties are shown."""
        return sum(lane.count for lane in self.lanes)

    @property
    def objectives(self) -> int:
        """How many objectives are shown."""
        return sum(len(lane.objectives) for lane in self.lanes)

    @property
    def count(self) -> int:
        """How many rows of any kind are shown."""
        return self.duties + self.objectives + len(self.clauses)


def shown_catalogue(language: Language, words: str = "") -> ShownCatalogue:
    """The open studio's catalogue in four queries; with words, the rows that speak of all of them."""
    areas = list(CatalogueArea.objects.all())
    duties = [row for row in CatalogueDuty.objects.all() if speaks_of(row, words)]
    objectives = [row for row in CatalogueObjective.objects.all() if speaks_of(row, words)]
    return ShownCatalogue(
        lanes=tuple(
            ShownLane(
                lane=lane,
                title=capfirst(lane_name(lane, language)),
                areas=_areas(
                    [area for area in areas if area.lane == lane],
                    [row for row in duties if row.lane == lane],
                    language,
                ),
                objectives=tuple(_objective(row, language) for row in objectives if row.lane == lane),
            )
            for lane in Lane
        ),
        clauses=tuple(
            _clause(row, language) for row in CatalogueClause.objects.all() if speaks_of(row, words)
        ),
    )


def _areas(
    areas: Sequence[CatalogueArea], duties: Sequence[CatalogueDuty], language: Language
) -> tuple[ShownArea, ...]:
    """The areas that have duties, in their order; last the duties of no known area."""
    known = {area.code for area in areas}
    groups = [(said(area.name, language), [row for row in duties if row.area == area.code]) for area in areas]
    groups.append((_("Other duties"), [row for row in duties if row.area not in known]))
    return tuple(
        ShownArea(name, tuple(_duty(row, language) for row in rows)) for name, rows in groups if rows
    )


def _duty(row: CatalogueDuty, language: Language) -> ShownDuty:
    return ShownDuty(
        code=row.code,
        name=said(row.name, language),
        description=said(row.description, language),
        deliverable=said(row.deliverable, language),
        usual=_usual(row, language),
        limits=_limits(row, language),
        exclusion=said(row.exclusion, language),
    )


def _usual(row: CatalogueDuty, language: Language) -> str:
    """ "8 post al mese", "1 rapporto, una volta"."""
    duty = duty_offer(row, language)
    unit = duty.unit if duty.quantity == 1 else duty.unit_plural or duty.unit
    cadence = words_of(language).cadences[duty.cadence]
    apart = ", " if duty.cadence in (Cadence.ONCE, Cadence.ON_DEMAND) else " "
    return f"{figure_text(row.quantity, language)} {unit}".strip() + apart + cadence


def _limits(row: CatalogueDuty, language: Language) -> str:
    """What bounds the duty, and how many rounds of changes it has where it has its own number of them."""
    rounds = words_of(language).rounds(row.rounds) if row.rounds is not None else ""
    return " ".join(
        part for part in (said(row.limits, language), capfirst(rounds) + "." if rounds else "") if part
    )


def _objective(row: CatalogueObjective, language: Language) -> ShownObjective:
    return ShownObjective(
        code=row.code,
        name=said(row.name, language),
        kpi=said(row.kpi, language),
        how_measured=said(row.how_measured, language),
    )


def _clause(row: CatalogueClause, language: Language) -> ShownClause:
    text = said(row.text, language)
    usual = {one["name"]: _usual_value(one, language) for one in row.parameters}
    for name in names_in(text):
        text = text.replace(f"{{{name}}}", usual.get(name, "") or GAP)
    return ShownClause(
        code=row.code,
        name=said(row.name, language),
        text=text,
        weight=row.onerous,
        why=said(row.why, language),
    )


def _usual_value(parameter: dict[str, str], language: Language) -> str:
    if parameter["kind"] == "money":
        return money_text(Decimal(parameter["default"]), CURRENCY, language)
    return parameter_text(parameter, language)
