"""Which studio a command is about."""

from .models import Studio


class NoSuchStudio(Exception):
    """No studio has that name or uid, or none was named where there are several."""


def studio_called(called: str | None) -> Studio:
    """The studio of that name or uid; the only one there is, where none is named. Raises NoSuchStudio."""
    found = list(Studio.objects.all()) if called is None else list(Studio.objects.called(called))
    if len(found) != 1:
        raise NoSuchStudio
    return found[0]
