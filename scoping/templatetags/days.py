"""Days and moments in a template: {% load days %}, then {{ value|day }} and {{ value|moment }}."""

from django import template

from scoping.kit.days import day_text, moment_text

register = template.Library()
register.filter("day", day_text)
register.filter("moment", moment_text)
