"""The "?" beside a word of the field: {% load words %}, then {% term "duty" %}."""

from django import template

from scoping.domain.glossary import GLOSSARY
from scoping.kit.forms import screen_language
from scoping.kit.glossary import says

register = template.Library()


@register.inclusion_tag("components/term.html")
def term(name: str) -> dict[str, str]:
    """A small disclosure that says what the word means; it needs no script."""
    return {"word": GLOSSARY[name].word(screen_language()), "says": says(name)}
