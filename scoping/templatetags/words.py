"""The "?" beside words of the field: {% load words %}, then {% term "duty" "lane" %}."""

from django import template

from scoping.domain.glossary import GLOSSARY
from scoping.drafting.steps import StepName
from scoping.kit.forms import screen_language
from scoping.kit.glossary import says

register = template.Library()

STEPS = {
    StepName.CLIENT: ("client", "contact", "function"),
    StepName.ENGAGEMENT: ("engagement",),
    StepName.ROLES: ("role", "guideline", "autonomy", "condition"),
    StepName.DUTIES: ("duty", "lane", "responsible", "exclusion", "adjacent"),
    StepName.OBJECTIVES: ("objective", "kpi"),
    StepName.FEES: ("fee", "outside_rate", "withholding"),
    StepName.CLAUSES: ("clause",),
    StepName.REVIEW: ("finding", "version"),
}

Terms = dict[str, list[tuple[str, str]]]


@register.inclusion_tag("components/term.html")
def term(*names: str) -> Terms:
    """A small disclosure that says what the words mean; it needs no script."""
    language = screen_language()
    return {"terms": [(GLOSSARY[name].word(language), says(name)) for name in names]}


@register.inclusion_tag("components/term.html")
def terms_of_step(step: StepName) -> Terms:
    """The words that a step of the draft speaks of."""
    return term(*STEPS.get(step, ()))
