"""The shipped catalogue into a studio: its own from then on."""

import json
from decimal import Decimal
from importlib import resources
from typing import Any

from django.db import transaction

from scoping.studios.models import Studio
from scoping.studios.ownership import StudioOwned

from .models import (
    CatalogueArea,
    CatalogueAutonomy,
    CatalogueClause,
    CatalogueDuty,
    CatalogueGuideline,
    CatalogueObjective,
    CatalogueRoleText,
    CatalogueTemplate,
)

Shipped = dict[str, Any]


def shipped() -> Shipped:
    """The catalogue that comes with the package, as its JSON says it."""
    source = resources.files("scoping.catalogue") / "shipped" / "catalogue.json"
    catalogue: Shipped = json.loads(source.read_text(encoding="utf-8"), parse_float=Decimal)
    return catalogue


@transaction.atomic
def load_catalogue(studio: Studio) -> int:
    """Put the shipped catalogue into a studio that has none; returns how many rows were written.

    A studio whose catalogue is from before there were templates gets the templates alone.
    """
    has_duties = CatalogueDuty.objects.filter(studio=studio).exists()
    if has_duties and CatalogueTemplate.objects.filter(studio=studio).exists():
        return 0
    catalogue = shipped()
    rows: list[StudioOwned] = [*_templates(studio, catalogue)]
    if not has_duties:
        rows += _all_but_templates(studio, catalogue)
    tables: set[Any] = {type(row) for row in rows}
    for table in tables:
        table.objects.bulk_create([row for row in rows if type(row) is table])
    return len(rows)


def _all_but_templates(studio: Studio, catalogue: Shipped) -> list[StudioOwned]:
    return [
        *_areas(studio, catalogue),
        *_role_texts(studio, catalogue),
        *_duties(studio, catalogue),
        *_inputs(studio, catalogue),
        *_objectives(studio, catalogue),
        *_clauses(studio, catalogue),
    ]


def _areas(studio: Studio, catalogue: Shipped) -> list[CatalogueArea]:
    return [
        CatalogueArea(studio=studio, code=area["code"], position=place, name=area["name"], lane=area["role"])
        for place, area in enumerate(catalogue["areas"])
    ]


def _role_texts(studio: Studio, catalogue: Shipped) -> list[CatalogueRoleText]:
    names = {role["code"]: role["name"] for role in catalogue["roles"]}
    return [
        CatalogueRoleText(
            studio=studio,
            code=code,
            position=place,
            name=names[code],
            lead=texts["lead"],
            who=texts.get("who") or {},
            example=texts.get("example") or {},
        )
        for place, (code, texts) in enumerate(catalogue["role_texts"].items())
    ]


def _duties(studio: Studio, catalogue: Shipped) -> list[CatalogueDuty]:
    plurals = {unit["code"]: unit["plural"] for unit in catalogue["units"]}
    return [
        CatalogueDuty(
            studio=studio,
            code=duty["code"],
            position=place,
            name=duty["name"],
            lane=duty["role"],
            area=duty["area"],
            description=duty["description"],
            deliverable=duty["deliverable"],
            unit={language: duty["unit"][language] for language in ("it", "en")},
            unit_plural=plurals[duty["unit"]["code"]],
            cadence="on_demand" if duty["on_demand"] else duty["cadence"],
            quantity=duty["default_quantity"],
            when=duty["when"],
            rounds=duty["rounds"],
            answering=duty["answer"],
            limits=duty["limits"],
            exclusion=duty["exclusion"],
            reason=duty["reason"],
            if_needed=duty["if_needed"],
            content=duty["content"],
            needs=duty["needs"],
            depends_on=duty["depends_on"],
            keywords=duty["keywords"],
            hours_low=duty["effort_hours"]["low"],
            hours_likely=duty["effort_hours"]["likely"],
            hours_high=duty["effort_hours"]["high"],
        )
        for place, duty in enumerate(catalogue["duties"])
    ]


def _inputs(studio: Studio, catalogue: Shipped) -> list[CatalogueGuideline | CatalogueAutonomy]:
    guidelines = [
        CatalogueGuideline(
            studio=studio,
            code=guideline["code"],
            position=place,
            name=guideline["name"],
            lane=guideline["role"],
            description=guideline["description"],
            usual_source=guideline["usual_source"],
            when=guideline["when"],
        )
        for place, guideline in enumerate(catalogue["guidelines"])
    ]
    autonomy = [
        CatalogueAutonomy(
            studio=studio,
            code=row["code"],
            position=place,
            name=row["name"],
            detail=row["detail"],
            decision=row["default"],
            asks=row["asks_default"] or "",
            days=row["days"],
        )
        for place, row in enumerate(catalogue["autonomy"])
    ]
    return [*guidelines, *autonomy]


def _objectives(studio: Studio, catalogue: Shipped) -> list[CatalogueObjective]:
    return [
        CatalogueObjective(
            studio=studio,
            code=objective["code"],
            position=place,
            name=objective["name"],
            lane=objective["role"],
            kpi=objective["kpi"],
            how_measured=objective["how_measured"],
            unit={language: objective["unit"][language] for language in ("it", "en")},
            unit_code=objective["unit"]["code"],
            horizon=objective["horizon"],
            control=objective["control"],
            serves=objective["serves"],
        )
        for place, objective in enumerate(catalogue["objectives"])
    ]


def _clauses(studio: Studio, catalogue: Shipped) -> list[CatalogueClause]:
    return [
        CatalogueClause(
            studio=studio,
            code=clause["code"],
            position=place,
            name=clause["name"],
            text=clause["text"],
            onerous=clause["onerous"],
            why=clause["onerous_reason"] or clause["why"],
            parameters=[
                {
                    "name": parameter["name"],
                    "kind": parameter["type"],
                    "default": str(parameter["default"]),
                    "field": parameter.get("field", ""),
                }
                for parameter in clause["params"]
            ],
            default_on=clause["default_on"],
            required=clause["required"],
            only_if=clause.get("only_if", ""),
        )
        for place, clause in enumerate(catalogue["clauses"])
    ]


def _templates(studio: Studio, catalogue: Shipped) -> list[CatalogueTemplate]:
    return [
        CatalogueTemplate(
            studio=studio,
            code=template["code"],
            position=place,
            name=template["name"],
            description=template["description"],
            people=template.get("people"),
            roles=template["roles"],
            duties=template["duties"],
            objectives=template["objectives"],
            clauses=template["clauses"],
        )
        for place, template in enumerate(catalogue["templates"])
    ]
