"""What may stand in the addresses of a draft's rows."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from scoping.domain.limits import Shape
from scoping.domain.words import ROLE_LANES, FeeLane, Lane


class KeyConverter(StringConverter):
    """The key of a row."""

    regex = Shape.KEY.value


class LaneConverter(StringConverter):
    """One of the three lanes."""

    regex = "|".join(Lane)


class RoleConverter(StringConverter):
    """A lane that is a role."""

    regex = "|".join(ROLE_LANES)


class PaidConverter(StringConverter):
    """What a fee line pays."""

    regex = "|".join(FeeLane)


class TokenConverter(StringConverter):
    """What a finding is called by (`judgement.answers.token_of`)."""

    regex = "[0-9a-f]{16}"


register_converter(TokenConverter, "token")
register_converter(KeyConverter, "key")
register_converter(LaneConverter, "lane")
register_converter(RoleConverter, "role")
register_converter(PaidConverter, "paid")
