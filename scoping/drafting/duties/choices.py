"""What a duty's form offers: areas of its lane, guidelines, other duties.

What a duty names but the engagement lacks (a guideline or duty that was removed, or never taken on) stays
among the choices, so that saving the form loses nothing.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from scoping.catalogue.models import CatalogueArea, CatalogueDuty, CatalogueGuideline
from scoping.catalogue.offers import said
from scoping.domain.scope import Scope
from scoping.domain.words import Lane, Language
from scoping.engagements.models import Duty
from scoping.kit.forms import screen_language

from ..lanes import lane_titles

Choice = tuple[Any, Any]


def area_names(lane: str) -> dict[str, str]:
    """The areas of a lane by code, in the catalogue's order and in the language of the screens."""
    areas = CatalogueArea.objects.filter(lane=lane)
    return {area.code: said(area.name, screen_language()) for area in areas}


def area_choices(duty: Duty) -> list[Choice]:
    """The areas of its lane, its own where the catalogue no longer has it, and none."""
    names = area_names(duty.lane)
    own = {duty.area: duty.area} if duty.area and duty.area not in names else {}
    return [*(names | own).items(), ("", _("Other duties"))]


def guideline_choices(described: Scope, duty: Duty) -> list[Choice]:
    """The guidelines that its lane receives."""
    known = {
        guideline.key: guideline.name
        for guideline in described.guidelines
        if guideline.lane == duty.lane or duty.lane == Lane.ADJACENT or guideline.key in duty.needs
    }
    return [*known.items(), *_missing(CatalogueGuideline, duty.needs, known, described.language)]


def duty_choices(described: Scope, duty: Duty) -> list[Choice]:
    """The other duties, by lane."""
    groups: list[Choice] = [
        (title, [(one.key, one.name) for one in described.duties_of(lane) if one.key != duty.key])
        for lane, title in lane_titles().items()
    ]
    known = {one.key for one in described.duties}
    missing = _missing(CatalogueDuty, duty.depends_on, known, described.language)
    return [group for group in [*groups, (_("Not in this engagement"), missing)] if group[1]]


def _missing(
    model: type[Model], keys: Iterable[str], known: Iterable[str], language: Language
) -> list[tuple[str, str]]:
    """Keys that the engagement lacks, each named as the catalogue names it, where it does."""
    lacking = [key for key in keys if key not in known]
    if not lacking:
        return []
    rows: Any = model._default_manager.filter(code__in=lacking)
    names = {row.code: said(row.name, language) for row in rows}
    return [(key, _("%(name)s (not in this engagement)") % {"name": names.get(key, key)}) for key in lacking]
