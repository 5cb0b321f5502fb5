"""What an engagement is called in addresses."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from scoping.domain.limits import Shape


class NumberConverter(StringConverter):
    """The number of an engagement."""

    regex = Shape.NUMBER.value


register_converter(NumberConverter, "number")
