"""Days and moments in a template: {{ value|day }}, {{ value|moment }}, {{ value|at }}."""

from django import template

from scoping.kit.days import at_text, day_text, moment_text

register = template.Library()
register.filter("day", day_text)
register.filter("moment", moment_text)
register.filter("at", at_text)
