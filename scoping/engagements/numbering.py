"""The studio's series of numbers, as its owner sets it: what new numbers look like, and the next one."""

from django.db import transaction

from scoping.studios.models import Studio

from .models import NumberSeries


def following_place(studio: Studio, year: int) -> int:
    """The place in that year's series that the next engagement gets, unless its number is taken."""
    series = NumberSeries.objects.filter(studio=studio, year=year).first()
    return series.following if series else 1


@transaction.atomic
def set_series(studio: Studio, *, prefix: str, digits: int, year: int, following: int) -> None:
    """New numbers look like this from now on, and that year's series goes on at `following`.

    A series never goes back: a number that was given once, even to a draft that is gone, is not given again.
    """
    studio.number_prefix, studio.number_digits = prefix, digits
    studio.save(update_fields=["number_prefix", "number_digits"])
    series, _created = NumberSeries.objects.get_or_create(studio=studio, year=year)
    NumberSeries.objects.filter(pk=series.pk, following__lt=following).update(following=following)
