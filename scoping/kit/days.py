"""Days and moments as people write them, in the language of the screens: "24 novembre 2026, 11:08"."""

import datetime as dt

from babel.dates import format_date, format_skeleton
from django.utils import timezone

from .forms import screen_language


def day_text(day: dt.date) -> str:
    """A day with its month's name, small in Italian as it should be."""
    return str(format_date(day, "long", locale=_locale()))


def moment_text(moment: dt.datetime) -> str:
    """An aware moment in the screens' time zone: its day (this year without the year), hour and minute."""
    local = timezone.localtime(moment)
    this_year = local.year == timezone.localdate().year
    day = format_skeleton("MMMMd", local, locale=_locale()) if this_year else day_text(local.date())
    return f"{day}, {local:%H:%M}"


def _locale() -> str:
    # English as Europe writes it: the day before the month.
    return {"en": "en_GB"}.get(screen_language(), str(screen_language()))
