"""Catalogue rows as values of a Scope, in the language of an engagement."""

from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from scoping.domain import scope
from scoping.domain.words import (
    Cadence,
    Control,
    Decision,
    Horizon,
    IfNeeded,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
    WhenKind,
)

from .models import CatalogueAutonomy, CatalogueClause, CatalogueDuty, CatalogueGuideline, CatalogueObjective

COUNTED = {"count", "count_month"}
SOURCES = {"client": Party.CLIENT, "studio": Party.STUDIO, "marketing": None}


def said(texts: dict[str, str] | None, language: Language) -> str:
    """What a text of the catalogue says in one language; empty where there is none."""
    return (texts or {}).get(language, "")


def when_of(said_when: dict[str, Any]) -> scope.When:
    """The catalogue's usual time as a Scope's value."""
    return scope.When(
        kind=WhenKind(said_when.get("kind", "none")),
        day=said_when.get("day"),
        weekdays=tuple(said_when.get("weekdays", ())),
        opens=said_when.get("from", ""),
        closes=said_when.get("to", ""),
    )


def duty_offer(row: CatalogueDuty, language: Language, responsible: Responsible | None = None) -> scope.Duty:
    """A duty as the studio usually offers it, for whoever is responsible.

    The catalogue's description stays there, to choose by: what is written in an engagement is printed, and a
    document of forty duties tells each by its name, its deliverable and its limits.
    """
    return scope.Duty(
        key=row.code,
        lane=Lane(row.lane),
        name=said(row.name, language),
        code=row.code,
        area=row.area,
        deliverable=said(row.deliverable, language),
        responsible=responsible,
        quantity=row.quantity,
        unit=said(row.unit, language),
        unit_plural=said(row.unit_plural, language),
        cadence=Cadence(row.cadence),
        when=when_of(row.when),
        rounds=row.rounds,
        answering=_answering(row.answering),
        limits=said(row.limits, language),
        exclusion=said(row.exclusion, language),
        reason=said(row.reason, language),
        if_needed=IfNeeded(row.if_needed),
        content=row.content,
        needs=tuple(row.needs),
        depends_on=tuple(row.depends_on),
    )


def _answering(usual: dict[str, Any] | None) -> scope.Answering | None:
    if usual is None:
        return None
    opens, _dash, closes = usual.get("hours", "").partition("-")
    weekdays = tuple(range(5)) if usual.get("weekdays") == "mon-fri" else tuple(range(7))
    return scope.Answering(days=usual.get("days"), weekdays=weekdays, opens=opens, closes=closes)


def guideline_offer(row: CatalogueGuideline, language: Language) -> scope.Guideline:
    """What a role usually receives; what comes from marketing has no source until it is known who holds
    it."""
    return scope.Guideline(
        key=row.code,
        lane=Lane(row.lane),
        name=said(row.name, language),
        description=said(row.description, language),
        source=SOURCES[row.usual_source],
        when=when_of(row.when),
    )


def autonomy_offer(row: CatalogueAutonomy, language: Language) -> scope.AutonomyRow:
    """One row of the autonomy matrix with its usual decision."""
    return scope.AutonomyRow(
        key=row.code,
        name=said(row.name, language),
        detail=said(row.detail, language),
        decision=Decision(row.decision),
        days=row.days,
    )


def objective_offer(row: CatalogueObjective, language: Language) -> scope.Objective:
    """An objective as the studio usually words it, without figures."""
    return scope.Objective(
        key=row.code,
        lane=Lane(row.lane),
        name=said(row.name, language),
        code=row.code,
        kpi=said(row.kpi, language),
        how_measured=said(row.how_measured, language),
        unit="" if row.unit_code in COUNTED else said(row.unit, language),
        horizon=Horizon(row.horizon),
        control=Control(row.control),
    )


def clause_offer(row: CatalogueClause, language: Language) -> scope.Clause:
    """A clause of the library; parameters that a field of the engagement gives are left to that field."""
    return scope.Clause(
        key=row.code,
        name=said(row.name, language),
        text=said(row.text, language),
        code=row.code,
        onerous=Onerous(row.onerous),
        parameters=tuple(
            (parameter["name"], parameter_text(parameter, language))
            for parameter in row.parameters
            if not parameter["field"]
        ),
    )


def parameter_text(parameter: dict[str, str], language: Language) -> str:
    """What a clause's parameter usually says."""
    if parameter["kind"] in {"int", "decimal", "money"}:
        return format_decimal(Decimal(parameter["default"]), locale=language)
    return parameter["default"]
